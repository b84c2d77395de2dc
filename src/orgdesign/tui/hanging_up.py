"""What is kept when the terminal goes away: the program ends then without being asked."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress


def keep_when_hung_up(keep: Callable[[], None]) -> None:
    """Call something when the terminal is closed, before the program ends by that."""
    hung_up = getattr(signal, "SIGHUP", None)
    if hung_up is None:
        return
    loop = asyncio.get_running_loop()

    def leave() -> None:
        loop.remove_signal_handler(hung_up)
        keep()
        signal.raise_signal(hung_up)

    with suppress(RuntimeError, ValueError):  # beside the main thread nothing is told
        loop.add_signal_handler(hung_up, leave)
