"""The span of some vectors, and which coalitions lie in it."""

from __future__ import annotations

import numpy as np

from orgdesign.allocation.games.coalitions import Flags, Masks, additive, membership, sizes
from orgdesign.model.axes import Array

NEAR = 1e-8
"""Squared distance up to which a vector counts as in the span."""


class Span:
    """A growing linear span that begins with the vector of all players.

    The squared distance of every coalition to the span is |S| - sum of (q . 1_S)^2 over a basis
    of unit vectors q at right angles, so a new one costs one sum over all coalitions and no rank
    test.
    """

    def __init__(self, players: int) -> None:
        self._basis = np.empty((players, players))
        self._distances = sizes(players).copy()
        self.rank = 0
        self.add(np.ones(players))

    @property
    def basis(self) -> Array:
        """The basis: unit vectors at right angles. Shape: (rank, n)."""
        return self._basis[: self.rank]

    @property
    def full(self) -> bool:
        """Whether every vector lies in the span."""
        return self.rank == len(self._basis)

    @property
    def outside(self) -> Flags:
        """Which coalitions do not lie in the span. Shape: (2**n,)."""
        return self._distances > NEAR

    def residual(self, vectors: Array) -> Array:
        """Return what the span leaves of vectors. Shape: (..., n)."""
        return vectors - vectors @ self.basis.T @ self.basis

    def add(self, vector: Array) -> bool:
        """Add a vector and return whether it was outside the span. Shape: (n,)."""
        left = self.residual(vector)
        if self.full or left @ left <= NEAR:
            return False
        # A second pass takes out what rounding left of the first.
        left = self.residual(left / np.sqrt(left @ left))
        direction = left / np.sqrt(left @ left)
        self._basis[self.rank] = direction
        self.rank += 1
        self._distances -= additive(direction) ** 2
        return True

    def add_all(self, coalitions: Masks) -> None:
        """Add coalitions, as many of them as are outside the span."""
        while len(coalitions := coalitions[self._distances[coalitions] > NEAR]):
            self.add(membership(coalitions[:1], len(self._basis))[0])
            coalitions = coalitions[1:]
