"""What stays in sight until the app has something in its place: a picture, or another screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from orgdesign.tui.keys_in_turn import KeysInTurn

if TYPE_CHECKING:
    from rich.console import RenderableType

    from orgdesign.tui.last_frame import Frame

HELD = 3.0
"""Seconds that it stays at most."""


class FirstPaint(KeysInTurn, inherit_bindings=False):
    """An app that paints nothing over the picture of its start while it reads its file.

    Nor over the screen before while another one is made: Textual would paint that anew with each
    thing that it gets.
    """

    def __init__(self) -> None:
        super().__init__()
        self.picture: Frame | None = None
        self._held = False
        self._awaited: Screen[Any] | None = None

    def hold_picture(self) -> None:
        """Leave the picture in sight; the terminal may have wiped it as the app took over."""
        if self.picture and self._driver:
            self._driver.write(self.picture.painted())
            self.hold()

    def hold(self) -> None:
        """Leave in sight what is, until there is something to take its place."""
        self._held = True
        self.set_timer(HELD, self.let_picture_go)

    def switch_screen(self, screen: Screen[Any] | str) -> AwaitComplete:
        """Go to another screen; a new one is painted when it has drawn itself."""
        if isinstance(screen, Screen) and not screen.is_running and not self._held:
            self._awaited = screen
            self.hold()
        return super().switch_screen(screen)

    def drawn(self, screen: Screen[Any]) -> None:
        """Paint a screen that has drawn itself, where it was waited for."""
        if screen is self._awaited:
            self._awaited = None
            self.let_picture_go()

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
