"""A drawing as SVG and as PNG, the same bytes for the same cells."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator
from datetime import date
from math import ceil
from typing import Any
from xml.sax.saxutils import escape

from orgdesign.export.pictures.drawing import Drawing, Line, Panel
from orgdesign.export.pictures.look import FAINT, INK, LOOKS, PARAMETERS
from orgdesign.tables.table import Table
from orgdesign.words import say
from orgdesign.words.formats import format_of
from orgdesign.words.numbers import number
from orgdesign.words.visible import visible
from orgdesign.words.width import width, wrap

WIDTH = 8.0
"""Inches, as are all measures here; at that width a page of A4 takes it."""
_LINE, _PANEL, _MARGIN, _SMALL = 0.2, 0.56, 0.15, 0.13
_LABEL = 40
"""Most letters of a label on one line."""
_LETTER, _SMALL_LETTER, _BOLD_LETTER = 0.066, 0.056, 0.079
_HEAD = 136
"""Letters that fit beside each other above the bars."""
_DOTS = 150
_TICKS = 6
_NOTES = 3
"""Notes of a table that stand under its picture: draft, prices, year or unit."""


def drawn(drawing: Drawing, table: Table, title: str, alt: str) -> tuple[bytes, bytes]:
    """Return a drawing with its title, unit and origin as SVG and as PNG."""
    import matplotlib

    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(PARAMETERS)
        figure = _figure(drawing, table, title)
        about = {"Title": title, "Description": alt}
        svg = _saved(figure, "svg", {**about, "Date": None, "Creator": "orgdesign"})
        png = _saved(figure, "png", {**about, "Software": "orgdesign"})
    return _told(svg, title, alt, table.language), png


def _saved(figure: Any, form: str, about: dict[str, str | None]) -> bytes:
    data = io.BytesIO()
    figure.savefig(data, format=form, metadata=about, dpi=_DOTS)
    return data.getvalue()


def _told(svg: bytes, title: str, alt: str, language: str) -> bytes:
    """Return an SVG that says what it shows, to who hears it."""
    start, tag, rest = svg.decode().partition("<svg ")
    attributes, end, rest = rest.partition(">")
    named = f'role="img" aria-labelledby="title desc" xml:lang="{language}" {attributes}'
    said = f'<title id="title">{escape(title)}</title><desc id="desc">{escape(alt)}</desc>'
    return f"{start}{tag}{named}{end}\n{said}{rest}".encode()


def _figure(drawing: Drawing, table: Table, title: str) -> Any:
    from matplotlib.figure import Figure

    head = wrap(title, 84)
    foot = [line for note in _below(table) for line in wrap(visible(note), 130)]
    labels = [line.label for panel in drawing.panels for line in panel.lines]
    left = min(_LABEL, max(map(width, labels))) * _LETTER + 2 * _MARGIN
    apart = 0.0 if _fits_beside(drawing, table) else 0.2
    above, below = 0.24 * len(head) + 0.42 + apart, _SMALL * len(foot) + 2 * _MARGIN
    heights = [max(len(p.lines) for p in row) * _LINE + _PANEL for row in _rows(drawing)]
    figure = Figure(figsize=(WIDTH, above + sum(heights) + below))
    figure.set_facecolor("white")
    tall = figure.get_figheight()
    for at, line in enumerate(head):
        place = 1 - (0.24 * at + 0.12) / tall
        figure.text(_MARGIN / WIDTH, place, line, size=11, weight="bold", va="top")
    figure.text(_MARGIN / WIDTH, 1 - (above - 0.3 - apart) / tall, drawing.unit, size=8.5, va="top")
    _legend(figure, drawing, table, 1 - (above - 0.29) / tall)
    for at, line in enumerate(reversed(foot)):
        place = (_MARGIN + _SMALL * at) / tall
        figure.text(_MARGIN / WIDTH, place, line, size=6.2, color=FAINT, va="bottom")
    top = tall - above
    for row, height in zip(_rows(drawing), heights, strict=True):
        room = (WIDTH - left - _MARGIN) / drawing.columns
        for at, panel in enumerate(row):
            box = (left + at * room, top - height + 0.28, room - 0.15, height - _PANEL + 0.04)
            axes = figure.add_axes((box[0] / WIDTH, box[1] / tall, box[2] / WIDTH, box[3] / tall))
            _panel(axes, panel, drawing, table, at)
        top -= height
    return figure


def _rows(drawing: Drawing) -> list[tuple[Panel, ...]]:
    """Return the panels row by row."""
    count, wide = len(drawing.panels), drawing.columns
    return [drawing.panels[at * wide : (at + 1) * wide] for at in range(ceil(count / wide))]


def _below(table: Table) -> Iterator[str]:
    yield from table.notes[:_NOTES]
    if table.identity is not None:
        yield table.identity.line


def _fits_beside(drawing: Drawing, table: Table) -> bool:
    """Return whether what bars mean fits on one line beside the unit; else it stands below it."""
    kinds = [say(f"pictures.{kind}", table.language) for kind in drawing.kinds()]
    return width(drawing.unit) + sum(width(kind) + 6 for kind in kinds) <= _HEAD


def _legend(figure: Any, drawing: Drawing, table: Table, place: float) -> None:
    from matplotlib.patches import Patch

    patches = [
        Patch(
            facecolor=LOOKS[kind].colour,
            hatch=LOOKS[kind].pattern,
            edgecolor=INK,
            linewidth=0.5,
            label=say(f"pictures.{kind}", table.language),
        )
        for kind in drawing.kinds()
    ]
    figure.legend(
        handles=patches,
        loc="upper right",
        bbox_to_anchor=(1.0, place),
        ncols=len(patches),
        frameon=False,
        fontsize=7.5,
        borderpad=0,
        columnspacing=1.4,
    )


def _panel(axes: Any, panel: Panel, drawing: Drawing, table: Table, place: int) -> None:
    wide = axes.get_position().width * WIDTH
    axes.set_xlim(_reach(drawing.panels if drawing.same_scale else (panel,), wide))
    axes.set_ylim(len(panel.lines) - 0.4, -0.6)
    _head(axes, visible(panel.title), drawing)
    axes.axvline(panel.zero, color=INK, linewidth=0.7, zorder=0)
    for at, line in enumerate(panel.lines):
        _bars(axes, at, line)
    axes.set_yticks(range(len(panel.lines)) if place == 0 else [])
    if place == 0:
        axes.set_yticklabels([_label(line.label) for line in panel.lines], fontsize=7)
    axes.tick_params(axis="y", length=0)
    if drawing.dates:
        axes.set_xticks(_new_years(*axes.get_xlim()))
    else:
        axes.locator_params(axis="x", nbins=2 if drawing.columns > 2 else 4)
    axes.xaxis.set_major_formatter(lambda value, _: _tick(value, drawing, table))
    axes.tick_params(axis="x", labelsize=6.5, length=2)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_label_coords(0.5, 0.5)  # they have no words: nobody needs to find their place
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _head(axes: Any, title: str, drawing: Drawing) -> None:
    """Put a title above a panel; one wider than the bars begins above their labels."""
    box = axes.get_position()
    room = box.width * WIDTH / _BOLD_LETTER
    start = 0.0
    if width(title) > room and drawing.columns == 1:
        start, room = (_MARGIN / WIDTH - box.x0) / box.width, (WIDTH - 2 * _MARGIN) / _BOLD_LETTER
    shown = title if width(title) <= room else f"{title[: int(room) - 1]}…"
    axes.set_title(shown, fontsize=8.5, loc="left", pad=4, weight="bold", x=start)


def _new_years(first: float, last: float) -> list[int]:
    """Return the days on which years begin on a scale, at most some of them."""
    years = range(date.fromordinal(ceil(first)).year + 1, date.fromordinal(int(last)).year + 1)
    return [date(year, 1, 1).toordinal() for year in years[:: ceil(len(years) / _TICKS) or 1]]


def _tick(value: float, drawing: Drawing, table: Table) -> str:
    """Return what stands at a place on the scale: an amount, or a day."""
    if drawing.dates:
        return format_of(table.numbers).short_date(date.fromordinal(round(value)))
    return number(round(value), "euros", table.numbers)


def _bars(axes: Any, at: int, line: Line) -> None:
    for bar in line.bars:
        look = LOOKS[bar.kind]
        axes.barh(
            at,
            bar.end - bar.start,
            left=bar.start,
            height=look.height,
            color=look.colour,
            hatch=look.pattern,
            edgecolor=INK,
            linewidth=1.6 if bar.start == bar.end else 0.5,
        )
    ends = [end for bar in line.bars for end in (bar.start, bar.end)] or [0.0]
    axes.annotate(
        visible(line.said),
        (min(ends) if line.before else max(ends), at),
        xytext=(-3 if line.before else 3, 0),
        textcoords="offset points",
        ha="right" if line.before else "left",
        va="center",
        fontsize=6.5,
    )


def _reach(panels: tuple[Panel, ...], inches: float) -> tuple[float, float]:
    """Return the ends of a scale, with room for what is printed beside the bars."""
    ends = [
        end
        for panel in panels
        for line in panel.lines
        for bar in line.bars
        for end in (bar.start, bar.end)
    ]
    zeros = [panel.zero for panel in panels]
    low, high = min(*ends, *zeros), max(*ends, *zeros)
    wide = (high - low) or 1.0
    said = max(width(line.said) for panel in panels for line in panel.lines)
    sides = 1 + any(line.before for panel in panels for line in panel.lines)
    part = min(0.7 / sides, (said * _SMALL_LETTER + 0.06) / inches)
    room = wide * part / (1 - sides * part)
    return low - (room if sides > 1 else 0.01 * wide), high + room


def _label(label: str) -> str:
    """Return a label that fits: the end of a path that is too long, the begin of other words."""
    shown = visible(label)
    if width(shown) <= _LABEL:
        return shown
    return f"{shown[: _LABEL - 1]}…" if " " in shown else f"…{shown[1 - _LABEL :]}"
