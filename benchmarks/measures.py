"""What is measured, against whom, and how much is asked of it at least."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from environments import FOLDER, ROOT, forget, peer, program, surroundings
from games import games
from large import country, folder, growth, memory
from office import office
from pairs import Pairs, Timer, in_turn, percentile
from sampling import estimates, sampling
from study import scenario
from terminal import Terminal, first_paint, painted

CASE = ROOT / "scenarios" / "zuidoost-utrecht.toml"
IMPORTS = "import numpy, pydantic"


@dataclass(frozen=True)
class Row:
    """One line of the report: what, against what, the ratio and the numbers behind it."""

    what: str
    peer: str
    ratio: str
    at_least: str
    seconds: str


def milliseconds(seconds: float) -> str:
    """Return seconds as whole milliseconds, small ones with a decimal."""
    return f"{seconds * 1000:.0f}" if seconds >= 0.02 else f"{seconds * 1000:.1f}"


def _process(command: Sequence[str]) -> Timer:
    """Return a timer of a whole process, from its start to its end."""

    def timer() -> float:
        begin = time.perf_counter()
        subprocess.run(command, env=surroundings(), capture_output=True, check=False, timeout=60)
        return time.perf_counter() - begin

    return timer


def _slower(what: str, against: str, pairs: Pairs, at_least: str) -> Row:
    ours, theirs = pairs.medians
    both = f"{milliseconds(ours)} / {milliseconds(theirs)}"
    return Row(what, against, f"{pairs.ratio:.2f} x", at_least, both)


def _faster(what: str, against: str, pairs: Pairs, at_least: str) -> Row:
    ours, theirs = pairs.medians
    both = f"{milliseconds(ours)} / {milliseconds(theirs)}"
    return Row(what, against, f"{1 / pairs.ratio:.1f} x faster", at_least, both)


def commands() -> Iterator[Row]:
    """Yield the start-up of the commands against only importing what they compute with."""
    scripts = program()
    imports = _process([str(scripts / "python"), "-c", IMPORTS])
    for command in ("check", "compare"):
        ours = _process([str(scripts / "orgdesign"), command, str(CASE)])
        yield _slower(
            f"`{command}`, five municipalities", IMPORTS, in_turn(ours, imports, 15), "below 2.5 x"
        )


def help_and_version() -> Iterator[Row]:
    """Yield the time to say the version and the help, against harlequin."""
    other = peer("harlequin")
    for option, at_least in (("--version", "30 x"), ("--help", "15 x")):
        if other is not None:
            ours = _process([str(program() / "orgdesign"), option])
            theirs = _process([str(other), option])
            yield _faster(f"`{option}`", "harlequin", in_turn(ours, theirs, 7), at_least)


def paint() -> Iterator[Row]:
    """Yield the time until something is on the screen, against two other apps.

    The first time there is nothing to go by; later the last picture of the file is shown.
    """
    command = [str(program() / "orgdesign"), str(CASE)]
    others = [(name, other) for name in ("posting", "harlequin") if (other := peer(name))]
    for name, other in others:
        pairs = in_turn(_first_time(command), _paint_of(other), 5)
        yield _faster("first paint of the app, first time", name, pairs, "3 x")
    forget()
    with Terminal(command) as terminal:
        seconds = terminal.until(lambda text: "Totaal" in text)
        terminal.record(quiet=3.0)
    yield Row("comparison on the screen", "", "", "", milliseconds(seconds))
    for name, other in others:
        pairs = in_turn(lambda: first_paint(command), _paint_of(other), 5)
        yield _faster("first paint of the app, later", name, pairs, "3 x")


def _first_time(command: Sequence[str]) -> Timer:
    def timer() -> float:
        forget()
        return first_paint(command)

    return timer


def _paint_of(other: Path) -> Timer:
    return lambda: first_paint([str(other)])


def repaint() -> Iterator[Row]:
    """Yield the time from a key to 600 repainted numbers, against the table of textual."""
    script, python = str(ROOT / "benchmarks" / "repaint.py"), str(program() / "python")
    with Terminal([python, script, "grid"]) as ours, Terminal([python, script, "table"]) as theirs:
        ours.until(painted)
        theirs.until(painted)
        pairs = in_turn(lambda: ours.press("x"), lambda: theirs.press("x"), 15)
    yield _faster("key to 30 x 20 numbers repainted", "DataTable", pairs, "8 x")


PLACES = (" place_", ">place_")
"""How the lines of the comparison begin, one for each municipality."""


def edits() -> Iterator[Row]:
    """Yield the time from an edit to the comparison repainted, 30 municipalities, 12 options."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "thirty-by-twelve.toml"
    path.write_text(scenario(30, 12, 20, 10), encoding="utf-8")
    forget()
    with Terminal([str(program() / "orgdesign"), str(path)]) as terminal:
        terminal.until(lambda text: PLACES[1] in text)
        for keys in ("3", "/", "overhead.per_fte", "\r", "\r", "\x15", "50000", "\r", "2"):
            terminal.type(keys)
        compared = [terminal.press("zZ"[turn % 2], begins=PLACES) for turn in range(100)]
        explained = [terminal.press("zZ"[turn % 2]) for turn in range(40)]
    size = "30 x 12, p50 / p95"
    yield Row(f"edit to comparison repainted, {size}", "", "", "p95 below 30 ms", _both(compared))
    yield Row(f"edit to its notes and explanation too, {size}", "", "", "", _both(explained))


