"""A panel of text that scrolls."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from orgdesign.tui.actions import bindings_for


class Panel(VerticalScroll, can_focus=True, inherit_bindings=False):
    """A text that scrolls when it is longer than its place."""

    BINDINGS = bindings_for("panel")
    text = Content("")

    def compose(self) -> ComposeResult:
        """Yield the text."""
        yield Static("", markup=False)

    def show(self, text: Content | str) -> None:
        """Show a text from its beginning."""
        self.text = Content(text) if isinstance(text, str) else text
        self.query_one(Static).update(self.text)
        self.scroll_home(animate=False)
