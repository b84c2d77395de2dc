"""Measures of an option alone are added, changed and taken out as rows of the options."""

from pathlib import Path

import pytest
from examples import the_case
from textual.widgets import Input, Static

from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.options import option_cell, options
from orgdesign.tables.settings import Settings
from orgdesign.tui.layers import plain
from orgdesign.tui.option_measures import read_measure, typed_measure
from orgdesign.tui.option_rows import Place, new_row
from orgdesign.tui.option_typed import choices_of, read_cell
from orgdesign.tui.typed import ObjectionError
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import DUTCH, SMALL, opened, press, settled, shown

CASE = "zuidoost-utrecht.toml"
ROW = "measures.own_processes"
"""The measure that the first option of the case has for itself."""
TYPED = (
    "Eigen processen vereenvoudigen; backoffice_youth, backoffice_wmo; 0,01 0 0,03 assumed; "
    "0,5 1; 2020"
)


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return the_case(CASE)


def read(scenario: Scenario, text: str, row: str = ROW) -> dict[str, object]:
    """What is tried after a text was typed in a row of the first option, below the measures."""
    changes = read_cell(scenario, "improved", row, text, "nl")
    return {path.removeprefix("options.improved.measures."): plain(x) for path, x in changes}


def test_only_what_is_typed_otherwise_changes(scenario: Scenario) -> None:
    measure = scenario.document.options["improved"].measures["own_processes"]
    assert typed_measure(measure, DUTCH) == TYPED
    assert read(scenario, TYPED) == {}
    assert read(scenario, TYPED.replace("0,01 0 0,03", "0,02 0 0,03")) == {
        "own_processes.saving": 0.02,
        "own_processes.saving.low": 0,
        "own_processes.saving.high": 0.03,
        "own_processes.saving.source": "assumed",
    }
    fewer = read(scenario, "Eigen; Backoffice WMO; 0,01 0 0,03 assumed; ; 2021")
    assert {path.partition(".")[2]: value for path, value in fewer.items()} == {
        "name": "Eigen",
        "tasks": ["backoffice_wmo"],
        "ramp": plain(""),
        "from": 2021,
    }
    assert list(read(scenario, "")) == ["own_processes"]


def test_a_new_measure_is_one_table_as_a_file_gives_it(scenario: Scenario) -> None:
    row = new_row(scenario, "measures")
    assert row == "measures.measure"
    assert read(scenario, "Nieuw; Backoffice Jeugd; 0,05", row) == {
        "measure": {"name": "Nieuw", "tasks": ["backoffice_youth"], "saving": {"value": 0.05}}
    }
    text = "Nieuw; backoffice_wmo; 0.05 0 0.1 assumed; 0,5 1; 2021"
    ((path, value),) = read_cell(scenario, "network", row, text, "nl")
    tried = the_case(CASE, f"{path}={value}")
    assert read_cell(tried, "network", row, text.replace(".", ","), "nl") == ()
    assert new_row(tried, "measures") == "measures.measure_2"
    said = option_cell(tried, "network", row, Settings())
    assert said == ("Nieuw (Backoffice Wmo): besparing 0,05 [0 .. 0,1], opbouw 0,5 1, begin 2021")
    assert read_cell(scenario, "network", row, "", "nl") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nieuw; backoffice_wmo", "De eerste drie zijn nodig"),
        ("Nieuw; ; 0,05", "De eerste drie zijn nodig"),
        ("a; backoffice_wmo; 0,1; 1; 2020; 6", "De eerste drie zijn nodig"),
        ("Nieuw; Wmo; 0,05", "“Wmo” kan hier niet; kies uit: Backoffice Wmo, Backoffice Jeugd"),
        ("Nieuw; backoffice_wmo; veel", "“veel” is geen getal"),
        ("Nieuw; backoffice_wmo; 0,05 0,1", "8 tot 12"),
        ("Nieuw; backoffice_wmo; 0,05; half", "“half” is geen getal"),
        ("Nieuw; backoffice_wmo; 0,05; 1; straks", "“straks” is geen jaar"),
    ],
)
def test_what_cannot_be_a_measure_is_said(scenario: Scenario, text: str, words: str) -> None:
    with pytest.raises(ObjectionError, match=words):
        read_measure(scenario, "improved", Place("measures", "measure"), text, "nl")


