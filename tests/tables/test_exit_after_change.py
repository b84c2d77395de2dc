"""Leaving after another option has taken over: by the rules and the participants of that one."""

from __future__ import annotations

from functools import cache

import pytest

from orgdesign.model.calculation import evaluate
from orgdesign.model.exits import can_leave, exits, first_exit, notice
from orgdesign.model.lock_in import lock_in
from orgdesign.model.result import Result
from orgdesign.notes.notes import notes
from orgdesign.scenario.load import load_text
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for

SCENARIO = """
format = 1
[scenario]
title = "West goes out when a host takes over"
price_level = 2024
first_year = 2025
years = 10
[municipalities]
noord = { name = "Noord", inhabitants = 20_000 }
zuid = { name = "Zuid", inhabitants = 30_000 }
west = { name = "West", inhabitants = 30_000 }
[salary]
8 = 76_600
[overhead]
per_fte = 50_000
[tasks.administration]
name = "Administration"
[jobs.administrator]
name = "Clerk"
task = "administration"
scale = "8"
fte = { noord = 4.0, zuid = 6.0, west = 5.0 }
[options.first]
name = "First"
form = "network"
from = 2025
scope = { administration = 1.0 }
then = { year = 2028, option = "second" }
exit_years = 2
exit_start_share = 0.5
exit_rebuilding = 7_000
[options.second]
name = "Second"
form = "host"
host = "zuid"
participants = ["noord", "zuid"]
from = 2026
scope = { administration = 1.0 }
exit_rebuilding = 100_000
"""


@cache
def result() -> Result:
    loaded = load_text(SCENARIO, "change.toml")
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


@pytest.mark.parametrize(("year", "amount"), [(2026, 7_000), (2030, 100_000)])
def test_building_up_again_is_paid_once_by_the_option_in_force(year: int, amount: float) -> None:
    (found,) = exits(result(), "first", [("noord",)], year)
    assert found.rebuilding.sum() == amount
    leaving = lock_in(result(), "first")
    at = leaving.able.index("noord"), leaving.years.index(year)
    term = {2026: 1.5, 2030: 3.0}[year]
    after = result().scenario.years.index(year) + 1
    assert leaving.leaving[at] == pytest.approx(found.compensation[after] * term + amount)


def test_who_does_not_come_along_cannot_leave_what_takes_over() -> None:
    assert can_leave(result(), "first", 2026) == ("noord", "zuid", "west")
    assert can_leave(result(), "first", 2030) == ("noord",)
    with pytest.raises(ValueError, match="can leave"):
        exits(result(), "first", [("west",)], 2030)


def test_the_table_of_exits_names_who_is_no_longer_in() -> None:
    settings = settings_for(
        result().scenario, "exit", language="en", options=("first",), year=2030,
        leaving=(("west",), ("noord",)),
    )  # fmt: skip
    told = TABLES["exit"](result(), settings)
    assert [row.id for row in told.rows] == ["noord"]
    assert any("Takes no part and so cannot leave: West." in note for note in told.notes)
    assert any("Zuid is the host" in note for note in told.notes)


def test_a_gap_in_building_up_again_names_only_who_is_in() -> None:
    unsaid = SCENARIO.replace("exit_rebuilding = 100_000", "exit_rebuilding = { zuid = 0 }")
    loaded = load_text(unsaid, "change.toml")
    assert loaded.scenario is not None
    made = evaluate(loaded.scenario)
    settings = settings_for(loaded.scenario, "lock_in", language="en", options=("first",))
    (gaps,) = [note for note in TABLES["lock_in"](made, settings).notes if "Second" in note
               and "building up again" in note]  # fmt: skip
    assert "Noord" in gaps
    assert "West" not in gaps


@pytest.mark.parametrize(("given", "years"), [("2.5", 3), ("1.5", 2), ("{ value = 0.4 }", 0)])
def test_years_of_notice_are_rounded_half_up_and_those_of_the_option_in_force(
    given: str, years: int
) -> None:
    loaded = load_text(f"{SCENARIO}exit_notice_years = {given}\n", "change.toml")
    assert loaded.scenario is not None
    made = evaluate(loaded.scenario)
    assert [notice(made, "first", year) for year in (2027, 2028)] == [0, years]
    assert first_exit(made, "first", 2030) == 2025 + years
    settings = settings_for(loaded.scenario, "exit", language="en", options=("first",), year=2030)
    told = TABLES["exit"](made, settings).notes
    assert any(f"Notice in {2030 - years}" in note for note in told) or years == 0


def test_a_notice_that_lets_nobody_out_is_that_of_the_option_in_force() -> None:
    def told(text: str) -> set[tuple[object, str]]:
        loaded = load_text(text, "change.toml")
        assert loaded.scenario is not None
        found = [note for note in notes(loaded.scenario) if note.code == "no_way_out"]
        return {(note.details["option"], note.path) for note in found}

    assert told(f"{SCENARIO}exit_notice_years = 12\n") == {
        ("First", "options.second.exit_notice_years"),
        ("Second", "options.second.exit_notice_years"),
    }
    assert not told(SCENARIO.replace("exit_years = 2", "exit_years = 2\nexit_notice_years = 12"))
