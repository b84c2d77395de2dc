"""Switching values: the sentences from the cursor on, each with its place in the range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.plots.canvas import Look, axis_of
from orgdesign.tui.widgets.content import Lines, Spans, plain_lines
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.parts_of_sensitivity import Made
    from orgdesign.sensitivity.switching import Flip

PREFIX = "flip_"
BOTH = "X"
"""Where the value now and the one at which it flips fall in the same place."""


def switching(made: Made, look: Look) -> Lines:
    """Return the sentences, that under the cursor first; * is the value now, x where it flips.

    Where both fall in one place stands X.
    """
    from orgdesign.sensitivity.switching import Switching

    found = made.found
    flips = {
        f"{PREFIX}{number}": flip
        for number, flip in enumerate(found.flips if isinstance(found, Switching) else (), 1)
    }
    ids = [row.id for row in made.table.rows]
    first = ids.index(look.row) if look.row in ids else 0
    lines: list[Spans] = []
    for row in made.table.rows[first:]:
        here = row.id == look.row
        lines += plain_lines(visible(str(row.cells[0])), "mark" if here else "")
        if row.id in flips and flips[row.id].path in look.scenario.figures:
            lines.append(((_scale(flips[row.id], look), ""),))
    legend = plain_lines(say("app.plot_switching", look.settings.language), "quiet")
    return (*lines[:2], *legend, *lines[2:])


def _scale(flip: Flip, look: Look) -> str:
    """Return the range of a figure with the value now and the one at which it flips."""
    from orgdesign.sensitivity.quantities import ends
    from orgdesign.tables.explaining.figure_names import figure_value

    figure, settings = look.scenario.figures[flip.path], look.settings
    low, high = (
        figure_value(look.scenario, flip.path, end, settings.language, settings.numbers)
        for end in ends(figure)
    )
    axis = axis_of(ends(figure), look.width - len(low) - len(high) - 6)
    line = ["-"] * axis.width
    now, there = axis.at(figure.value), axis.at(flip.value)
    line[now] = "*"
    line[there] = "x" if there != now else BOTH
    return f"  {low} |{''.join(line)}| {high}"
