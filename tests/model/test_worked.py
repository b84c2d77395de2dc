"""The worked examples: the model and its second reading both give what the hand calculated."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from pencil import outcomes as pencil
from pencil.bill import pencil_bill

from orgdesign.model import outcomes, payback
from orgdesign.model.calculation import evaluate
from orgdesign.model.choices import leaving
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

FILES = sorted((Path(__file__).parent.parent / "worked").glob("*.toml"))
TO_THE_END = [path for path in FILES if "\nleaves = " not in path.read_text(encoding="utf-8")]
"""The examples in which nobody leaves."""
HALF_A_CENT = 0.005
SINGLE = ("structural_cost", "transition_cost", "present_value")


class Example(NamedTuple):
    """The scenario of an example, who leaves it, and the figures that it expects."""

    scenario: Scenario
    cases: Cases
    expected: list[dict[str, Any]]


def example(path: Path) -> Example:
    """Return an example."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    loaded = load_text(table["scenario"], path.name)
    assert loaded.scenario is not None, loaded.problems
    leaves = {leaving(m): np.array([float(year)]) for m, year in table.get("leaves", {}).items()}
    return Example(loaded.scenario, Cases(1, leaves), table["expect"])


def by_model(result: Result, row: dict[str, Any]) -> object:
    """Return the figure of a row as the model gives it."""
    option, scenario = row["option"], result.scenario
    place = scenario.municipalities.index(row["municipality"])
    if "line" in row:
        year = scenario.years.index(row["year"])
        return float(result.options[option].lines[row["line"]][place, year, 0])
    if row["outcome"] == "total_cost":
        year = scenario.years.index(row["year"])
        return float(outcomes.total_cost(result, option)[place, year, 0])
    if row["outcome"] == "payback":
        return payback.payback(result, option)[place]
    assert row["outcome"] in SINGLE
    return float(getattr(outcomes, row["outcome"])(result, option)[place, 0])


def by_pencil(scenario: Scenario, row: dict[str, Any]) -> object:
    """Return the figure of a row as the second reading gives it."""
    option, municipality = row["option"], row["municipality"]
    bill = pencil_bill(scenario, option)
    if "line" in row:
        return bill[row["line"]][municipality][scenario.years.index(row["year"])]
    if row["outcome"] == "total_cost":
        return pencil.total_cost(bill, municipality)[scenario.years.index(row["year"])]
    if row["outcome"] == "payback":
        return pencil.payback(scenario, option, municipality)
    return pencil.pencil_outcomes(scenario, option)[row["outcome"]][municipality]


def missed(row: dict[str, Any], found: object) -> bool:
    """Return whether a figure differs from the expected one by half a cent or more."""
    if isinstance(row["value"], str):
        return found != row["value"]
    return not isinstance(found, int | float) or abs(found - row["value"]) >= HALF_A_CENT


def test_there_are_examples() -> None:
    assert len(FILES) >= 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_model_gives_what_the_hand_calculated(path: Path) -> None:
    scenario, cases, expected = example(path)
    result = evaluate(scenario, cases)
    found = [(row, by_model(result, row)) for row in expected]
    assert not [pair for pair in found if missed(*pair)]


@pytest.mark.parametrize("path", TO_THE_END, ids=lambda path: path.stem)
def test_pencil_gives_what_the_hand_calculated(path: Path) -> None:
    scenario, _, expected = example(path)
    found = [(row, by_pencil(scenario, row)) for row in expected]
    assert not [pair for pair in found if missed(*pair)]
