"""A scenario in canonical form: what its figures follow from, and what it says in words.

Both are leaves by path, each with its value as exact text, so that another program can compute
the same ids; `docs/canonical-form.md` says how.
"""

from __future__ import annotations

import datetime
import json
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple, get_args

from orgdesign.quantities import Quantity
from orgdesign.records.marks import Spelling
from orgdesign.records.record import Record, by_key
from orgdesign.scenario.figures import PLAIN, contents
from orgdesign.scenario.paths import child_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.common import Statement
from orgdesign.scenario.schema.plans import Stream

_NOT_READ = ("format", "extends", "remove")
"""Keys of the file that say how to read it; what they did is in the tables."""
_WORDS = ("sources", "tables")
"""Tables that no figure follows from."""
_WORDS_BY_NAME = ("source", "status", "language", "number_format", "unit")
_NUMBERS = ("value", "low", "high", "distribution", "values", "weights")
"""What of a quantity a figure can follow from; the rest is what is known about it."""

_IN_QUOTES = json.JSONEncoder(ensure_ascii=False).encode


class Canonical(NamedTuple):
    """The leaves of a scenario by path: what figures follow from, and what is only words."""

    inputs: dict[str, str]
    texts: dict[str, str]

    def add(self, path: str, text: str, *, words: bool) -> None:
        """Put down a leaf: its path and its value as exact text."""
        (self.texts if words else self.inputs)[path] = text


def canonical(scenario: Scenario) -> Canonical:
    """Return a scenario in canonical form, with the bundled facts it uses and applied defaults."""
    found = Canonical({}, {})
    for name, table in _stated(scenario.document):
        if name not in _NOT_READ:
            _add(found, str(name), table, words=name in _WORDS)
    for path, quantity in scenario.figures.items():
        if path.startswith("salaries."):
            _add_quantity(found, path, quantity, words=False)
    found.add("scenario.report_year", exact(scenario.report_year), words=False)
    return found


def lines(leaves: Mapping[str, str]) -> str:
    """Return leaves in canonical form: a line each, path and value, by path."""
    return "".join(f"{path}\t{leaves[path]}\n" for path in sorted(leaves))


def exact(value: object) -> str:
    """Return a value as exact text: plain decimals, ISO dates, texts in quotes and NFC."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return decimal(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return _IN_QUOTES(unicodedata.normalize("NFC", str(value)))


def decimal(value: float | Decimal) -> str:
    """Return a number with the fewest digits that give it, without an exponent: 0.1, 78500, -2."""
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    plain = format(number, "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return "0" if plain in ("-0", "") else plain


def _stated(node: object) -> Iterator[tuple[str | int, object]]:
    """Return what a table, a keyed table or an array gives; most of what it may is not given."""
    return (pair for pair in contents(node) if pair[1] is not None)


def _add(found: Canonical, path: str, value: object, *, words: bool) -> None:
    """Put down everything below a path."""
    if isinstance(value, PLAIN):
        found.add(path, exact(value), words=words)
    elif isinstance(value, Quantity):
        _add_quantity(found, path, value, words=words)
    elif isinstance(value, Record):
        _add_table(found, path, value, words=words)
    elif not value:
        found.add(path, "[]" if isinstance(value, tuple) else "{}", words=words)
    else:
        for part, below in _stated(value):
            _add(found, child_path(path, part), below, words=words)


def _add_quantity(found: Canonical, path: str, quantity: Quantity, *, words: bool) -> None:
    """Put down a quantity; one with only a value is the same as a bare number."""
    for name, value in _stated(quantity):
        place = path if name == "value" else child_path(path, name)
        _add(found, place, value, words=words or name not in _NUMBERS)


def _add_table(found: Canonical, path: str, table: Record, *, words: bool) -> None:
    for name, value in _stated(table):
        place = child_path(path, name)
        if name == "no_amount" and isinstance(value, Mapping) and not words:
            # That there is a reason makes a line no gap; how it is worded does not.
            for line in value:
                found.add(f"{child_path(place, line)}.stated", "true", words=False)
        if isinstance(table, Stream) and name == "work":
            # A stream does its work in the order in which it stands.
            for position, work in enumerate(table.work):
                found.add(child_path(place, position), exact(work), words=False)
        _add(found, place, value, words=words or _is_words(type(table), str(name), value))


def _is_words(table: type[Record], name: str, value: object) -> bool:
    if issubclass(table, Statement) or isinstance(value, Statement):
        return not isinstance(value, bool | Statement)
    return name in _WORDS_BY_NAME or (not isinstance(value, bool) and _is_of_words(table, name))


@cache
def _is_of_words(table: type[Record], name: str) -> bool:
    """Return whether a field of a table takes free text, in no form as an id has."""
    return _takes_words(by_key(table)[name].type)


@cache
def _takes_words(annotation: Any) -> bool:
    """Return whether a type, or one of those that it is made of, is free text."""
    if isinstance(annotation, Spelling):
        # The form of an id begins at its first letter; a text may have to say something.
        return annotation.pattern is None or not str(annotation.pattern).startswith("^")
    return any(_takes_words(part) for part in get_args(annotation) if not isinstance(part, str))
