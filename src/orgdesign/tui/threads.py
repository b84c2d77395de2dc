"""How work runs in a thread beside a screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from textual import work
from textual.worker import Worker

Parameters = ParamSpec("Parameters")


def in_thread(
    group: str,
) -> Callable[[Callable[Parameters, None]], Callable[Parameters, Worker[None]]]:
    """Return what makes work of a screen or an app run in a thread, one of its group at a time.

    The work is named by its group: a name that Textual makes itself writes out every argument,
    and a whole result takes longer to write than to compute.
    """
    return work(thread=True, exclusive=True, exit_on_error=False, group=group, description=group)
