"""Measures as people type them: `Name; task, task; 0,05; 0,5 1; 2027`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.layers import OUT
from orgdesign.tui.option_changes import Changes
from orgdesign.tui.option_figures import one_for_all, quoted, read_figure
from orgdesign.tui.option_rows import SAID, Place, kind_of, path_of
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
    from orgdesign.quantities import Quantity
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.scenario.schema.facts import Measure

PIECES = ("name", "tasks", "saving", "ramp", "from")
"""What is typed of a measure; the first three are needed."""


def typed_measure(measure: Measure, written: Writing) -> str:
    """Return a measure as people type it, without what it does not say at its end."""
    return "; ".join(_pieces(measure, written)).rstrip("; ")


def _pieces(measure: Measure, written: Writing) -> tuple[str, ...]:
    saving = (*as_typed(measure.saving, written), measure.saving.source or "")
    return (
        measure.name,
        ", ".join(measure.tasks),
        " ".join(filter(None, saving)),
        " ".join(as_typed(share, written)[0] for share in measure.ramp or ()),
        str(int(measure.from_.value)) if measure.from_ else "",
    )


def read_measure(
    scenario: Scenario, option: str, place: Place, text: str, language: Language
) -> Changes:
    """Return the changes that give an option, or every one, a measure; no text takes it out.

    Of a measure that was there only what is typed otherwise changes. Raises ObjectionError with
    the words why not.
    """
    from orgdesign.tables.options import value_of

    row = f"{place.table}.{place.key}"
    before: Measure | None = value_of(scenario, option, row)[0]
    path = path_of(option, row)
    if not text.strip():
        return ((path, OUT),) if before else ()
    typed = [piece.strip() for piece in text.split(";")]
    if len(typed) > len(PIECES) or not all((*typed, "", "")[:3]):
        raise ObjectionError(say(f"app.{SAID[kind_of(option, place)].pieces}", language))
    pieces = (*typed, *[""] * (len(PIECES) - len(typed)))
    stood = _pieces(before, writing(scenario, language)) if before else ("",) * len(PIECES)
    changes: list[tuple[str, str]] = []
    for name, piece, old in zip(PIECES, pieces, stood, strict=True):
        if piece != old:
            saving = before.saving if before else None
            changes += _piece(scenario, f"{path}.{name}", piece, saving, language)
    return tuple(changes) if before else _as_table(path, changes)


def _piece(
    scenario: Scenario, path: str, text: str, saving: Quantity | None, language: Language
) -> Changes:
    """Return the changes of one piece of a measure, as a file writes it."""
    if not text:
        return ((path, OUT),)
    match path.rpartition(".")[2]:
        case "name":
            return ((path, quoted(text)),)
        case "tasks":
            return ((path, _tasks(scenario, text, language)),)
        case "saving":
            return read_figure(scenario, path, text, saving, language)
        case "ramp":
            share_of = writing(scenario, language).at(f"{path}[0]")
            shares = ", ".join(read_number(share, share_of) for share in text.split())
            return ((path, f"[{shares}]"),)
        case _:
            return ((path, _year(text, language)),)


def _as_table(path: str, changes: list[tuple[str, str]]) -> Changes:
    """Return the pieces of a measure that is new as one table."""
    saving = f"{path}.saving"
    pairs = [pair for pair in changes if not pair[0].startswith(saving)]
    pairs += one_for_all(tuple(pair for pair in changes if pair[0].startswith(saving)))
    words = ", ".join(f"{at.removeprefix(f'{path}.')} = {value}" for at, value in pairs)
    return ((path, f"{{ {words} }}"),)


def task_choices(scenario: Scenario) -> dict[str, str]:
    """Return the tasks that can be typed: the words for people, with the id of each.

    A name that holds a mark between pieces cannot be typed: its id stands for it.
    """
    tasks = scenario.document.tasks.items()
    return {id if set(";,") & set(task.name) else task.name: id for id, task in tasks}


def _tasks(scenario: Scenario, text: str, language: Language) -> str:
    known = task_choices(scenario)
    folded = {words.casefold(): id for words, id in known.items()}
    folded |= {id: id for id in known.values()}
    found: list[str] = []
    for each in filter(None, map(str.strip, text.split(","))):
        if each.casefold() not in folded:
            raise not_among(each, known, language)
        found.append(quoted(folded[each.casefold()]))
    return f"[{', '.join(found)}]"


def _year(text: str, language: Language) -> str:
    if not text.isascii() or not text.isdecimal():
        raise ObjectionError(say("app.not_a_year", language, text=text))
    return str(int(text))
