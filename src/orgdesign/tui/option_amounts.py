"""Amounts of an option as people type them, one a row: `process; Name; 1000; 2026; zeist; key`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from orgdesign.tui.option_changes import Changes, plain_copy
from orgdesign.tui.typed import ObjectionError, as_typed, read_number, read_typed
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.quantities import Quantity
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.scenario.schema.amounts import OptionAmount, Unwinding

PIECES = {
    "amounts": ("line", "name", "amount", "years", "municipality", "key"),
    "unwinding": ("line", "name", "amount", "profile", "municipality", "key", "task"),
}
"""What is typed of an amount, and of what ending costs; only the first three are needed."""


class Entries(NamedTuple):
    """The entries of the app that say of a table how a row is added and what is typed in it."""

    new: str
    about: str
    pieces: str


SAID = {
    "amounts": Entries("amounts_new", "amounts_about", "amounts_pieces"),
    "unwinding": Entries("unwinding_new", "unwinding_about", "unwinding_pieces"),
}
_CHOSEN = ("municipality", "key", "task")
_ROW = re.compile(r"(amounts|unwinding)\[(\d+)\]")
_YEARS = re.compile(r"(\d{4})?\s*(-?)\s*(\d{4})?")
_TIME = ("year", "from", "until")


class Place(NamedTuple):
    """Where an amount of an option stands: the table, and which of it."""

    table: str
    number: int


def place_of_row(row: str) -> Place | None:
    """Return which amount a row is about; None where it is about something else."""
    found = _ROW.fullmatch(row)
    return Place(found[1], int(found[2])) if found else None


def typed_amount(amount: OptionAmount | Unwinding, language: Language) -> str:
    """Return an amount as people type it, without what it does not say at its end."""
    pieces = [
        say(f"terms.{amount.line}", language),
        amount.name,
        " ".join(filter(None, (*as_typed(amount.amount, language), amount.amount.source or ""))),
        _time_of(amount, language),
        *(getattr(amount, name, None) or "" for name in _CHOSEN),
    ]
    return "; ".join(pieces).rstrip("; ")


def _time_of(amount: OptionAmount | Unwinding, language: Language) -> str:
    """Return the years of an amount as people type them; of what ending costs its profile."""
    profile: tuple[Quantity, ...] | None = getattr(amount, "profile", None)
    if profile is not None:
        return " ".join(as_typed(share, language)[0] for share in profile)
    once, first, last = (
        "" if (year := getattr(amount, name, None)) is None else str(int(year.value))
        for name in ("year", "from_", "until")
    )
    return once or (f"{first}-{last}" if first or last else "")


def read_amount(
    scenario: Scenario, option: str, place: Place, text: str, language: Language
) -> Changes:
    """Return the change that gives an option an amount; an empty text takes it out.

    A number beyond the last adds one. What is not typed of an amount that was there, such as its
    note, stays. Raises ObjectionError with the words why not.
    """
    from orgdesign.scenario.overlay import inline

    name, number = place
    amounts = [plain_copy(each) for each in scenario.raw["options"][option].get(name, ())]
    kept = amounts[number] if number < len(amounts) else {}
    given = [] if not text.strip() else [_table(scenario, name, text, kept, language)]
    if not given and not kept:
        return ()
    amounts[number : number + 1] = given
    return ((f"options.{option}.{name}", inline(amounts)),)


def _table(
    scenario: Scenario, name: str, text: str, before: Mapping[str, Any], language: Language
) -> dict[str, Any]:
    """Return an amount as a file gives it, of the pieces of a text."""
    pieces, names = [piece.strip() for piece in text.split(";")], PIECES[name]
    if not 3 <= len(pieces) <= len(names) or not all(pieces[:3]):
        raise ObjectionError(say(f"app.{SAID[name].pieces}", language))
    typed = dict(zip(names, pieces, strict=False))
    known = choices_of(scenario, language)
    table = {each: value for each, value in before.items() if each not in (*names, *_TIME)}
    table |= {"line": _chosen("line", typed, known, language), "name": typed["name"]}
    table["amount"] = _quantity(scenario, typed["amount"], before.get("amount"), language)
    table |= _years(typed.get("years", ""), language)
    if profile := typed.get("profile"):
        shares = (read_number(share, language) for share in profile.split())
        table["profile"] = [tomllib.loads(f"v = {share}")["v"] for share in shares]
    for each in _CHOSEN:
        if typed.get(each):
            table[each] = _chosen(each, typed, known, language)
    return table


def choices_of(scenario: Scenario, language: Language) -> Mapping[str, Mapping[str, str]]:
    """Return what can be chosen in a piece: the words for people, with the id of each."""
    from orgdesign.lines import LINES
    from orgdesign.scenario.key_names import ALWAYS

    document = scenario.document
    keys = (*ALWAYS, *document.figures, *document.keys)
    return {
        "line": {say(f"terms.{line}", language): line for line in LINES},
        "municipality": {table.name: id for id, table in document.municipalities.items()},
        "key": {id: id for id in keys},
        "task": {table.name: id for id, table in document.tasks.items()},
    }


def _chosen(
    piece: str, typed: Mapping[str, str], known: Mapping[str, Mapping[str, str]], language: Language
) -> str:
    text = typed[piece].casefold()
    for words, id in known[piece].items():
        if text in (words.casefold(), id):
            return id
    listed = ", ".join(known[piece])
    raise ObjectionError(say("app.choose_one_of", language, text=typed[piece], choices=listed))


def _quantity(scenario: Scenario, text: str, before: Any, language: Language) -> Any:
    """Return euros with their range and source; what else was known of the amount stays."""
    words = text.split()
    source = words.pop() if words[-1] in scenario.document.sources else ""
    if len(words) not in (1, 3):
        raise ObjectionError(say("app.number_or_range", language))
    value, low, high = (
        tomllib.loads(f"v = {each or '0'}")["v"]
        for each in read_typed((words[0], *(words[1:] or ("", ""))), language)
    )
    kept = dict(before) if isinstance(before, Mapping) else {}
    table = {name: each for name, each in kept.items() if name not in ("low", "high", "source")}
    table["value"] = value
    table |= {"low": low, "high": high} if len(words) > 1 else {}
    table |= {"source": source} if source else {}
    return table if len(table) > 1 else value


def _years(text: str, language: Language) -> dict[str, int]:
    """Return the years of an amount: one, from, until, or nothing for all years of operation."""
    found = _YEARS.fullmatch(text)
    if found is None or (found[3] and not found[2]):
        raise ObjectionError(say("app.amount_years", language, text=text))
    first, dash, last = found.groups()
    if not dash:
        return {"year": int(first)} if first else {}
    bounds = {"from": first, "until": last}
    return {name: int(year) for name, year in bounds.items() if year}
