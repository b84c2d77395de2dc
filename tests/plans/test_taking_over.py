"""What takes over has its own moments in the calendar, and its decision on the cover."""

from __future__ import annotations

from datetime import date

import pytest
from examples import EXAMPLE, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.plans.decisions import first_start, moments
from orgdesign.plans.starts import starts
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.calendar import calendar
from orgdesign.tables.cover import cover
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


@pytest.mark.parametrize(("decided", "late"), [("2018-06-01", False), ("2020-07-01", True)])
def test_the_cover_has_the_decision_on_every_start_and_says_where_it_is_too_late(
    decided: str, late: bool
) -> None:
    taken = changing(BODY, NETWORK, decided)
    rows = cover(evaluate(taken), settings_for(taken, "cover")).rows
    said = [str(row.cells[-1]) for row in rows if row.id.startswith(f"date.{BODY}.")]
    assert [each[:34] for each in said] == [
        "2020-06-06: Besluit tot samenwerki", "2023-12-31: Besluit tot samenwerki",
    ]  # fmt: skip
    assert ("(te laat); een start in 2021 past niet" in said[0]) is late
    assert ("de eerste die past is 2022" in said[0]) is late
    assert taken.document.options[NETWORK].name in said[1]
    assert not any(": Start" in each for each in said)
