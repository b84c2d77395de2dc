"""The cover sheet repeats what the other tables say, on one page."""

from __future__ import annotations

from functools import cache

from examples import ROOT, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.assumptions import assumptions
from orgdesign.tables.cover import cover
from orgdesign.tables.settings import settings_for
from orgdesign.tables.summary import summary
from orgdesign.tables.table import Table


@cache
def result() -> Result:
    return evaluate(scenario(ROOT / "tests" / "golden" / "small.toml"))


@cache
def sheet() -> Table:
    return cover(result(), settings_for(result().scenario, "cover"))


def test_an_option_has_the_amounts_of_the_summary() -> None:
    table = summary(result(), settings_for(result().scenario, "summary"))
    at = {column.id: place for place, column in enumerate(table.columns)}
    for option in result().scenario.options:
        cells = table.row(option).cells
        assert sheet().row(f"option.{option}").cells[2:4] == (
            cells[at["structural_difference"]],
            cells[at["one_off"]],
        )


def test_the_question_is_that_of_the_file_and_else_its_title() -> None:
    case = scenario(ROOT / "scenarios" / "sed.toml")
    found = cover(evaluate(case), settings_for(case, "cover")).row("question").cells[-1]
    assert found == "Welke vorm past bij de drie gemeenten, en welke verdeelsleutel is houdbaar?"
    assert sheet().row("question").cells[-1] == result().scenario.document.scenario.title


def test_options_stand_in_the_order_of_the_file_and_none_is_called_best() -> None:
    ids = [row.id for row in sheet().rows if row.id.startswith("option.")]
    assert ids == [f"option.{option}" for option in result().scenario.options]


def test_unsigned_assumptions_are_counted_as_the_register_lists_them() -> None:
    found = result().scenario
    table = assumptions(found, settings_for(found, "assumptions"))
    at = {column.id: place for place, column in enumerate(table.columns)}
    unsigned = [row for row in table.rows if row.cells[0] and row.cells[at["signed_off"]] == "nee"]
    said = str(sheet().row("unsigned").cells[-1])
    counted = f"{len(unsigned)} van de {len(table.rows)} cijfers waarmee is gerekend"
    assert said.startswith("Een aanname of zonder bron, en door niemand vastgesteld: " + counted)


def test_it_fits_a_page() -> None:
    assert len(sheet().rows) <= 12 + 5 * len(result().scenario.options)
