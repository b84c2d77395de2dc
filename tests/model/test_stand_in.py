"""Stand-in: people needed, and who reaches them together."""

from __future__ import annotations

import math

import pytest

from orgdesign.model.stand_in import fewest_others, people_needed, posts_needed


@pytest.mark.parametrize(
    ("absence", "level", "people"),
    [(0.1, 0.9, 1), (0.1, 0.99, 2), (0.1, 0.995, 3), (0.06, 0.999, 3), (0.0, 1.0, 1)],
)
def test_so_many_people_are_needed_for_somebody_to_be_there(
    absence: float, level: float, people: int
) -> None:
    assert people_needed(absence, level) == people


def test_no_number_of_people_makes_it_certain() -> None:
    assert people_needed(0.05, 1.0) is None
    assert people_needed(1.0, 0.5) is None
    assert posts_needed(None, 0.8) == math.inf
    assert posts_needed(3, 0.8) == pytest.approx(2.4)


def test_the_largest_others_come_first() -> None:
    assert fewest_others(2.0, [0.5, 1.0], 2.0) == 0
    assert fewest_others(1.0, [0.5, 1.0, 0.2], 2.0) == 1
    assert fewest_others(0.5, [0.5, 1.0, 0.2], 2.0) == 2
    assert fewest_others(0.1, [0.5, 1.0], 2.0) is None
