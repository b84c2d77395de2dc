"""What a file says nothing about is a gap in the tables of getting out and of programme money."""

from __future__ import annotations

from functools import partial

import pytest
from examples import SMALL, result

from orgdesign.tables.build import together
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Cell, Mark, Table

BUDGET = "budgets.care={name='Care', values={noord=1_000_000, zuid=2_000_000}}"


evaluated = partial(result, SMALL)


def table(name: str, option: str, *overrides: str) -> Table:
    result = evaluated(*overrides)
    asked = settings_for(result.scenario, name, options=(option,), language="en")
    return TABLES[name](result, asked)


def column(found: Table, id: str) -> dict[str, Cell]:
    at = [each.id for each in found.columns].index(id)
    return {row.id: row.cells[at] for row in found.rows}


def test_an_exit_fee_that_nobody_states_is_a_gap_and_what_others_are_left_with_unknown() -> None:
    found = table("exit", "network")
    assert set(column(found, "compensation").values()) == {Mark.GAP}
    assert set(column(found, "rebuilding").values()) == {Mark.GAP}
    assert set(column(found, "after").values()) == {Mark.UNKNOWN}
    before = column(found, "before").values()
    assert all(isinstance(cell, int) for cell in before)
    (gaps,) = [note for note in found.notes if note.startswith("Gaps in getting out")]
    assert "exit_years" in gaps
    assert "exit_rebuilding): Noord, Zuid" in gaps
    assert any("no notice period" in note for note in found.notes)


@pytest.mark.parametrize("name", ["exit_years", "exit_start_share"])
def test_an_exit_fee_that_is_stated_as_nothing_is_zero(name: str) -> None:
    stated = (f"options.network.{name}=0", "options.network.exit_rebuilding=0")
    found = table("exit", "network", *stated, "options.network.exit_notice_years=0")
    for id in ("compensation", "rebuilding"):
        assert set(column(found, id).values()) == {0}
    assert not any(note.startswith("Gaps in getting out") for note in found.notes)
    assert any("Notice in" in note for note in found.notes)


def test_who_is_not_stated_to_build_up_again_is_named_and_the_others_count() -> None:
    stated = "options.host.exit_rebuilding={noord=7_000}"
    found = table("exit", "host", stated, "scenario.years=6")
    assert column(found, "rebuilding") == {"noord": 7_000, "west": Mark.GAP}
    assert any("exit_rebuilding): 's-West|Oost" in note for note in found.notes)


def test_building_up_again_is_a_gap_in_the_year_in_which_it_would_fall() -> None:
    rebuilt = column(table("exit_by_year", "host", "scenario.years=6"), "rebuilding")
    assert rebuilt["noord.2029"] == Mark.GAP
    assert rebuilt["noord.2030"] == 0


def test_what_ending_costs_is_a_gap_unless_it_is_stated_under_unwinding() -> None:
    silent = table("lock_in", "network")
    assert {cell for row in ("noord", "noord.still_paid", "still_paid")
            for cell in silent.row(row).cells[1:]} == {Mark.GAP}  # fmt: skip
    assert all(isinstance(cell, int) for cell in silent.row("in_all").cells[1:])
    assert any("unwinding" in note for note in silent.notes if note.startswith("Gaps"))
    nothing = 'options.network.unwinding=[{line="process", name="Stop", amount=0}]'
    stated = table("lock_in", "network", nothing)
    assert set(stated.row("still_paid").cells[1:]) == {0}
    assert not any("unwinding)" in note for note in stated.notes)


def test_an_effect_on_a_budget_that_nobody_states_is_a_gap_and_its_total_too() -> None:
    found = table("programme", "network", BUDGET)
    assert column(found, "central") == {
        "care.noord": Mark.GAP,
        "care.zuid": Mark.GAP,
        "care.west": Mark.NOT_APPLICABLE,
        "care.total": Mark.GAP,
    }
    assert column(found, "expected")["care.west"] == Mark.GAP
    assert any("programme_effect on Care" in note for note in found.notes)
    stated = table("programme", "network", BUDGET, "options.network.programme_effect={care=0}")
    assert column(stated, "central")["care.total"] == 0
    assert not any(note.startswith("Gaps") for note in stated.notes)


def test_a_comparison_of_programme_effects_names_the_options_that_state_none() -> None:
    stated = "options.host.programme_effect={care=0.01}"
    result = evaluated(BUDGET, stated)
    asked = {"language": "en", "measure": "programme_effect"}
    notes = TABLES["compare"](result, settings_for(result.scenario, "compare", **asked)).notes
    (told,) = [note for note in notes if "programme_effect on Care" in note]
    assert told.startswith("Gaps Netwerk")


def test_a_total_of_gaps_and_of_what_does_not_apply_is_a_gap() -> None:
    assert together([Mark.NOT_APPLICABLE, Mark.GAP]) is Mark.GAP
    assert together([Mark.NOT_APPLICABLE, Mark.GAP, 3]) == 3
