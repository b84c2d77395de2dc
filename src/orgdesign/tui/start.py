"""The start of the app: a picture at once, then the app itself."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from orgdesign.words import Language

FRAMES = "120"
"""Paints in a second at most; textual reads it when it is imported. What changed waits for the
next one, half as long on average as with textual's own 60."""


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
    with _keys_unseen():
        if path is not None and not (plain_letters or chosen) and sys.stdout.isatty():
            _paint_at_once(state, path)
        from orgdesign.tui.app import OrgdesignApp
        from orgdesign.tui.settings import FILE, read_settings
        from orgdesign.tui.workspace import Speech

        settings = read_settings(user_config_path("orgdesign") / FILE)
    OrgdesignApp(path, state, plain_letters, settings, Speech(chosen, spoken)).run()


def _paint_at_once(state: Path, path: Path) -> None:
    """Paint the last picture of a file, or the first time what the file says it is about."""
    from orgdesign.tui.last_frame import LastFrame

    terminal = shutil.get_terminal_size()
    size = (terminal.columns, terminal.lines)
    frame = LastFrame(state).last(path, size)
    if frame is None:
        from orgdesign.tui.first_frame import first_frame

        frame = first_frame(path, size)
    if frame:
        frame.paint(sys.stdout)


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
