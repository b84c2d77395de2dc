"""What is told about a cell of the options: its path, its source, the law, the budget calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from orgdesign.scenario.kinds import takes_year
from orgdesign.scenario.scenario import ALONE
from orgdesign.tui.option_rows import SAID, kind_of, path_of, place_of_row
from orgdesign.tui.option_typed import (
    PROFILES,
    choices_in,
    only_in_file,
    takes_each,
    takes_figure,
)
from orgdesign.tui.typed import writing
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.scenario import Scenario

LEGAL = (
    "legal", "legal_personality", "may_mandate", "may_delegate", "board", "council_influence",
    "earliest_start", "notes",
)  # fmt: skip
"""What a form says about the law, in the order in which it is told."""
_STARTS = {"any_time": "starts_any_time", "budget_year": "starts_budget_year"}
"""The entry of each earliest start."""


def about_cell(result: Result, option: str, row: str, language: Language) -> str:
    """Return lines about a cell: where it comes from, and what belongs to its row."""
    scenario = result.scenario
    if not has_row(option, row):
        return say("app.only_amounts", language)
    lines = [_origin(scenario, option, row, language)]
    if row == "form":
        lines += form_lines(scenario, scenario.document.options[option].form, language)
    if row == "from":
        lines += _start(result, option, language)
    lines += _in_whole(scenario, option, row, language)
    return "\n".join(filter(None, lines))


def has_row(option: str, row: str) -> bool:
    """Return whether a row can say anything of an option: of staying alone amounts and measures."""
    place = place_of_row(row)
    return option != ALONE or (place is not None and place.table != "unwinding")


def _in_whole(scenario: Scenario, option: str, row: str, language: Language) -> Iterator[str]:
    """Yield a stated measure or amount in whole, and how one is typed."""
    from orgdesign.tables.options import option_cell
    from orgdesign.tables.settings import settings_for

    place = place_of_row(row)
    if place is None:
        yield how_typed(scenario, row, language)
        return
    cell = option_cell(scenario, option, row, settings_for(scenario, language=language))
    yield cell if isinstance(cell, str) else ""
    yield say(f"app.{SAID[kind_of(option, place)].pieces}", language)


def how_typed(scenario: Scenario, row: str, language: Language, *, brief: bool = False) -> str:
    """Return what is typed in a row, or that only the file changes it; "" where that is any text.

    In brief what can be chosen is not named.
    """
    if only := only_in_file(row, language):
        return only
    if not takes_figure(scenario, row, language):
        return _how_chosen(scenario, row, language, brief=brief)
    if takes_year(("options", "x", row)):
        return say("app.a_year", language)
    if not takes_each(row):
        return say("app.number_or_range", language)
    places, half = scenario.municipalities, writing(scenario, language).shown("0.5")
    details = {"place": places[0], "other": places[-1], "half": half}
    return say("app.number_or_each", language, **details)


def _how_chosen(scenario: Scenario, row: str, language: Language, *, brief: bool) -> str:
    """Return how a name is chosen in a row, or a profile typed; "" where any text will do."""
    if row in PROFILES:
        shares = " ".join(map(writing(scenario, language).shown, ("0.2", "0.5", "1")))
        return say("app.year_by_year", language, shares=shares)
    choices = choices_in(scenario, row, language)
    if not choices:
        return ""
    if row == "participants":
        how = say("app.names_completed", language)
    else:
        how = say("app.name_completed", language)
    return how if brief else f"{how} {say('app.one_of', language, choices=', '.join(choices))}"


def _origin(scenario: Scenario, option: str, row: str, language: Language) -> str:
    """Return the path of a cell, the file and line that give it, and its source."""
    from orgdesign.tables.build import title_of_source

    own = path_of(option, row)
    of_form = option != ALONE and own not in scenario.origins
    path = scenario.property_path(option, row) if of_form else own
    origin, quantity = scenario.origins.get(path), scenario.figures.get(path)
    source = title_of_source(scenario, quantity.source if quantity else None, language)
    place = f"{origin.file}:{origin.line}" if origin and origin.line else ""
    if origin and origin.layer == "override":
        place = say("app.tried_here", language)
    said = say("app.with_source", language, source=source) if source else ""
    return "  ".join(filter(None, (path, place, said)))


def form_lines(scenario: Scenario, form: str, language: Language) -> Iterator[str]:
    """Yield what the law says of a form, each with its source."""
    from orgdesign.scenario.schema.common import Statement
    from orgdesign.tables.build import title_of_source
    from orgdesign.tables.forms import inherited, statement_cell

    for name in LEGAL:
        given = inherited(scenario, form, name)
        cell = statement_cell(given, language)
        if not isinstance(cell, str):
            continue
        id = given.source if isinstance(given, Statement) else None
        source = title_of_source(scenario, id, language)
        if name == "earliest_start" and cell in _STARTS:
            cell = say(f"app.{_STARTS[cell]}", language)
        words = f"{say(f'fields.{name}', language)}: {cell}"
        yield f"{words} ({source})" if source else words


def _start(result: Result, option: str, language: Language) -> Iterator[str]:
    """Yield the warnings about the start of an option: what the budget calendar cannot meet."""
    from orgdesign.notes.note import message
    from orgdesign.notes.starts import before_the_budget, past_horizon
    from orgdesign.notes.survey import Survey

    survey = Survey(result.scenario, result)
    for note in (*past_horizon(survey), *before_the_budget(survey)):
        if note.path == f"options.{option}.from":
            yield message(note, language)
