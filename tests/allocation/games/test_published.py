"""Cases from the literature: each file with its full input and the figures as printed there."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from airports import per_movement_nucleolus, per_movement_shapley
from cost_games import close, everyone

from orgdesign.allocation.games import bankruptcy
from orgdesign.allocation.games.game import Game
from orgdesign.allocation.games.registry import METHODS
from orgdesign.model.axes import Array

FILES = sorted((Path(__file__).parent / "published").glob("*.toml"))
CASES: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES
}
RULES = {"talmud": bankruptcy.talmud}


def each(part: str) -> pytest.MarkDecorator:
    pairs = [(case, method) for case in CASES for method in CASES[case].get(part, {})]
    return pytest.mark.parametrize(("case", "method"), pairs, ids=str)


def costs_of(case: dict[str, Any]) -> Array:
    """The costs of all groups, the empty one too; savings v are costs -v."""
    players = len(case["players"])
    if "claims" in case:
        claims = np.array(case["claims"], dtype=float)
        left = case["estate"] - (1 - everyone(players)) @ claims
        return np.asarray(-np.maximum(0.0, left))
    if "largest" in case:
        return np.asarray((everyone(players) * case["largest"]).max(axis=1))
    given = case["costs"] if "costs" in case else [-saving for saving in case["savings"]]
    return np.array([0.0, *given])


def game_of(case: dict[str, Any]) -> Game:
    weights = np.array(case["weights"], dtype=float) if "weights" in case else None
    return Game(tuple(case["players"]), costs_of(case), weights)


@each("printed")
def test_a_method_gives_what_is_printed(case: str, method: str) -> None:
    printed = CASES[case]["printed"][method]
    found = METHODS[method](game_of(CASES[case]))
    assert found.amounts is not None
    expected = printed.get("amounts") or [-award for award in printed["awards"]]
    close(found.amounts, expected, rtol=0, atol=printed["within"] * (1 + 1e-6))


@each("rules")
def test_a_rule_gives_what_is_printed(case: str, method: str) -> None:
    printed, given = CASES[case]["rules"][method], CASES[case]
    found = RULES[method](np.array(given["claims"], dtype=float), given["estate"])
    close(found, printed["awards"], rtol=0, atol=printed["within"])


@each("undefined")
def test_a_method_is_undefined_where_the_literature_says_so(case: str, method: str) -> None:
    found = METHODS[method](game_of(CASES[case]))
    assert found.amounts is None
    assert found.undefined == CASES[case]["undefined"][method]


def test_the_fees_of_an_airport_are_those_printed() -> None:
    given = CASES["birmingham-airport"]["airport"]
    movements, runways = np.array(given["movements"]), np.array(given["runways"], dtype=float)
    shapley = per_movement_shapley(runways, movements)
    nucleolus = per_movement_nucleolus(runways, movements)
    close(shapley, given["shapley"], rtol=0, atol=given["within_shapley"])
    close(nucleolus, given["nucleolus"], rtol=0, atol=given["within_nucleolus"])
    assert movements @ shapley == pytest.approx(117676)
    assert movements @ nucleolus == pytest.approx(117676)


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_its_title_its_source_and_its_year(case: str) -> None:
    assert CASES[case]["title"]
    assert any(character.isdigit() for character in CASES[case]["source"])
