import numpy as np
import pytest
from examples import example

from orgdesign.model.calculation import evaluate
from orgdesign.model.payback import Payback, _payback, joint_payback, payback

YEARS = (2020, 2021, 2022, 2023)


@pytest.mark.parametrize(
    ("difference", "start", "expected"),
    [
        ([-1, -1, -1, -1], 0, "at_once"),
        ([5, -3, -3, -1], 0, 2022),
        ([5, -3, -3, 9], 0, "not_within_horizon"),
        ([5, -6, 4, -4], 0, 2023),
        ([0, 0, 0, 0], 1, "at_once"),
        ([3, -1, -1, -1], 1, 2023),
        ([1, 1, 1, 1], 9, "not_within_horizon"),
    ],
)
def test_payback_is_when_the_running_sum_stays_paid(
    difference: list[float], start: int, expected: Payback
) -> None:
    assert _payback(np.array(difference, dtype=float), start, YEARS) == expected


def test_outside_an_option_payback_does_not_apply() -> None:
    result = evaluate(example())
    assert set(payback(result, "alone")) == {"not_applicable"}
    assert joint_payback(result, "alone") == "not_applicable"
