"""A table with what it came from printed on it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import PurePath

from orgdesign import FORMULAS_VERSION, __version__
from orgdesign.identity.call import arguments
from orgdesign.identity.canonical import canonical
from orgdesign.identity.ids import input_id, result_id, short, text_id
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Identity, Table
from orgdesign.words import say


def identified(table: Table, scenario: Scenario, settings: Settings) -> Table:
    """Return a table that says what it came from and how to check it."""
    return Identifier(scenario).identified(table, settings)


def of_files(table: Table, scenarios: Sequence[Scenario]) -> Table:
    """Return a table about several scenarios that says under it what each was.

    It has no check line: that is of the table of one file.
    """
    told = (Identifier(each).of_file(at, table) for at, each in enumerate(scenarios, 1))
    return table._replace(notes=(*table.notes, *told))


class Identifier:
    """The ids of a scenario, computed once for all of its tables."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        found = canonical(scenario)
        self.inputs = input_id(found.inputs)
        self.texts = text_id(found.texts)

    def identified(self, table: Table, settings: Settings) -> Table:
        """Return a table with its identity."""
        result = result_id(table)
        reference = f"{self._name(table)}-{short(self.inputs)}-{short(result)}"
        identity = Identity(
            self.inputs,
            self.texts,
            result,
            FORMULAS_VERSION,
            __version__,
            self._line(table, result),
            self._check(table, reference, settings),
            reference,
        )
        return table._replace(identity=identity)

    def of_file(self, number: int, table: Table) -> str:
        """Return the line that says what one of several scenarios was, by its number."""
        return self._said(
            "of_file", table, number=number, file=shlex.quote(PurePath(self.scenario.file).name)
        )

    def _name(self, table: Table) -> str:
        asked = self.scenario.document.tables.get(table.id)
        return f"T{asked.number}" if asked and asked.number else table.id

    def _line(self, table: Table, result: str) -> str:
        return self._said("line", table, result=short(result))

    def _said(self, entry: str, table: Table, **more: object) -> str:
        about = self.scenario.document.scenario
        return say(
            f"identity.{entry}",
            table.language,
            title=about.title,
            status=say(f"terms.status_{about.status}", table.language),
            inputs=short(self.inputs),
            texts=short(self.texts),
            formulas=FORMULAS_VERSION,
            program=__version__,
            **more,
        )

    def _check(self, table: Table, reference: str, settings: Settings) -> str:
        file = shlex.quote(PurePath(self.scenario.file).name)
        options = arguments(self.scenario, table.id, settings)
        command = " ".join(filter(None, ("orgdesign verify", reference, file, options)))
        return say("identity.check", table.language, command=command)
