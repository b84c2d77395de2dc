"""The scenario as the model reads it: typed tables, and every number by its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from orgdesign.cached import cached_property
from orgdesign.quantities import Quantity
from orgdesign.scenario.paths import join_path, split_path
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.options import Form, Option

ALONE = "alone"
"""Id of the zero option, which is always there."""
TOGETHER = "total"
"""Given as the municipality: all of them together."""


class Origin(NamedTuple):
    """Where a value was given: file as shown to readers, line and column (both from 1)."""

    file: str
    line: int
    column: int
    layer: str = "file"
    """`file`, `base` (of an extended file), `library`, `default` or `override`."""


@dataclass(frozen=True)
class Scenario:
    """A checked scenario.

    `figures` holds every number of the file, of the bundled facts that it uses and of the
    defaults that were applied, by path, in the order of the file; `origins` says where each
    path was given, tables and texts included. `document.forms` contains the bundled forms too.
    """

    document: Document
    figures: Mapping[str, Quantity]
    origins: Mapping[str, Origin]
    file: str = ""
    tried: tuple[str, ...] = ()
    """Paths of the figures that an override sets, in the order of the file."""
    tried_beside: tuple[str, ...] = ()
    """What is tried that is no figure, as `PATH=VALUE`."""
    taken_out: tuple[str, ...] = ()
    """The paths that an override takes out."""
    overrides: tuple[str, ...] = ()
    """Everything that is tried, in its order: what gives the same behind `--set`."""
    raw: Mapping[str, Any] = field(default_factory=dict)
    """The resolved tables as plain values: what a variant or an export starts from."""

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What a calculation keeps for the next one on the same scenario; it is no part of it."""
        return {}

    def __getstate__(self) -> dict[str, Any]:
        """Return what goes to another process: all but what is kept."""
        return {name: value for name, value in self.__dict__.items() if name != "kept"}

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """Ids of the municipalities in the order of the file."""
        return tuple(self.document.municipalities)

    def places(self, municipalities: Iterable[str] | None = None) -> list[int]:
        """Return the positions of some municipalities in the order of the file, of all for None."""
        if municipalities is None:
            return list(range(len(self.municipalities)))
        return [self.municipalities.index(each) for each in municipalities]

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The calendar years of the calculation."""
        first = self.document.scenario.first_year
        return tuple(range(first, first + self.document.scenario.years))

    @property
    def report_year(self) -> int:
        """The calendar year that structural tables quote."""
        return self.document.scenario.report_year or self.years[-1]

    @property
    def options(self) -> tuple[str, ...]:
        """Ids of the options in the order of the file, the zero option not among them."""
        return tuple(self.document.options)

    def participants(self, option: str) -> tuple[str, ...]:
        """Ids of the municipalities that take part in an option, in the order of the file."""
        if option == ALONE:
            return ()
        given = self.document.options[option].participants
        return (
            self.municipalities
            if given == "all"
            else tuple(m for m in self.municipalities if m in given)
        )

    def with_keys(self, option: str, keys: Mapping[str, str]) -> Scenario:
        """Return the scenario with other keys for an option."""
        return self._with(option, {"keys": dict(keys)})

    def _with(self, option: str, changes: Mapping[str, Any]) -> Scenario:
        """Return the scenario with other values in the table of an option."""
        table = self.document.options[option].replaced(**changes)
        options = {**self.document.options, option: table}
        return replace(self, document=self.document.replaced(options=options))

    def in_use(self, path: str) -> bool:
        """Return whether a figure is of any option: one of a form where an option takes it."""
        parts = split_path(path)
        if parts[0] != "forms" or len(parts) < 3:
            return True
        own, name = join_path(parts[:3]), str(parts[2])
        return any(self.property_path(option, name) == own for option in self.document.options)

    def without_change(self, option: str) -> Scenario:
        """Return the scenario in which nothing takes over from an option: it ends then."""
        unchanged = self.document.options[option].then is None
        return self if unchanged else self._with(option, {"then": None})

    def without_keys_of_amounts(self, option: str) -> Scenario:
        """Return the scenario in which no amount of an option has a key of its own."""
        table = self.document.options[option]
        plain = {
            name: tuple(row.replaced(key=None) for row in getattr(table, name))
            for name in ("amounts", "unwinding")
        }
        return self._with(option, plain)

    def phases(self, option: str) -> tuple[str, ...]:
        """Return an option and those that take over from it, in order."""
        found = [option]
        table = self.document.options.get(option)
        while table is not None and table.then is not None and table.then.option not in found:
            found.append(table.then.option)
            table = self.document.options.get(table.then.option)
        return tuple(found)

    def stays_alone(self, option: str) -> bool:
        """Return whether an option is no cooperation: the zero option, or of the sort alone."""
        return option == ALONE or self.property(option, "kind") == ALONE

    def employer(self, option: str) -> str:
        """Return who employs the people of an option: home, host or joint."""
        if option == ALONE:
            return "home"
        if self.property(option, "merges"):
            return "joint"
        return str(self.property(option, "employer") or "home")

    def layers(self, option: str) -> Iterator[tuple[str, Option | Form]]:
        """Yield an option and the forms it inherits from, nearest first, each with its path."""
        table = self.document.options[option]
        yield f"options.{option}", table
        form: str | None = table.form
        while form is not None:
            yield f"forms.{form}", self.document.forms[form]
            form = self.document.forms[form].based_on

    def property_path(self, option: str, name: str) -> str:
        """Return the path that gives a form property to an option.

        It is the option's own path where nobody gives the property.
        """
        for path, table in self.layers(option):
            if getattr(table, name, None) is not None:
                return f"{path}.{name}"
        return f"options.{option}.{name}"

    def property(self, option: str, name: str) -> Any:
        """Return the typed value of a form property of an option, None where nobody gives it."""
        own = self.document.options[option]
        table: Option | Form = own
        form: str | None = own.form
        while (value := getattr(table, name, None)) is None and form is not None:
            table = self.document.forms[form]
            form = table.based_on
        return value
