"""The verifier accepts what is right and refuses what is not, however near it comes."""

from __future__ import annotations

import numpy as np
import pytest
from cost_games import KINDS, close, drawn, game
from scipy.optimize import linprog

from orgdesign.allocation.games.coalitions import membership
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.kohlberg import is_nucleolus
from orgdesign.allocation.games.lexicographic import Family
from orgdesign.allocation.games.nucleolus import KINDS as NUCLEOLI
from orgdesign.allocation.games.nucleolus import nucleolus, prenucleolus, solved
from orgdesign.model.axes import Array

SEEDS = range(8)


def right(tried: Game, kind: str) -> Array | None:
    return solved(tried, NUCLEOLI[kind])[0].amounts


def accepted(tried: Game, amounts: Array, kind: str) -> bool:
    return is_nucleolus(tried, amounts, NUCLEOLI[kind].family(tried.costs))


@pytest.mark.parametrize("kind", NUCLEOLI)
@pytest.mark.parametrize("costs", KINDS)
def test_right_answers_are_accepted_and_those_1_percent_off_refused(costs: str, kind: str) -> None:
    draws = np.random.default_rng(0)
    for seed in SEEDS:
        tried = drawn(costs, 2 + seed % 6, seed)
        amounts = right(tried, kind)
        if amounts is None:
            continue
        assert accepted(tried, amounts, kind)
        # From one player to another, by 1 % of what is at stake.
        wrong = amounts.copy()
        payer, payee = draws.choice(tried.size, 2, replace=False)
        wrong[[payer, payee]] += 0.01 * tried.scale * np.array([1, -1])
        assert not accepted(tried, wrong, kind)
        # By 1 % of the savings, in all directions.
        change = draws.normal(size=tried.size)
        change -= change.mean()
        largest = np.abs(tried.savings).max() or tried.scale
        wrong = amounts + 0.01 * largest * change / np.abs(change).max()
        assert not accepted(tried, wrong, kind)


@pytest.mark.parametrize("kind", NUCLEOLI)
@pytest.mark.parametrize("scale", [1e-6, 1e9])
def test_units_do_not_matter(kind: str, scale: float) -> None:
    for seed in SEEDS:
        tried = drawn("municipal", 5, seed, scale=scale)
        amounts = right(tried, kind)
        assert amounts is not None
        assert accepted(tried, amounts, kind)
        assert not accepted(tried, amounts + 0.01 * np.array([1, -1, 0, 0, 0]) * tried.scale, kind)


def test_a_small_part_of_the_savings_is_seen_where_costs_are_large() -> None:
    # Everyone alone costs ten million more: the savings are a thousandth of the costs.
    tried = drawn("municipal", 5, 1)
    larger = game(tried.costs[1:] + 1e7 * membership(np.arange(1, 32), 5).sum(axis=1))
    amounts = right(larger, "prenucleolus")
    assert amounts is not None
    assert accepted(larger, amounts, "prenucleolus")
    saved = larger.savings.max()
    assert not accepted(larger, amounts + 1e-4 * saved * np.array([1, -1, 0, 0, 0]), "prenucleolus")


def first_vertex(tried: Game) -> Array:
    """Where the first linear program happens to stop, without any refinement."""
    scale, groups = tried.scale or 1.0, np.arange(1, len(tried.costs) - 1)
    rows = np.column_stack([membership(groups, tried.size), -np.ones(len(groups))])
    found = linprog(
        np.append(np.zeros(tried.size), 1.0), rows, tried.costs[groups] / scale,
        np.append(np.ones(tried.size), 0.0)[None], [tried.total / scale],
        [(None, None)] * (tried.size + 1), "highs-ds",
    )  # fmt: skip
    return np.asarray(found.x[:-1] * scale)


def test_the_vertex_of_the_first_program_is_refused() -> None:
    # Ties leave the first program many optima; the vertex it stops at is rarely the nucleolus.
    refused = 0
    for seed in range(60):
        tried = drawn("ties", 3 + seed % 4, seed)
        vertex, amounts = first_vertex(tried), right(tried, "prenucleolus")
        assert amounts is not None
        differs = np.abs(vertex - amounts).max() > 1e-6 * tried.scale
        assert accepted(tried, vertex, "prenucleolus") == (not differs)
        refused += differs
    assert refused >= 20


def test_an_answer_kept_at_0_or_more_is_refused() -> None:
    # Savings 10 for two players and 2 for all three: the third must give, and x >= 0 forbids it.
    tried = game([0, 0, -10, 0, 0, 0, -2])
    close(prenucleolus(tried).amounts, [-3, -3, 4], atol=1e-12)
    assert accepted(tried, np.array([-3.0, -3, 4]), "prenucleolus")
    assert not accepted(tried, np.array([-1.0, -1, 0]), "prenucleolus")
    assert not accepted(tried, np.array([-3.0, -3, 0]), "prenucleolus")


def test_a_prenucleolus_above_a_stand_alone_cost_is_no_nucleolus() -> None:
    tried = game([-2, -6, -15, -5, -1, -18, -14])
    amounts = prenucleolus(tried).amounts
    assert amounts is not None
    assert not accepted(tried, amounts, "nucleolus")
    assert accepted(tried, amounts, "prenucleolus")
    with_bounds = nucleolus(tried).amounts
    assert with_bounds is not None
    assert accepted(tried, with_bounds, "nucleolus")
    assert not accepted(tried, with_bounds, "prenucleolus")


def test_amounts_that_do_not_pay_the_bill_are_refused() -> None:
    tried = drawn("municipal", 4, 1)
    amounts = right(tried, "prenucleolus")
    assert amounts is not None
    assert not accepted(tried, amounts * 1.001, "prenucleolus")
    assert not accepted(tried, np.full(4, np.nan), "prenucleolus")


def test_conditions_alone_make_no_nucleolus() -> None:
    # Additive costs: everything is met with nothing to spare, but no excess counts.
    tried = drawn("additive_costs", 4, 1)
    nothing = np.zeros(len(tried.costs))
    assert not is_nucleolus(tried, tried.stand_alone, Family(nothing, bounded=False))
