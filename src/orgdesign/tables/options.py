"""The options beside each other: form, participants, scope, keys and every property of each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orgdesign.model.choices import DEFAULTS
from orgdesign.quantities import Quantity
from orgdesign.records.record import fields
from orgdesign.scenario.frames import THRESHOLDS, frames
from orgdesign.scenario.key_names import ALL, POOLS
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.amounts import AmountTable, Unwinding
from orgdesign.scenario.schema.facts import Measure
from orgdesign.scenario.schema.options import FormProperties, Option, Post, Then
from orgdesign.tables.build import make, municipality_name, option_name
from orgdesign.tables.forms import form_name
from orgdesign.tables.notes import key_name, price_notes
from orgdesign.tables.option_in_words import (
    amount_in_words,
    change_in_words,
    measure_in_words,
    post_in_words,
    written,
)
from orgdesign.tables.options_given import given_rows, key_rows
from orgdesign.tables.settings import Settings, shown_options
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.numbers import date_text

OWN = ("name", "form", "participants", "host", "from", "until")
"""What an option says of itself."""
PROPERTIES = tuple(name for name in fields(FormProperties) if name != "heads")
"""What a form gives and an option may override."""
_AMOUNTS = {"amounts": "amounts_number", "unwinding": "unwinding_number"}
"""The amounts that an option states, and what it costs when it ends, each with its title."""
_STATED = re.compile(r"(amounts|unwinding|posts)\[(\d+)\]")
_TASK = {"from": "from_", "until": "until", "decision_date": "decision_date"}
"""What is said of a task that has years of its own."""


def options(scenario: Scenario, settings: Settings) -> Table:
    """Return what defines each option, and what is stated of staying alone.

    In brackets is what the form of an option gives.
    """
    language = settings.language
    shown = tuple(dict.fromkeys((*shown_options(scenario, settings), ALONE)))
    columns = [
        Column("property", say("interface.property", language)),
        *(Column(id, option_name(scenario, id, language)) for id in shown),
    ]
    rows = [
        Row(row, (title, *(option_cell(scenario, id, row, settings) for id in shown)))
        for row, title in _rows(scenario, settings)
    ]
    notes = (*price_notes(scenario, settings), say("interface.note_of_the_form", language))
    title = say("terms.table_options", language)
    return make("options", title, columns, rows, notes, scenario, settings)


def _rows(scenario: Scenario, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the rows: the end of the path of each, and its title."""
    language, options = settings.language, (*shown_options(scenario, settings), ALONE)
    for name in OWN:
        yield name, say(f"fields.{name}", language)
    for task, table in scenario.document.tasks.items():
        yield f"scope.{task}", f"{say('fields.scope', language)}: {table.name}"
    yield from given_rows(scenario, options, language)
    yield from key_rows(scenario, options, (ALL, *POOLS), language)
    for name in PROPERTIES:
        yield name, say(f"fields.{name}", language)
    for name in THRESHOLDS:
        title = say(f"interface.{name}", language)
        yield f"thresholds.{name}", f"{say('interface.threshold', language)}: {title}"
    for at, id in enumerate(measures_of(scenario, options), 1):
        yield f"measures.{id}", say("interface.measure_number", language, number=at)
    for name, title in _AMOUNTS.items():
        for at in range(most_amounts(scenario, options, name)):
            yield f"{name}[{at}]", say(f"interface.{title}", language, number=at + 1)


