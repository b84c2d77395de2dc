"""The call of a person's editor on a line of a file."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

_COLON = {"code", "codium", "subl", "hx", "zed", "cursor"}
_FALLBACKS = ("nano", "vim", "vi", "notepad")


def editor_command(path: Path, line: int, environment: Mapping[str, str]) -> list[str] | None:
    """Return the command that opens a file at a line; None where there is no editor.

    `VISUAL` goes before `EDITOR`, then what is installed.
    """
    given = environment.get("VISUAL") or environment.get("EDITOR")
    if given is None:
        given = next((name for name in _FALLBACKS if shutil.which(name)), None)
    if given is None:
        return None
    command = shlex.split(given, posix=os.name != "nt")
    return command + _position(Path(command[0]).stem, path, line)


def _position(editor: str, path: Path, line: int) -> list[str]:
    if editor in ("code", "codium", "cursor"):
        return ["--goto", f"{path}:{line}"]
    if editor in _COLON:
        return [f"{path}:{line}"]
    if editor == "notepad":
        return [str(path)]
    return [f"+{line}", str(path)]
