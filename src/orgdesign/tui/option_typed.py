"""What people type for an option, turned into values as a scenario file writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from orgdesign.scenario.scale_names import SCALED
from orgdesign.tui.option_amounts import choices_of as amount_choices
from orgdesign.tui.option_amounts import read_amount, typed_amount
from orgdesign.tui.option_changes import Changes
from orgdesign.tui.option_figures import changes_of, one_for_all, quoted, read_figure, read_sourced
from orgdesign.tui.option_measures import read_measure, task_choices, typed_measure
from orgdesign.tui.option_rows import Place, kind_of, path_of, place_of_row
from orgdesign.tui.typed import (
    ObjectionError,
    Writing,
    as_typed,
    not_among,
    read_number,
    writing,
)
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario

REMOVED = ""
"""As the value of a path: takes it out, so that the form's own holds again."""

TEXTS = ("name", *SCALED)
PROFILES = ("ramp", "stranded", "process_profile")
NEEDED = ("name", "form", "from")
"""What an option has to give itself."""
CHOICES = {"employer": ("home", "host", "joint"), "exit_people": ("return", "stay")}


def typed_of(value: Any, written: Writing) -> str:
    """Return a value as people type it."""
    from orgdesign.quantities import Quantity
    from orgdesign.scenario.schema.amounts import AmountTable, Unwinding
    from orgdesign.scenario.schema.facts import Measure

    if value is None:
        return ""
    if isinstance(value, Measure):
        return typed_measure(value, written)
    if isinstance(value, AmountTable | Unwinding):
        return typed_amount(value, written)
    if isinstance(value, Quantity):
        return " ".join(filter(None, (*as_typed(value, written), value.source)))
    return _typed_plain(value, written)


def typed_in_row(scenario: Scenario, row: str, value: Any, language: Language) -> str:
    """Return a value as people type it in a row: what is chosen there by its name."""
    if isinstance(value, str):
        names = {id: name for name, id in choices_in(scenario, row, language).items()}
        return names.get(value, value)
    return typed_of(value, writing(scenario, language))


def _typed_plain(value: Any, written: Writing) -> str:
    """Return a table by municipality, a list or a word as people type it."""
    if isinstance(value, Mapping):
        return "; ".join(f"{id} {typed_of(each, written)}" for id, each in value.items())
    if isinstance(value, tuple):
        words = all(isinstance(each, str) for each in value)
        return ", ".join(value) if words else " ".join(as_typed(x, written)[0] for x in value)
    truths = {True: "yes", False: "no"}
    return say(f"interface.{truths[value]}", written.language) if value in truths else str(value)


def read_cell(scenario: Scenario, option: str, row: str, text: str, language: Language) -> Changes:
    """Return what to try for a cell of an option; raises ObjectionError with the words why not.

    Nothing typed takes the option's own value out; what is typed as it was changes nothing.
    """
    path, text = path_of(option, row), text.strip()
    before = _value(scenario, option, row)
    as_it_was = typed_of(before, writing(scenario, language))
    if text in (typed_in_row(scenario, row, before, language), as_it_was):
        return ()
    if (place := place_of_row(row)) is not None:
        return read_pieces(scenario, option, place, text, language)
    around = _frames_by_threshold(scenario, option) if row.startswith("thresholds.") else ()
    if not text:
        if row in NEEDED:
            raise ObjectionError(say("app.cannot_be_empty", language))
        return (*around, (path, REMOVED))
    figures = takes_figure(scenario, row, language)
    if figures and (_is_one(text) or not takes_each(row)):
        by_municipality = isinstance(before, Mapping)
        one = None if by_municipality else before
        figure = read_figure(scenario, path, text, one, language)
        return (*around, *(one_for_all(figure) if by_municipality else figure))
    if figures:
        return (*around, (path, _by_municipality(scenario, (path, text), before, language)))
    return (*around, (path, _written(scenario, row, text, language)))


def only_in_file(row: str, language: Language) -> str:
    """Return that the file changes what is in a row and the app does not; empty elsewhere."""
    from orgdesign.tables.options_given import is_given

    return say("app.only_in_file", language) if is_given(row) else ""


def not_own(scenario: Scenario, option: str, row: str, language: Language) -> str:
    """Return why the own value of a cell cannot be taken out; empty where it can."""
    from orgdesign.tables.options import value_of

    if row in NEEDED:
        return say("app.cannot_be_empty", language)
    if only := only_in_file(row, language):
        return only
    value, own = value_of(scenario, option, row)
    return "" if own and value is not None else say("app.nothing_own", language)


def read_pieces(
    scenario: Scenario, option: str, place: Place, text: str, language: Language
) -> Changes:
    """Return what to try for a measure or an amount; no text takes it out.

    Raises ObjectionError with the words why not.
    """
    read = read_measure if place.table == "measures" else read_amount
    return read(scenario, option, place, text, language)


def _frames_by_threshold(scenario: Scenario, option: str) -> Changes:
    """Return the change that turns frames by municipality about, so that a row can be changed."""
    from orgdesign.scenario.inline import inline

    given = scenario.raw["options"][option].get("thresholds", {})
    if not isinstance(scenario.document.options[option].thresholds, dict):
        return ()
    names = dict.fromkeys(name for table in given.values() for name in table)
    turned = {
        name: {place: table[name] for place, table in given.items() if name in table}
        for name in names
    }
    return ((f"options.{option}.thresholds", inline(turned)),)


