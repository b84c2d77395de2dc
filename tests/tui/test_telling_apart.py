"""In a small terminal the columns that tell rows apart stay in sight."""

import pytest
from examples import ROOT, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.by_name import makers
from orgdesign.tables.settings import settings_for
from orgdesign.tui.table_content import content_of
from orgdesign.tui.widgets.content import Layout
from orgdesign.tui.widgets.fitting import fit_middle

TOLD_BY_TWO = ("staffing_by_job", "placement_by_job", "calendar", "plan")


@pytest.fixture(scope="module")
def result() -> Result:
    return evaluate(scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml"))


@pytest.mark.parametrize("name", TOLD_BY_TWO)
def test_each_row_can_be_told_apart_wherever_the_cursor_is(result: Result, name: str) -> None:
    known, settings = makers(result.scenario), settings_for(result.scenario, name)
    content = content_of(known[name](result, settings))
    for column in range(1, len(content.columns)):
        layout = Layout(content, 80).showing(column)
        assert layout.columns[:2] == (0, 1)
        assert column in layout.columns
        assert sum(width + 2 for width in layout.widths.values()) <= 80
        rows = [row for row in content.rows if not row.total]
        seen = {tuple(layout.fitted(row.cells[at].text, at) for at in (0, 1)) for row in rows}
        assert len(seen) == len({(row.cells[0].text, row.cells[1].text) for row in rows})


def test_one_column_stays_where_it_tells_enough(result: Result) -> None:
    known, settings = makers(result.scenario), settings_for(result.scenario)
    for name in ("staffing", "structural", "slips"):
        assert content_of(known[name](result, settings)).fixed == 1


@pytest.mark.parametrize(
    ("width", "wanted"),
    [(20, "Medewerker Jeugd    "), (16, "Medewerker Jeugd"), (12, "Medewe…Jeugd"), (2, "M…")],
)
def test_a_long_text_keeps_both_ends(width: int, wanted: str) -> None:
    assert fit_middle("Medewerker Jeugd", width) == wanted
