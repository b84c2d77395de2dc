"""When each piece of a plan is done: by what it waits for, and one piece of a stream at a time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.plans.network import Network

Array = NDArray[np.float64]
CLOSE = 1e-9
"""Months that rounding may leave between moments that are equal on paper."""


class Schedule(NamedTuple):
    """The begin and the end of each piece, shape (piece, case). Unit: months from year 0."""

    network: Network
    begins: Array
    ends: Array

    def ready(self) -> Array:
        """Return when all that must be ready is: shape (case,); minus infinity where nothing is."""
        positions = list(self.network.must_be_ready)
        return np.asarray(self.ends[positions].max(axis=0, initial=-np.inf))

    def finished(self) -> Array:
        """Return when everything is, shape (case,)."""
        return np.asarray(self.ends.max(axis=0))

    def share_at(self, moment: Array | float) -> Array:
        """Return the share of the work that is done at a moment, shape (case,).

        Formula: months of work done by then / months of work; where no work takes time, 1 from
        the last end.
        """
        taken = self.ends - self.begins
        done = np.clip(moment - self.begins, 0.0, taken).sum(axis=0)
        whole = taken.sum(axis=0)
        timeless = (moment >= self.finished() - CLOSE).astype(float)
        return np.where(whole > 0, done / np.where(whole > 0, whole, 1.0), timeless)


def schedule(
    network: Network, taken: Array, late: Mapping[str, float] = MappingProxyType({})
) -> Schedule:
    """Return the schedule of a network.

    `taken` is how many months each piece takes, shape (piece, case); `late` how many months
    after it could the first piece of a stream begins. Formula: begin = the latest of its
    earliest date and the ends of all that it waits for; end = begin + months taken.
    """
    begins, ends = np.zeros_like(taken), np.zeros_like(taken)
    slips = {network.first_of(stream): months for stream, months in late.items()}
    for i, waits_for in enumerate(network.waits_for):
        begin = np.full(taken.shape[1], network.earliest[i])
        for before in waits_for:
            begin = np.maximum(begin, ends[before])
        begins[i] = begin + slips.get(i, 0.0)
        ends[i] = begins[i] + taken[i]
    return Schedule(network, begins, ends)


def slack(found: Schedule) -> Array:
    """Return how much later each piece could end and delay nothing, shape (piece, case).

    Unit: months. Formula: latest end - end, with latest end = the least of when everything is
    finished, for what must be ready when all of that is, and the latest begins of all that wait
    for it.
    """
    network, taken = found.network, found.ends - found.begins
    latest = np.broadcast_to(found.finished(), found.ends.shape).copy()
    latest[list(network.must_be_ready)] = found.ready()
    for i in range(len(network.pieces) - 1, -1, -1):
        for before in network.waits_for[i]:
            latest[before] = np.minimum(latest[before], latest[i] - taken[i])
    return np.asarray(latest - found.ends)


def critical_path(found: Schedule, last: int | None = None) -> tuple[int, ...]:
    """Return the pieces that decide when a piece ends (the plan, where none is given).

    From the last piece back to the one that it waited for longest, in the central case, until
    one that began on its own earliest date. Of equally late ones the first of the plan counts.
    """
    begins, ends = found.begins[:, 0], found.ends[:, 0]
    at = int(ends.argmax()) if last is None else last
    path = [at]
    while True:
        waits_for = sorted(found.network.waits_for[at])
        tight = [before for before in waits_for if ends[before] >= begins[at] - CLOSE]
        if not tight:
            return tuple(reversed(path))
        at = tight[0]
        path.append(at)
