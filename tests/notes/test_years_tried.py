"""Figures that count in years: what is tried of them, and what lies past the last year."""

from __future__ import annotations

import pytest

from orgdesign.model.nudges import nudges
from orgdesign.notes.note import message
from orgdesign.quantities import Quantity

from .cases import named, remarks

BODY = "options.body"
OTHER = """
[options.other]
name = "Other"
form = "network"
from = 2021
scope = { care = 1.0 }
"""


def test_of_a_number_of_years_one_more_one_less_and_none_are_tried() -> None:
    assert nudges(f"{BODY}.guarantee_years", Quantity(value=3)) == (4, 2, 0)
    assert nudges(f"{BODY}.guarantee_years", Quantity(value=0)) == (1,)
    assert nudges(f"{BODY}.from", Quantity(value=2026)) == (2027, 2025)


def test_a_guarantee_that_counts_only_where_there_is_one_is_not_without_effect() -> None:
    path = f"{BODY}.guarantee_years"
    changes = {path: 6, f"{BODY}.joint_fte": {"clerk": 27.0}, f"{BODY}.social_plan_per_fte": 50_000}
    assert path not in named(remarks("", changes))


@pytest.mark.parametrize("path", [f"{BODY}.then.year", f"{BODY}.until"])
def test_of_a_year_past_the_horizon_is_said_so_and_that_a_year_was_tried(path: str) -> None:
    then = {"year": 2040, "option": "other"}
    changes = {f"{BODY}.then": then} if "then" in path else {path: 2040}
    found = remarks(OTHER, changes)
    note = next(note for note in found if note.code == "inert" and note.path == path)
    assert "een jaar meer en minder" in message(note, "nl")
    assert "na het laatste jaar dat telt (2027)" in message(note, "nl")
    assert "begins_anew" not in {each.code for each in found}
