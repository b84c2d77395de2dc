"""What the pictures share: an axis in terminal cells, labels, amounts and lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.tui.widgets.content import Spans, Tone
from orgdesign.tui.widgets.fitting import fit
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.settings import Settings

LEAST = 12
"""Cells that a picture has at least beside its labels."""


class Look(NamedTuple):
    """How a picture is looked at: its width in cells, the row under the cursor, the reader."""

    width: int
    scenario: Scenario
    settings: Settings
    row: str | None = None


class Axis(NamedTuple):
    """An axis from one value to another over so many cells."""

    low: float
    high: float
    width: int

    def at(self, value: float) -> int:
        """Return the cell of a value, the nearest one for a value outside."""
        part = (value - self.low) / ((self.high - self.low) or 1.0)
        return max(0, min(self.width - 1, round(part * (self.width - 1))))

    def empty(self) -> list[str]:
        """Return a line with nothing on it."""
        return [" "] * self.width


def axis_of(values: Iterable[float], width: int) -> Axis:
    """Return the axis that holds some values."""
    given = list(values)
    return Axis(min(given), max(given), max(width, LEAST))


def fill(line: list[str], letter: str, start: int, end: int) -> None:
    """Put a letter on every cell from one to another, whichever comes first."""
    first, last = sorted((start, end))
    line[first : last + 1] = letter * (last + 1 - first)


def labels_width(labels: Iterable[str], width: int) -> int:
    """Return the width of a column of labels: at most two fifths of the picture."""
    return min(max(map(len, labels), default=0), width * 2 // 5)


def labelled(
    label: str, width: int, picture: list[str] | str, tone: Tone = "", *, here: bool = False
) -> Spans:
    """Return a line: whether the cursor is there, its label in so many cells, its picture."""
    mark = ">" if here else " "
    head = f"{mark}{fit(visible(label), width)} "
    return (head, "mark" if here else ""), ("".join(picture), tone)


def ends(label: str, width: int, axis: Axis, low: str, high: str) -> Spans:
    """Return the line over an axis: what it is about, and what its ends are."""
    room = axis.width - len(low)
    return (f" {fit(visible(label), width)} ", ""), (low + high.rjust(max(room, 1)), "quiet")


def amount(euros: float, look: Look, *, signed: bool = True) -> str:
    """Return an amount as the table has it."""
    from orgdesign.tables.sensitivity.parts import money_text

    settings = look.settings.change(per_inhabitant=False)
    return money_text(euros, settings, 1.0, signed=signed)
