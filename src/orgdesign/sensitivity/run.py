"""Many cases in blocks, over no executor or any: the same bits either way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from functools import partial

import numpy as np

from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import measure
from orgdesign.model.result import Array, Cases
from orgdesign.scenario.scenario import ALONE, Scenario

Outcomes = Mapping[tuple[str, str], Array]
"""For each option and measure an array over (municipality, case). Unit: euros."""

LARGEST_BLOCK, SMALLEST_BLOCK = 512, 32
CELLS = 2**18
"""Numbers in one array of a block, so that a few of them fit the cache."""


def block_size(scenario: Scenario) -> int:
    """Return how many cases go into a block: a power of two that depends on the study alone."""
    cells = max(1, len(scenario.municipalities) * len(scenario.years))
    wanted = min(LARGEST_BLOCK, max(SMALLEST_BLOCK, CELLS // cells))
    return 1 << (wanted.bit_length() - 1)


def blocks(cases: Cases, size: int) -> Iterator[Cases]:
    """Yield the cases in blocks of one size, the last one padded with its last case."""
    for first in range(0, cases.number, size):
        positions = np.minimum(np.arange(first, first + size), cases.number - 1)
        yield Cases(size, {path: values[positions] for path, values in cases.values.items()})


def outcomes(
    scenario: Scenario,
    cases: Cases,
    measures: Sequence[str],
    options: Sequence[str] | None = None,
    executor: Executor | None = None,
) -> Outcomes:
    """Return measures of options for every case; the zero option is always among them.

    An executor maps the blocks; which one, and how many workers it has, changes no bit.
    """
    wanted = [ALONE, *(scenario.options if options is None else options)]
    work = partial(_block, scenario, tuple(measures), tuple(dict.fromkeys(wanted)))
    pieces = blocks(cases, block_size(scenario))
    found = list(executor.map(work, pieces) if executor else map(work, pieces))
    return {
        name: np.concatenate([piece[name] for piece in found], axis=1)[:, : cases.number]
        for name in found[0]
    }


def _block(
    scenario: Scenario, measures: Sequence[str], options: Sequence[str], cases: Cases
) -> dict[tuple[str, str], Array]:
    result = evaluate(scenario, cases, options)
    shape = (len(scenario.municipalities), cases.number)
    return {
        (option, name): np.ascontiguousarray(np.broadcast_to(measure(result, option, name), shape))
        for option in result.options
        for name in measures
    }
