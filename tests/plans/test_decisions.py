"""The budget calendar counted back from a start, by the law of that year, and what conflicts."""

from __future__ import annotations

from datetime import date

import pytest

from orgdesign.plans.decisions import Moment, first_start, latest, moments
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

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


def test_eight_weeks_for_an_opinion_count_since_july_2022() -> None:
    early = body("host").document
    option = early.options["body"]
    first = option.from_.model_copy(update={"value": 2022.0})
    options = {"body": option.model_copy(update={"from_": first})}
    scenario = Scenario(early.model_copy(update={"options": options}), {}, {})
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
