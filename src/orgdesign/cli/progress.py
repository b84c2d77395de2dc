"""Says on stderr how far long work is, and lets Ctrl-C end it with what is there."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from orgdesign.cli import talk
from orgdesign.words import Language, say

EVERY = 0.25
"""Seconds between two lines of progress on a terminal."""
EVERY_ELSEWHERE = 10.0
"""The same where stderr is no terminal: a log."""


class Progress:
    """Told how much of the work is done; after some seconds it tells the reader."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.stopped = False
        self._begun = self._last = time.monotonic()
        self._open = False

    def __call__(self, done: int, every: int) -> bool:
        """Say how far the work is, where it takes long; return whether to go on."""
        now = time.monotonic()
        patient = EVERY if sys.stderr.isatty() else EVERY_ELSEWHERE
        if now - self._begun > talk.PATIENCE and now - self._last > patient and done < every:
            self._last = now
            self._say(say("command.progress", self.language, done=done, all=every))
        return not self.stopped

    def _say(self, words: str) -> None:
        if not sys.stderr.isatty():
            talk.tell(words)
            return
        sys.stderr.write(f"\r{words}\x1b[K")
        sys.stderr.flush()
        self._open = True

    def close(self) -> None:
        """Clear the line on the terminal."""
        if self._open:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def progress(language: Language) -> Iterator[Progress]:
    """Yield what is told how far the work is; the first Ctrl-C asks it to stop, a second ends."""
    told = Progress(language)

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        if told.stopped:
            raise KeyboardInterrupt
        told.stopped = True

    kept = signal.signal(signal.SIGINT, interrupted)
    try:
        yield told
    finally:
        signal.signal(signal.SIGINT, kept)
        told.close()
    if told.stopped:
        talk.tell(say("command.stopped", language))
