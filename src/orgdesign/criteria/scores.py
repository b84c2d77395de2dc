"""The score of every option on every criterion, for each municipality; missing is missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.criteria.computed import anchored, outcome
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.criteria import Criterion, Score

Array = NDArray[np.float64]


class Scores(NamedTuple):
    """Scores by municipality: for each an array (option, criterion), missing not a number.

    Staying alone is the first option and scores 0 everywhere; the others are those in which the
    municipality takes part, by id in `options`.
    """

    criteria: tuple[str, ...]
    options: Mapping[str, tuple[str, ...]]
    scores: Mapping[str, Array]


def scores(result: Result) -> Scores:
    """Return the scores of a scenario: the mean of those that people gave, or what is computed."""
    scenario = result.scenario
    criteria = tuple(scenario.document.criteria)
    computed = {
        (id, option): anchored(
            outcome(result, option, table.computed, table.after_years), table.anchors
        )
        for id, table in scenario.document.criteria.items()
        if table.computed is not None and table.anchors is not None
        for option in scenario.options
    }
    options, found = {}, {}
    for place, municipality in enumerate(scenario.municipalities):
        mine = (ALONE, *(o for o in scenario.options if municipality in scenario.participants(o)))
        options[municipality] = mine
        rows = [[0.0] * len(criteria)]
        for option in mine[1:]:
            rows.append(
                [
                    float(computed[id, option][place])
                    if (id, option) in computed
                    else given(scenario.document.criteria[id], option, municipality)
                    for id in criteria
                ]
            )
        found[municipality] = np.array(rows, dtype=float).reshape(len(mine), len(criteria))
    return Scores(criteria, options, found)


def scorers(criterion: Criterion, option: str, municipality: str) -> tuple[Score, ...]:
    """Return the scores that count for a municipality: its own, else those for all."""
    about = [score for score in criterion.scores if score.option == option]
    own = tuple(score for score in about if score.municipality == municipality)
    return own or tuple(score for score in about if score.municipality is None)


def given(criterion: Criterion, option: str, municipality: str) -> float:
    """Return the mean of the scores that count for a municipality; not a number without any."""
    found = scorers(criterion, option, municipality)
    return float(np.mean([score.score for score in found])) if found else np.nan


def own_weights(scenario: Scenario, municipality: str) -> Array | None:
    """Return the municipality's own weights, summing to 1; None where it gives none."""
    tables = scenario.document.criteria.values()
    given = [t.weights[municipality].value if municipality in t.weights else 0.0 for t in tables]
    return np.array(given) / sum(given) if sum(given) > 0 else None
