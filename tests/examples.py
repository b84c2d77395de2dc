"""Scenarios that many tests start from, read once and computed once."""

from functools import cache
from pathlib import Path

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import Scenario

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "data" / "example.toml"
SMALL = ROOT / "tests" / "golden" / "small.toml"
"""A scenario that every table says something of, and that takes little time."""
GALLERY = tuple(sorted((ROOT / "scenarios").glob("*.toml")))


@cache
def scenario(path: Path, *tried: str) -> Scenario:
    """Return what a file says, with what is tried on it."""
    loaded = load(path, tried)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def the_case(name: str, *tried: str) -> Scenario:
    """Return what a case says by the name of its file, with what is tried on it."""
    folders = (ROOT / "scenarios", EXAMPLE.parent)
    return scenario(next(path for each in folders if (path := each / name).exists()), *tried)


def example() -> Scenario:
    return scenario(EXAMPLE)


def gallery() -> tuple[Scenario, ...]:
    return tuple(scenario(path) for path in GALLERY)


@cache
def result(path: Path = EXAMPLE, *tried: str) -> Result:
    """Return the result of a file with what is tried on it.

    What tables keep beside it is found by other tests too.
    """
    return evaluate(scenario(path, *tried))


SYSTEMS = """\
format = 1
[scenario]
title = "Systems alone"
language = "en"
price_level = 2024
first_year = 2025
years = 5
[municipalities]
north = { name = "North", inhabitants = 20_000 }
south = { name = "South", inhabitants = 30_000 }
[tasks.ict]
name = "ICT"
[systems.ledger]
name = "Ledger"
tasks = ["ict"]
local = { north = 10_000, south = 20_000 }
joint_fixed = 20_000
[options.net]
name = "Network"
form = "network"
from = 2026
scope = { ict = 1.0 }
keys = { all = "inhabitants" }
"""
"""A scenario in which two municipalities share a system and no work, without any range."""
