"""What makes a scenario impossible to compute with, as only its result shows."""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.notes.note import Note
from orgdesign.notes.shares import weightless_keys
from orgdesign.notes.survey import Survey

RULES = (weightless_keys,)
"""Rules whose remarks are errors."""


def errors(result: Result) -> tuple[Note, ...]:
    """Return what cannot be computed with in the central case of all options."""
    survey = Survey(result.scenario, result)
    return tuple(note for rule in RULES for note in rule(survey))
