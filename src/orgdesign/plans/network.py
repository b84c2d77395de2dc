"""A plan as a network: its pieces, each after all that it waits for."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from orgdesign.plans.months import months_at
from orgdesign.scenario.plan_pieces import Piece, in_order, pieces
from orgdesign.scenario.schema.plans import Plan


class Network(NamedTuple):
    """The pieces of a plan in an order in which they can be done.

    `earliest` holds for each piece the months before which it cannot begin; `waits_for` the
    positions of the pieces that it waits for: those it needs, and the one before it in its
    stream.
    """

    pieces: tuple[Piece, ...]
    earliest: tuple[float, ...]
    waits_for: tuple[tuple[int, ...], ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the pieces."""
        return tuple(piece.id for piece in self.pieces)

    @property
    def must_be_ready(self) -> tuple[int, ...]:
        """The positions of the pieces that must be ready before the start."""
        return tuple(i for i, piece in enumerate(self.pieces) if piece.work.must_be_ready)

    def first_of(self, stream: str) -> int:
        """Return the position of the first piece of a stream."""
        return next(i for i, piece in enumerate(self.pieces) if piece.stream == stream)


def network(plan: Plan) -> Network:
    """Return the network of a plan without circles, its streams in the order of the file."""
    found = pieces(plan)
    order = in_order(found)
    at = {id: position for position, id in enumerate(order)}
    return Network(
        tuple(found[id] for id in order),
        tuple(_earliest(plan, found[id]) for id in order),
        tuple(tuple(at[need] for need in dict.fromkeys(found[id].waits_for)) for id in order),
    )


def _earliest(plan: Plan, piece: Piece) -> float:
    given = (plan.from_, piece.table.from_, piece.work.from_)
    return max(months_at(date) for date in given if date is not None)


def central_months(network: Network) -> np.ndarray:
    """Return how long each piece takes in the central case, shape (piece, 1). Unit: months."""
    taken = [piece.work.units.value / piece.table.per_month.value for piece in network.pieces]
    return np.array(taken, dtype=float)[:, None]
