"""What differs between two scenarios: every figure, choice, list and text, by path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from orgdesign.cached import cached_property
from orgdesign.quantities import Quantity
from orgdesign.records.record import Record, fields
from orgdesign.scenario.figures import contents
from orgdesign.scenario.paths import Parts, join_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.common import Statement
from orgdesign.scenario.schema.options import FormProperties

DifferenceKind = Literal["added", "removed", "changed"]

_NAMED = (
    "criteria", "plans", "measures",
    "forms", "options", "keys", "figures", "budgets", "systems", "tasks", "jobs", "municipalities",
)  # fmt: skip
"""Tables whose ids are cited elsewhere in the file; where an id is used twice the last counts."""
_OF_LINES = ("heads", "line", "no_amount")
"""What cites lines of the bill, whatever else has the id of one."""
_FOLLOWING = ("forms", "sources")
"""Tables whose bundled entries come and go with the choices of a scenario."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step to a value, for readers: a key of the schema, a name, a bare id, or a number."""

    kind: Literal["field", "name", "id", "element"]
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One value, or one whole table, that two scenarios give differently.

    Values are numbers with what is known about them (`Quantity`), choices, texts, lists and
    tables; None where a scenario has none. `steps` lead to it in words, and `names` are those
    of the ids that its values may cite.
    """

    path: str
    kind: DifferenceKind
    old: object
    new: object
    steps: tuple[Step, ...]
    names: Mapping[str, str]


def differences(old: Scenario, new: Scenario) -> tuple[Difference, ...]:
    """Return what the new scenario has differently, in the order of the file."""
    return tuple(_Comparison(old, new).between(old.document, new.document, (), ()))


def title(table: object) -> str | None:
    """Return what a table is called in the file; None where it has no name of its own."""
    given = getattr(table, "name", None) or getattr(table, "title", None)
    if isinstance(given, Statement):
        given = given.nl or given.en or given.value
    return given if isinstance(given, str) else None


@dataclass(frozen=True)
class _Comparison:
    """Two scenarios side by side."""

    old: Scenario
    new: Scenario

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of what values and keys of the file cite by id."""
        return {
            id: title(table) or id
            for keyed in _NAMED
            for scenario in (self.old, self.new)
            for id, table in getattr(scenario.document, keyed).items()
        }

    @cached_property
    def _sources(self) -> dict[str, str]:
        """The titles of sources, which share ids with anything."""
        both = (self.old.document.sources, self.new.document.sources)
        return {id: source.title for sources in both for id, source in sources.items()}

    def _cited(self, parts: Parts) -> Mapping[str, str]:
        """Return the names of what the value at a path, or a key right below it, may cite."""
        if parts[-1] == "source":
            return self._sources
        return {} if parts[-1] in _OF_LINES else self.names

    def between(
        self, old: object, new: object, parts: Parts, steps: tuple[Step, ...]
    ) -> Iterator[Difference]:
        """Yield the differences of two values at a path, an absent one being None."""
        if old == new or self._follows(old, new, parts):
            return
        if not _inner(old, new):
            kind: DifferenceKind = (
                "added" if old is None else "removed" if new is None else "changed"
            )
            yield Difference(join_path(parts), kind, old, new, steps, self._cited(parts))
            return
        before, after = dict(contents(old)), dict(contents(new))
        for part in (*before, *(part for part in after if part not in before)):
            one, other = before.get(part), after.get(part)
            inner = (*parts, part)
            step = self._step(inner, old if new is None else new, one if other is None else other)
            if len(inner) == 3 and parts[0] == "options" and one != other:
                one, other = self._effective(inner, one, other)
            yield from self.between(one, other, inner, (*steps, step))

    def _effective(self, parts: Parts, old: object, new: object) -> tuple[object, object]:
        """Return two values of a property of an option, an absent one as its form gives it."""
        option, name = str(parts[1]), str(parts[2])
        if name not in fields(FormProperties) or not (old is None or new is None):
            return old, new
        inherited = (self.old if old is None else self.new).property(option, name)
        pair = (inherited, new) if old is None else (old, inherited)
        return (old, new) if pair[0] == pair[1] else pair

    def _follows(self, old: object, new: object, parts: Parts) -> bool:
        """Return whether a bundled entry is there in one scenario alone, for what that chose."""
        if len(parts) != 2 or parts[0] not in _FOLLOWING or None not in (old, new):
            return False
        scenario = self.old if new is None else self.new
        return scenario.origins[join_path(parts)].layer in ("library", "default")

    def _step(self, parts: Parts, table: object, value: object) -> Step:
        part, above = parts[-1], parts[:-1]
        if isinstance(part, str) and isinstance(table, Record):
            return Step("field", part)
        if (name := title(value) or self._cited(above).get(str(part))) is not None:
            return Step("name", name)
        if len(above) == 1:
            return Step("name", str(part))
        return Step("id", part) if isinstance(part, str) else Step("element", str(part + 1))


def _inner(old: object, new: object) -> bool:
    """Return whether what differs lies inside two values, not in the values as a whole.

    So it is for tables, arrays of tables and arrays of as many numbers. A table that only one
    scenario has is one difference if it has a name, else it is taken apart.
    """
    pair = [value for value in (old, new) if value is not None]
    if any(isinstance(value, Quantity | Statement) for value in pair):
        return False
    if len(pair) == 1:
        return isinstance(pair[0], Record | Mapping) and title(pair[0]) is None
    if isinstance(old, tuple) and isinstance(new, tuple):
        plain = any(isinstance(element, str | Quantity) for element in (*old, *new))
        return not plain or (len(old) == len(new) and isinstance(old[0], Quantity))
    tables = all(isinstance(value, Record) for value in pair)
    return tables or all(isinstance(value, Mapping) for value in pair)
