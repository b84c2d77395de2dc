"""What a figure is called in a sentence, and how its value is written there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from orgdesign.records.record import Record
from orgdesign.scenario.differences import title
from orgdesign.scenario.figures import contents
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.table import Unit
from orgdesign.tables.units import unit_of
from orgdesign.words import Language, catalogue, say
from orgdesign.words.formats import format_of
from orgdesign.words.numbers import MINUS, exact, number, raw

_EVERYBODYS = ("scenario", "staff")
"""Tables whose name tells a reader nothing about what stands in them."""
_PERCENTAGES = ("share", "rate a year")
_PRINTED: Mapping[str, Unit] = {"euros": "euros", "year": "year", "persons": "count"}
"""How the numbers of a kind are printed; others are factors."""


def figure_name(scenario: Scenario, path: str, language: Language) -> str:
    """Return what a figure is called: what it is, and in brackets whose or what it is of."""
    fields: list[str] = []
    names: list[str] = []
    node: object = scenario.document
    for part in split_path(path):
        inner = dict(contents(node))
        if part not in inner:
            return path
        below = inner[part]
        if isinstance(node, Record):
            fields.append(say(f"fields.{part}", language))
        elif isinstance(part, int) and title(below) is None:
            fields[-1] += say("sensitivity.in_the_list", language, number=part + 1)
        else:
            names.append(title(below) or _named(scenario, str(part), language))
        node = below
    if fields[-1] == say("fields.values", language):
        fields[-1] = names.pop(0) if len(names) > 1 else say("fields.overhead_per_fte", language)
    if not names and split_path(path)[0] not in _EVERYBODYS:
        names = fields[:-1]
    return f"{fields[-1]} ({'; '.join(names)})" if names else fields[-1]


def _named(scenario: Scenario, id: str, language: Language) -> str:
    """Return the name of what an id in a path stands for; the id where it has none."""
    document = scenario.document
    for keyed in (
        document.municipalities,
        document.tasks,
        document.jobs,
        document.figures,
        document.keys,
        document.budgets,
    ):
        if id in keyed:
            return title(keyed[id]) or id
    words = catalogue("terms")
    return words[f"key_{id}"][language] if f"key_{id}" in words else id


def figure_value(
    scenario: Scenario, path: str, value: float, language: Language, numbers: str
) -> str:
    """Return a value of a figure as a sentence has it: with its unit, shares as percentages."""
    unit = _kind(path)
    if unit in _PERCENTAGES:
        return _percentage(value, numbers)
    counted = number(value, _PRINTED.get(unit, "factor"), numbers)
    if unit == "euros":
        return f"{counted} {say('terms.in_euros', language)}"
    if unit == "year":
        return counted
    said = "" if unit in ("factor", "elasticity") else unit_of(scenario, path, language)
    return f"{counted} {said}".rstrip()


def told_value(path: str, value: float) -> float:
    """Return a value of a figure as near as a sentence tells it, in the unit of the figure."""
    unit = _kind(path)
    if unit in _PERCENTAGES:
        return float(exact(value, 4))
    return float(raw(value, _PRINTED.get(unit, "factor")))


def _kind(path: str) -> str:
    kind = kind_at(split_path(path))
    return kind.unit if kind else ""


def _percentage(value: float, numbers: str) -> str:
    """Return a fraction as a percentage of at most two decimals."""
    digits = f"{abs(Decimal(str(value)) * 100):.2f}".rstrip("0").rstrip(".")
    return (MINUS if value < 0 and digits != "0" else "") + format_of(numbers).percentage(digits)
