"""What a rule yields, and what rules share: which options can be looked at, and ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from orgdesign.quantities import Quantity
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Form, Option


class Finding(NamedTuple):
    """A contradiction: its code, the path to mend, and whether it lies in the path's key.

    `among` in the details names the table on which the finding rests beside its own, `beside` the
    paths: where one of them could not be read, nothing is said.
    """

    code: str
    path: str
    details: Mapping[str, object] = MappingProxyType({})
    key: bool = False


Rule = Callable[[Scenario], Iterator[Finding]]
"""Yields what it finds in a scenario of which only the document and the figures are there."""


def found(code: str, path: str, key: bool = False, **details: object) -> Finding:
    """Return a finding with its details."""
    return Finding(code, path, details, key)


def forms_and_options(scenario: Scenario) -> Iterator[tuple[str, Form | Option]]:
    """Yield what can give properties of a form, each with its path."""
    yield from ((f"forms.{id}", form) for id, form in scenario.document.forms.items())
    yield from ((f"options.{id}", option) for id, option in scenario.document.options.items())


def sound_options(scenario: Scenario) -> Iterator[tuple[str, Option]]:
    """Yield the options whose forms are all known and rest on one another without a circle."""
    for id, option in scenario.document.options.items():
        if has_sound_form(scenario, option.form):
            yield id, option


def has_sound_form(scenario: Scenario, form: str | None) -> bool:
    """Return whether a form and all it is based on are known, without a circle."""
    forms = scenario.document.forms
    seen: set[str] = set()
    while form is not None:
        if form not in forms or form in seen:
            return False
        seen.add(form)
        form = forms[form].based_on
    return True


def most(given: object) -> float:
    """Return the largest value that a figure can take, over municipalities too; 0 where none."""
    if isinstance(given, Quantity):
        numbers = (given.value, given.high, *(given.values or ()))
        return max(number for number in numbers if number is not None)
    if isinstance(given, Mapping):
        return max(map(most, given.values()), default=0.0)
    return 0.0


def least(given: Quantity) -> float:
    """Return the smallest value that a figure can take."""
    return min(n for n in (given.value, given.low, *(given.values or ())) if n is not None)


def exact_sum(quantities: Iterable[Quantity]) -> Decimal:
    """Return the sum of central values as a person adds them: 0.1 + 0.2 is 0.3."""
    return sum((Decimal(str(quantity.value)) for quantity in quantities), Decimal(0))


def near_one(total: Decimal) -> bool:
    """Return whether shares sum to 1 but for the last decimals of a third: within 1e-12."""
    return abs(total - 1) <= Decimal("1e-12")
