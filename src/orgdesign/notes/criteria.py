"""Anchors of computed criteria that score the wrong way, or everything alike."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from orgdesign.criteria.computed import Array, anchored, outcome
from orgdesign.notes.note import Note, Number, Term
from orgdesign.notes.survey import Survey
from orgdesign.scenario.schema.criteria import Computed, Criterion

_OF_COST: tuple[Computed, ...] = ("money", "reversibility", "dissolution", "time_to_steady_state")
"""Outcomes of which more is worse."""
_ALIKE = 0.05
"""Scores that lie closer together than this are printed as one."""


def rising_with_cost(survey: Survey) -> Iterator[Note]:
    """Yield the criteria on which an option that costs more scores higher."""
    for id, criterion in survey.scenario.document.criteria.items():
        anchors = criterion.anchors
        if criterion.computed in _OF_COST and anchors and anchors[0] < anchors[-1]:
            yield Note.at(
                survey.scenario, "anchors_rise", f"criteria.{id}.anchors", criterion=criterion.name,
                by=_by(criterion), low=_number(anchors[0]), high=_number(anchors[-1]),
            )  # fmt: skip


def scoring_alike(survey: Survey) -> Iterator[Note]:
    """Yield the criteria on which outcomes differ and every score is the same."""
    for id, criterion in survey.scenario.document.criteria.items():
        if criterion.computed is None or criterion.anchors is None:
            continue
        found = _scored_alike(survey, criterion.computed, criterion.after_years, criterion.anchors)
        if found.size == 0 or np.isclose(found.min(), found.max()):
            continue
        yield Note.at(
            survey.scenario, "anchors_apart", f"criteria.{id}.anchors",
            criterion=criterion.name, by=_by(criterion),
            low=_number(found.min()), high=_number(found.max()),
            first=_number(criterion.anchors[0]), last=_number(criterion.anchors[-1]),
        )  # fmt: skip


def _scored_alike(
    survey: Survey, computed: Computed, after_years: int, anchors: tuple[float, ...]
) -> Array:
    """Return what options are scored by, of each municipality that takes part; known ones alone.

    Nothing as soon as two of them have another score: what leaving costs takes long to compute.
    """
    places = survey.scenario.municipalities
    found = np.empty(0)
    for option in survey.options:
        inside = [places.index(place) for place in survey.scenario.participants(option)]
        each = outcome(survey.result, option, computed, after_years)[inside]
        found = np.concatenate((found, each[np.isfinite(each)]))
        if found.size and np.ptp(anchored(found, anchors)) >= _ALIKE:
            return np.empty(0)
    return found


def _by(criterion: Criterion) -> Term:
    """Return what a criterion is computed from, with its unit."""
    return Term(f"criteria.by_{criterion.computed}", {"years": str(criterion.after_years)})


def _number(value: float) -> Number:
    return Number(round(float(value), 2), "number")
