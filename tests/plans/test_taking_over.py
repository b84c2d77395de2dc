"""What takes over has its own moments in the calendar, and its decision on the cover."""

from __future__ import annotations

from datetime import date

import pytest
from examples import EXAMPLE, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.plans.decisions import MUST_BE_READY, first_start, moments
from orgdesign.plans.outlook import target
from orgdesign.plans.starts import starts
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.cover import cover
from orgdesign.tables.plans.calendar import calendar
from orgdesign.tables.settings import settings_for

BODY, NETWORK = "joint_body", "network"


def changing(first: str, second: str, decided: str = "2018-06-01") -> Scenario:
    then = f'options.{first}.then={{year=2024, option="{second}"}}'
    return scenario(EXAMPLE, then, f"scenario.decision_date={decided}")


def test_the_moments_of_what_takes_over_are_counted_back_from_the_change() -> None:
    found = moments(changing(NETWORK, BODY), NETWORK)
    days = {moment.id: moment.latest for moment in found if moment.start.form == BODY}
    assert days["start"] == date(2024, 1, 1)
    assert days["decision"] == date(2023, 6, 23)
    assert days["adopted_budget"] == date(2023, 9, 15)
    own = {moment.id for moment in found if not moment.start.form}
    assert own == {"decision", "start"}


def test_the_calendar_names_what_takes_over_and_that_it_is_decided_on_with_the_option() -> None:
    taken = changing(NETWORK, BODY)
    table = calendar(taken, settings_for(taken, "calendar", options=(NETWORK,)))
    other = taken.document.options[BODY].name
    last = [row.cells for row in table.rows if row.id.endswith(".start")][-1]
    assert last[1] == f"Start - {other}"
    assert last[-1] == "het jaar van de overgang (then)"
    assert any(f"de overgang naar {other}" in note for note in table.notes)


def test_a_change_that_is_decided_on_too_late_has_its_first_year() -> None:
    taken = changing(NETWORK, BODY, "2023-07-01")
    change = starts(taken, NETWORK)[-1]
    assert (change.year, change.form) == (2024, BODY)
    assert first_start(taken, NETWORK, change) == 2025


PLANNED = """\
format = 1
[scenario]
title = "A plan that moves along"
price_level = 2024
first_year = 2025
years = 6
[municipalities]
north = { name = "North", inhabitants = 20_000 }
south = { name = "South", inhabitants = 30_000 }
[salary]
8 = 76_600
[overhead]
per_fte = 50_000
[tasks.work]
name = "Work"
[jobs.clerk]
name = "Clerk"
task = "work"
scale = "8"
fte = { north = 4.0, south = 6.0 }
[plans.build]
name = "Build"
from = 2025-01-01
[plans.build.streams.all]
name = "All"
discipline = "processes"
per_month = 1
[plans.build.streams.all.work]
whole = { name = "Whole", units = UNITS, must_be_ready = true }
[options.first]
name = "First"
form = "network"
from = 2025
scope = { work = 1.0 }
then = { year = 2029, option = "second" }
[options.second]
name = "Second"
form = "network"
from = 2026
scope = { work = 1.0 }
work_plan = { work = "build" }
"""


@pytest.mark.parametrize(("units", "day"), [(12, "12-31"), (13, "01-31")])
def test_what_must_be_ready_before_a_change_is_told_as_many_years_later(
    units: int, day: str
) -> None:
    given = load_text(PLANNED.replace("UNITS", str(units))).scenario
    assert given is not None
    own, change = (
        next(moment for moment in moments(given, option) if moment.id == MUST_BE_READY)
        for option in ("second", "first")
    )
    assert change.start.form == "second"
    assert (own.latest, change.latest) == (date(2025, 12, 31), date(2028, 12, 31))
    assert str(own.planned) == f"{2026 if units == 13 else 2025}-{day}"
    assert str(change.planned) == f"{2029 if units == 13 else 2028}-{day}"
    assert own.verdict == change.verdict == ("conflict" if units == 13 else "fits")
    assert target(given, "build") == date(2026, 1, 1)
    table = calendar(given, settings_for(given, "calendar", options=("first",), language="en"))
    said = [note for note in table.notes if "no other year helps" in note]
    assert len(said) == (units == 13)


@pytest.mark.parametrize(("decided", "late"), [("2018-06-01", False), ("2020-07-01", True)])
def test_the_cover_has_the_decision_on_every_start_and_says_where_it_is_too_late(
    decided: str, late: bool
) -> None:
    taken = changing(BODY, NETWORK, decided)
    rows = cover(evaluate(taken), settings_for(taken, "cover")).rows
    said = [str(row.cells[-1]) for row in rows if row.id.startswith(f"date.{BODY}.")]
    decision = ": Besluit tot samenwerking"
    for each, day in zip(said, ("6 juni 2020", "31 december 2023"), strict=True):
        assert each.startswith(day + decision)
    assert ("(te laat); een start in 2021 past niet" in said[0]) is late
    assert ("de eerste die past is 2022" in said[0]) is late
    assert taken.document.options[NETWORK].name in said[1]
    assert not any(": Start" in each for each in said)