def _both(seconds: list[float]) -> str:
    return f"{milliseconds(percentile(seconds, 50))} / {milliseconds(percentile(seconds, 95))}"


EVALUATION = """\
import statistics, sys, time
from pathlib import Path
import numpy as np
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Cases
from orgdesign.scenario.load import load

scenario = load(Path(sys.argv[1])).scenario
varied = [path for path, figure in scenario.figures.items() if figure.uncertain][:30]
number = int(sys.argv[2])
draws = np.random.default_rng(0)
cases = Cases(number, {
    path: draws.uniform(scenario.figures[path].low, scenario.figures[path].high, number)
    for path in varied
}) if number > 1 else Cases()
seconds = []
for _ in range(9):
    begin = time.process_time()
    evaluate(scenario, cases)
    seconds.append(time.process_time() - begin)
print(statistics.median(seconds))
"""


def evaluation() -> Iterator[Row]:
    """Yield the time of evaluating the study: 7 municipalities, 6 options, 20 jobs, 10 years."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / "study.toml"
    path.write_text(scenario(7, 6, 20, 10), encoding="utf-8")
    python = str(program() / "python")
    for number, words in ((1, "one case"), (512, "512 cases of 30 quantities")):
        command = [python, "-c", EVALUATION, str(path), str(number)]
        done = subprocess.run(
            command, env=surroundings(), capture_output=True, encoding="utf-8", check=True
        )
        seconds = float(done.stdout)
        rate = f"{number / seconds:.0f} cases a second" if number > 1 else ""
        yield Row(f"evaluate the study, {words}", "", rate, "", milliseconds(seconds))


PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "commands": commands,
    "help": help_and_version,
    "paint": paint,
    "repaint": repaint,
    "edits": edits,
    "evaluation": evaluation,
    "games": games,
    "sampling": sampling,
    "estimates": estimates,
    "office": lambda: office(CASE),
    "country": country,
    "folder": folder,
    "growth": growth,
    "memory": memory,
}
"""Every part by name, in the order of the report."""


def rows(names: Sequence[str]) -> Iterator[Row]:
    """Yield the lines of some parts, all where none is named; each is told when it is there."""
    for name in names or PARTS:
        sys.stderr.write(f"{name} ...\n")
        for row in PARTS[name]():
            sys.stderr.write(f"  {row.what}, {row.peer}: {row.ratio}, {row.seconds} ms\n")
            yield row
