"""The command line that gives what a screen shows."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path

from orgdesign.tui.journal import Layer
from orgdesign.words import Language


def command_line(
    command: str,
    path: Path | None = None,
    layer: Layer = (),
    options: Iterable[str] = (),
    language: Language | None = None,
) -> str:
    """Return the call of a command on a file with the overrides and options at hand.

    A language is named only where another one was chosen than the file's.
    """
    words = ["orgdesign", *command.split()]
    if path is not None:
        words.append(path.name)
    for figure, value in layer:
        words += ["--set", f"{figure}={value}"]
    words += ["--lang", language] if language else []
    return shlex.join([*words, *options])
