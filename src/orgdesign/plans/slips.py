"""What it does when a stream begins later than it could."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from orgdesign.plans.network import Network
from orgdesign.plans.schedule import Array, schedule


class Slip(NamedTuple):
    """A stream that is late, and when what must be ready and the whole plan then are."""

    stream: str
    months: float
    ready: float
    finished: float


def slips(network: Network, taken: Array, streams: Iterable[str], months: float) -> Iterator[Slip]:
    """Yield for each stream what its being late does."""
    for stream in streams:
        found = schedule(network, taken, {stream: months})
        yield Slip(stream, months, float(found.ready()[0]), float(found.finished()[0]))
