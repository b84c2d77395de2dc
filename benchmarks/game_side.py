"""One side of the comparison of cost games, a process with its packages loaded: game_side.py SIDE.

Each line `METHOD PLAYERS` on stdin is answered by a line of JSON: the seconds of one answer and
the amounts, or what went wrong. Only the standard library is sure to be there: a peer has an
environment of its own.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

Table = list[float]
Solve = Callable[[], Any]

ENOUGH = 0.02
"""Seconds that the repetitions of a short answer take together at least."""

DRAWS = 2000
ONE_BY_ONE = 100
"""How many of the draws the side without a cache solves; its time is multiplied."""


@cache
def costs(players: int, seed: int = 1) -> Table:
    """Return a municipal cost game: economies of scale, distance, and the noise of an estimate."""
    draws = random.Random(seed)
    volume = [draws.lognormvariate(0, 0.6) for _ in range(players)]
    place = [draws.random() for _ in range(players)]
    sums = [
        _additive([1.0] * players),
        _additive(volume),
        _additive(place),
        _additive([at * at for at in place]),
    ]
    return [0.0] + [
        (50 * work**0.8 + 5 + 10 * max(0.0, squares - at * at / size) ** 0.5) * draws.gauss(1, 0.01)
        for size, work, at, squares in list(zip(*sums, strict=True))[1:]
    ]


def _additive(amounts: Table) -> Table:
    sums = [0.0]
    for amount in amounts:
        sums += [amount + before for before in sums]
    return sums


def savings(table: Table) -> Table:
    """Return the savings game of a cost game, which is what most packages take."""
    players = len(table).bit_length() - 1
    alone = _additive([table[1 << player] for player in range(players)])
    return [0.0] + [own - cost for own, cost in zip(alone[1:], table[1:], strict=True)]


def _named(values: Table, first: int = 0) -> dict[tuple[int, ...], float]:
    players = range(len(values).bit_length() - 1)
    return {
        tuple(player + first for player in players if group >> player & 1): value
        for group, value in enumerate(values)
    }


def ours(method: str, table: Table) -> Solve:
    """Return this program's answer."""
    numpy = import_module("numpy")
    games, game = "orgdesign.allocation.games", "orgdesign.allocation.games.game"
    methods, make = import_module(f"{games}.registry").METHODS, import_module(game).Game
    given = numpy.array(table)
    names = tuple(str(player) for player in range(len(table).bit_length() - 1))

    def solve() -> Any:
        return methods[method](make(names, given)).amounts.tolist()

    return solve


def coopgame(method: str, table: Table) -> Solve:
    """Return the answer of coopgame-py."""
    package = import_module("coopgame")
    game = package.Game(savings(table)[1:])
    if method == "shapley":
        return lambda: package.shapley(game)
    return lambda: package.prenucleolus(game)["allocation"]


def tucoopy(method: str, table: Table) -> Solve:
    """Return the answer of tucoopy, by its faster way where it has one."""
    values = savings(table)
    players = len(values).bit_length() - 1
    game = import_module("tucoopy").Game(players, dict(enumerate(values)))
    if method == "shapley":
        module = import_module("tucoopy.solutions.shapley")
        return lambda: module.shapley_value_fast(game)
    module = import_module("tucoopy.solutions.nucleolus")
    return lambda: module.prenucleolus(game).x


def coopgt(_: str, table: Table) -> Solve:
    """Return the answer of coopgt."""
    package, values = import_module("coopgt.shapley_value"), _named(savings(table), first=1)
    return lambda: package.calculate(values).tolist()


def shapley_value(_: str, table: Table) -> Solve:
    """Return the answer of shapley-value."""
    package, values = import_module("shapley_value"), _named(savings(table))
    players = list(range(len(table).bit_length() - 1))
    return lambda: [*package.ShapleyCombinations(players).calculate_shapley_values(values).values()]


def tu_games(_: str, table: Table) -> Solve:
    """Return the answer of tu-games."""
    make = import_module("tu_games.game").ShapleyGame
    values = {frozenset(group): value for group, value in _named(savings(table)).items()}
    game = make(len(table).bit_length() - 1, values)

    def solve() -> Any:
        game.compute_solution()
        return game.solution

    return solve


SIDES: dict[str, Callable[[str, Table], Solve]] = {
    "ours": ours,
    "coopgame-py": coopgame,
    "tucoopy": tucoopy,
    "coopgt": coopgt,
    "shapley-value": shapley_value,
    "tu-games": tu_games,
}
"""Every side by the name of its package."""


@cache
def _drawn(players: int) -> Any:
    """Return the costs of all groups from uncertain volumes, prices and economies of scale."""
    numpy, coalitions = (
        import_module("numpy"),
        import_module("orgdesign.allocation.games.coalitions"),
    )
    draws = numpy.random.default_rng(1)

    def around(middle: Any, *shape: int) -> Any:
        return middle * (1 + 0.015 * draws.normal(size=(*shape, DRAWS)))

    volumes = around(draws.lognormal(0, 0.6, (players, 1)), players)
    size = coalitions.sizes(players)[:, None]
    table = around(50.0) * coalitions.additive(volumes) ** around(0.8) + around(8.0) * size**0.4
    return table * (size > 0) * (1 + 0.01 * draws.normal(size=(len(size), 1)))


def of_draws(method: str, players: int) -> dict[str, Any]:
    """Return the seconds of the nucleolus of all draws, with structures or program by program."""
    drawn, games = _drawn(players), "orgdesign.allocation.games"
    nucleolus = import_module(f"{games}.nucleolus").KINDS["nucleolus"]
    lexicographic = import_module(f"{games}.lexicographic")
    begin = time.perf_counter()
    if method == "structures":
        import_module(f"{games}.draws").nucleolus_of_draws("nucleolus", drawn)
        return {"seconds": time.perf_counter() - begin}
    normalised = import_module(f"{games}.game").zero_normalised
    for draw in drawn.T[:ONE_BY_ONE]:
        family, normal = nucleolus.family(draw), normalised(draw)
        fixed = lexicographic.structure(normal.costs, family)
        normal.restored(fixed.solved(normal.costs, family.weights)[0])
    return {"seconds": (time.perf_counter() - begin) * DRAWS / ONE_BY_ONE}


def answer(side: str, method: str, players: int) -> dict[str, Any]:
    """Return the seconds of one answer, from a ready game to its amounts, and these."""
    solve = SIDES[side](method, costs(players))
    amounts, seconds, times = [], 0.0, 0
    while seconds < ENOUGH:
        begin = time.perf_counter()
        amounts = solve()
        seconds += time.perf_counter() - begin
        times += 1
    return {"seconds": seconds / times, "amounts": [float(amount) for amount in amounts]}


def main(side: str) -> None:
    """Answer what is asked, line by line."""
    for line in sys.stdin:
        method, players = line.split()
        print(json.dumps(_said(side, method, int(players))), flush=True)


def _said(side: str, method: str, players: int) -> dict[str, Any]:
    if method in ("structures", "programs"):
        return of_draws(method, players)
    try:
        return answer(side, method, players)
    except Exception as fault:  # whatever a peer gives up with
        return {"fault": type(fault).__name__}


if __name__ == "__main__":
    main(sys.argv[1])
