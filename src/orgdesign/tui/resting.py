"""What is done while nobody waits: after an answer, once it is seen."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual.timer import Timer

from orgdesign.tui.picture import keep_picture

if TYPE_CHECKING:
    from orgdesign.tui.working import WorkingApp

PAUSE = 0.3
"""Seconds without another answer after which garbage is looked for."""
REST = 2.0
"""Seconds after that until the picture is kept that the next start shows."""


def resting(program: WorkingApp) -> Timer:
    """Return the timer of what is to be done now that there is an answer.

    Python would look for garbage in the midst of an edit, some thirty edits' worth at a time.
    """

    def pause() -> None:
        gc.collect(1)
        program.at_rest = program.set_timer(REST, lambda: keep_picture(program))

    return program.set_timer(PAUSE, pause)
