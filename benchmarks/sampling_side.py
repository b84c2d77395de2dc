"""One side of the sampling benchmarks: answers each line with the seconds that a question took.

Questions: `ours CASES`, `value CASES`, `ema CASES`, `full CASES`, `whole CASES`, `blocks CASES`,
`saltelli ROWS`, `chaos`, `salib ROWS`; `estimate ROWS` and `analyze ROWS` with a model that takes
no time.
Seconds are those of the processor.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

import full_size_option as full_size
import numpy as np
from study import scenario

from orgdesign.model.calculation import evaluate, recompute
from orgdesign.model.outcomes import structural_cost
from orgdesign.model.result import Cases
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity import chaos, saltelli
from orgdesign.sensitivity.crossed import Crossed, blocks
from orgdesign.sensitivity.draws import points
from orgdesign.sensitivity.factors import Factor, cases_of, factors
from orgdesign.sensitivity.study import Study

Model = Callable[[np.ndarray], np.ndarray]
"""Gives outputs, (case, output), of ranks, (quantity, case)."""
QUANTITIES = 30
"""Uncertain quantities of the study; the others are certain."""
AGREED = 64
"""Cases in which the model with arrays of full size is held against the program."""


@cache
def given() -> tuple[Scenario, tuple[Factor, ...], Study]:
    """Return the study: 7 municipalities, 6 options, 20 jobs, 10 years, 30 quantities."""
    loaded = load_text(scenario(7, 6, 20, 10))
    assert loaded.scenario is not None
    kept = [path for path, figure in loaded.scenario.figures.items() if figure.uncertain]
    certain = {"low": None, "high": None}
    figures = {
        path: figure if path in kept[:QUANTITIES] else figure.replaced(**certain)
        for path, figure in loaded.scenario.figures.items()
    }
    made = replace(loaded.scenario, figures=figures)
    return made, factors(made), Study(made, made.options, made.municipalities)


def drawn(cases: int) -> Cases:
    """Return so many cases of the quantities."""
    ranks = points(QUANTITIES, cases, np.random.default_rng(1), "sobol")
    return cases_of(given()[1], ranks)


def ours(cases: int) -> None:
    """Compute cases in blocks."""
    given()[2].costs(drawn(cases))


@cache
def of_present_value() -> Study:
    """Return the study asked for its present value: it keeps its central case, as `given` does."""
    return replace(given()[2], measure="present_value")


def value(cases: int) -> None:
    """Compute the present value alone of cases in blocks."""
    of_present_value().costs(drawn(cases))


def full(cases: int) -> None:
    """Compute all cases in one batch."""
    evaluate(given()[0], drawn(cases))


def whole(cases: int) -> None:
    """Compute all cases in one batch with every array full size."""
    held_against()
    full_size.outcomes(given()[0], drawn(cases))


def in_blocks(cases: int) -> None:
    """Compute cases in the blocks in which arrays of full size are quickest."""
    _blocks(cases, quickest())


@cache
def held_against() -> None:
    """See to it that arrays of full size give the figures of the program."""
    assert full_size.agrees(given()[2], drawn(AGREED)), "the model of full size gives other figures"


@cache
def quickest() -> int:
    """Return the size of block in which arrays of full size take least time."""
    held_against()

    def took(size: int) -> float:
        begin = time.process_time()
        _blocks(256, size)
        return time.process_time() - begin

    return min((4, 8, 16, 32, 64, 128), key=took)


def _blocks(cases: int, size: int) -> None:
    for part in blocks(drawn(cases), size):
        full_size.outcomes(given()[0], part)


def ema(cases: int) -> None:
    """Let the EMA workbench run the same model once for each case."""
    from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator

    made, found, _ = given()
    central = evaluate(made)
    paths = [factor.id for factor in found]

    def model(**values: float) -> dict[str, float]:
        case = Cases(1, {path: np.array([values[f"x{n}"]]) for n, path in enumerate(paths)})
        result = recompute(central, made, paths, case)
        return {
            option: float(structural_cost(result, option).sum())
            for option in (ALONE, *made.options)
        }

    study = Model("study", function=model)
    ends = [made.figures[path] for path in paths]
    study.uncertainties = [
        RealParameter(f"x{n}", figure.low or 0.0, figure.high or 0.0)
        for n, figure in enumerate(ends)
    ]
    study.outcomes = [ScalarOutcome(option) for option in (ALONE, *made.options)]
    with SequentialEvaluator(study) as evaluator:
        evaluator.perform_experiments(scenarios=cases)


def outputs(ranks: np.ndarray) -> np.ndarray:
    """Return 42 outputs of cases: every option less alone, by municipality, (case, output)."""
    return _outputs(cases_of(given()[1], ranks))


def _outputs(cases: Cases | Crossed) -> np.ndarray:
    costs = given()[2].costs(cases)
    found = [costs[option] - costs[ALONE] for option in given()[0].options]
    return np.concatenate(found).T


def cheap(ranks: np.ndarray) -> np.ndarray:
    """Return 42 outputs of a model that takes no time: weighted sums, (case, output)."""
    weights = np.random.default_rng(2).uniform(size=(QUANTITIES, 42))
    return np.asarray(ranks.T @ weights + (ranks[:1] * ranks[1:2]).T)


def by_saltelli(rows: int) -> None:
    """Estimate the indices of 42 outputs on so many rows, with bootstrap bounds."""
    first, second = _two_samples(rows)
    drawn = given()[1]
    groups = tuple(tuple(factor.figures) for factor in drawn)
    found = _outputs(Crossed(cases_of(drawn, first), cases_of(drawn, second), groups))
    _estimate(found.reshape(rows, QUANTITIES + 2, -1))


def estimate(rows: int) -> None:
    """Estimate as many indices of a model that takes no time."""
    single = [np.array([at]) for at in range(QUANTITIES)]
    ranks = saltelli.crossed(*_two_samples(rows), single)
    _estimate(cheap(ranks.reshape(QUANTITIES, -1)).reshape(rows, QUANTITIES + 2, -1))


def _two_samples(rows: int) -> tuple[np.ndarray, np.ndarray]:
    both = points(2 * QUANTITIES, rows, np.random.default_rng(1), "sobol")
    return both[:QUANTITIES], both[QUANTITIES:]


def _estimate(found: np.ndarray) -> None:
    for output in range(found.shape[-1]):
        saltelli.estimates(found[..., output], 1)


def by_salib(rows: int, model: Model = outputs) -> None:
    """Let SALib estimate the same on as many rows, with the same fast model."""
    from SALib.analyze import sobol as analyze
    from SALib.sample import sobol as sample

    names = [f"x{n}" for n in range(QUANTITIES)]
    problem = {"num_vars": QUANTITIES, "names": names, "bounds": [[1e-9, 1 - 1e-9]] * QUANTITIES}
    points_of = sample.sample(problem, rows, calc_second_order=False, seed=1)
    found = model(np.ascontiguousarray(points_of.T))
    for output in range(found.shape[-1]):
        analyze.analyze(problem, found[:, output], calc_second_order=False, seed=1)


def by_chaos(_rows: int) -> None:
    """Fit 42 outputs by polynomials."""
    cases = chaos.OVERSAMPLED * chaos.terms(QUANTITIES)
    ranks = points(QUANTITIES, cases, np.random.default_rng(1), "sobol")
    terms = chaos.basis(given()[1], ranks, 1)
    assert terms is not None
    for column in outputs(ranks).T:
        chaos.fit(terms, column)


QUESTIONS: dict[str, Callable[[int], None]] = {
    "ours": ours,
    "value": value,
    "ema": ema,
    "full": full,
    "whole": whole,
    "blocks": in_blocks,
    "saltelli": by_saltelli,
    "salib": by_salib,
    "estimate": estimate,
    "analyze": partial(by_salib, model=cheap),
    "chaos": by_chaos,
}


def main() -> None:
    """Answer questions until there are no more."""
    for line in sys.stdin:
        name, number = line.split()
        begin = time.process_time()
        QUESTIONS[name](int(number))
        print(json.dumps({"seconds": time.process_time() - begin}), flush=True)


if __name__ == "__main__":
    main()
