"""What is kept of a scenario between calculations changes no figure, and goes nowhere else."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from sensitivity.worked import worked

from orgdesign.model.calculation import evaluate, recompute
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.scenario import Scenario

OVERHEAD = "options.body.overhead_per_fte"


def bits(result: Result, option: str = "body") -> list[bytes]:
    lines = result.options[option].lines.values()
    return [np.ascontiguousarray(amounts).tobytes() for amounts in lines]


def realised(scenario: Scenario, *values: float) -> Result:
    cases = Cases(len(values), {"options.body.realisation": np.array(values)})
    return evaluate(scenario, cases)


def test_the_same_scenario_gives_the_same_bits_again() -> None:
    scenario = worked()
    assert bits(evaluate(scenario)) == bits(evaluate(scenario)) == bits(evaluate(worked()))


def test_a_case_that_stands_for_a_figure_of_the_form_is_read_after_the_form_was() -> None:
    kept, fresh = worked(), worked()
    evaluate(kept)
    assert "options.body.realisation" not in kept.figures
    assert bits(realised(kept, 0.5, 1.0)) == bits(realised(fresh, 0.5, 1.0))
    half, whole = np.moveaxis(realised(kept, 0.5, 1.0).options["body"].lines["formation"], 2, 0)
    assert (half > whole).any()
    assert bits(evaluate(kept)) == bits(evaluate(worked()))


def test_other_numbers_are_read_anew() -> None:
    scenario = worked()
    evaluate(scenario)
    other = worked(overhead_per_fte="60_000")
    figures = {**scenario.figures, OVERHEAD: other.figures[OVERHEAD]}
    changed = recompute(evaluate(scenario), replace(scenario, figures=figures), [OVERHEAD])
    assert bits(changed) == bits(evaluate(other))


def test_numbers_that_are_kept_cannot_be_written() -> None:
    fte = evaluate(worked()).options["body"].evaluation["fte"]
    with pytest.raises(ValueError, match="read-only"):
        fte[:] = 0.0


def test_what_is_kept_stays_in_its_process() -> None:
    scenario = worked()
    evaluate(scenario)
    assert scenario.kept
    assert pickle.loads(pickle.dumps(scenario)).kept == {}
    assert bits(evaluate(pickle.loads(pickle.dumps(scenario)))) == bits(evaluate(scenario))


def test_results_of_one_result_that_compute_more_are_told_apart() -> None:
    """Two ask for one figure more each: what a change reaches is each one's own."""
    scenario, path = worked(), "tasks.work.overlap"
    base = evaluate(scenario)
    one, other = (recompute(base, scenario, [path]).options["body"].evaluation for _ in range(2))
    _ = one["vulnerable"]
    assert "vulnerable" in one.reached([path])
    _ = other["nobody_there"]
    assert "vulnerable" not in other.reached([path])
    assert "nobody_there" in other.reached([path])
