"""What was copied: in a file, and on the clipboard of the system where a program puts it there."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

PATIENCE = 2.0
"""Seconds that a clipboard program may take."""

PROGRAMS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("pbcopy", "", ("pbcopy",)),
    ("clip.exe", "", ("clip.exe",)),
    ("wl-copy", "WAYLAND_DISPLAY", ("wl-copy",)),
    ("xclip", "DISPLAY", ("xclip", "-selection", "clipboard", "-in")),
    ("xsel", "DISPLAY", ("xsel", "--clipboard", "--input")),
)
"""Programs that put text on a clipboard: the name, the variable that must be there, the call."""


def keep_copy(text: str, state: Path, name: str) -> Path:
    """Write the last copy to a file of the state folder and return that file."""
    state.mkdir(parents=True, exist_ok=True)
    file = state / name
    file.write_text(text, encoding="utf-8", newline="")
    return file


def clipboard_program(
    environment: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
) -> tuple[str, ...] | None:
    """Return the call of a program that takes text for the clipboard; None where there is none."""
    found = (
        call
        for name, variable, call in PROGRAMS
        if (not variable or environment.get(variable)) and which(name)
    )
    return next(found, None)


def to_system(text: str) -> str:
    """Put a text on the clipboard of the system; return the program that did, else nothing."""
    call = clipboard_program()
    if call is None:
        return ""
    encoding = "utf-16-le" if call[0] == "clip.exe" else "utf-8"
    try:
        done = subprocess.run(
            call,
            input=text.encode(encoding),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return call[0] if done.returncode == 0 else ""