def _value(scenario: Scenario, option: str, row: str) -> Any:
    from orgdesign.tables.options import value_of

    return value_of(scenario, option, row)[0]


def takes_figure(scenario: Scenario, row: str, language: Language) -> bool:
    """Return whether a number with a range goes in a row: one, or one by municipality."""
    words = (*TEXTS, *PROFILES, "participants")
    return row not in words and not choices_in(scenario, row, language)


def takes_each(row: str) -> bool:
    """Return whether figures by municipality can go in a row."""
    from orgdesign.scenario.schema.options import FormProperties, Thresholds
    from orgdesign.scenario.shape import by_municipality

    names = (*by_municipality(FormProperties), *by_municipality(Thresholds))
    return row.rpartition(".")[2] in names or row.startswith("scope.")


def _is_one(text: str) -> bool:
    return ";" not in text and text.lstrip("+-\u2212")[:1].isdecimal()


def _written(scenario: Scenario, row: str, text: str, language: Language) -> str:
    """Return a text as a scenario file writes it in a row."""
    choices = choices_in(scenario, row, language)
    if row == "participants":
        return _participants(text, choices, language)
    if choices:
        chosen = _chosen(text, choices, language)
        return chosen if row == "merges" else quoted(chosen)
    if row in TEXTS:
        return quoted(text)
    share_of = writing(scenario, language).at(f"options.x.{row}[0]")
    return f"[{', '.join(read_number(each, share_of) for each in text.split())}]"


def choices_of(scenario: Scenario, option: str, row: str, language: Language) -> tuple[str, ...]:
    """Return what can be typed in a row of an option, to be completed; empty where anything can."""
    place = place_of_row(row)
    if place is not None and place.table == "measures":
        return tuple(task_choices(scenario))
    if place is not None:
        pieces = amount_choices(scenario, kind_of(option, place), language)
        return tuple(words for each in pieces.values() for words in each)
    return tuple(choices_in(scenario, row, language))


def choices_in(scenario: Scenario, row: str, language: Language) -> dict[str, str]:
    """Return what can be chosen in a row: the words for people, with the id of each."""
    from orgdesign.tables.options import word_of

    document = scenario.document
    places = {table.name: id for id, table in document.municipalities.items()}
    if row == "form":
        return _forms(scenario, language)
    if row == "host":
        return places
    if row == "participants":
        return {say("interface.everyone_takes_part", language): "all", **places}
    if row.startswith("keys."):
        return _keys(scenario, language)
    if row == "merges":
        return {say("interface.yes", language): "true", say("interface.no", language): "false"}
    return {word_of(row, id, language): id for id in CHOICES.get(row, ())}


def _forms(scenario: Scenario, language: Language) -> dict[str, str]:
    from orgdesign.library.loader import form_ids
    from orgdesign.tables.forms import form_name
    from orgdesign.tui.engine import all_forms

    every = all_forms(scenario, language)
    ids = dict.fromkeys((*form_ids(), *scenario.document.forms))
    return _by_name({id: form_name(every, id, language) for id in ids})


def _keys(scenario: Scenario, language: Language) -> dict[str, str]:
    from orgdesign.scenario.key_names import ALWAYS
    from orgdesign.tables.notes import key_name

    ids = (*ALWAYS, *scenario.document.figures, *scenario.document.keys)
    return _by_name({id: key_name(scenario, id, language) for id in ids})


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    """Return ids by name; one whose name another has, or is the id of another, by its id."""
    taken = Counter(name.casefold() for name in (*names.values(), *names))
    return {
        id if taken[name.casefold()] > 1 and name != id else name: id for id, name in names.items()
    }


def _chosen(text: str, choices: Mapping[str, str], language: Language) -> str:
    if text.casefold() in choices.values():
        return text.casefold()
    for words, id in choices.items():
        if text.casefold() == words.casefold():
            return id
    raise not_among(text, choices, language)


def _participants(text: str, choices: Mapping[str, str], language: Language) -> str:
    names = filter(None, map(str.strip, re.split("[;,]", text)))
    ids = [_chosen(each, choices, language) for each in names]
    return '"all"' if "all" in ids else f"[{', '.join(map(quoted, ids))}]"


def _by_municipality(
    scenario: Scenario, typed_at: tuple[str, str], before: Any, language: Language
) -> str:
    """Return a table by municipality of a list such as `zeist 0,5; bunnik 1 (0,8 tot 1,2)`."""
    path, text = typed_at
    places = {table.name: id for id, table in scenario.document.municipalities.items()}
    written, pairs = writing(scenario, language), []
    for each in filter(None, map(str.strip, text.split(";"))):
        name, figure = _parted(each, (*places, *places.values()))
        id = _chosen(name, places, language)
        stood = before.get(id) if isinstance(before, Mapping) else None
        now = stood.value if stood else None
        typed = read_sourced(scenario, figure, now, written.at(f"{path}.{id}"))
        changes = changes_of(id, *typed)
        (pair,) = changes if len(changes) == 1 else one_for_all(changes)
        pairs.append(" = ".join(pair))
    return f"{{ {', '.join(pairs)} }}"


def _parted(text: str, names: Iterable[str]) -> tuple[str, str]:
    """Return the name at the head of a text, the longest of those known, and what follows it."""
    fitting = [name for name in names if text.casefold().startswith(f"{name.casefold()} ")]
    name = text[: len(max(fitting, key=len))] if fitting else text.partition(" ")[0]
    return name, text[len(name) :]