def measures_of(scenario: Scenario, options: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the measures of options, each once; of staying alone the general ones."""
    return tuple(dict.fromkeys(id for each in options for id in _measures(scenario, each)))


def _measures(scenario: Scenario, option: str) -> Mapping[str, Measure]:
    """Return the measures of an option alone; those of staying alone act in every option too."""
    document = scenario.document
    return document.measures if option == ALONE else document.options[option].measures


def most_amounts(scenario: Scenario, options: Sequence[str], name: str) -> int:
    """Return how many amounts of a sort the option has that states most of them."""
    return max((len(_stated(scenario, option, name)) for option in options), default=0)


def _stated(
    scenario: Scenario, option: str, name: str
) -> tuple[AmountTable | Unwinding | Post, ...]:
    """Return the amounts or posts of a sort that are stated of an option or of staying alone."""
    document = scenario.document
    found: tuple[AmountTable | Unwinding | Post, ...] = (
        getattr(document.alone, name, ())
        if option == ALONE
        else getattr(document.options[option], name)
    )
    return found


OF_ONE_WORD = ("employer", "exit_people")
"""Rows of which one word is chosen."""


def word_of(row: str, id: str, language: Language) -> str:
    """Return a word that is chosen in a row as readers know it."""
    entry = f"terms.employer_{id}" if row == "employer" else f"exit.people_{id}"
    return say(entry, language)


def option_cell(scenario: Scenario, option: str, row: str, settings: Settings) -> Cell:
    """Return what an option has in a row, in words; not applicable where nobody gives it.

    What counts where nobody gives it stands in brackets, as what the form gives.
    """
    value, own = value_of(scenario, option, row)
    if value is None:
        value, own = (DEFAULTS.get(row) if option != ALONE else None), False
    if value is None:
        return Mark.NOT_APPLICABLE
    if isinstance(value, AmountTable | Unwinding):
        return amount_in_words(scenario, value, settings)
    if isinstance(value, Post):
        return post_in_words(scenario, value, settings)
    if isinstance(value, Then):
        return change_in_words(scenario, value, settings)
    if isinstance(value, Measure):
        words = say("interface.in_every_option", settings.language)
        general = f", {words}" if option == ALONE else ""
        return measure_in_words(scenario, value, settings) + general
    text = _named(scenario, row, value, settings)
    if row.startswith("scope."):
        text += _years_of_task(scenario, option, row.removeprefix("scope."), settings)
    return text if own else f"({text})"


def _years_of_task(scenario: Scenario, option: str, task: str, settings: Settings) -> str:
    """Return from when until when a task is brought in, "" where that is with the option."""
    years = scenario.document.options[option].tasks.get(task)
    given = {} if years is None else {name: getattr(years, at) for name, at in _TASK.items()}
    said = [
        f"{say(f'fields.{name}', settings.language)} {_when(scenario, when, settings)}"
        for name, when in given.items()
        if when is not None
    ]
    return f" ({', '.join(said)})" if said else ""


def _when(scenario: Scenario, when: Quantity | datetime.date, settings: Settings) -> str:
    if isinstance(when, datetime.date):
        return date_text(when, settings.language)
    return written(scenario, when, settings)


def value_of(scenario: Scenario, option: str, row: str) -> tuple[Any, bool]:
    """Return the value of an option in a row, None where there is none, and whether it is its own.

    What it does not give itself comes from its form. Staying alone has amounts and measures.
    """
    if found := _STATED.fullmatch(row):
        stated, at = _stated(scenario, option, found[1]), int(found[2])
        return (stated[at] if at < len(stated) else None), True
    name, _, key = row.partition(".")
    if option == ALONE or name == "measures":
        return (_measures(scenario, option).get(key) if name == "measures" else None), True
    table = scenario.document.options[option]
    if name == "thresholds":
        return _threshold(table, key), True
    if key:
        return getattr(table, name).get(key), True
    if name in PROPERTIES:
        return scenario.property(option, name), getattr(table, name) is not None
    return getattr(table, "from_" if name == "from" else name), True


def _threshold(option: Option, name: str) -> Any:
    """Return a frame of the councils: one for the option, or those of municipalities."""
    found = {f.municipality: f.required for f in frames(option) if f.threshold == name}
    return found.get(None) or found or None


def _named(scenario: Scenario, row: str, value: Any, settings: Settings) -> str:
    language = settings.language
    if row == "form":
        return form_name(scenario, value, language)
    if row.startswith("keys."):
        return key_name(scenario, value, language)
    if row in OF_ONE_WORD:
        return word_of(row, value, language)
    if row == "participants" and value == "all":
        return say("interface.everyone_takes_part", language)
    if (names := _names(scenario, row)) is not None:
        ids = (value,) if isinstance(value, str) else value
        return ", ".join(names[each] for each in ids) or say("interface.no_systems", language)
    return written(scenario, value, settings)


def _names(scenario: Scenario, row: str) -> Mapping[str, str] | None:
    """Return what the ids in a row are called, by id; None where the row holds none."""
    document = scenario.document
    if row in ("host", "participants", "workplace"):
        return {id: municipality_name(scenario, id) for id in document.municipalities}
    if row == "systems":
        return {id: system.name for id, system in document.systems.items()}
    plans = row.startswith("work_plan.")
    return {id: plan.name for id, plan in document.plans.items()} if plans else None
