"""The command line that gives what a screen shows."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from pathlib import Path

from orgdesign.tui.journal import Layer
from orgdesign.tui.layers import OUT
from orgdesign.tui.places import near
from orgdesign.words import Language


def command_line(
    command: str,
    paths: Sequence[Path] = (),
    layer: Layer = (),
    options: Iterable[str] = (),
    language: Language | None = None,
) -> str:
    """Return the call of a command on files with the overrides and options at hand.

    A file is named from the current folder, a language only where another one was chosen than
    the file's.
    """
    words = ["orgdesign", *command.split()]
    words += [str(near(path)) for path in paths]
    for figure, value in layer:
        words += ["--set", f"{figure}={value}" if value != OUT else _taken_out(figure)]
    words += ["--lang", language] if language else []
    return shlex.join([*words, *options])


def _taken_out(figure: str) -> str:
    from orgdesign.scenario.layers.overlay import taking_out  # not before the first paint

    return taking_out(figure)
