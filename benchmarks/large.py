"""Large work: all municipalities of a country, a folder of files, and growth with every size."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from environments import FOLDER, program, surroundings
from pairs import Timer, in_turn
from study import scenario

if TYPE_CHECKING:
    from measures import Row

COUNTRY = (342, 2, 60, 10)
"""Municipalities, options, jobs and years."""
FILES, CASES = 1000, 512
DRAWS = (1_000, 10_000)
STUDY = {"municipalities": 7, "options": 6, "jobs": 20, "years": 10}


def memory() -> Iterator[Row]:
    """Yield how much more memory ten times the draws take; 1 is flat."""
    from measures import Row

    path = _written("growth.toml", tuple(STUDY.values()))
    few, many = (_used("sensitivity", str(path), "bands", "--draws", str(n))[1] for n in DRAWS)
    what = f"memory of bands of {DRAWS[1]} draws"
    yield Row(
        what, f"{DRAWS[0]} draws", f"{many / few:.2f} x", "flat", f"{many:.0f} / {few:.0f} MB"
    )


def country() -> Iterator[Row]:
    """Yield `check` and one case of all municipalities of a country."""
    from measures import Row

    path = _written("country.toml", COUNTRY)
    seconds, memory = _used("check", str(path))
    what = f"{COUNTRY[0]} municipalities x {COUNTRY[2]} jobs"
    asked = "2 s and 300 MB"
    yield Row(f"`check`, {what}", "", f"{memory:.0f} MB", asked, f"{seconds * 1000:.0f}")
    one = _evaluated(path, 1)()
    yield Row(f"one case, {what}", "", "", "20 ms", f"{one * 1000:.1f}")


def _used(*arguments: str) -> tuple[float, float]:
    """Return the processor seconds and the largest memory in MB of a command."""
    child = subprocess.Popen(
        [str(program() / "orgdesign"), *arguments],
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def folder() -> Iterator[Row]:
    """Yield a folder of files in two processes against one."""
    from measures import Row

    folder = FOLDER / "many"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    text = scenario(5, 3, 8, 6)
    for number in range(FILES):
        changed = text.replace("inhabitants = 12000", f"inhabitants = {12_000 + number}")
        (folder / f"s{number:04}.toml").write_text(changed, encoding="utf-8")
    pairs = in_turn(_swept(folder, 2), _swept(folder, 1), 1)
    ours, theirs = (f"{seconds * 1000:.0f}" for seconds in pairs.medians)
    what, ratio = f"{FILES} scenario files, two processes", f"{1 / pairs.ratio:.2f} x faster"
    yield Row(what, "one process", ratio, "1.7 x", f"{ours} / {theirs}")


def _swept(folder: Path, workers: int) -> Timer:
    command = [str(program() / "orgdesign"), "sweep", str(folder), "--workers", str(workers)]

    def timer() -> float:
        begin = time.perf_counter()
        subprocess.run(command, env=surroundings(), capture_output=True, check=True)
        return time.perf_counter() - begin

    return timer


def growth() -> Iterator[Row]:
    """Yield how many times as long twice the size takes; 2 is linear."""
    from measures import Row

    path = _written("growth.toml", tuple(STUDY.values()))
    for size, number in STUDY.items():
        twice = STUDY | {size: 2 * number}
        larger = _written(f"growth-{size}.toml", tuple(twice.values()))
        pairs = in_turn(_evaluated(larger, CASES), _evaluated(path, CASES), 1)
        ours, theirs = (f"{seconds * 1000:.0f}" for seconds in pairs.medians)
        yield Row(f"twice the {size}", "once", f"{pairs.ratio:.2f} x", "2 x", f"{ours} / {theirs}")
    pairs = in_turn(_evaluated(path, 2 * CASES), _evaluated(path, CASES), 1)
    ours, theirs = (f"{seconds * 1000:.0f}" for seconds in pairs.medians)
    yield Row("twice the cases", "once", f"{pairs.ratio:.2f} x", "2 x", f"{ours} / {theirs}")


def _evaluated(path: Path, cases: int) -> Timer:
    """Return a timer of so many cases of a file, the median of a process of its own."""
    from measures import EVALUATION

    command = [str(program() / "python"), "-c", EVALUATION, str(path), str(cases)]

    def timer() -> float:
        done = subprocess.run(
            command, env=surroundings(), capture_output=True, encoding="utf-8", check=True
        )
        return float(done.stdout)

    return timer


def _written(name: str, size: tuple[int, ...]) -> Path:
    """Write a scenario of a size into the folder of the benchmarks and return its path."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / name
    municipalities, options, jobs, years = size
    path.write_text(scenario(municipalities, options, jobs, years), encoding="utf-8")
    return path
