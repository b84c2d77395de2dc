"""Criteria: scored by people or computed, by steps in order, for who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.criteria import OF_GETTING_OUT


def five(scenario: Scenario) -> Iterator[Finding]:
    """There are five steps, and five anchors."""
    for id, criterion in scenario.document.criteria.items():
        for name in ("steps", "anchors"):
            given = getattr(criterion, name)
            if given is not None and len(given) != 5:
                yield found("not_five", f"criteria.{id}.{name}", number=len(given))


def computed(scenario: Scenario) -> Iterator[Finding]:
    """A criterion is scored by people, or computed with anchors: one of the two."""
    for id, criterion in scenario.document.criteria.items():
        path = f"criteria.{id}"
        if criterion.computed is not None and criterion.anchors is None:
            yield found("anchors_missing", f"{path}.computed", beside=(f"{path}.anchors",))
        if criterion.computed is not None and criterion.scores:
            yield found("computed_and_scored", f"{path}.scores", True)
        if criterion.computed is None and criterion.anchors is not None:
            beside = (f"{path}.computed",)
            yield found("anchors_without_computed", f"{path}.anchors", True, beside=beside)
        if "after_years" in criterion.given_fields and criterion.computed not in OF_GETTING_OUT:
            of = ", ".join(OF_GETTING_OUT)
            yield found("after_years_of_others", f"{path}.after_years", True, of=of)


def anchors(scenario: Scenario) -> Iterator[Finding]:
    """Anchors rise all the way, or fall all the way."""
    for id, criterion in scenario.document.criteria.items():
        given = criterion.anchors or ()
        steps = [after - before for before, after in pairwise(given)]
        if not (all(step > 0 for step in steps) or all(step < 0 for step in steps)):
            yield found("anchors_order", f"criteria.{id}.anchors")


def scorers(scenario: Scenario) -> Iterator[Finding]:
    """A municipality scores an option in which it takes part, in one role once."""
    for id, criterion in scenario.document.criteria.items():
        seen = set()
        for position, score in enumerate(criterion.scores):
            path = f"criteria.{id}.scores[{position}]"
            if score.option not in scenario.document.options:
                continue
            inside = scenario.participants(score.option)
            if score.municipality in scenario.municipalities and score.municipality not in inside:
                details = {"given": score.municipality, "option": score.option}
                yield Finding("scorer_outside", f"{path}.municipality", details)
            key = (score.option, score.municipality, score.role)
            if key in seen:
                yield found("scored_twice", f"{path}.role", role=score.role)
            seen.add(key)
