"""A screen with a line that opens for typing."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input

from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.filter import Filter


class TypedIn(MainScreen):
    """While the line is open tab stays in it, until enter or escape: nothing typed is lost."""

    @property
    def focus_chain(self) -> list[Widget]:
        """What tab goes through: the fields of the open line, else everything."""
        return self._fields() or super().focus_chain

    def back_to_typing(self) -> bool:
        """Give an open line the keys that a click took away; False where none is open."""
        fields = self._fields()
        if fields:
            fields[0].focus()
        return bool(fields)

    def _fields(self) -> list[Widget]:
        chain = super().focus_chain
        return [each for each in chain if isinstance(each, Input) and not isinstance(each, Filter)]
