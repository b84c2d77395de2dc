"""The command line that gives what a screen shows."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

from orgdesign.tui.journal import Layer


def command_line(
    command: str, path: Path | None = None, layer: Layer = (), options: Iterable[str] = ()
) -> str:
    """Return the call of a command on a file with the overrides and options at hand."""
    words = ["orgdesign", *command.split()]
    if path is not None:
        words.append(path.name)
    for figure, value in layer:
        words += ["--set", f"{figure}={value}"]
    return shlex.join([*words, *options])
