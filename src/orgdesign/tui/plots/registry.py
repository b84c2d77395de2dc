"""The picture of each part of the sensitivity."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from orgdesign.tui.plots.bands import bands
from orgdesign.tui.plots.bars import frames, indices, ranks, stress, tornado
from orgdesign.tui.plots.canvas import Look
from orgdesign.tui.plots.grid import grid
from orgdesign.tui.plots.switching import switching
from orgdesign.tui.widgets.content import Lines

if TYPE_CHECKING:
    from orgdesign.parts_of_sensitivity import Made

PLOTS: dict[str, Callable[[Made, Look], Lines]] = {
    "switching": switching,
    "tornado": tornado,
    "bands": bands,
    "ranks": ranks,
    "frames": frames,
    "grid": grid,
    "stress": stress,
    "indices": indices,
}
"""In the order in which the screen goes through them."""
