"""The best order against all orders, tried one by one."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings

from orgdesign.plans.best_order import best_order
from orgdesign.plans.network import Network, central_months, network
from orgdesign.scenario.schema.plans import Plan

from .plan_of import plan_of
from .test_schedule import START, plans


def by_trying(plan: Plan) -> tuple[float, float]:
    """Return when what must be ready and everything is, in the best of all orders."""
    made = network(plan)
    best = (float("inf"), float("inf"))
    for order in permutations(range(len(made.pieces))):
        value = _in(order, made)
        if value is not None:
            best = min(best, value)
    return best


def _in(order: tuple[int, ...], made: Network) -> tuple[float, float] | None:
    """Return when all is ready if the work is begun in an order, None where it cannot be."""
    ends: dict[str, float] = {}
    free: dict[str, float] = {}
    for position in order:
        piece = made.pieces[position]
        if any(need not in ends for need in piece.needs):
            return None
        before = [free.get(piece.stream, 0.0), *(ends[need] for need in piece.needs)]
        end = max(START, *before) + piece.work.units.value / piece.table.per_month.value
        ends[piece.id] = free[piece.stream] = end
    must = [ends[piece.id] for piece in made.pieces if piece.work.must_be_ready]
    return max(must, default=float("-inf")), max(ends.values())


def test_what_others_wait_for_goes_first() -> None:
    plan = plan_of(
        a={"rest": 5, "base": 2},
        b={"suite": {"units": 4, "after": ["a.base"], "must_be_ready": True}},
    )
    made = network(plan)
    found = best_order(made, central_months(made))
    assert [made.ids[position] for position in found.order][:2] == ["a.base", "b.suite"]
    assert (found.ready - START, found.finished - START) == (6, 7)
    assert found.proven


def test_work_may_go_first_though_it_has_to_wait_for_its_date() -> None:
    """y 1-4 and long 4-9, x 4-8 and short 8-10; with x first long ends only at 12."""
    plan = plan_of(
        a={"x": {"units": 4}, "y": {"units": 3, "from": "2021-02-01"}},
        b={"long": {"units": 5, "after": ["a.y"], "must_be_ready": True}},
        c={"short": {"units": 2, "after": ["a.x"], "must_be_ready": True}},
    )
    made = network(plan)
    found = best_order(made, central_months(made))
    assert found.ready - START == 10


def test_of_orders_ready_equally_soon_the_one_finished_soonest_is_best() -> None:
    """u or v first: ready after 1 + 1 + 0.9, or 1 + 1 + 0.6 + 0.3, in the computer a little less.
    With u first the long work is over a month sooner."""
    must = {"must_be_ready": True}
    plan = plan_of(
        a={"u": 1, "v": 1},
        b={"one": {"units": 0.6, "after": ["a.u"]},
           "two": {"units": 0.3, "after": ["b.one"], **must}},
        c={"whole": {"units": 0.9, "after": ["a.v"], **must}},
        d={"long": {"units": 9, "after": ["a.u"]}},
    )  # fmt: skip
    made = network(plan)
    assert START + 2 + 0.6 + 0.3 < START + 2 + 0.9
    found = best_order(made, central_months(made))
    assert (found.ready - START, found.finished - START) == pytest.approx((2.9, 10))


@settings(max_examples=60, deadline=None)
@given(plans().filter(lambda plan: sum(len(s.work) for s in plan.streams.values()) <= 6))
def test_no_order_is_better(plan: Plan) -> None:
    made = network(plan)
    found = best_order(made, central_months(made))
    assert (round(found.ready, 9), round(found.finished, 9)) == by_trying(plan)


def test_a_search_that_is_cut_short_says_so() -> None:
    made = network(plan_of(a=dict.fromkeys("stuvwxyz", 1.0), b=dict.fromkeys("stuvwxyz", 1.0)))
    assert not best_order(made, central_months(made), most=3).proven
