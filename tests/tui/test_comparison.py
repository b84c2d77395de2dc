"""The comparison as the screen shows it: letters of gain and loss, and marks of thresholds."""

from __future__ import annotations

import pytest
from examples import ROOT

from orgdesign.measures import Measure
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.tui.comparison import FAILS, View, comparison


def failing() -> Result:
    """A result of which one option misses both frames."""
    loaded = load(
        ROOT / "scenarios" / "tiny.toml",
        [
            "options.host_zuid.thresholds.structural_gain_at_least=1_000_000",
            "options.host_zuid.process_fixed=50_000",
        ],
    )
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def shown(result: Result, view: View) -> list[str]:
    """The cells of the option."""
    return [row.cells[-1].text for row in comparison(result, view, "nl").content().rows]


@pytest.mark.parametrize(
    ("measure", "year", "marked"),
    [
        ("structural_cost", None, True),
        ("structural_cost", 2029, True),
        ("structural_cost", 2027, False),
        ("transition_cost", None, False),
        ("present_value", None, False),
    ],
)
def test_a_mark_stands_by_the_amount_that_the_threshold_is_about(
    measure: Measure, year: int | None, marked: bool
) -> None:
    cells = shown(failing(), View(measure=measure, year=year))
    assert any(cell.endswith(FAILS) for cell in cells) == marked


def test_a_year_of_payback_is_neither_gain_nor_loss() -> None:
    cells = shown(failing(), View(measure="payback"))
    assert any(cell.strip().isdigit() for cell in cells)
    assert not any(cell.rstrip().endswith((" N", " V")) for cell in cells)
