"""The budget calendar counted back from a start, by the law of that year, and what conflicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orgdesign.plans.decisions import Moment, first_start, latest, moments
from orgdesign.plans.months import months_at
from orgdesign.plans.outlook import Outlook, followers, target
from orgdesign.plans.starts import starts
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.plans.calendar import calendar
from orgdesign.tables.plans.plan import plan
from orgdesign.tables.settings import settings_for

BODY = """
format = 1
[scenario]
title = "Body"
price_level = 2024
first_year = 2024
years = 6
{decided}
[municipalities]
a = {{ name = "A", inhabitants = 1000 }}
b = {{ name = "B", inhabitants = 2000 }}
[overhead]
per_fte = 40_000
[tasks.work]
name = "Work"
[plans.build]
name = "Build"
from = 2024-01-01
[plans.build.streams.all]
name = "All"
discipline = "systems"
per_month = 1
work.suite = {{ name = "Suite", units = {months}, must_be_ready = true }}
[options.body]
name = "Body"
form = "{form}"
from = 2026
scope = {{ work = 1.0 }}
overhead_per_fte = 40_000
host = "a"
work_plan = {{ work = "build" }}
"""


def body(form: str = "public_body", decided: str = "", months: int = 12) -> Scenario:
    given = f"decision_date = {decided}" if decided else ""
    text = BODY.format(form=form, decided=given, months=months)
    loaded = load_text(text if form == "host" else text.replace('host = "a"\n', ""), "body.toml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def found(scenario: Scenario) -> dict[str, Moment]:
    return {moment.id: moment for moment in moments(scenario, "body")}


@pytest.mark.parametrize(
    ("moment", "before", "since"),
    [
        ("frames", date(2021, 4, 15), date(2023, 4, 30)),
        ("draft_budget", date(2021, 6, 6), date(2023, 6, 23)),
        ("decision", date(2021, 6, 6), date(2023, 6, 23)),
        ("draft_arrangement", date(2021, 4, 11), date(2023, 4, 28)),
        ("adopted_budget", date(2021, 8, 1), date(2023, 9, 15)),
        ("accounts", date(2023, 4, 15), date(2025, 4, 30)),
    ],
)
def test_the_days_follow_the_law_of_the_year(moment: str, before: date, since: date) -> None:
    """Until 1 July 2022 eight weeks before 1 August, since then twelve before 15 September."""
    assert latest(moment, 2022, own=True) == before
    assert latest(moment, 2024, own=True) == since


def test_without_a_budget_of_its_own_the_decision_is_before_the_start() -> None:
    assert latest("decision", 2026, own=False) == date(2025, 12, 31)


def test_a_body_has_the_whole_calendar_in_order() -> None:
    assert [moment.id for moment in moments(body(), "body")] == [
        "draft_arrangement",
        "frames",
        "decision",
        "draft_budget",
        "adopted_budget",
        "must_be_ready",
        "start",
        "accounts",
    ]


def test_a_host_needs_no_budget_and_a_network_no_arrangement() -> None:
    assert [*found(body("host"))] == ["draft_arrangement", "decision", "must_be_ready", "start"]
    assert [*found(body("network"))] == ["decision", "must_be_ready", "start"]


def test_a_merger_has_the_moments_of_its_own_act_and_no_other_decision() -> None:
    """The councils' advice leaves a year and a half for the act, after eight weeks for views."""
    days = {moment.id: moment.latest for moment in moments(body("merger"), "body")}
    assert days == {
        "draft_merger": date(2024, 5, 5),
        "merger_advice": date(2024, 6, 30),
        "merger_bill": date(2024, 10, 31),
        "merger_act": date(2025, 9, 30),
        "must_be_ready": date(2025, 12, 31),
        "start": date(2026, 1, 1),
    }


