"""What the program says on stderr, in the language of the call."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from orgdesign.cli.commands import is_english
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

PATIENCE = 1.0
"""Seconds of work after which the program says that it is busy."""


class WrongCallError(Exception):
    """A call that cannot be done; its text says why and what can, in words."""


class EndError(Exception):
    """Ends the command with an exit code; everything has been said."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class ReaderLeftError(Exception):
    """Nobody reads the data on stdout any more."""


def language() -> Language:
    """Return the language of the talk: by `--lang`, else the environment, else Dutch."""
    return "en" if is_english(sys.argv[1:]) else "nl"


def tell(text: str) -> None:
    """Say something on stderr; nothing in it acts on a terminal."""
    lines = text.rstrip("\n").split("\n")
    sys.stderr.write("\n".join(visible(line) for line in lines) + "\n")
    sys.stderr.flush()


def words(entry: str, spoken: Language | None = None, **details: object) -> str:
    """Return a sentence of the command line."""
    return say(f"command.{entry}", spoken or language(), **details)


@contextmanager
def working(spoken: Language) -> Iterator[None]:
    """Say on stderr that the program computes, where that takes over a second."""
    timer = threading.Timer(PATIENCE, tell, [words("working", spoken)])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
