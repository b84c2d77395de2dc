"""Sampling and indices against other packages, on the same model in the same process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from environments import beside
from games import Side
from pairs import Pairs, Timer, in_turn

if TYPE_CHECKING:
    from measures import Row

CASES, CASES_OF_PEER, ROWS, MANY_ROWS = 2048, 64, 64, 4096
FULL_SIZE = (
    ("blocks", "numpy, every array full size, best block", "8 x"),
    ("whole", "numpy, every array full size, one batch", "25 x"),
)
"""The study as numpy is usually written: the question, the words of the line, what is asked."""


def sampling() -> Iterator[Row]:
    """Yield cases a second against the EMA workbench, and the indices of 42 outputs.

    Both sides of a line are questions to one process that holds both packages and one study of
    7 municipalities, 6 options, 20 jobs, 10 years and 30 quantities.
    """
    python = beside("sampling")
    if python is None:
        return
    with Side("sampling", python, "sampling_side.py") as side:
        ours, each = _per_case(side, "ours", CASES), _per_case(side, "ema", CASES_OF_PEER)
        pairs = in_turn(ours, each, 3)
        yield _row("a case of 30 quantities, with caps", "EMA workbench, per case", pairs, "40 x")
        pairs = in_turn(_per_case(side, "value", CASES), each, 3)
        yield _row("the same, present value alone", "EMA workbench, per case", pairs, "150 x")
        pairs = in_turn(ours, _per_case(side, "full", CASES), 3)
        yield _row(f"{CASES} cases in blocks, for each", "one batch", pairs, "")
        for name, words, asked in FULL_SIZE:
            pairs = in_turn(ours, _per_case(side, name, CASES), 3)
            yield _row("a case of 30 quantities, with caps", words, pairs, asked)
        theirs = side.timer(f"salib {ROWS}")
        what = "Sobol indices of 42 outputs"
        pairs = in_turn(side.timer(f"saltelli {ROWS}"), theirs, 3)
        yield _row(f"{what}, {ROWS} rows", "SALib", pairs, "")
        pairs = in_turn(side.timer("chaos 0"), theirs, 3)
        yield _row(f"{what}, by a fit", f"SALib, {ROWS} rows", pairs, "")


def estimates() -> Iterator[Row]:
    """Yield what the indices take on many rows: estimating alone, and by a fit instead."""
    python = beside("sampling")
    if python is None:
        return
    with Side("sampling", python, "sampling_side.py") as side:
        ours, theirs = (side.timer(f"{name} {MANY_ROWS}") for name in ("estimate", "analyze"))
        what = f"estimating the indices of 42 outputs, {MANY_ROWS} rows"
        yield _row(what, "SALib", Pairs((ours(),), (theirs(),)), "12 x")
        fit, theirs = side.timer("chaos 0"), side.timer(f"salib {MANY_ROWS}")
        what, against = "indices of 42 outputs, by a fit", f"SALib, {MANY_ROWS} rows"
        yield _row(what, against, Pairs((fit(),), (theirs(),)), "12 x")


def _per_case(side: Side, name: str, cases: int) -> Timer:
    """Return a timer of one case out of many."""
    every = side.timer(f"{name} {cases}")
    return lambda: every() / cases


def _row(what: str, against: str, pairs: Pairs, asked: str) -> Row:
    from measures import Row

    ours, theirs = (f"{seconds * 1000:.3g}" for seconds in pairs.medians)
    return Row(what, against, f"{1 / pairs.ratio:.1f} x faster", asked, f"{ours} / {theirs}")
