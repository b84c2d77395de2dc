"""Facts that several scenario files give, each differently."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from orgdesign.notes.note import Note, Number
from orgdesign.scenario.figures import source_of
from orgdesign.scenario.paths import Parts, split_path, walk
from orgdesign.scenario.scenario import Scenario

_FACTS = ("municipalities", "figures", "staff", "overhead", "jobs", "systems", "budgets")
"""Tables with facts; the others hold choices and prices of one scenario."""
_PRICED = ("overhead", "systems", "budgets")
"""Of these, the tables in euros: the same only at the same price level."""

Fact = tuple[Hashable, ...]
"""What is stated, free of the ids of one file, and by which source."""


def conflicts(scenarios: Sequence[Scenario]) -> tuple[Note, ...]:
    """Return the facts that a later scenario gives otherwise than an earlier one.

    The same fact is the same figure from the same source, or the inhabitants of the same
    municipality on the same day; what is only assumed may differ.
    """
    found: list[Note] = []
    known: dict[Fact, tuple[Scenario, str]] = {}
    for scenario in scenarios:
        for fact, path in _facts(scenario):
            first, earlier = known.setdefault(fact, (scenario, path))
            if first is not scenario and _value(first, earlier) != _value(scenario, path):
                found.append(_conflict(scenario, path, first, earlier))
    return tuple(found)


def _facts(scenario: Scenario) -> Iterator[tuple[Fact, str]]:
    """Yield the names of municipalities with a code, and every figure that is a fact."""
    for id, municipality in scenario.document.municipalities.items():
        if municipality.code is not None:
            yield ("name", municipality.code), f"municipalities.{id}.name"
    given = {path for path, _ in walk(scenario.raw)}
    for path in scenario.figures:
        parts = split_path(path)
        if path in given and parts[0] in _FACTS:
            source = _source(scenario, path, parts)
            if source is not None:
                yield (*_without_ids(scenario, parts), source), path


def _without_ids(scenario: Scenario, parts: Parts) -> Parts:
    """Return a path with codes in the place of the municipalities' own ids."""
    places = scenario.document.municipalities
    known = {id: place.code or id for id, place in places.items()}
    named = tuple(known.get(part, part) if isinstance(part, str) else part for part in parts)
    if parts[0] == "figures":
        return (*named, scenario.document.figures[str(parts[1])].year)
    return (*named, scenario.document.scenario.price_level) if parts[0] in _PRICED else named


def _source(scenario: Scenario, path: str, parts: Parts) -> Hashable | None:
    """Return what a figure was taken from: the day for inhabitants, else title and day.

    None where it is assumed, or nobody says.
    """
    source = scenario.document.sources.get(source_of(scenario, path) or "")
    if parts[-1] == "inhabitants":
        return ("day", source.date if source else None)
    if source is None or source.kind == "assumption":
        return None
    return source.title, source.date


def _value(scenario: Scenario, path: str) -> float | str:
    if path in scenario.figures:
        return scenario.figures[path].value
    return scenario.document.municipalities[str(split_path(path)[1])].name


def _conflict(scenario: Scenario, path: str, first: Scenario, earlier: str) -> Note:
    place = Note.at(first, "", earlier)
    return Note.at(
        scenario,
        "conflict",
        path,
        figure=path,
        value=_said(_value(scenario, path)),
        other=_said(_value(first, earlier)),
        file=place.file,
        line=place.line,
    )


def _said(value: float | str) -> object:
    return value if isinstance(value, str) else Number(value, "number")
