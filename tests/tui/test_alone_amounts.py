"""Amounts of staying alone are seen, added, changed and taken out beside those of the options."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from examples import the_case
from textual.widgets import Input

from orgdesign.lines import OWN
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.options import option_cell, options
from orgdesign.tables.settings import Settings
from orgdesign.tui.option_amounts import read_amount, typed_amount
from orgdesign.tui.option_rows import Place
from orgdesign.tui.option_typed import choices_of, read_cell
from orgdesign.tui.option_words import has_row
from orgdesign.tui.typed import ObjectionError
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import DUTCH, SMALL, opened, press, settled, shown

CASE = "example.toml"
"""The case that states an amount of staying alone."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return the_case(CASE)


def put(scenario: Scenario, number: int, text: str) -> list[dict[str, Any]]:
    """The amounts of staying alone after a text was typed in a row."""
    ((path, value),) = read_amount(scenario, ALONE, Place("amounts", number), text, "nl")
    assert path == "alone.amounts"
    found: list[dict[str, Any]] = tomllib.loads(f"v = {value}")["v"]
    return found


def test_what_is_typed_becomes_an_amount_that_the_file_could_give(scenario: Scenario) -> None:
    first = put(scenario, 0, typed_amount(scenario.document.alone.amounts[0], DUTCH) + " ")
    more = put(scenario, 9, "eigen applicaties; Nieuw; 5000 4000 6000; 2021-; zeist; overal")
    assert more == [
        *first,
        {
            "line": "own_systems",
            "name": "Nieuw",
            "amount": {"value": 5000, "low": 4000, "high": 6000},
            "from": 2021,
            "municipality": "zeist",
            "everywhere": True,
        },
    ]
    assert put(scenario, 0, "") == []


def test_an_amount_typed_as_it_was_changes_nothing_and_reads_back(scenario: Scenario) -> None:
    ((path, value),) = read_amount(
        scenario, ALONE, Place("amounts", 1), "own_systems; Nieuw; 5; ; Zeist; overal", "nl"
    )
    tried = the_case(CASE, f"{path}={value}")
    assert [each.everywhere for each in tried.document.alone.amounts] == [False, True]
    for at, amount in enumerate(tried.document.alone.amounts):
        text = typed_amount(amount, DUTCH)
        assert read_cell(tried, ALONE, f"amounts[{at}]", text, "nl") == ()
        said = option_cell(tried, ALONE, f"amounts[{at}]", Settings())
        assert ("ook in elke variant" in str(said)) is amount.everywhere


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("own_systems; Nieuw; 5", "Alleen de jaren en"),
        ("own_systems; Nieuw; 5; 2021; ; overal", "Alleen de jaren en"),
        ("own_systems; Nieuw; 5; 2021; Zeist; soms", "“soms” kan hier niet; kies uit: overal"),
        ("own_systems; Nieuw; 5; 2021; Zeist; overal; nog", "Alleen de jaren en"),
        ("process; Nieuw; 5; 2021; Zeist", "“process” kan hier niet"),
        ("own_systems; Nieuw; 5; straks; Zeist", "zijn geen jaren"),
    ],
)
def test_what_cannot_be_an_amount_of_staying_alone_is_said(
    scenario: Scenario, text: str, words: str
) -> None:
    with pytest.raises(ObjectionError, match=words):
        read_amount(scenario, ALONE, Place("amounts", 1), text, "nl")


def test_only_lines_of_its_own_are_offered_and_no_key(scenario: Scenario) -> None:
    offered = choices_of(scenario, ALONE, "amounts[0]", "nl")
    assert len(offered) == len(OWN) + len(scenario.municipalities) + 1
    assert "population" not in offered


def test_the_last_column_has_amounts_and_general_measures_only(
    scenario: Scenario,
) -> None:
    table = options(scenario, Settings())
    assert [column.id for column in table.columns[1:]] == [*scenario.options, ALONE]
    said = [row.id for row in table.rows if isinstance(row.cells[-1], str)]
    assert said == ["measures.digital_invoicing", "amounts[0]"]
    assert [row.id for row in table.rows if has_row(ALONE, row.id)] == [
        row.id for row in table.rows if row.id.startswith(("measures.", "amounts["))
    ]


async def test_an_amount_of_staying_alone_moves_the_comparison_in_the_app(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "4", "right", "D")
        assert "Zelfstandig blijven is geen variant" in shown(app)
        beside = app.screen.query_one("#beside", NumberGrid)
        before = [row.cells[1].text for row in beside.content.rows]
        await press(pilot, "G", "up", "enter")
        app.screen.query_one("#cell", Input).value = "eigen applicaties; Vervanging; 5000; ; Noord"
        await settled(pilot)
        moved = [row.cells[1].text for row in beside.content.rows]
        assert [a == b for a, b in zip(before, moved, strict=True)] == [False, True, False, True]
        await press(pilot, "enter")
        options = app.screen.query_one("#options", NumberGrid)
        assert (options.row_id, options.column_id) == ("amounts[0]", ALONE)
        assert "(Vervanging): 5.000, Noord" in shown(app)
        session = app.workspace.current
        assert session is not None
        assert [path for path, _ in session.layer] == ["alone.amounts"]
        await press(pilot, "D")
        assert [row.cells[1].text for row in beside.content.rows] == before
        await press(pilot, "z", "z")
        assert session.layer == ()
        await press(pilot, "Z")
        assert [row.cells[1].text for row in beside.content.rows] == moved