def test_a_measure_of_one_option_is_not_of_the_others_and_a_task_is_offered_as_it_is_typed(
    scenario: Scenario,
) -> None:
    table = options(scenario, Settings())
    (row,) = [row for row in table.rows if row.id == ROW]
    assert [isinstance(cell, str) for cell in row.cells] == [True, True, *[False] * 4]
    comma = the_case(CASE, 'tasks.backoffice_wmo.name="Wmo, jeugd; en meer"')
    offered = choices_of(comma, "improved", ROW, "nl")
    assert offered[:2] == ("Backoffice Jeugd", "backoffice_wmo")
    assert read(comma, "Nieuw; Backoffice Jeugd; 0,05", "measures.x").keys() == {"x"}


def test_a_measure_of_staying_alone_is_that_of_every_option() -> None:
    case = the_case("example.toml")
    row = "measures.digital_invoicing"
    typed = typed_measure(case.document.measures["digital_invoicing"], DUTCH)
    assert read_cell(case, ALONE, row, typed, "nl") == ()
    assert "ook in elke variant" in str(option_cell(case, ALONE, row, Settings()))
    assert read_cell(case, ALONE, row, typed.replace("; ", " (ook elders); ", 1), "nl") == (
        ("measures.digital_invoicing.name", f'"{typed.partition(";")[0]} (ook elders)"'),
    )
    assert read_cell(case, case.options[0], row, "", "nl") == ()
    ((path, value),) = read_cell(
        case, ALONE, "measures.measure", "Nieuw; backoffice_wmo; 0,05", "nl"
    )
    added = the_case("example.toml", f"{path}={value}")
    assert added.document.measures["measure"].saving.value == 0.05
    with pytest.raises(ObjectionError, match="in elke variant en zonder"):
        read_cell(case, ALONE, row, "Nieuw", "nl")


async def test_a_measure_is_added_changed_taken_out_and_undone_in_the_app(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "4")
        grid = app.screen.query_one("#options", NumberGrid)
        before = moved(app.screen.query_one("#beside", NumberGrid))
        grid.go_to([row.id for row in grid.content.rows].index("measures.measure"), 1)
        await press(pilot, "enter")
        field, objection = app.screen.query_one("#cell", Input), app.screen.query_one("#objection")
        session = app.workspace.current
        assert isinstance(objection, Static)
        assert session is not None
        for text, words in (
            ("Nieuw; administratie; veel", "“veel” is geen getal"),
            ("Nieuw; administratie; 5", "5"),
            ("Nieuw; administratie; 0,1; ; 2026", ""),
        ):
            field.value = text
            await settled(pilot)
            assert words in str(objection.content)
        assert not str(objection.content)
        tried = moved(app.screen.query_one("#beside", NumberGrid))
        assert tried != before
        await press(pilot, "enter")
        assert grid.row_id == "measures.measure"
        assert "Nieuw (Administratie): besparing 0,1, begin 2026" in shown(app)
        assert session.journal.read(session.path) == session.layer
        await press(pilot, "enter")
        field.value = ""
        await settled(pilot)
        await press(pilot, "escape")
        assert grid.row_id == "measures.measure"
        await press(pilot, "D")
        assert session.scenario is not None
        assert session.scenario.options == ("host_zuid",)
        assert moved(app.screen.query_one("#beside", NumberGrid)) == before
        await press(pilot, "z")
        assert moved(app.screen.query_one("#beside", NumberGrid)) == tried


def moved(grid: NumberGrid) -> list[str]:
    """What the comparison beside the options shows."""
    return [cell.text for row in grid.content.rows for cell in row.cells]
