"""Sobol indices of an output: by a fit where that is good enough, else by the reference."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np

from orgdesign.sensitivity import chaos
from orgdesign.sensitivity.draws import correlated, points
from orgdesign.sensitivity.factors import Factor, correlations
from orgdesign.sensitivity.outputs import Output, blocks_of
from orgdesign.sensitivity.run import Told, on_and_on
from orgdesign.sensitivity.saltelli import Bounded, estimates

GOOD = 0.98
"""The leave-one-out R2 that a fit must have."""
MOST = 60
"""The factors of which a fit is made unasked: its time grows with the sixth power of them."""
ROWS = 1024
"""Rows of the reference where nothing else is asked."""
Method = Literal["chaos", "saltelli"]


class Index(NamedTuple):
    """Factors that hang together, often one, with their first and total index."""

    factors: tuple[str, ...]
    first: Bounded
    total: Bounded


class Indices(NamedTuple):
    """The indices of an output, the largest total first.

    `r2` is that of the fit, not a number where none was made; `cases` were computed, and where
    it was stopped `rows` of those asked for.
    """

    output: Output
    indices: tuple[Index, ...]
    method: Method
    r2: float
    cases: int
    rows: int
    asked: int


def indices(
    output: Output,
    seed: int = 0,
    rows: int = ROWS,
    method: Method | None = None,
    told: Told = on_and_on,
) -> Indices:
    """Return the first and total indices of everything that can reach an output.

    By a second-order fit where its leave-one-out R2 is at least 0.98; below that, for an output
    that jumps, where inputs hang together and where they are many, by the estimators of Saltelli
    and Jansen on so many rows. `method` asks for one of the two.
    """
    drawn = output.factors
    independent = all(block.size == 1 for block in blocks_of(output.study, drawn))
    fitted = None
    wanted = method == "chaos" or (method is None and len(drawn) <= MOST)
    if wanted and independent and drawn:
        fitted = _by_fit(output, drawn, seed, told)
        if fitted is not None and (method == "chaos" or fitted.r2 >= GOOD):
            return fitted
    found = _by_reference(output, drawn, seed, rows, told)
    return found if fitted is None else found._replace(r2=fitted.r2)


def _by_fit(output: Output, drawn: tuple[Factor, ...], seed: int, told: Told) -> Indices | None:
    """Return the indices of a fit, None where its cases are too few or do not tell terms apart."""
    number = chaos.OVERSAMPLED * chaos.terms(len(drawn))
    ranks = points(len(drawn), number, np.random.default_rng(seed), "sobol")
    outputs = output.at(drawn, ranks, told)
    if outputs.size < number:
        return None
    terms = chaos.basis(drawn, ranks, seed)
    if terms is None:
        return None
    fitted = chaos.fit(terms, outputs)
    found = [Index((factor.id,), *pair) for factor, pair in zip(drawn, fitted.indices, strict=True)]
    return Indices(output, _ordered(found), "chaos", fitted.r2, number, number, number)


def _by_reference(
    output: Output, drawn: tuple[Factor, ...], seed: int, rows: int, told: Told
) -> Indices:
    """Return the indices by rows of two samples; factors that hang together are one."""
    blocks = blocks_of(output.study, drawn)
    both = points(2 * len(drawn), rows, np.random.default_rng(seed), "sobol")
    wanted = correlations(output.study.scenario, drawn)
    one = correlated(both[: len(drawn)], wanted)
    other = correlated(both[len(drawn) :], wanted)
    outputs = output.crossed(drawn, one, other, blocks, told)
    done = len(outputs)
    pairs = estimates(outputs, seed)
    found = [
        Index(tuple(drawn[at].id for at in block), *pair)
        for block, pair in zip(blocks, pairs, strict=True)
    ]
    return Indices(output, _ordered(found), "saltelli", np.nan, outputs.size, done, rows)


def _ordered(found: list[Index]) -> tuple[Index, ...]:
    return tuple(sorted(found, key=lambda each: -each.total.value))
