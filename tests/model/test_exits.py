"""What an exit leaves the others with, by hand."""

import numpy as np
import pytest

from orgdesign.model.exits import Exit

NOTHING = np.zeros(3)


@pytest.mark.parametrize(
    ("loss", "paid", "covered"),
    [
        ([100, 60, 40], [50, 0, 0], 0.25),
        ([0.1, 0, 0], [0.05, 0, 0], 0.5),
        ([0.004, 0, 0], [0, 0, 0], None),
        ([-100, 0, 0], [50, 0, 0], None),
    ],
)
def test_what_is_covered_is_the_part_of_a_loss_of_a_cent_or_more(
    loss: list[float], paid: list[float], covered: float | None
) -> None:
    before, compensation = np.array(loss), np.array(paid)
    found = Exit(
        ("north",), 2027, NOTHING, NOTHING, compensation, NOTHING, before, before - compensation
    )
    assert found.covered == (None if covered is None else pytest.approx(covered))
