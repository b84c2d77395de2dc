"""Which key shares which cost of an option, and by which figures."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from orgdesign.allocation.pools import key_of
from orgdesign.allocation.wiring import WEIGHTS
from orgdesign.lines import LINES
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.result import Array
from orgdesign.model.stated import keys_of_amounts

Years = NDArray[np.bool_]
"""Whether something is so, year by year."""


def shared_node(line: str) -> str:
    """Return the node of what the participants share on a line."""
    return f"shared:{line}" if LINES[line].borne == "own" else f"total:{line}"


def lines_by_key(figures: Evaluation) -> dict[str, list[str]]:
    """Return the lines of an option with a cost to share, by the key that shares them."""
    found: dict[str, list[str]] = {}
    for line in LINES.values():
        if figures[shared_node(line.id)].any():
            named = line.pool if line.borne == "own" else line.id
            found.setdefault(key_of(figures.reading, named), []).append(line.id)
    return found


def years_by_key_of_amounts(figures: Evaluation) -> dict[str, Years]:
    """Return in which years an amount falls that has a key of its own, by that key."""
    flow = figures["amount_flow"][0, ..., 0]
    whole = np.broadcast_to(flow, (flow.shape[0], len(figures.reading.scenario.years)))
    keys = enumerate(keys_of_amounts(figures.reading))
    return {key: whole[figures["amount_key"] == position].any(axis=0) for position, key in keys}


def years_with_cost(figures: Evaluation, lines: list[str]) -> Years:
    """Return in which years one of the lines has a cost to share."""
    years = len(figures.reading.scenario.years)
    rows = [np.broadcast_to(figures[shared_node(line)][0, 0, :, 0], (years,)) for line in lines]
    return np.asarray(np.any(rows, axis=0), dtype=bool)


def weighed_by(figures: Evaluation, key: str, used: Years) -> Iterator[tuple[str, str, Years]]:
    """Yield the keys and figures that a key rests on, with their node and the years they count in.

    `used` are the years in which the key itself counts.
    """
    document = figures.reading.scenario.document
    if key in WEIGHTS:
        yield key, WEIGHTS[key], used
    if key in document.figures:
        yield key, f"figure:{key}", used
    table = document.keys.get(key)
    if table is None:
        return
    if table.path is not None:
        new = _growth(figures, key, used.size)
        yield from weighed_by(figures, table.path.from_, used & (new < 1))
        used = used & (new > 0)
    if table.fixed is not None:
        yield key, f"fixed:{key}", used
    if table.fixed_part is not None:
        yield from weighed_by(figures, table.fixed_part.key, used)
    if table.settlement is not None:
        yield from weighed_by(figures, table.settlement.by, used)
    parts = [part for part, weight in (table.mix or {}).items() if weight.value > 0]
    for part in [table.figure] if table.figure else parts:
        yield from weighed_by(figures, part, used)


def _growth(figures: Evaluation, key: str, years: int) -> Array:
    """Return the weight of the new key of a growth path in each year."""
    start = float(figures[f"path_start:{key}"][0, 0, 0, 0])
    length = float(figures[f"path_years:{key}"][0, 0, 0, 0])
    passed = np.arange(float(years)) - start
    return np.clip(passed / length, 0.0, 1.0) if length > 0 else (passed >= 0).astype(float)
