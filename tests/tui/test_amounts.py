"""Amounts of an option are added, changed and taken out as rows of the options."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from examples import the_case

from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.amounts import OptionAmount, Unwinding
from orgdesign.tables.options import option_cell
from orgdesign.tables.settings import Settings
from orgdesign.tui.option_amounts import read_amount, typed_amount
from orgdesign.tui.option_rows import Place
from orgdesign.tui.option_typed import choices_of, read_cell, typed_of
from orgdesign.tui.typed import ObjectionError
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import CASES, DUTCH, SMALL, opened, press, settled, shown

CASE = "zuidoost-utrecht.toml"
FIRST = {
    "line": "process",
    "name": "Verbeterproject per gemeente",
    "year": 2020,
    "amount": {"value": 180_000, "low": 100_000, "high": 300_000, "source": "assumed"},
}
"""The amount that the first option of the case states."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return the_case(CASE)


def put(scenario: Scenario, number: int, text: str) -> list[dict[str, Any]]:
    """The amounts of the first option after a text was typed in a row."""
    ((path, value),) = read_amount(scenario, "improved", Place("amounts", number), text, "nl")
    assert path == "options.improved.amounts"
    found: list[dict[str, Any]] = tomllib.loads(f"v = {value}")["v"]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("proceskosten; Onderzoek; 5000", {"line": "process", "name": "Onderzoek", "amount": 5000}),
        (
            "proceskosten; Onderzoek; 10.000 (5.000 tot 20.000) assumed",
            {
                "line": "process",
                "name": "Onderzoek",
                "amount": {"value": 10_000, "low": 5_000, "high": 20_000, "source": "assumed"},
            },
        ),
        (
            "grant; Korting; -250,5 ; 2021-",
            {"line": "grant", "name": "Korting", "amount": -250.5, "from": 2021},
        ),
        (
            "Friction; Een, twee; 1 0 2 assumed; 2021-2023; de bilt",
            {
                "line": "friction",
                "name": "Een, twee",
                "amount": {"value": 1, "low": 0, "high": 2, "source": "assumed"},
                "from": 2021,
                "until": 2023,
                "municipality": "de_bilt",
            },
        ),
        (
            "startup; Huis; 7; -2022; ; equal",
            {"line": "startup", "name": "Huis", "amount": 7, "until": 2022, "key": "equal"},
        ),
    ],
)
def test_what_is_typed_becomes_an_amount_as_a_file_gives_it(
    scenario: Scenario, text: str, expected: dict[str, Any]
) -> None:
    assert put(scenario, 1, text) == [FIRST, expected]
    assert put(scenario, 9, text) == [FIRST, expected]
    assert put(scenario, 0, text) == [expected]


def test_of_an_amount_that_changes_the_rest_stays(scenario: Scenario) -> None:
    amounts = put(scenario, 0, "proceskosten; Verbeterproject per gemeente; 90000; 2021")
    assert amounts == [{**FIRST, "year": 2021, "amount": 90_000}]


def test_what_ending_costs_has_a_profile_and_a_task(scenario: Scenario) -> None:
    text = "disintegration; Ontvlechting; 5000 4000 6000; 0,5 0,5; Zeist; ; Informatie"
    task = next(iter(scenario.document.tasks))
    text = text.replace("Informatie", scenario.document.tasks[task].name)
    place = Place("unwinding", 0)
    ((path, value),) = read_amount(scenario, "host_zeist", place, text, "nl")
    assert path == "options.host_zeist.unwinding"
    assert tomllib.loads(f"v = {value}")["v"] == [
        {
            "line": "disintegration",
            "name": "Ontvlechting",
            "amount": {"value": 5000, "low": 4000, "high": 6000},
            "profile": [0.5, 0.5],
            "municipality": "zeist",
            "task": task,
        }
    ]
    again = the_case(CASE, f"{path}={value}")
    (stated,) = again.document.options["host_zeist"].unwinding
    assert read_cell(again, "host_zeist", "unwinding[0]", typed_amount(stated, DUTCH), "nl") == ()
    cell = option_cell(again, "host_zeist", "unwinding[0]", Settings())
    assert "desintegratiekosten (Ontvlechting): 5.000 [4.000 .. 6.000]" in str(cell)
    assert "Zeist" in str(cell)
    with pytest.raises(ObjectionError, match="Wat het einde kost"):
        read_amount(scenario, "host_zeist", place, "disintegration; Ontvlechting", "nl")


