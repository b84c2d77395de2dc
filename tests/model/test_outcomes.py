import numpy as np
import pytest
from examples import example, gallery

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import (
    MEASURES,
    Payback,
    _payback,
    against_alone,
    joint_payback,
    measure,
    payback,
    present_value,
    total_cost,
)
from orgdesign.scenario.scenario import Scenario

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


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_the_total_is_every_line_but_grant_and_programme(scenario: Scenario) -> None:
    result = evaluate(scenario)
    for option, found in result.options.items():
        every = sum(found.lines.values())
        apart = sum(
            found.lines[line.id] for line in LINES.values() if line.kind in ("grant", "programme")
        )
        np.testing.assert_allclose(total_cost(result, option), every - apart, atol=1e-6)


def test_present_value_discounts_from_the_second_year() -> None:
    result = evaluate(example())
    yearly = total_cost(result, "alone")[..., 0]
    by_hand = sum(yearly[:, y] / 1.02**y for y in range(yearly.shape[1]))
    np.testing.assert_allclose(present_value(result, "alone")[:, 0], by_hand, rtol=1e-12)


def test_against_alone_is_nothing_for_alone_itself() -> None:
    result = evaluate(example())
    for name in (*MEASURES, "total_cost"):
        assert not against_alone(result, "alone", name).any()
        assert measure(result, "network", name).shape[0] == 5
