"""What a method is and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from orgdesign.allocation.games.game import Game
from orgdesign.model.axes import Array

Undefined = Literal[
    "",
    "estate_above_claims",
    "negative_claims",
    "negative_costs",
    "negative_estate",
    "no_benefit",
    "no_imputation",
    "no_savings",
    "not_quasi_balanced",
    "not_solved",
    "not_verified",
    "separable_above_alone",
    "separable_above_total",
    "stand_alone_not_positive",
    "too_many_players",
    "weights_not_positive",
    "zero_cost_refuses",
    "zero_total",
]
"""Why a method has no answer; empty where it has one."""

Remark = Literal[
    "core_empty",
    "costs_more_together",
    "epsilon_core",
    "equal_weights",
    "nearest_to_equal",
    "sampled",
    "weights_by_cost",
]
"""What a reader must know of an answer."""


@dataclass(frozen=True, eq=False)
class Allocation:
    """What each player pays, or why that is undefined. Unit: euros.

    `amounts` has shape (n,) and sums to c(N). `verified` is the verdict of the Kohlberg
    criterion on a nucleolus and None for other methods.
    """

    amounts: Array | None
    undefined: Undefined = ""
    remarks: tuple[Remark, ...] = ()
    verified: bool | None = None


Method = Callable[[Game], Allocation]
"""Shares the cost of all together among the players of a game."""


def undefined(reason: Undefined) -> Allocation:
    """Return the answer of a method that has none."""
    return Allocation(None, reason)
