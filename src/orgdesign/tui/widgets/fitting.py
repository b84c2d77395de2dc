"""Text cut or padded to a number of terminal cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

CUT = "…"
"""Ends a text that does not fit."""


def fit(text: str, width: int, right: bool = False) -> str:
    """Return a text of exactly so many terminal cells, cut with a mark or padded."""
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, max(width - 1, 0)) + CUT[: max(width, 0)]
    padding = " " * (width - length)
    return padding + text if right else text + padding


def fit_middle(text: str, width: int) -> str:
    """Return a text of exactly so many cells; what does not fit is cut out of its middle.

    Texts that begin alike can then still be told apart.
    """
    if cell_len(text) <= width or width < 3:
        return fit(text, width)
    end = (width - 1) // 2
    tail = text
    while cell_len(tail) > end:
        tail = tail[1:]
    return set_cell_size(text, width - 1 - cell_len(tail)) + CUT + tail
