"""The pieces of work of a plan, one list over its streams, and what each waits for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgdesign.scenario.schema.plans import Plan, Stream, Work


class Piece(NamedTuple):
    """A piece of work in its stream; `id` is `stream.work`.

    `needs` are the pieces that have to be finished first, by id; `previous` is the piece before
    it in its stream, empty for the first.
    """

    id: str
    stream: str
    table: Stream
    work: Work
    needs: tuple[str, ...]
    previous: str

    @property
    def waits_for(self) -> tuple[str, ...]:
        """The pieces that it cannot start before, the one before it in its stream first."""
        return (self.previous, *self.needs) if self.previous else self.needs


def pieces(plan: Plan) -> Mapping[str, Piece]:
    """Return the pieces of a plan by id, in the order of the file."""
    return {piece.id: piece for piece in _pieces(plan)}


def _pieces(plan: Plan) -> Iterator[Piece]:
    for stream, table in plan.streams.items():
        previous = ""
        for name, work in table.work.items():
            id = f"{stream}.{name}"
            given = (*table.after, *work.after)
            needs = (need for each in given for need in meant(plan, stream, each))
            yield Piece(id, stream, table, work, tuple(dict.fromkeys(needs)), previous)
            previous = id


def meant(plan: Plan, stream: str, given: str) -> tuple[str, ...]:
    """Return the pieces that `work`, `stream` or `stream.work` stands for in a stream.

    Work of the stream itself goes before a stream of that name; () where there is none.
    """
    named, _, work = given.partition(".")
    if not work and given in plan.streams[stream].work:
        return (f"{stream}.{given}",)
    if named not in plan.streams:
        return ()
    if not work:
        return tuple(f"{named}.{each}" for each in plan.streams[named].work)
    return (given,) if work in plan.streams[named].work else ()


def in_order(found: Mapping[str, Piece]) -> tuple[str, ...]:
    """Return the pieces with each after all that it waits for; those in a circle are left out."""
    placed: dict[str, None] = {}
    while True:
        free = [
            id
            for id, piece in found.items()
            if id not in placed and all(need in placed for need in piece.waits_for)
        ]
        if not free:
            return tuple(placed)
        placed.update(dict.fromkeys(free))


def circles(found: Mapping[str, Piece]) -> Iterator[tuple[str, ...]]:
    """Yield each circle of pieces that wait for one another, as the ids along it."""
    left = dict(found)
    while len(placed := in_order(left)) < len(left):
        stuck = [id for id in left if id not in placed]
        way = _way_round(left, stuck)
        yield way
        left = {id: _without(piece, way) for id, piece in left.items() if id not in way}


def _way_round(left: Mapping[str, Piece], stuck: list[str]) -> tuple[str, ...]:
    """Return a circle: from a piece that is stuck to one that it waits for, until one returns."""
    way = [stuck[0]]
    while True:
        after = next(need for need in left[way[-1]].waits_for if need in stuck)
        if after in way:
            return tuple(way[way.index(after) :])
        way.append(after)


def _without(piece: Piece, gone: tuple[str, ...]) -> Piece:
    needs = tuple(need for need in piece.needs if need not in gone)
    return piece._replace(needs=needs, previous="" if piece.previous in gone else piece.previous)
