"""Amounts of an option and of staying alone as people type them: `process; Name; 1000; 2026`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import tomli

from orgdesign.scenario.plain import plain_copy
from orgdesign.scenario.scenario import ALONE
from orgdesign.tui.option_changes import Changes
from orgdesign.tui.option_figures import read_sourced
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
    from orgdesign.scenario.schema.amounts import AmountTable, Unwinding

PIECES = {
    "amounts": ("line", "name", "amount", "years", "municipality", "key"),
    "unwinding": ("line", "name", "amount", "profile", "municipality", "key", "task"),
    "alone": ("line", "name", "amount", "years", "municipality", "everywhere"),
}
"""What is typed of an amount of an option, of what ending costs, of an amount of staying alone."""
_NEEDED = {"alone": ("line", "name", "amount", "municipality")}
"""Which of them cannot be left out, where those are not the first three."""

_CHOSEN = ("municipality", "key", "task", "everywhere")
_YEARS = re.compile(r"(\d{4})?\s*(-?)\s*(\d{4})?")
_TIME = ("year", "from", "until")


def typed_amount(amount: AmountTable | Unwinding, written: Writing) -> str:
    """Return an amount as people type it, without what it does not say at its end."""
    language = written.language
    pieces = [
        say(f"terms.{amount.line}", language),
        amount.name,
        " ".join(filter(None, (*as_typed(amount.amount, written), amount.amount.source or ""))),
        _time_of(amount, written),
        *(_chosen_of(amount, name, language) for name in _CHOSEN if hasattr(amount, name)),
    ]
    return "; ".join(pieces).rstrip("; ")


def _chosen_of(amount: AmountTable | Unwinding, name: str, language: Language) -> str:
    value = getattr(amount, name)
    return say("app.everywhere", language) if value is True else value or ""


def _time_of(amount: AmountTable | Unwinding, written: Writing) -> str:
    """Return the years of an amount as people type them; of what ending costs its profile."""
    profile: tuple[Quantity, ...] | None = getattr(amount, "profile", None)
    if profile is not None:
        return " ".join(as_typed(share, written)[0] for share in profile)
    once, first, last = (
        "" if (year := getattr(amount, name, None)) is None else str(int(year.value))
        for name in ("year", "from_", "until")
    )
    return once or (f"{first}-{last}" if first or last else "")


def read_amount(
    scenario: Scenario, option: str, place: Place, text: str, language: Language
) -> Changes:
    """Return the change that gives an option, or staying alone, an amount; no text takes it out.

    A number beyond the last adds one. What is not typed of an amount that was there, such as its
    note, stays. Raises ObjectionError with the words why not.
    """
    from orgdesign.scenario.inline import inline

    name, number = place.table, int(place.key)
    raw = scenario.raw.get(ALONE, {}) if option == ALONE else scenario.raw["options"][option]
    amounts = [plain_copy(each) for each in raw.get(name, ())]
    kept, kind = (amounts[number] if number < len(amounts) else {}), kind_of(option, place)
    path = f"{path_of(option, name)}[{number}]"
    given = [] if not text.strip() else [_table(scenario, (kind, path), text, kept, language)]
    if not given and not kept:
        return ()
    amounts[number : number + 1] = given
    return ((path_of(option, name), inline(amounts)),)


def _table(
    scenario: Scenario,
    of: tuple[str, str],
    text: str,
    before: Mapping[str, Any],
    language: Language,
) -> dict[str, Any]:
    """Return an amount as a file gives it, of the pieces of a text; `of` is its sort and path."""
    (kind, path), written = of, writing(scenario, language)
    pieces, names = [piece.strip() for piece in text.split(";")], PIECES[kind]
    typed = dict(zip(names, pieces, strict=False))
    if len(pieces) > len(names) or not all(map(typed.get, _NEEDED.get(kind, names[:3]))):
        raise ObjectionError(say(f"app.{SAID[kind].pieces}", language))
    known = choices_of(scenario, kind, language)
    table = {each: value for each, value in before.items() if each not in (*names, *_TIME)}
    table |= {"line": _chosen("line", typed, known, language), "name": typed["name"]}
    euros = written.at(f"{path}.amount")
    table["amount"] = _quantity(scenario, typed["amount"], before.get("amount"), euros)
    table |= _years(typed.get("years", ""), language)
    if profile := typed.get("profile"):
        share_of = written.at(f"{path}.profile[0]")
        shares = (read_number(share, share_of) for share in profile.split())
        table["profile"] = [tomli.loads(f"v = {share}")["v"] for share in shares]
    for each in _CHOSEN:
        if typed.get(each):
            table[each] = _chosen(each, typed, known, language)
    return table


def choices_of(
    scenario: Scenario, kind: str, language: Language
) -> Mapping[str, Mapping[str, str | bool]]:
    """Return what can be chosen in each piece: the words for people, with the value of each."""
    from orgdesign.lines import LINES, OWN
    from orgdesign.scenario.key_names import ALWAYS

    document = scenario.document
    keys = (*ALWAYS, *document.figures, *document.keys)
    lines = OWN if kind == ALONE else LINES
    choices: dict[str, dict[str, str | bool]] = {
        "line": {say(f"terms.{line}", language): line for line in lines},
        "municipality": {table.name: id for id, table in document.municipalities.items()},
        "key": {id: id for id in keys},
        "task": {table.name: id for id, table in document.tasks.items()},
        "everywhere": {say("app.everywhere", language): True},
    }
    return {piece: choices[piece] for piece in PIECES[kind] if piece in choices}


def _chosen(
    piece: str,
    typed: Mapping[str, str],
    known: Mapping[str, Mapping[str, str | bool]],
    language: Language,
) -> str | bool:
    text = typed[piece].casefold()
    for words, value in known[piece].items():
        if text in (words.casefold(), value):
            return value
    raise not_among(typed[piece], known[piece], language)


def _quantity(scenario: Scenario, text: str, before: Any, written: Writing) -> Any:
    """Return euros with their range and source; what else was known of the amount stays."""
    kept = dict(before) if isinstance(before, Mapping) else {}
    typed, source = read_sourced(scenario, text, kept.get("value", before), written)
    value, low, high = (tomli.loads(f"v = {each or '0'}")["v"] for each in typed)
    table = {name: each for name, each in kept.items() if name not in ("low", "high", "source")}
    table["value"] = value
    table |= {"low": low, "high": high} if typed[1] else {}
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