def test_a_merger_that_is_decided_on_too_late_starts_when_its_act_can_be_there() -> None:
    fits, late = (body("merger", decided=day) for day in ("2024-06-30", "2024-07-01"))
    assert found(fits)["merger_advice"].verdict == "fits"
    assert found(fits)["draft_merger"].planned == date(2024, 5, 5)
    assert found(late)["merger_advice"].verdict == "conflict"
    assert (first_start(fits, "body"), first_start(late, "body")) == (2026, 2027)


def test_eight_weeks_for_an_opinion_count_since_july_2022() -> None:
    early = body("host").document
    option = early.options["body"]
    first = option.from_.replaced(value=2022.0)
    options = {"body": option.replaced(from_=first)}
    scenario = Scenario(early.replaced(options=options), {}, {})
    assert "draft_arrangement" not in {moment.id for moment in moments(scenario, "body")}


def test_a_decision_on_the_last_day_fits_and_a_day_later_conflicts() -> None:
    fits, late = body(decided="2025-06-23"), body(decided="2025-06-24")
    assert found(fits)["decision"].verdict == "fits"
    assert found(late)["decision"].verdict == "conflict"
    assert (first_start(fits, "body"), first_start(late, "body")) == (2026, 2027)


def test_without_a_day_of_the_decision_nothing_is_said_of_it() -> None:
    assert found(body())["decision"].verdict == "unknown"


def test_what_must_be_ready_conflicts_where_it_is_late() -> None:
    assert found(body(months=24))["must_be_ready"].verdict == "fits"
    late = body(months=25)
    assert found(late)["must_be_ready"].planned == date(2026, 1, 31)
    assert found(late)["must_be_ready"].verdict == "conflict"
    assert first_start(late, "body") == 2027


GROWING = """
[tasks.permits]
name = "Permits"
[tasks.care]
name = "Care"
[plans.permits]
name = "Permits too"
from = 2026-01-01
[plans.permits.streams.all]
name = "All"
discipline = "processes"
per_month = 1
work.map = {{ name = "Map", units = {months}, must_be_ready = true }}
[options.body.tasks]
permits = {{ from = 2028{decided} }}
care = {{ from = 2026 }}
"""


