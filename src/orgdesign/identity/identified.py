"""A table with what it came from printed on it."""

from __future__ import annotations

import shlex
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

    def _name(self, table: Table) -> str:
        asked = self.scenario.document.tables.get(table.id)
        return f"T{asked.number}" if asked and asked.number else table.id

    def _line(self, table: Table, result: str) -> str:
        about = self.scenario.document.scenario
        return say(
            "identity.line",
            table.language,
            title=about.title,
            status=say(f"terms.status_{about.status}", table.language),
            inputs=short(self.inputs),
            texts=short(self.texts),
            result=short(result),
            formulas=FORMULAS_VERSION,
            program=__version__,
        )

    def _check(self, table: Table, reference: str, settings: Settings) -> str:
        file = shlex.quote(PurePath(self.scenario.file).name)
        options = arguments(self.scenario, table.id, settings)
        command = " ".join(filter(None, ("orgdesign verify", reference, file, options)))
        return say("identity.check", table.language, command=command)
