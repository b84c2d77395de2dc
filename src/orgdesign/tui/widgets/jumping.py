"""Jumping: every row and column in sight gets letters, and typing them goes there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from string import ascii_lowercase, ascii_uppercase

from textual import events

from orgdesign.tui.widgets.lined import LineView


def labels(places: Iterable[int], letters: str) -> dict[str, int]:
    """Return places by their label: one letter where there are enough, else two."""
    wanted = tuple(places)
    one = len(wanted) <= len(letters)
    names = letters if one else map("".join, product(letters, letters))
    return dict(zip(names, wanted, strict=False))


@dataclass
class Labels:
    """The labels of the places in sight, and what of one was typed."""

    rows: dict[str, int] = field(default_factory=dict)
    columns: dict[str, int] = field(default_factory=dict)
    typed: str = ""

    def __post_init__(self) -> None:
        self.of_row = {row: label for label, row in self.rows.items()}
        self.of_column = {column: label for label, column in self.columns.items()}

    @property
    def may_go_on(self) -> bool:
        """Whether what was typed begins a label."""
        return any(label.startswith(self.typed) for label in (*self.rows, *self.columns))


class Jumping(LineView):
    """A view of rows and columns in which letters go to a place.

    Rows have small letters, columns capitals; any other key leaves everything as it was.
    """

    labels: Labels | None = None
    row = 0
    column = 1

    def rows_in_sight(self) -> range:
        """Return the rows in sight."""
        return range(0)

    def columns_in_sight(self) -> Iterable[int]:
        """Return the columns in sight to which the cursor can go."""
        return ()

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        self.row, self.column = row, column

    def paint_anew(self) -> None:
        """Paint every line again."""
        self.refresh()

    def action_jump(self) -> None:
        """Show the letters."""
        rows = labels(self.rows_in_sight(), ascii_lowercase)
        self._show(Labels(rows, labels(self.columns_in_sight(), ascii_uppercase)))

    def on_blur(self) -> None:
        """Take the letters away where the keys go elsewhere."""
        self._show(None)

    def on_key(self, event: events.Key) -> None:
        """Take a letter of a label; what is no letter of one takes the letters away."""
        shown = self.labels
        if shown is None:
            return
        event.stop()
        event.prevent_default()
        shown.typed += event.character or event.key
        if shown.typed in shown.rows or shown.typed in shown.columns:
            self._show(None)
            row = shown.rows.get(shown.typed, self.row)
            self.go_to(row, shown.columns.get(shown.typed, self.column))
        elif not shown.may_go_on:
            self._show(None)

    def _show(self, found: Labels | None) -> None:
        if found is not self.labels:
            self.labels = found
            self.paint_anew()


def labelled(text: str, label: str | None) -> str:
    """Return a cell with its label over its first letters."""
    return text if label is None else label + text[len(label) :]
