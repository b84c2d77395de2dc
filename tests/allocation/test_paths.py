"""When the growth path of a key starts, as a figure that may be uncertain."""

import numpy as np
import pytest
from examples import ROOT

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.load import load

START = "keys.step.path.start"


def started(year: int) -> Result:
    loaded = load(
        ROOT / "scenarios" / "tiny.toml",
        [
            'keys.step={name="Step", mix={equal=1}}',
            f'keys.step.path={{from="inhabitants", years=2, start={year}}}',
            'options.host_zuid.keys.all="step"',
        ],
    )
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def test_the_path_starts_in_its_year() -> None:
    shares = started(2027).options["host_zuid"].evaluation["key:step"][0, 0, :, 0]
    assert shares.tolist() == pytest.approx([0.4, 0.4, 0.4, 0.45, 0.5])


def test_a_start_is_tried_as_any_figure_and_drawn_as_a_whole_year() -> None:
    scenario = started(2027).scenario
    assert START in scenario.figures
    drawn = evaluate(scenario, Cases(3, {START: np.array([2025.6, 2026.5, 2028.2])}))
    for row, year in enumerate((2026, 2027, 2028)):
        single = started(year).options["host_zuid"].lines
        for line, amounts in drawn.options["host_zuid"].lines.items():
            assert (amounts[..., row] == single[line][..., 0]).all(), (year, line)
