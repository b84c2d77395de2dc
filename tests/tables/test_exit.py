"""Leaving as a table: who pays what, and what the others are left with."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from examples import EXAMPLE, example, gallery
from sensitivity.worked import WORKED

from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.exits import can_leave, exits
from orgdesign.model.outcomes import line_sum, total_cost
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.load import load, load_text
from orgdesign.tables.build import together
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Table

ALONE_BETTER = """
[options.better]
name = "Better"
form = "alone"
from = 2026
"""


@cache
def result() -> Result:
    return evaluate(example())


def table(name: str, option: str, **changes: object) -> Table:
    found = result()
    return TABLES[name](found, settings_for(found.scenario, name, options=(option,), **changes))


def test_who_stays_alone_has_nothing_to_leave_in_any_table_of_getting_out() -> None:
    found = load_text(WORKED + ALONE_BETTER, "worked.toml").scenario
    assert found is not None
    made = evaluate(found)
    for name in ("exit", "exit_by_year", "lock_in"):
        of_option = TABLES[name](made, settings_for(found, name, options=("better",)))
        assert of_option.rows == ()
        assert "Wie zelfstandig is, heeft niets te verlaten." in of_option.notes


@pytest.mark.parametrize(("until", "year"), [(2025, None), (2027, 2027), (2027, 2028)])
def test_nobody_leaves_when_all_stop(until: int, year: int | None) -> None:
    ending = WORKED.replace("from = 2025\nscope", f"from = 2025\nuntil = {until}\nscope")
    found = load_text(ending, "worked.toml").scenario
    assert found is not None
    made = evaluate(found)
    for name in ("exit", "exit_by_year"):
        of_body = TABLES[name](made, settings_for(found, name, year=year))
        assert of_body.rows == ()
        assert any(
            f"Na {year or until} is de samenwerking er niet meer" in note for note in of_body.notes
        )


def test_everyone_but_the_host_leaves_in_turn_after_the_third_year() -> None:
    found = table("exit", "host_zeist")
    assert [row.id for row in found.rows] == [m for m in example().municipalities if m != "zeist"]
    start = int(result().options["host_zeist"].evaluation["start"].item(0))
    assert {row.cells[1] for row in found.rows} == {example().years[0] + start + 2}
    assert any("Zeist is de centrumgemeente" in note for note in found.notes)


def test_an_exit_is_the_bill_with_it_less_the_bill_without_it() -> None:
    scenario, option, year = example(), "joint_body", 2024
    leavers = ("bunnik", "zeist")
    (found,) = exits(result(), option, [leavers], year)
    cases = Cases(1, {leaving(m): np.array([float(year)]) for m in leavers})
    left = evaluate(scenario, cases, [option])
    with_it, without = (total_cost(each, option)[..., 0] for each in (left, result()))
    gone = np.array([m in leavers for m in scenario.municipalities])
    assert found.leaves == pytest.approx(with_it[gone].sum(axis=0))
    assert found.stays == pytest.approx(without[gone].sum(axis=0))
    others = (with_it - without)[~gone].sum(axis=0)
    assert found.after == pytest.approx(others, abs=1e-6)
    fees = line_sum(left, option, ["disintegration"])[..., 0]
    stated = line_sum(result(), option, ["disintegration"])[..., 0]
    received = (stated - fees)[~gone].sum(axis=0)
    assert found.compensation == pytest.approx(received, abs=1e-6)
    assert found.before - found.after == pytest.approx(received, abs=1e-6)


def test_exits_computed_one_by_one_are_those_computed_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sets = [("bunnik",), ("zeist",), ("bunnik", "zeist")]
    at_once = exits(result(), "joint_body", sets, 2024)
    monkeypatch.setattr("orgdesign.model.exits._MOST", 1)
    for one, other in zip(exits(result(), "joint_body", sets, 2024), at_once, strict=True):
        assert one.leavers == other.leavers
        for amounts, same in zip(one[2:], other[2:], strict=True):
            assert amounts == pytest.approx(same, abs=1e-6)


def test_years_add_up_to_the_exit() -> None:
    once, yearly = table("exit", "joint_body"), table("exit_by_year", "joint_body")
    for row in once.rows:
        years = [each for each in yearly.rows if each.id.startswith(f"{row.id}.")]
        for column in range(2, 7):
            total = together([each.cells[column] for each in years if each.cells[column] != 0])
            if isinstance(total, Mark):
                assert row.cells[column] == total
            else:
                assert total == pytest.approx(float(str(row.cells[column])), abs=len(years))


def test_the_fee_falls_evenly_to_nothing() -> None:
    found = table("exit_by_year", "joint_body", leaving=(("zeist",),), year=2022)
    fees = [float(str(row.cells[2])) for row in found.rows]
    assert fees == pytest.approx([fees[0] * part for part in (1, 0.8, 0.6, 0.4, 0.2, 0)], abs=1)


def test_a_merger_cannot_be_left() -> None:
    (sed,) = [each for each in gallery() if each.file.endswith("sed.toml")]
    found = evaluate(sed)
    assert can_leave(found, "merger") == ()
    settings = settings_for(sed, "exit", options=("merger",))
    told = TABLES["exit"](found, settings)
    assert not told.rows
    assert any("kan niet worden verlaten" in note for note in told.notes)
    with pytest.raises(ValueError, match="can leave"):
        exits(found, "merger", [("enkhuizen",)], 2020)


@pytest.mark.parametrize("name", ["exit", "exit_by_year"])
def test_all_participants_together_do_not_leave_but_end_it(name: str) -> None:
    inside = example().participants("joint_body")
    found = table(name, "joint_body", leaving=(inside, inside[:2]))
    assert {row.id.split(".")[0] for row in found.rows} == {"+".join(inside[:2])}
    assert any("blijft er niemand over" in note and "lock_in" in note for note in found.notes)
    with pytest.raises(ValueError, match="not all of its participants"):
        exits(result(), "joint_body", [inside], 2024)


def test_a_body_of_one_cannot_be_left_but_ended() -> None:
    inside = ("wijk_bij_duurstede",)
    given = 'options.joint_body.participants=["wijk_bij_duurstede"]'
    scenario = load(EXAMPLE, (given,)).scenario
    assert scenario is not None
    found = evaluate(scenario, options=["joint_body"])
    assert can_leave(found, "joint_body", 2024) == ()
    for name in ("exit", "exit_by_year", "lock_in"):
        told = TABLES[name](found, settings_for(scenario, name, options=("joint_body",)))
        left = [row.cells[1:] for row in told.rows if row.id in inside]
        assert all(set(cells) == {Mark.NOT_APPLICABLE} for cells in left)
        assert bool(left) == (name == "lock_in")
        assert any("Duurstede blijft er niemand over" in note for note in told.notes)


def test_a_fee_that_nobody_is_left_to_receive_is_not_paid() -> None:
    """Bunnik leaves after 2022 and owes until 2027; the last of the others leaves after 2024."""
    others = [m for m in example().participants("joint_body") if m != "bunnik"]
    years = {"bunnik": 2022.0, **dict.fromkeys(others, 2024.0)}
    cases = Cases(1, {leaving(m): np.array([year]) for m, year in years.items()})
    figures = evaluate(example(), cases, ["joint_body"]).options["joint_body"].evaluation
    paid, received = (
        figures[name].sum(axis=0)[0, :, 0] for name in ("compensation", "compensation_received")
    )
    assert received == pytest.approx(paid)
    year = example().years.index(2024)
    assert paid[year] > 0
    assert not paid[year + 1 :].any()


def test_who_takes_no_part_is_named() -> None:
    inside = 'options.joint_body.participants=["bunnik", "zeist", "wijk_bij_duurstede"]'
    scenario = load(EXAMPLE, (inside,)).scenario
    assert scenario is not None
    leavers = ("de_bilt",)
    settings = settings_for(scenario, "exit", options=("joint_body",), leaving=(leavers,))
    told = TABLES["exit"](evaluate(scenario), settings)
    assert not told.rows
    assert any("Doet niet mee" in note for note in told.notes)


def test_nobody_leaves_before_the_start_or_sooner_than_the_notice_allows() -> None:
    start = int(result().options["joint_body"].evaluation["start"].item(0)) + example().years[0]
    early = table("exit", "joint_body", year=start - 1)
    assert not early.rows
    assert any(f"vroegst na {start}" in note for note in early.notes)
    scenario = load(EXAMPLE, ("options.joint_body.exit_notice_years=4",)).scenario
    assert scenario is not None
    noticed = evaluate(scenario, options=["joint_body"])
    for name in ("exit", "lock_in"):
        told = TABLES[name](noticed, settings_for(scenario, name, options=("joint_body",)))
        (bunnik,) = (row for row in told.rows if row.id == "bunnik")
        if name == "exit":
            assert bunnik.cells[1] == start + 4
        else:
            possible = {
                int(column.id)
                for column, cell in zip(told.columns[1:], bunnik.cells[1:], strict=True)
                if cell is not Mark.NOT_APPLICABLE
            }
            assert min(possible) == start + 4