def test_an_empty_text_takes_an_amount_out_and_nothing_where_there_is_none(
    scenario: Scenario,
) -> None:
    assert put(scenario, 0, " ") == []
    assert read_amount(scenario, "improved", Place("amounts", 1), "", "nl") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("proceskosten; Onderzoek", "De eerste drie zijn nodig"),
        ("proceskosten; ; 5000", "De eerste drie zijn nodig"),
        ("a; b; 1; 2; 3; 4; 5", "De eerste drie zijn nodig"),
        ("verhuizing; Onderzoek; 5000", "“verhuizing” kan hier niet"),
        ("process; Onderzoek; 5,000,000", "geen getal"),
        ("process; Onderzoek; 5,000", "typ 5000 of 5,0"),
        ("process; Onderzoek; 5000 (4,500 tot 6000)", "typ 4500 of 4,5"),
        ("process; Onderzoek; 5 6", "8 tot 12"),
        ("process; Onderzoek; 5; 2020 2021", "zijn geen jaren"),
        ("process; Onderzoek; 5; 2020; Almere", "“Almere” kan hier niet"),
        ("process; Onderzoek; 5; ; ; naar_rato", "“naar_rato” kan hier niet"),
    ],
)
def test_what_cannot_be_an_amount_is_said(scenario: Scenario, text: str, words: str) -> None:
    with pytest.raises(ObjectionError, match=words):
        read_amount(scenario, "improved", Place("amounts", 1), text, "nl")


def test_an_amount_typed_as_it_was_changes_nothing() -> None:
    seen = 0
    for path in CASES:
        found = load(path).scenario
        for option, table in found.document.options.items() if found else ():
            rows = [(f"amounts[{at}]", each) for at, each in enumerate(table.amounts)]
            ends = [(f"unwinding[{at}]", each) for at, each in enumerate(table.unwinding)]
            for row, amount in (*rows, *ends):
                assert found is not None
                assert isinstance(amount, OptionAmount | Unwinding)
                text = typed_of(amount, DUTCH)
                assert text == typed_amount(amount, DUTCH)
                assert read_cell(found, option, row, text, "nl") == ()
                assert text.split(";")[0] in choices_of(found, option, row, "nl")
                seen += 1
    assert seen > 10


async def test_an_amount_is_added_changed_taken_out_and_undone_in_the_app(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "4", "G", "up", "enter")
        await press(pilot, *"startup; Huis; veel")
        assert "“veel” is geen getal" in shown(app)
        await press(pilot, *["backspace"] * 4, *"5.000; 2001")
        assert "2001" in shown(app).split("startup; Huis; 5.000; 2001")[1]
        await press(pilot, "enter")
        assert app.focused is not None
        assert app.focused.id == "cell"
        await press(pilot, *["backspace"] * 4, *"2026", "enter")
        options = app.screen.query_one("#options", NumberGrid)
        last = [row.id for row in options.content.rows[-3:]]
        assert last == ["amounts[0]", "amounts[1]", "unwinding[0]"]
        assert options.row_id == "amounts[0]"
        assert "start- en inrichtingskosten (Huis): 5.000, 2026" in shown(app)
        session = app.workspace.current
        assert session is not None
        assert session.scenario is not None
        assert stated(session.scenario) == [("startup", 5000)]
        await press(pilot, "D")
        assert session.scenario.options == ("host_zuid",)
        assert stated(session.scenario) == []
        await press(pilot, "z")
        assert stated(session.scenario) == [("startup", 5000)]


def stated(scenario: Scenario) -> list[tuple[str, float]]:
    """The line and the euros of each amount of the option."""
    table = scenario.document.options["host_zuid"]
    return [(amount.line, amount.amount.value) for amount in table.amounts]
