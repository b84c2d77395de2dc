"""Correlations that do nothing, as one of their figures does not vary."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.notes.note import Note
from orgdesign.notes.survey import Survey
from orgdesign.scenario.paths import child_path


def correlation_without_range(survey: Survey) -> Iterator[Note]:
    """Yield the correlations with a figure that has no range."""
    scenario = survey.scenario
    for pair in scenario.document.sensitivity.correlation:
        for path in map(str.strip, pair.split(",")):
            if path in scenario.figures and not scenario.figures[path].uncertain:
                place = child_path("sensitivity.correlation", pair)
                yield Note.at(scenario, "correlation_certain", place, figure=path)