def growing(months: int = 24, decided: str = "") -> Scenario:
    """Return a body from 2026 that takes permits in from 2028 on, by a plan of their own."""
    text = BODY.format(form="public_body", decided="decision_date = 2025-06-01", months=12)
    given = f", decision_date = {decided}" if decided else ""
    text = text.replace('host = "a"\n', "").replace(
        "scope = { work = 1.0 }", "scope = { work = 1.0, permits = 1.0, care = 1.0 }"
    )
    text = text.replace('{ work = "build" }', '{ work = "build", permits = "permits" }')
    loaded = load_text(text + GROWING.format(months=months, decided=given), "growing.toml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def of_permits(scenario: Scenario) -> dict[str, Moment]:
    found = moments(scenario, "body")
    return {moment.id: moment for moment in found if moment.start.tasks == ("permits",)}


def test_a_task_that_comes_in_later_has_a_start_and_a_calendar_of_its_own() -> None:
    """What comes in with the option has none."""
    scenario = growing()
    assert [(start.year, start.tasks) for start in starts(scenario, "body")] == [
        (2026, ()), (2028, ("permits",)),
    ]  # fmt: skip
    days = {id: moment.latest for id, moment in of_permits(scenario).items()}
    assert days == {
        "draft_arrangement": date(2027, 4, 28),
        "frames": date(2027, 4, 30),
        "decision": date(2027, 6, 23),
        "draft_budget": date(2027, 6, 23),
        "adopted_budget": date(2027, 9, 15),
        "must_be_ready": date(2027, 12, 31),
        "start": date(2028, 1, 1),
    }


def test_what_must_be_ready_for_a_later_task_is_due_at_its_own_start() -> None:
    assert target(growing(), "permits") == date(2028, 1, 1)
    assert [start.tasks for _, start in followers(growing(), "permits")] == [("permits",)]
    assert of_permits(growing(24))["must_be_ready"].verdict == "fits"
    late = growing(25)
    assert of_permits(late)["must_be_ready"].verdict == "conflict"
    assert (first_start(late, "body"), first_start(late, "body", starts(late, "body")[1])) == (
        2026, 2029,
    )  # fmt: skip


def test_a_later_task_is_decided_on_with_the_option_or_on_a_day_of_its_own() -> None:
    assert of_permits(growing())["decision"].planned == date(2025, 6, 1)
    fits, late = growing(decided="2027-06-23"), growing(decided="2027-06-24")
    assert of_permits(fits)["decision"].verdict == "fits"
    assert of_permits(late)["decision"].verdict == "conflict"
    assert of_permits(late)["draft_arrangement"].planned == date(2027, 4, 29)


def test_the_calendar_names_the_task_whose_start_does_not_fit() -> None:
    scenario = growing(decided="2027-06-24")
    found = calendar(scenario, settings_for(scenario, "calendar", language="en"))
    (conflict,) = (note for note in found.notes if "does not fit" in note)
    assert conflict.startswith("Body - Permits: a start in 2028 does not fit (")
    assert conflict.endswith("the first that fits is 2029.")
    assert any("Body - Permits: decision planned on 24 June 2027" in note for note in found.notes)


def test_the_plan_shows_the_moments_before_the_starts_that_follow_it() -> None:
    scenario = growing(25, "2027-06-24")
    found = plan(scenario, settings_for(scenario, "plan", language="en"))
    at = {column.id: place for place, column in enumerate(found.columns)}
    rows = [row for row in found.rows if row.id.startswith("permits.")]
    beside = {row.cells[at["work"]]: row for row in rows if row.id.count(".") == 1}
    decision = beside["Decision to cooperate - Permits"].cells
    assert [decision[at[id]] for id in ("begins", "ends", "at_start")] == [
        date(2027, 6, 24), date(2027, 6, 23), "too late",
    ]  # fmt: skip
    line = str(beside["Start - Permits"].cells[at["timeline"]])
    assert line.index("^") == 24
    assert "Decision to cooperate" not in beside
    assert any("ramp of the gain in Body - Permits: 2028 100.0%." in note for note in found.notes)


def test_before_the_start_colleges_do_what_the_board_of_a_body_does_later() -> None:
    known = body(months=6)
    told = calendar(known, settings_for(known, "calendar", language="en"))
    who = {row.id.rpartition(".")[2]: str(row.cells[5]) for row in told.rows}
    for moment in ("frames", "draft_budget", "adopted_budget"):
        assert who[moment] == "executives: there is no board yet"
    assert who["accounts"] == "board of the arrangement"


def told_of_plan(known: Scenario) -> str:
    return " ".join(plan(known, settings_for(known, "plan", language="en")).notes)


def test_a_plan_says_whose_date_it_meets_and_what_start_it_allows_by_itself() -> None:
    told = told_of_plan(body(months=25))
    assert "1 month too late for 1 January 2026 (the start of Body)" in told
    assert "By this plan alone a start on 1 January is possible only from 2027 on" in told
    assert "no option follows" not in told


def test_a_plan_that_no_option_follows_says_so_and_names_no_start_of_one() -> None:
    text = BODY.format(form="network", decided="", months=6).replace('host = "a"\n', "")
    known = load_text(text.replace('work_plan = { work = "build" }\n', ""), "body.toml").scenario
    assert known is not None
    told = told_of_plan(known)
    assert "no option follows this plan (work_plan)" in told
    assert "30 June 2024. By this plan alone a start on 1 January is possible from 2025 on" in told


def test_work_of_no_units_that_begins_after_the_date_is_not_done_on_it() -> None:
    scenario = body(months=0)
    plans = scenario.document.plans
    later = plans["build"].replaced(from_=date(2027, 1, 1))
    document = scenario.document.replaced(plans={**plans, "build": later})
    outlook = Outlook(replace(scenario, document=document), "build")
    assert outlook.done(0, months_at(date(2026, 1, 1))) == 0.0
    assert outlook.done(0, months_at(date(2027, 1, 1))) == 1.0
