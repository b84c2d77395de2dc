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
CASES_AT_ONCE = 8192
"""Cases of one batch with every array full size: some 2.5 GB."""


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
        full, what = "numpy, every array full size", "a case of 30 quantities, with caps"
        pairs = in_turn(ours, _per_case(side, "blocks", CASES), 3)
        yield _row(what, f"{full}, best block", pairs, "8 x")
        once = Pairs((ours(),), (_per_case(side, "whole", CASES_AT_ONCE)(),))
        yield _row(what, f"{full}, one batch of {CASES_AT_ONCE}", once, "25 x")
        theirs = side.timer(f"salib {ROWS}")
        what = "Sobol indices of 42 outputs"
        pairs = in_turn(side.timer(f"saltelli {ROWS}"), theirs, 3)
        yield _row(f"{what}, {ROWS} rows", "SALib", pairs, "")
        pairs = in_turn(side.timer("chaos 0"), theirs, 3)
        yield _row(f"{what}, by a fit", f"SALib, {ROWS} rows", pairs, "")


def estimates() -> Iterator[Row]:
    """Yield what the indices take on many rows: all of it, estimating alone, and by a fit.

    Both sides run the same fast model on the same number of cases and give bounds by bootstrap.
    """
    python = beside("sampling")
    if python is None:
        return
    with Side("sampling", python, "sampling_side.py") as side:
        ours, theirs = (side.timer(f"{name} {MANY_ROWS}") for name in ("estimate", "analyze"))
        what = f"estimating the indices of 42 outputs, {MANY_ROWS} rows"
        yield _row(what, "SALib", Pairs((ours(),), (theirs(),)), "")
        whole = side.timer(f"salib {MANY_ROWS}")()
        reference, fit = side.timer(f"saltelli {MANY_ROWS}")(), side.timer("chaos 0")()
        what = f"indices of 42 outputs, {MANY_ROWS} rows, the model and all"
        yield _row(what, "SALib", Pairs((reference,), (whole,)), "12 x")
        what, against = "indices of 42 outputs, by a fit", f"SALib, {MANY_ROWS} rows"
        yield _row(what, against, Pairs((fit,), (whole,)), "500 x is the aim")


def _per_case(side: Side, name: str, cases: int) -> Timer:
    """Return a timer of one case out of many."""
    every = side.timer(f"{name} {cases}")
    return lambda: every() / cases


def _row(what: str, against: str, pairs: Pairs, asked: str) -> Row:
    from measures import Row

    ours, theirs = (f"{seconds * 1000:.3g}" for seconds in pairs.medians)
    return Row(what, against, f"{1 / pairs.ratio:.1f} x faster", asked, f"{ours} / {theirs}")
