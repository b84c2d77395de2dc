"""What stands beside the amounts of a table of one's own: their range, and what decides."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from examples import ROOT

from orgdesign.export.blocks import blocks
from orgdesign.export.booklet import of_one
from orgdesign.export.citations import citations
from orgdesign.export.registry import DOCUMENTS, EXTENSIONS, FORMATS
from orgdesign.export.verifying import of_document
from orgdesign.identity.identified import identified
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.parts_of_sensitivity import PARTS, Call
from orgdesign.scenario.load import load_text
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.asked_for import asked_for, of_measures
from orgdesign.tables.registry import TABLES as TABLES_THAT_ARE
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Row, Table

SMALL = (ROOT / "tests" / "golden" / "small.toml").read_text("utf-8")
TABLES = """
[sensitivity]
draws = 400
seed = 7

[tables.both]
number = 3
measure = "structural_cost"
range = true
switching = true

[tables.turned]
measure = "structural_cost"
rows = "options"
columns = "municipalities"
range = true
switching = true

[tables.years]
measure = "total_cost"
rows = "years"
range = true

[tables.lines]
notes = ["Eigen noot."]

[tables.parts]
measure = "total_cost"
rows = "lines"
columns = "years"
range = true
"""


@cache
def result() -> Result:
    scenario = load_text(SMALL + TABLES).scenario
    assert scenario is not None
    return evaluate(scenario)


@cache
def own(id: str, **changes: Any) -> Table:
    return asked_for(result(), settings_for(result().scenario, id, **changes), id)


@cache
def bands(**changes: Any) -> Table:
    scenario = result().scenario
    return PARTS["bands"](Call(scenario, settings_for(scenario, **changes), (), on_and_on)).table


def cell(table: Table, row: str, column: str) -> object:
    return table.row(row).cells[[each.id for each in table.columns].index(column)]


@pytest.mark.parametrize("against", ["alone", "absolute"])
@pytest.mark.parametrize("option", ["network", "host"])
def test_the_range_of_an_amount_is_its_band(option: str, against: str) -> None:
    found, band = own("both", against=against), bands(against=against)
    for place, row in (("together", "total"), ("noord", "noord"), ("zuid", "zuid")):
        for end, percent in (("low", "p5"), ("high", "p95")):
            expected = cell(band, f"{option}.{place}", percent)
            assert cell(found, row, f"{option}.{end}") == expected


def test_a_range_of_another_year_is_the_band_of_that_year() -> None:
    found, band = own("both", year=2026), bands(year=2026)
    assert cell(found, "noord", "host.low") == cell(band, "host.noord", "p5")
    assert cell(found, "noord", "host.low") != cell(own("both"), "noord", "host.low")


def test_years_and_options_turned_round_have_the_same_ranges() -> None:
    years, turned = own("years"), own("turned", against="absolute")
    both = own("both", against="absolute")
    for end in ("low", "high"):
        assert cell(turned, "host", f"zuid.{end}") == cell(both, "zuid", f"host.{end}")
        # In the report year there are no one-off lines, so total and structural are the same.
        assert cell(years, "2028", f"host.{end}") == cell(both, "total", f"host.{end}")


def test_what_no_draw_moves_has_its_amount_as_low_and_high() -> None:
    found = own("parts")
    for row in ("own_systems", "own_staff"):
        for year in result().scenario.years:
            amount = cell(found, row, str(year))
            assert {cell(found, row, f"{year}.low"), cell(found, row, f"{year}.high")} == {amount}
    low, amount, high = (cell(found, "own_overhead", f"2028{end}") for end in (".low", "", ".high"))
    assert float(str(low)) < float(str(amount)) < float(str(high))


def test_who_does_not_take_part_has_no_range_of_a_difference() -> None:
    assert cell(own("both"), "west", "network.low") is Mark.NOT_APPLICABLE
    assert cell(own("both"), "west", "network.figure") is Mark.NOT_APPLICABLE


def test_ranges_per_inhabitant_and_in_parts_of_alone_are_of_the_same_draws() -> None:
    each = own("both", per_inhabitant=True)
    band = float(str(cell(own("both", unit="cents"), "noord", "host.low"))) / 100
    assert cell(each, "noord", "host.low") == pytest.approx(band / 20_000, abs=0.006)
    share = float(str(cell(own("both", percentage=True), "noord", "host.low")))
    assert -1 < share < float(str(cell(own("both", percentage=True), "noord", "host.high"))) < 1


@pytest.mark.parametrize("place", ["noord", "zuid", "total"])
def test_a_euro_below_its_switching_value_an_option_wins_from_alone_and_a_euro_above_it_loses(
    place: str,
) -> None:
    assert cell(own("both"), place, "host.figure") == "Bedrag per fte (overhead), euro"
    at = cell(own("both"), place, "host.switching_value")
    assert at == int(float(str(at))), "whole euros, as in a sentence"

    def difference(per_fte: float) -> float:
        tried = load_text(SMALL + TABLES, overrides=(f"overhead.per_fte={per_fte}",)).scenario
        assert tried is not None
        there = TABLES_THAT_ARE["structural"](evaluate(tried), settings_for(tried, unit="cents"))
        return float(str(cell(there, place, "host")))

    around = [difference(float(str(at)) + step) for step in (-1, 1)]
    assert around[0] * around[1] < 0, around
    if place != "total":
        assert at == cell(own("turned"), "host", f"{place}.switching_value")


def test_what_flips_for_nobody_or_stands_outside_says_so() -> None:
    none = "geen binnen de bandbreedte"
    assert cell(own("both"), "noord", "network.figure") == none
    assert cell(own("both"), "noord", "network.switching_value") is Mark.NOT_APPLICABLE
    assert cell(own("turned"), "network", "west.figure") is Mark.NOT_APPLICABLE
    assert cell(own("turned"), "alone", "zuid.figure") is Mark.NOT_APPLICABLE
    some = own("both", municipalities=("noord", "zuid"))
    assert cell(some, "total", "host.figure") is Mark.NOT_APPLICABLE


def test_the_notes_say_how_often_was_drawn_and_what_the_marks_mean_once() -> None:
    notes = own("both").notes
    assert any(note.startswith("Trekkingen: 400;") and "startgetal 7" in note for note in notes)
    assert sum(note.startswith("Tekens:") for note in notes) == 1


def test_a_usual_table_takes_its_number_and_notes_from_the_file() -> None:
    found = TABLES_THAT_ARE["lines"](result(), settings_for(result().scenario, "lines"))
    assert "Eigen noot." in found.notes
    assert "lines" not in of_measures(result().scenario)


@pytest.mark.parametrize("form", tuple(dict.fromkeys((*FORMATS, *DOCUMENTS))))
def test_a_tampered_range_or_switching_value_is_found_in_every_format(form: str) -> None:
    table = identified(own("both"), result().scenario, settings_for(result().scenario, "both"))
    suffix = "." + EXTENSIONS.get(form, form).rsplit(".", 1)[-1]
    for column in ("host.low", "host.figure", "host.switching_value"):
        for changed in (table, _tampered(table, "zuid", column)):
            data = (
                FORMATS[form](changed).encode()
                if form in FORMATS
                else DOCUMENTS[form](of_one(changed))
            )
            (citation,) = citations(blocks(data, suffix))
            assert bool(list(of_document(citation, table, suffix))) == (changed is not table)


def _tampered(table: Table, row: str, column: str) -> Table:
    at = [each.id for each in table.columns].index(column)
    rows = [
        Row(each.id, (*each.cells[:at], _other(each.cells[at]), *each.cells[at + 1 :]), each.total)
        if each.id == row
        else each
        for each in table.rows
    ]
    return table._replace(rows=tuple(rows))


def _other(cell: object) -> Any:
    return cell + 1 if isinstance(cell, int | float) else f"{cell}x"
