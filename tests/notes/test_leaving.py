"""A figure that counts where somebody leaves is not said to be without effect."""

from __future__ import annotations

import pytest
from examples import EXAMPLE
from examples import scenario as read

from orgdesign.notes.notes import notes

from .cases import named, remarks, scenario
from .leaving import moves_an_exit

BODY = "options.body"
OF_SURPLUS = (f"{BODY}.guarantee_years", f"{BODY}.social_plan_per_fte")
LEFT_BEHIND = {
    OF_SURPLUS[0]: 1,
    OF_SURPLUS[1]: 60_000,
    f"{BODY}.exit_people": "stay",
    f"{BODY}.exit_notice_years": 0,
    f"{BODY}.exit_rebuilding": 0,
    f"{BODY}.joint_fte": {"clerk": 30.0, "adviser": 3.0},
}


@pytest.mark.parametrize("path", OF_SURPLUS)
def test_what_counts_only_when_people_are_left_behind_is_not_without_effect(path: str) -> None:
    assert moves_an_exit(scenario("", LEFT_BEHIND), path)
    assert path not in named(remarks("", LEFT_BEHIND))


def test_what_moves_nothing_in_an_exit_either_is_without_effect() -> None:
    changes = {**LEFT_BEHIND, f"{BODY}.guarantee_years": 7}
    assert not moves_an_exit(scenario("", changes), OF_SURPLUS[1])
    assert OF_SURPLUS[1] in named(remarks("", changes))


def test_no_figure_of_the_example_that_is_named_moves_an_exit() -> None:
    taken = read(EXAMPLE)
    assert not [name for name in named(notes(taken)) if moves_an_exit(taken, name)]
