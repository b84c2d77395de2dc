"""Two figures at a time: where the one option costs less, and the line where they are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgdesign.tui.plots.canvas import Look, axis_of, ends, labelled, labels_width
from orgdesign.tui.widgets.content import Lines, plain_lines
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.parts_of_sensitivity import Made
    from orgdesign.sensitivity.two_way import TwoWay


def grid(made: Made, look: Look) -> Lines:
    """Return the grid: - where the first option costs less, + where more, | where as much."""
    from orgdesign.sensitivity.two_way import TwoWay
    from orgdesign.tables.explaining.figure_names import figure_name, figure_value
    from orgdesign.tables.sensitivity.parts import spoken_option

    found, settings = made.found, look.settings
    if not isinstance(found, TwoWay):
        return ()
    language, scenario = settings.language, look.scenario

    def written(path: str, value: float) -> str:
        return figure_value(scenario, path, value, language, settings.numbers)

    values = [written(found.row, value) for value in found.rows.tolist()]
    title = figure_name(scenario, found.column, language)
    label = max(labels_width(values, look.width), 1)
    axis = axis_of(found.columns.tolist(), look.width - label - 2)
    low, high = (written(found.column, end) for end in (axis.low, axis.high))
    names = [spoken_option(scenario, option, language) for option in (found.first, found.second)]
    legend = say("app.plot_grid", language, first=names[0], second=names[1])
    across = f"{low} < {title} > {high}"
    head = ends("", label, axis, low, high) if len(across) > axis.width else ends(
        "", label, axis, f"{low} < {title}", f"> {high}"
    )  # fmt: skip
    return (
        *plain_lines(legend, "quiet"),
        *plain_lines(figure_name(scenario, found.row, language), "quiet"),
        head,
        *(
            labelled(value, label, _row(found, at, axis.width), here=f"row_{at + 1}" == look.row)
            for at, value in enumerate(values)
        ),
    )


def _row(found: TwoWay, at: int, width: int) -> list[str]:
    columns, equal = found.columns, found.equal[at]
    values = np.linspace(columns[0], columns[-1], width)
    apart = np.interp(values, columns, found.apart[at])
    line = ["-" if each < 0 else "+" for each in apart.tolist()]
    axis = axis_of((columns[0], columns[-1]), width)
    for value in equal:
        line[axis.at(value)] = "|"
    return line
