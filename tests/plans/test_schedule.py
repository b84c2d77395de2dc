"""Schedules worked out by hand, and what holds for every schedule."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.plans.months import months_at
from orgdesign.plans.network import Network, central_months, network
from orgdesign.plans.schedule import Schedule, critical_path, schedule, slack
from orgdesign.plans.slips import slips
from orgdesign.scenario.schema.plans import Plan

from .plan_of import plan_of

START = months_at(datetime.date(2021, 1, 1))

MERGER = plan_of(
    policy={"youth": 2, "income": 3},
    processes={
        "per_month": 20,
        "access": 40,
        "youth": {"units": 60, "after": ["policy.youth"], "must_be_ready": True},
        "income": {"units": 20, "after": ["policy.income"]},
    },
    systems={"suite": {"units": 4, "after": ["processes.access"], "must_be_ready": True}},
)
"""By hand, in months from the start: policy 0-2 and 2-5; processes access 0-2, youth 2-5, income
5-6 (policy.income ends at 5 too); the suite 2-6."""


def found(plan: Plan) -> Schedule:
    made = network(plan)
    return schedule(made, central_months(made))


def months(plan: Plan) -> dict[str, tuple[float, float]]:
    made = found(plan)
    rows = zip(made.network.ids, made.begins[:, 0] - START, made.ends[:, 0] - START, strict=True)
    return {id: (float(begin), float(end)) for id, begin, end in rows}


def test_a_schedule_by_hand() -> None:
    assert months(MERGER) == {
        "policy.youth": (0, 2),
        "policy.income": (2, 5),
        "processes.access": (0, 2),
        "processes.youth": (2, 5),
        "processes.income": (5, 6),
        "systems.suite": (2, 6),
    }


def test_what_must_be_ready_and_everything_by_hand() -> None:
    made = found(MERGER)
    assert made.ready() == START + 6
    assert made.finished() == START + 6


def test_the_share_of_the_work_by_hand() -> None:
    """After four months: policy 2 + 2 of 5, processes 2 + 2 of 6, the suite 2 of 4 months."""
    made = found(MERGER)
    assert made.share_at(START + 4) == pytest.approx((4 + 4 + 2) / 15)
    assert made.share_at(START) == 0
    assert made.share_at(START + 6) == 1


def test_slack_by_hand() -> None:
    """Youth must be ready, with the suite at 6: it has 1, but income after it takes that away."""
    made = found(MERGER)
    slacks = dict(zip(made.network.ids, slack(made)[:, 0], strict=True))
    assert slacks == {
        "policy.youth": 0,
        "policy.income": 0,
        "processes.access": 0,
        "processes.youth": 0,
        "processes.income": 0,
        "systems.suite": 0,
    }


def test_work_beside_the_critical_path_has_slack() -> None:
    plan = plan_of(a={"long": 6}, b={"short": 2, "later": {"units": 1}})
    made = found(plan)
    slacks = dict(zip(made.network.ids, slack(made)[:, 0], strict=True))
    assert slacks == {"a.long": 0, "b.short": 3, "b.later": 3}


def test_what_must_be_ready_has_slack_only_until_all_of_that_is() -> None:
    must = {"units": 2, "must_be_ready": True}
    made = found(plan_of(a={"soon": must}, b={"late": {**must, "units": 3}}, c={"rest": 9}))
    slacks = dict(zip(made.network.ids, slack(made)[:, 0], strict=True))
    assert slacks == {"a.soon": 1, "b.late": 0, "c.rest": 0}


def test_the_critical_path_goes_back_to_the_start() -> None:
    made = found(MERGER)
    last = made.network.ids.index("systems.suite")
    path = [made.network.ids[position] for position in critical_path(made, last)]
    assert path == ["processes.access", "systems.suite"]


def test_the_critical_path_ends_where_a_date_holds_work_back() -> None:
    plan = plan_of(a={"first": 1, "second": {"units": 2, "from": "2021-06-01"}})
    made = found(plan)
    assert months(plan)["a.second"] == (5, 7)
    assert [made.network.ids[position] for position in critical_path(made)] == ["a.second"]


def test_of_equally_late_work_the_first_of_the_plan_is_critical() -> None:
    """0.3 and 2.6 months are 2.9: in the computer a little less."""
    last = {"units": 1, "after": ["a.y", "b.z"]}
    made = found(plan_of(a={"x": 0.3, "y": 2.6}, b={"begin": 0, "z": 2.9}, c={"last": last}))
    ids = made.network.ids
    assert ids.index("a.y") < ids.index("b.z")
    assert made.ends[ids.index("a.y"), 0] < made.ends[ids.index("b.z"), 0]
    path = [ids[position] for position in critical_path(made)]
    assert path == ["a.x", "a.y", "c.last"]


def test_a_stream_waits_for_a_whole_stream() -> None:
    plan = plan_of(a={"x": 2, "y": 3}, b={"after": ["a"], "z": 1})
    assert months(plan)["b.z"] == (5, 6)


def test_a_slip_by_hand() -> None:
    """Systems three months late: the suite 5-9; policy late: youth 5-8; processes: 3-5, suite 9."""
    made = network(MERGER)
    late = {each.stream: each for each in slips(made, central_months(made), MERGER.streams, 3.0)}
    assert {stream: each.ready - START for stream, each in late.items()} == {
        "policy": 8,
        "processes": 9,
        "systems": 9,
    }
    assert late["policy"].finished - START == 9


def test_a_plan_without_work_that_takes_time_is_done_at_its_end() -> None:
    made = found(plan_of(a={"decision": {"units": 0, "from": "2021-03-01"}}))
    assert made.share_at(START + 1) == 0
    assert made.share_at(START + 2) == 1


def test_many_cases_are_each_as_one() -> None:
    made = network(MERGER)
    draws = central_months(made) * np.array([[1.0, 0.5, 2.0]])
    together = schedule(made, draws)
    for case in range(3):
        alone = schedule(made, draws[:, [case]])
        assert (together.ends[:, case] == alone.ends[:, 0]).all()
        assert together.share_at(START + 4)[case] == alone.share_at(START + 4)[0]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    streams: dict[str, dict[str, object]] = {}
    earlier: list[str] = []
    for stream in ("a", "b", "c")[: draw(st.integers(1, 3))]:
        table: dict[str, object] = {}
        for work in ("x", "y", "z")[: draw(st.integers(1, 3))]:
            after = [each for each in earlier if draw(st.integers(0, 3)) == 0]
            must = draw(st.booleans())
            table[work] = {"units": draw(st.integers(0, 6)), "after": after, "must_be_ready": must}
        streams[stream] = table
        earlier += [f"{stream}.{work}" for work in table]
    return plan_of(**streams)


@given(plans(), st.data())
def test_longer_work_never_ends_anything_earlier(plan: Plan, data: st.DataObject) -> None:
    made = network(plan)
    taken = central_months(made)
    more = data.draw(st.lists(st.floats(0, 5), min_size=len(taken), max_size=len(taken)))
    longer = schedule(made, taken + np.array(more)[:, None])
    assert (longer.ends >= schedule(made, taken).ends).all()


@given(plans(), st.floats(0, 12))
def test_a_late_stream_never_ends_anything_earlier(plan: Plan, months: float) -> None:
    made: Network = network(plan)
    taken = central_months(made)
    for each in slips(made, taken, plan.streams, months):
        assert each.ready >= schedule(made, taken).ready()[0]
        assert each.finished >= schedule(made, taken).finished()[0]


@given(plans())
def test_a_piece_can_be_as_much_longer_as_its_slack_and_delays_nothing(plan: Plan) -> None:
    made = network(plan)
    taken = central_months(made)
    before = schedule(made, taken)
    spare = slack(before)
    for piece in range(len(made.pieces)):
        longer = taken.copy()
        longer[piece] += spare[piece]
        after = schedule(made, longer)
        assert after.ready() <= before.ready() + 1e-9
        assert after.finished() <= before.finished() + 1e-9


@given(plans(), st.floats(-1, 60))
def test_the_share_that_is_done_never_falls(plan: Plan, moment: float) -> None:
    made = found(plan)
    assert made.share_at(START + moment) <= made.share_at(START + moment + 1)
