"""The outcomes that a table can show, by id."""

from __future__ import annotations

from typing import Literal, get_args

Measure = Literal[
    "structural_cost",
    "transition_cost",
    "total_cost",
    "present_value",
    "payback",
    "programme_effect",
    "grant_effect",
]
MEASURES: tuple[Measure, ...] = get_args(Measure)
YEARLY: tuple[Measure, ...] = ("structural_cost", "total_cost", "programme_effect", "grant_effect")
"""Measures of one year."""
