"""Rules around a key, by hand."""

import numpy as np
import pytest

from orgdesign.allocation.rules import with_fixed_part
from orgdesign.model.axes import Array

REST, FIXED = [0.8, 0.2], [0.5, 0.5]


def column(values: list[float]) -> Array:
    return np.array(values)[:, None, None, None]


def shares(total: float) -> list[float]:
    """Return the shares of a pool of which 40 at an index of 1.5 has a key of its own."""
    amount, index, whole = (np.full((1, 1, 1, 1), each) for each in (40.0, 1.5, total))
    found = with_fixed_part(column(REST), column(FIXED), amount, index, whole)
    return [float(each) for each in found.ravel()]


def test_a_fixed_part_grows_with_prices_and_has_its_own_key() -> None:
    # Of 240 a fixed 60 half and half, the other 180 as 8 to 2: 30 + 144 and 30 + 36.
    assert shares(240.0) == pytest.approx([174 / 240, 66 / 240])


def test_a_fixed_part_is_no_more_than_the_pool() -> None:
    assert shares(50.0) == pytest.approx(FIXED)


@pytest.mark.parametrize("total", [-100.0, 0.0])
def test_a_pool_that_is_a_credit_or_nothing_has_no_fixed_part(total: float) -> None:
    assert shares(total) == pytest.approx(REST)
