"""Cost games against other packages: each side a process of its own, asked in turn."""

from __future__ import annotations

import json
import selectors
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from environments import ROOT, peer, program, surroundings
from game_side import DRAWS, costs
from pairs import Pairs, Timer, in_turn

if TYPE_CHECKING:
    from measures import Row

SIZES = (5, 7, 10, 12, 15, 19)
METHODS = {
    "shapley": ("coopgame-py", "tucoopy", "shapley-value", "tu-games", "coopgt"),
    "prenucleolus": ("coopgame-py", "tucoopy"),
}
"""The methods and the packages that have them; all but coopgame-py are in Python."""

ASKED = {
    **{("shapley", 12, name): "15 x" for name in METHODS["shapley"][1:]},
    **{("shapley", 15, name): "40 x" for name in METHODS["shapley"][1:]},
    **{("prenucleolus", size, "tucoopy"): "ahead" for size in (10, 12, 15)},
    ("prenucleolus", 15, "coopgame-py"): "ahead",
}
PATIENCE = 3.0
"""Seconds after which a peer is left out at a size and at all larger ones."""


class Side:
    """A process that computes with one package and says how long it took."""

    def __init__(self, name: str, python: Path, script: str = "game_side.py") -> None:
        command = [str(python), str(ROOT / "benchmarks" / script), name]
        self._process = subprocess.Popen(
            command, env=surroundings(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            encoding="utf-8",
        )  # fmt: skip

    def __enter__(self) -> Self:
        """Return the side itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def ask(self, question: str, patience: float | None = None) -> dict[str, Any] | None:
        """Return what the side answers, None where that takes too long."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{question}\n")
        self._process.stdin.flush()
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._process.stdout, selectors.EVENT_READ)
            line = self._process.stdout.readline() if waiting.select(patience) else ""
        said: dict[str, Any] | None = json.loads(line) if line else None
        return said

    def timer(self, question: str) -> Timer:
        """Return a timer of one answer."""

        def seconds() -> float:
            said = self.ask(question)
            assert said is not None
            return float(said["seconds"])

        return seconds


def games() -> Iterator[Row]:
    """Yield the Shapley value and the prenucleolus by size, then a nucleolus of many draws."""
    with Side("ours", program() / "python") as ours:
        for method, names in METHODS.items():
            for name in names:
                yield from _against(ours, method, name)
            yield from _alone(ours, method)
        question = f"nucleolus of {DRAWS} draws, 7 players"
        pairs = in_turn(ours.timer("structures 7"), ours.timer("programs 7"), 5)
        yield _row(question, "linear programs for each", pairs, "50 x")


def _against(ours: Side, method: str, name: str) -> Iterator[Row]:
    """Yield one package at every size at which it answers in time."""
    from measures import Row

    command = peer(name)
    if command is None:
        return
    with Side(name, command.with_name("python")) as theirs:
        for side in (ours, theirs):
            side.ask(f"{method} 3")
        for size in SIZES:
            question, what = f"{method} {size}", f"{method}, {size} players"
            # The game itself is written first, which takes Python longer than most answers.
            costs(size)
            mine = ours.ask(question)
            other = theirs.ask(question, PATIENCE + size**2 / 20)
            asked = ASKED.get((method, size, name), "")
            if mine is None or other is None or other.get("seconds", 0) > PATIENCE:
                yield Row(what, name, f"left out, above {PATIENCE:.0f} s", asked, "")
                return
            if "fault" in other:
                yield Row(what, name, f"left out, {other['fault']}", asked, "")
                continue
            pairs = in_turn(ours.timer(question), theirs.timer(question), 5)
            differs = _differs(size, mine["amounts"], other["amounts"])
            yield _row(what, f"{name}, another answer" if differs else name, pairs, asked)


def _differs(size: int, amounts: list[float], saved: list[float]) -> bool:
    """Return whether a peer's answer to the savings game is another one."""
    table = costs(size)
    apart = [
        abs(table[1 << player] - own - amount)
        for player, (amount, own) in enumerate(zip(amounts, saved, strict=True))
    ]
    return max(apart) > 1e-6 * max(table)


def _alone(ours: Side, method: str) -> Iterator[Row]:
    from measures import Row, milliseconds

    ours.ask(f"{method} 20")
    said = ours.ask(f"{method} 20")
    if said is not None:
        yield Row(f"{method}, 20 players", "", "", "", milliseconds(said["seconds"]))


def _row(what: str, against: str, pairs: Pairs, asked: str) -> Row:
    from measures import Row

    ratio = pairs.ratio
    words = f"{_short(1 / ratio)} x faster" if ratio < 1 else f"{_short(ratio)} x slower"
    both = " / ".join(_short(1000 * seconds) for seconds in pairs.medians)
    return Row(what, against, words, asked, both)


def _short(number: float) -> str:
    """Return a number with three digits at most, large ones whole."""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"
