"""Scenarios that many tests start from, read once."""

from functools import cache
from pathlib import Path

from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import Scenario

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "tests" / "data" / "example.toml"
GALLERY = tuple(sorted((ROOT / "scenarios").glob("*.toml")))


@cache
def scenario(path: Path) -> Scenario:
    loaded = load(path)
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def example() -> Scenario:
    return scenario(EXAMPLE)


def gallery() -> tuple[Scenario, ...]:
    return tuple(scenario(path) for path in GALLERY)
