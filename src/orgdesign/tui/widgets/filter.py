"""The line in which a list is narrowed down."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.widgets import Input

from orgdesign.tui.actions import bindings_for


class Filter(Input):
    """A field for words; the list follows while typing, enter goes to the list."""

    BINDINGS = bindings_for("filter")

    @dataclass
    class Left(Message):
        """The keys go back to the list."""

    def action_leave(self) -> None:
        """Clear the words and hide the field."""
        self.value = ""
        self.display = False
        self.post_message(self.Left())

    def on_input_submitted(self) -> None:
        """Keep the words and go to the list."""
        self.display = bool(self.value)
        self.post_message(self.Left())
