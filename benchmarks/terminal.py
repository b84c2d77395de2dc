"""A terminal to measure in: what a program writes to it, with the moment of every piece."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

import pyte
from environments import surroundings

COLUMNS, ROWS = 120, 40
SOME_TEXT = 100
"""Characters on the screen from which it counts as painted."""


class Terminal:
    """A program that runs in a terminal of its own, seen from the other side."""

    def __init__(self, command: Sequence[str]) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=surroundings(),
            start_new_session=True,
            close_fds=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.ours)

    def record(self, quiet: float, limit: float = 20.0) -> list[tuple[float, bytes]]:
        """Return what is written until nothing comes for so many seconds, each with its moment."""
        pieces: list[tuple[float, bytes]] = []
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            if not select.select([self.ours], [], [], quiet if pieces else limit)[0]:
                break
            try:
                piece = os.read(self.ours, 1 << 16)
            except OSError:
                break
            pieces.append((time.perf_counter(), piece))
        return pieces

    def until(self, seen: Callable[[str], bool], limit: float = 20.0) -> float:
        """Return the seconds from the start until the screen shows something, else inf."""
        found, end = float("inf"), time.perf_counter() + limit
        while found == float("inf") and time.perf_counter() < end:
            for moment, piece in self.record(quiet=1.0, limit=end - time.perf_counter()):
                self._stream.feed(piece)
                if found == float("inf") and seen("\n".join(self.screen.display)):
                    found = moment - self.started
        return found

    def type(self, keys: str) -> None:
        """Type keys and wait until nothing is written any more."""
        os.write(self.ours, keys.encode())
        for _, piece in self.record(quiet=1.0, limit=3.0):
            self._stream.feed(piece)

    def press(self, key: str, quiet: float = 1.0, begins: tuple[str, ...] = ("",)) -> float:
        """Return the seconds from a key to the last change that it made on the screen.

        Only lines that begin in one of some ways count, all where none is named. Raises
        RuntimeError where they are the same after it: then nothing was measured.
        """
        shown = self._lines(begins)
        pressed, changed = time.perf_counter(), 0.0
        os.write(self.ours, key.encode())
        for moment, piece in self.record(quiet):
            self._stream.feed(piece)
            before, shown = shown, self._lines(begins)
            if shown != before:
                changed = moment
        if not changed:
            message = f"{key!r} changed nothing on the screen"
            raise RuntimeError(message)
        return changed - pressed

    def _lines(self, begins: tuple[str, ...]) -> list[str]:
        return [line for line in self.screen.display if line.startswith(begins)]


def painted(text: str) -> bool:
    """Return whether a screen shows more than a few characters."""
    return sum(not character.isspace() for character in text) >= SOME_TEXT


def first_paint(command: Sequence[str]) -> float:
    """Return the seconds from the start of a program until its screen is painted."""
    with Terminal(command) as terminal:
        return terminal.until(painted)
