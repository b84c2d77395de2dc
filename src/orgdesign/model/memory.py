"""The memory of arrays over many cases, which come and go."""

from __future__ import annotations

import numpy as np

ROOM = 2**22 - 2**12
"""Numbers in an array larger than any of a block: the most that the allocator of Linux minds."""


def keep_memory() -> None:
    """Have the memory of an array that is gone wait for the next one.

    An allocator that gives what is large back to the system, as that of Linux does, takes for
    large what is larger than the largest array that it has seen go. Pages that the system gives
    anew, and clears, cost a quarter of the time of a block.
    """
    np.empty(ROOM)
