"""Where the cursor goes in a grid of options as they come, go and are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.tui.widgets.grid import NumberGrid


def point_at(grid: NumberGrid, cell: tuple[str, str] | None) -> None:
    """Stand on the option of a cell, where the grid has it."""
    ids = _ids(grid)
    if cell and cell[0] in ids:
        grid.go_to(grid.row, ids.index(cell[0]))


def go_to_new(grid: NumberGrid, before: Sequence[str]) -> None:
    """Go to an option that was not there before: it may stand out of sight."""
    ids = _ids(grid)
    new = [id for id in ids if id not in before]
    if before and len(new) == 1:
        grid.go_to(grid.row, ids.index(new[0]))


def stay_beside(grid: NumberGrid, option: str, at: int) -> None:
    """Go to the option that stands where one was taken out, or the last before staying alone."""
    ids = _ids(grid)
    if option and option not in ids:
        grid.go_to(grid.row, max(1, min(at, len(ids) - 2)))


def _ids(grid: NumberGrid) -> list[str]:
    return [column.id for column in grid.content.columns]
