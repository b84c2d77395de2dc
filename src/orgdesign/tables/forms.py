"""The forms of cooperation beside each other: employer, legal basis, what they may do."""

from __future__ import annotations

from typing import Any

from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.common import Statement
from orgdesign.scenario.schema.options import Form
from orgdesign.tables.build import make, text_column, title_of_source
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Mark, Row, Table
from orgdesign.words import Language, say

_STATED = {
    "personality": "legal_personality",
    "mandate": "may_mandate",
    "delegate": "may_delegate",
    "legal": "legal",
    "source": "legal",
}
"""The property behind each column that holds a statement."""


def forms(scenario: Scenario, settings: Settings) -> Table:
    """Return every form that an option can take, with its legal basis and the source of it."""
    language = settings.language
    columns = [text_column(id, settings) for id in ("form", "name", "sort", "employer", *_STATED)]
    rows = [
        Row(
            id,
            (
                id,
                form_name(scenario, id, language),
                _word("sort", inherited(scenario, id, "kind"), language),
                _word("employer", inherited(scenario, id, "employer"), language),
                *(
                    _source(scenario, id, language) if column == "source"
                    else statement_cell(inherited(scenario, id, name), language)
                    for column, name in _STATED.items()
                ),
            ),
        )
        for id in scenario.document.forms
    ]  # fmt: skip
    return make(
        "forms",
        say("terms.table_forms", language),
        columns,
        rows,
        (),
        scenario,
        settings,
    )


def inherited(scenario: Scenario, form: str, name: str) -> Any:
    """Return a property of a form or of the form it is based on, None where nobody gives it."""
    at: str | None = form
    while at is not None:
        table: Form = scenario.document.forms[at]
        value = getattr(table, name)
        if value is not None:
            return value
        at = table.based_on
    return None


def form_name(scenario: Scenario, form: str, language: Language) -> str:
    """Return the name of a form as readers see it, its id where it has none."""
    cell = statement_cell(inherited(scenario, form, "name"), language)
    return cell if isinstance(cell, str) else form


def statement_cell(given: Statement | bool | str | None, language: Language) -> Cell:
    """Return a statement as a cell: its text in a language, yes or no, or unknown."""
    if isinstance(given, Statement):
        first, second = (given.nl, given.en) if language == "nl" else (given.en, given.nl)
        return statement_cell(first or second or given.value, language)
    if isinstance(given, bool):
        return say(f"interface.{'yes' if given else 'no'}", language)
    return " ".join(given.split()) if given else Mark.UNKNOWN


def _word(topic: str, given: str | None, language: Language) -> Cell:
    return say(f"terms.{topic}_{given}", language) if given else Mark.NOT_APPLICABLE


def _source(scenario: Scenario, form: str, language: Language) -> Cell:
    given = inherited(scenario, form, "legal")
    return title_of_source(scenario, getattr(given, "source", None), language) or Mark.UNKNOWN
