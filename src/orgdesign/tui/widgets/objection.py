"""The line below what is typed that says what is wrong with it."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from orgdesign.words.visible import visible


class Objection(Static):
    """What is wrong with what was typed; empty where nothing is."""

    def __init__(self) -> None:
        super().__init__("", id="objection", markup=False)

    def tell(self, words: str) -> None:
        """Say what is wrong, or with no words that nothing is."""
        self.update(Content(visible(words)))
