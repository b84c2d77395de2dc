"""Bars: what each figure does (tornado), each stress test, and shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.plots.canvas import (
    LEAST,
    Axis,
    Look,
    amount,
    axis_of,
    ends,
    fill,
    labelled,
    labels_width,
)
from orgdesign.tui.widgets.content import Lines, Tone, plain_lines
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.parts_of_sensitivity import Made
    from orgdesign.sensitivity.tornado import Bar

LESS, MORE = "-", "+"
"""What bars are made of: less cost, more cost."""


def tornado(made: Made, look: Look) -> Lines:
    """Return a bar for each figure, from its outcome at low (l) to that at high (h)."""
    from orgdesign.tables.sensitivity.naming import spoken_name

    bars: tuple[Bar, ...] = made.found if isinstance(made.found, tuple) else ()
    if not bars:
        return ()
    language = look.settings.language
    names = [spoken_name(look.scenario, bar.path, language) for bar in bars]
    label = labels_width(names, look.width)
    outcomes = [each for bar in bars for each in (bar.at_low, bar.at_high, bar.central)]
    axis = axis_of(outcomes, look.width - label - 2)
    signed = look.settings.against != "absolute"
    low, high = (amount(end, look, signed=signed) for end in (axis.low, axis.high))
    return (
        *plain_lines(say("app.plot_tornado", language), "quiet"),
        ends("", label, axis, low, high),
        *(
            labelled(name, label, _whole_bar(bar, axis), here=bar.path == look.row)
            for bar, name in zip(bars, names, strict=True)
        ),
    )


def _whole_bar(bar: Bar, axis: Axis) -> list[str]:
    line, middle = axis.empty(), axis.at(bar.central)
    outcomes = sorted(
        ((bar.at_low, "l"), (bar.at_high, "h")), key=lambda end: -abs(end[0] - bar.central)
    )
    for outcome, _ in outcomes:
        fill(line, LESS if outcome < bar.central else MORE, axis.at(outcome), middle)
    line[middle] = "|"
    for outcome, letter in outcomes:
        if axis.at(outcome) != middle:
            line[axis.at(outcome)] = letter
    return line


def stress(made: Made, look: Look) -> Lines:
    """Return for every test what an option costs above alone, or what it costs."""
    table, language = made.table, look.settings.language
    option = look.settings.options[0] if look.settings.options else ""
    amounts = [at for at, column in enumerate(table.columns) if column.unit != "text"]
    chosen = next((at for at in amounts if table.columns[at].id == option), amounts[0])
    rows = [row for row in table.rows if isinstance(row.cells[chosen], int)]
    if not rows:
        return ()
    label = labels_width((str(row.cells[0]) for row in rows), look.width)
    values = [int(str(row.cells[chosen])) for row in rows]
    axis = axis_of([0, *values], look.width - label - 2)
    title = say("app.plot_stress", language, option=table.columns[chosen].title)
    lines = []
    for row, value in zip(rows, values, strict=True):
        line, zero = axis.empty(), axis.at(0)
        tone: Tone = ""
        if value:
            fill(line, LESS if value < 0 else MORE, axis.at(value), zero)
            tone = "" if not table.columns[chosen].signed else "gain" if value < 0 else "loss"
        line[zero] = "|"
        lines.append(labelled(str(row.cells[0]), label, line, tone, here=row.id == look.row))
    return (*plain_lines(title, "quiet"), *lines)


def indices(made: Made, look: Look) -> Lines:
    """Return the share that each figure has by itself (#) and with others (+)."""
    table, language = made.table, look.settings.language
    names = [str(row.cells[0]) for row in table.rows]
    places = [[c.id for c in table.columns].index(id) for id in ("first", "total")]
    return _shares(
        look,
        say("app.plot_indices", language),
        [row.id for row in table.rows],
        names,
        [[_part(row.cells[at]) for at in places] for row in table.rows],
        "#+",
    )


def frames(made: Made, look: Look) -> Lines:
    """Return how often each frame of a council holds (#)."""
    table, language = made.table, look.settings.language
    holds = [column.id for column in table.columns].index("holds")
    names = [", ".join(str(row.cells[at]) for at in (2, 0, 1)) for row in table.rows]
    shares = [[_part(row.cells[holds]), 1.0] for row in table.rows]
    title = say("app.plot_frames", language)
    return _shares(look, title, [row.id for row in table.rows], names, shares, "#.")


def ranks(made: Made, look: Look) -> Lines:
    """Return how often each option has each rank: its number, as often as it has it."""
    table, language = made.table, look.settings.language
    places = [at for at, column in enumerate(table.columns) if column.id.startswith("rank_")]
    shares = []
    for row in table.rows:
        sums, upto = [], 0.0
        for at in places:
            upto += _part(row.cells[at])
            sums.append(upto)
        shares.append(sums)
    letters = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[: len(places)]
    names = [str(row.cells[0]) for row in table.rows]
    title = say("app.plot_ranks", language)
    return _shares(look, title, [row.id for row in table.rows], names, shares, letters)


def _part(cell: object) -> float:
    return min(max(float(cell), 0.0), 1.0) if isinstance(cell, int | float) else 0.0


def _shares(
    look: Look,
    title: str,
    ids: list[str],
    names: list[str],
    upto: list[list[float]],
    letters: str,
) -> Lines:
    """Return a line for each row: every letter as far as its share comes, from 0 to 100 %."""
    label = labels_width(names, look.width)
    width = max(look.width - label - 2, LEAST)
    lines = []
    for id, name, shares in zip(ids, names, upto, strict=True):
        line = ""
        for letter, share in zip(letters, shares, strict=False):
            line += letter * (round(share * width) - len(line))
        lines.append(labelled(name, label, line, here=id == look.row))
    return (*plain_lines(title, "quiet"), *lines)
