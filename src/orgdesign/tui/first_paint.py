"""The picture of the start: it stays in sight until the app has something in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgdesign.tui.keys_in_turn import KeysInTurn

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

    from orgdesign.tui.last_frame import Frame

HELD = 3.0
"""Seconds that it stays at most."""


class FirstPaint(KeysInTurn, inherit_bindings=False):
    """An app that paints nothing over the picture of its start while it reads its file."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: Frame | None = None
        self._held = False

    def hold_picture(self) -> None:
        """Leave the picture in sight; the terminal may have wiped it as the app took over."""
        if self.picture and self._driver:
            self._driver.write(self.picture.painted())
            self._held = True
            self.set_timer(HELD, self.let_picture_go)

    def let_picture_go(self) -> None:
        """Paint again."""
        if self._held:
            self._held = False
            self.screen.refresh()

    def before_key(self) -> None:
        """Show what a key does."""
        self.let_picture_go()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Paint, unless the picture is still in sight."""
        if not self._held:
            super()._display(screen, renderable)
