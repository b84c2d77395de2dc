"""The start of the app: a picture at once, then the app itself."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.tui.last_frame import Frame

FRAMES = "120"
"""Paints in a second at most; textual reads it when it is imported. What changed waits for the
next one, half as long on average as with textual's own 60."""

HAND_OVER = 0.00005
"""Seconds after which a thread that computes lets another go on. What is painted is written by a
thread of its own, which would wait a hundred times as long for the explanation made after it."""


def run(
    path: Path | None = None,
    *,
    plain_letters: bool = False,
    chosen: Language | None = None,
    spoken: Language = "nl",
) -> None:
    """Run the app on a file, or on the scenario folder; in ASCII alone where asked.

    It speaks the language chosen, else that of the file, else the one spoken on the system.
    """
    from platformdirs import user_config_path, user_state_path

    state = user_state_path("orgdesign")
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    sys.setswitchinterval(HAND_OVER)
    pictured = path if sys.stdout.isatty() and not (plain_letters or chosen) else None
    with _keys_unseen(), _picture(state, pictured) as picture:
        from orgdesign.tui.app import OrgdesignApp
        from orgdesign.tui.settings import FILE, read_settings
        from orgdesign.tui.workspace import Speech

        settings = read_settings(user_config_path("orgdesign") / FILE)
    app = OrgdesignApp(path, state, plain_letters, settings, Speech(chosen, spoken))
    app.picture = picture
    app.run()


@contextmanager
def _picture(state: Path, path: Path | None) -> Iterator[Frame | None]:
    """Show the last picture of a file, or the first time what the file says it is about; yield it.

    What follows paints over it; where that fails, or somebody stops it, it is taken away.
    """
    frame = None if path is None else _frame(state, path)
    try:
        if frame:
            frame.paint(sys.stdout)
        yield frame
    except BaseException:
        if frame:
            frame.take_away(sys.stdout)
        raise


def _frame(state: Path, path: Path) -> Frame | None:
    from orgdesign.tui.last_frame import LastFrame

    terminal = shutil.get_terminal_size()
    size = (terminal.columns, terminal.lines)
    if last := LastFrame(state).last(path, size):
        return last
    from orgdesign.tui.first_frame import first_frame

    return first_frame(path, size)


@contextmanager
def _keys_unseen() -> Iterator[None]:
    """Keep keys that are typed meanwhile from showing; they wait for the app."""
    try:
        import termios
    except ImportError:  # Windows shows no key that nobody reads
        yield
        return
    try:
        before = termios.tcgetattr(sys.stdin)
    except (termios.error, ValueError):
        yield
        return
    quiet = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(sys.stdin, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
