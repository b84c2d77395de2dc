"""People into posts at least cost, and equally good placements shared out by proportion."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from orgdesign.allocation.games.programs import InfeasibleError
from orgdesign.allocation.games.projection import least_move
from orgdesign.model.axes import Array

NEAR = 1e-7
"""A price below this, on the scale of the costs, is none."""
ROUNDING = (1e-11, 1e-9, 1e-7)
"""Of all people together: as little may a placement miss the room of a post, so that rounding
does not contradict itself where only one placement is possible; the first that suffices."""


def place(people: Array, posts: Array, costs: Array, no_place: float) -> Array:
    """Return who is placed where, shape (people, posts + 1). Unit: fte.

    `people` holds the fte of each group of people, `posts` the fte of each kind of post, `costs`
    what it costs to place one fte of a group in a post, infinite where it does not suit, and
    `no_place` what it costs to place one nowhere: the last column. All are finite and not
    negative otherwise.

    It is a minimum-cost flow. Of all placements that cost as little it is the one with the
    least sum of x^2 / people: strictly convex, so that there is just one and the order of the
    groups does not matter, and two groups that may go to the same posts at the same cost are
    placed in the same proportions (giving both the average of theirs would cost as little and
    lessen the sum). Groups with equal costs are therefore solved as one and shared out by size.
    """
    found = np.zeros((people.size, posts.size + 1))
    there = np.flatnonzero(people > 0)
    if not there.size:
        return found
    kinds, kind = _alike(costs[there])
    sizes = np.bincount(kind, people[there], len(kinds))
    scale = sizes.sum()
    nowhere = np.full((len(kinds), 1), no_place)
    placed = _fair(sizes / scale, posts / scale, np.hstack([kinds, nowhere])) * scale
    found[there] = placed[kind] * (people[there] / sizes[kind])[:, None]
    return found


def _alike(rows: Array) -> tuple[Array, NDArray[np.intp]]:
    """Return the different rows in a fixed order, and which of them each row is."""
    keys = [row.tobytes() for row in rows]
    order = {key: position for position, key in enumerate(sorted(set(keys)))}
    kind = np.array([order[key] for key in keys], dtype=np.intp)
    _, first = np.unique(kind, return_index=True)
    return rows[first], kind


def _fair(people: Array, posts: Array, costs: Array) -> Array:
    """Return the cheapest placement that is shared out most evenly, people adding up to 1."""
    group, post = np.nonzero(np.isfinite(costs))
    counted = np.equal(np.arange(people.size)[:, None], group).astype(float)
    filled = np.equal(np.arange(posts.size)[:, None], post).astype(float)
    used, full = _cheapest(people, posts, costs[group, post], counted, filled)
    root = np.sqrt(people[group[used]])
    equal = np.vstack([counted[:, used], filled[full][:, used]]) * root
    limits = np.concatenate([people, posts[full]])
    base = np.linalg.pinv(equal) @ limits
    _, sizes, directions = np.linalg.svd(equal)
    free = directions[int((sizes > 1e-9 * sizes[0]).sum()) :].T
    loose = filled[~full][:, used] * root
    rows = np.vstack([-free, loose @ free])
    room = np.concatenate([base, posts[~full] - loose @ base])
    moving = (rows**2).sum(axis=1) > 1e-18
    point = base + free @ _least_move(rows[moving], room[moving])
    placed = np.zeros(costs.shape)
    placed[group[used], post[used]] = np.maximum(point * root, 0.0)
    fairest: Array = placed * (people / placed.sum(axis=1))[:, None]
    return fairest


def _least_move(rows: Array, room: Array) -> Array:
    """Return the shortest move within the room, and as little beyond it as rounding asks for."""
    *small, largest = ROUNDING
    for rounding in small:
        with suppress(InfeasibleError):
            return least_move(rows, room + rounding)
    return least_move(rows, room + largest)


def _cheapest(
    people: Array, posts: Array, costs: Array, counted: Array, filled: Array
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which moves a cheapest placement may use, and which posts it fills.

    By the prices of one cheapest placement: a placement is as cheap just where it uses no move
    that costs more than those prices and fills every post that has one.
    """
    from scipy.optimize import linprog

    accuracy = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
    found = linprog(costs, filled, posts, counted, people, method="highs-ds", options=accuracy)
    near = NEAR * max(1.0, costs.max())
    return found.lower.marginals <= near, found.ineqlin.marginals < -near
