"""The line in which a cell of the options is typed; every letter is tried at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.widgets.objection import Objection
from orgdesign.tui.widgets.pieces import PieceSuggester
from orgdesign.words.visible import visible


class CellEdit(Vertical):
    """A field with what it is about above it and what is wrong below it."""

    BINDINGS = bindings_for("edit")

    @dataclass
    class Typed(Message):
        """Another text stands in the field."""

        text: str

    @dataclass
    class Taken(Message):
        """The text is to be taken over."""

        text: str

    @dataclass
    class Left(Message):
        """The field was left without taking it over."""

    def compose(self) -> ComposeResult:
        """Yield what it is about, the field, and the place of the objection."""
        yield Static("", id="figure", markup=False)
        yield Input(id="cell")
        yield Objection()

    def open(self, about: str, text: str, choices: Sequence[str], *, pieces: bool = False) -> None:
        """Show a text to be changed and give it the keys; choices complete it, or its pieces."""
        field = self.query_one(Input)
        self.query_one("#figure", Static).update(Content(visible(about)))
        whole = SuggestFromList(choices, case_sensitive=False) if choices else None
        field.suggester = PieceSuggester(choices) if pieces else whole
        with field.prevent(Input.Changed):
            field.value = text
        self.object("")
        self.display = True
        field.focus()

    def object(self, objection: str) -> None:
        """Show what is wrong with what is typed."""
        self.query_one(Objection).tell(objection)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what is typed."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what was typed."""
        event.stop()
        self.post_message(self.Taken(event.value))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.display = False
        self.post_message(self.Left())
