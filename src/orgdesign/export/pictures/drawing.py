"""What a picture shows, before anything is drawn: panels of lines with bars, from cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from orgdesign.words import Language, say

Kind = Literal[
    "total", "more", "less", "low", "high", "wide", "half", "median",
    "follows", "other_job", "no_place", "settled", "left", "decides", "work",
    "room", "late", "latest",
]  # fmt: skip
"""What a bar means; each has a look and a word of its own."""

MOST_LINES = 60
"""Lines that an alternative text spells out; the table beside it has them all."""


class Bar(NamedTuple):
    """A bar from one amount to another."""

    start: float
    end: float
    kind: Kind


class Line(NamedTuple):
    """A row of a panel: its label, its bars, and what is printed beside them."""

    label: str
    bars: tuple[Bar, ...]
    said: str
    before: bool = False
    """Whether that stands left of the bars."""


class Panel(NamedTuple):
    """Lines on one scale, under a title."""

    title: str
    lines: tuple[Line, ...]
    zero: float = 0.0
    """Where a thin line is drawn from top to bottom."""


class Drawing(NamedTuple):
    """A picture as data."""

    panels: tuple[Panel, ...]
    unit: str
    """The unit in words."""
    columns: int = 1
    """Panels beside each other."""
    same_scale: bool = False
    dates: bool = False
    """Whether the scale is of days, counted as Python counts them, instead of amounts."""

    def kinds(self) -> tuple[Kind, ...]:
        """Return the kinds of bars that occur, in the order of their words."""
        return tuple(
            dict.fromkeys(
                bar.kind for panel in self.panels for line in panel.lines for bar in line.bars
            )
        )


def in_words(drawing: Drawing, title: str, language: Language) -> str:
    """Return what a picture shows for who cannot see it."""
    told, lines = [], list(_told(drawing))
    told += lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        told.append(say("pictures.rest", language))
    return f"{title} ({drawing.unit}). {' '.join(told)}"


def _told(drawing: Drawing) -> Iterator[str]:
    for panel in drawing.panels:
        start = f"{panel.title}: " if panel.title else ""
        for line in panel.lines:
            yield f"{start}{line.label} {line.said};"
            start = ""
