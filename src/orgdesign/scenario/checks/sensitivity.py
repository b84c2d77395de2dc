"""How uncertainty is sampled: groups, correlations that can be, and keys to choose from."""

from __future__ import annotations

import math
from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.key_names import BUILT_IN, SHARED
from orgdesign.scenario.paths import child_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.suggestions import suggest


def groups(scenario: Scenario) -> Iterator[Finding]:
    """A group holds uncertain figures that are in no other group."""
    seen: set[str] = set()
    for id, paths in scenario.document.sensitivity.groups.items():
        for position, name in enumerate(paths):
            place = f"sensitivity.groups.{id}[{position}]"
            figure = scenario.figures.get(name)
            if figure is None:
                near = suggest(name, scenario.figures)
                yield found("unknown_figure_path", place, given=name, suggestion=near)
            elif not figure.uncertain:
                yield found("group_without_range", place, given=name)
            elif name in seen:
                yield found("in_two_groups", place, given=name)
            seen.add(name)


def possible(scenario: Scenario) -> Iterator[Finding]:
    """All correlations together are those of some quantities: none contradicts the others."""
    group_of = {p: id for id, ps in scenario.document.sensitivity.groups.items() for p in ps}
    given: dict[tuple[str, str], float] = {}
    for pair, value in scenario.document.sensitivity.correlation.items():
        names = [group_of.get(name.strip(), name.strip()) for name in pair.split(",")]
        if len(names) != 2:
            continue
        if names[0] == names[1]:
            if pair.split(",")[0].strip() != pair.split(",")[1].strip():
                path = child_path("sensitivity.correlation", pair)
                yield found("correlation_in_group", path, True, given=names[0])
            continue
        given[names[0], names[1]] = given[names[1], names[0]] = value
    if not _can_be(given):
        yield found("correlation_impossible", "sensitivity.correlation", True)


def _can_be(given: dict[tuple[str, str], float]) -> bool:
    """Return whether a matrix of correlations is positive semidefinite, by its square root.

    The rank correlations are those of normal scores, by 2 sin(pi r / 6).
    """
    names = sorted({name for pair in given for name in pair})
    matrix = [
        [1.0 if a == b else 2 * math.sin(math.pi * given.get((a, b), 0.0) / 6) for b in names]
        for a in names
    ]
    for step in range(len(names)):
        pivot = matrix[step][step]
        if pivot < -1e-9:
            return False
        for row in range(step + 1, len(names)):
            if pivot <= 1e-9:
                if abs(matrix[row][step]) > 1e-6:
                    return False
                continue
            part = matrix[row][step] / pivot
            for column in range(step + 1, len(names)):
                matrix[row][column] -= part * matrix[step][column]
    return True


def choices(scenario: Scenario) -> Iterator[Finding]:
    """A key is chosen for a pool of an option, from keys that there are, with weights for each."""
    document = scenario.document
    known = (*document.keys, *document.figures, *BUILT_IN)
    pools = SHARED
    for id, choice in document.sensitivity.keys.items():
        table = f"sensitivity.keys.{id}"
        if choice.option not in document.options:
            near = suggest(choice.option, document.options)
            details = {"given": choice.option, "among": "options", "suggestion": near}
            yield Finding("unknown_options", f"{table}.option", details)
        if choice.pool not in pools:
            near, place = suggest(choice.pool, pools), f"{table}.pool"
            yield found("unknown_pools", place, given=choice.pool, known=pools, suggestion=near)
        for position, key in enumerate(choice.keys):
            if key not in known:
                place = f"{table}.keys[{position}]"
                details = {"given": key, "among": "shares", "suggestion": suggest(key, known)}
                yield Finding("unknown_shares", place, details)
        if choice.weights is not None and len(choice.weights) != len(choice.keys):
            yield found("choice_weights", f"{table}.weights")
        elif choice.weights is not None and sum(choice.weights) <= 0:
            yield found("weights_negative", f"{table}.weights")
