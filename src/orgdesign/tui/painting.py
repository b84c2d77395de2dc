"""Numbers painted at once: Textual would first pass messages to and fro."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from orgdesign.tui.widgets.grid import NumberGrid


def paint_numbers(screen: Screen[Any]) -> None:
    """Paint the grids of a screen that changed; what has to be laid out anew waits for that."""
    grids = {grid for grid in screen.query(NumberGrid) if not grid._layout_required}
    if grids:
        screen._dirty_widgets |= grids
        screen._on_timer_update()
