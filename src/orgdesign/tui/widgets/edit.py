"""The line in which a figure is changed: value, low and high."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.widgets.objection import Objection
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

FIELDS = ("value", "low", "high")


class EditBar(Vertical):
    """Three fields for a figure; enter takes them over, escape leaves everything as it was."""

    BINDINGS = bindings_for("edit")

    @dataclass
    class Submitted(Message):
        """The fields were taken over: value, low and high as typed."""

        path: str
        typed: tuple[str, str, str]

    @dataclass
    class Left(Message):
        """The fields were left."""

    path = ""

    def compose(self) -> ComposeResult:
        """Yield the name of the figure, the fields, and the place of the objection."""
        yield Static("", id="figure", markup=False)
        with Horizontal():
            for field in FIELDS:
                yield Static("", id=f"label_{field}", markup=False)
                yield Input(id=field, select_on_focus=True)
        yield Objection()

    def open(self, path: str, typed: tuple[str, str, str], language: Language) -> None:
        """Show the fields of a figure and give them the keys."""
        self.path = path
        self.query_one("#figure", Static).update(Content(visible(path)))
        for field, text in zip(FIELDS, typed, strict=True):
            words = say(f"app.column_{field}", language)
            self.query_one(f"#label_{field}", Static).update(Content(f" {words} "))
            given = self.query_one(f"#{field}", Input)
            with given.prevent(Input.Changed):
                given.value = text
        self.object("")
        self.display = True
        self.query_one("#value", Input).focus()

    def object(self, objection: str) -> None:
        """Show what is wrong with what was typed."""
        self.query_one(Objection).tell(objection)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take back what was wrong: it was said of another text."""
        event.stop()
        self.object("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what was typed."""
        event.stop()
        value, low, high = (self.query_one(f"#{field}", Input).value for field in FIELDS)
        self.post_message(self.Submitted(self.path, (value, low, high)))

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.display = False
        self.post_message(self.Left())
