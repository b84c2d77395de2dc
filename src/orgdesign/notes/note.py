"""A remark on a scenario that is no error: its code, what fills its words in, and its place."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from orgdesign.library import loader
from orgdesign.scenario.paths import parent_path
from orgdesign.scenario.scenario import Origin, Scenario
from orgdesign.tables.notes import joined
from orgdesign.tables.table import Unit
from orgdesign.words import Language, say
from orgdesign.words.numbers import date_text, months, number
from orgdesign.words.source_titles import source_title
from orgdesign.words.visible import visible

_LOCALES: dict[Language, str] = {"nl": "nl_NL", "en": "en_GB"}
_OWN = "orgdesign"
"""Who is named as the publisher of what nobody published."""
_NAMED = 6
"""Figures of one table that are named one by one; of more than these only the number is said."""
_UNITS: dict[str, Unit] = {
    "euro": "euros",
    "share": "share",
    "fte": "fte",
    "hours": "count",
    "factor": "factor",
}
"""How the figures of the published ranges are printed."""


class Number(NamedTuple):
    """A number in a sentence, with the unit it is printed in."""

    value: float
    unit: Unit


class Months(NamedTuple):
    """A time in months in a sentence."""

    value: float


class Day(NamedTuple):
    """A date in a sentence."""

    date: datetime.date


class Term(NamedTuple):
    """An entry of a catalogue, said in the reader's language with details of its own."""

    entry: str
    details: Mapping[str, object] = MappingProxyType({})


class Spoken(NamedTuple):
    """Words that are not in a catalogue, in each language."""

    words: Mapping[Language, str]


class Figures(NamedTuple):
    """Figures of one table that are remarked on together."""

    table: str
    paths: tuple[str, ...]


class Published(NamedTuple):
    """A published range, yearly profile or budget calendar of the library."""

    kind: Literal["ranges", "profiles", "calendar"]
    id: str | int

    @property
    def facts(self) -> Mapping[str, Any]:
        """What was published: title, figures, year and source."""
        found: Mapping[str, Any] = loader.ranges()[self.kind][self.id]
        return found

    @property
    def source(self) -> str:
        """The id of its source in the library."""
        return str(self.facts["source"])


class Note(NamedTuple):
    """One remark, free of language: its code is an entry of the catalogue of notes.

    `source` is the id of the published source that the scenario is compared with.
    """

    code: str
    details: Mapping[str, object]
    path: str
    file: str
    line: int
    column: int
    source: str | None = None

    @classmethod
    def at(cls, scenario: Scenario, code: str, path: str = "", **details: object) -> Note:
        """Return a note at the place of a path, or of the nearest table around it."""
        origin = _nearest(scenario, path)
        published = details.get("published")
        source = published.source if isinstance(published, Published) else None
        return cls(code, details, path, origin.file, origin.line, origin.column, source)


def _nearest(scenario: Scenario, path: str) -> Origin:
    while path:
        origin = scenario.origins.get(path)
        if origin is not None:
            return origin
        path = parent_path(path)
    return Origin(scenario.file, 0, 0)


def message(note: Note, language: Language, numbers: str | None = None) -> str:
    """Return a note in words; numbers as in a locale, by default that of the language."""
    return _term(Term(f"notes.{note.code}", note.details), language, numbers or _LOCALES[language])


def render(note: Note, language: Language, numbers: str | None = None) -> str:
    """Return a note as a line: its place, and the remark in words."""
    said = message(note, language, numbers)
    file = visible(note.file)
    return f"{file}:{note.line}:{note.column}: {said}" if note.line else f"{file}: {said}"


def _said(detail: object, language: Language, numbers: str) -> str:
    """Return one detail in words."""
    speak = _SPEAK.get(type(detail))
    return visible(str(detail)) if speak is None else speak(detail, language, numbers)


def _number(detail: Number, language: Language, numbers: str) -> str:
    return number(detail.value, detail.unit, numbers)


def _months(detail: Months, language: Language, numbers: str) -> str:
    return months(detail.value, language, numbers)


def _spoken(detail: Spoken, language: Language, numbers: str) -> str:
    return visible(detail.words[language])


def _day(detail: Day, language: Language, numbers: str) -> str:
    return date_text(detail.date, language)


def _term(term: Term, language: Language, numbers: str) -> str:
    filled = {name: _said(detail, language, numbers) for name, detail in term.details.items()}
    return say(term.entry, language, **filled)


def _list(details: tuple[object, ...], language: Language, numbers: str) -> str:
    return joined([_said(detail, language, numbers) for detail in details])


def _named(figures: Figures, language: Language, numbers: str) -> str:
    """Return figures by their path; of several in one table, the table and their names in it."""
    paths, table = figures.paths, figures.table
    if len(paths) == 1:
        return visible(paths[0])
    if len(paths) > _NAMED:
        return say("notes.many_figures", language, table=visible(table), number=len(paths))
    names = ", ".join(path[len(table) :].removeprefix(".") for path in paths)
    return f"{visible(table)} ({visible(names)})"


def _published(published: Published, language: Language, numbers: str) -> str:
    """Return what was published, with its year and source; a rule of thumb is not called so."""
    facts = published.facts
    source = loader.ranges()["sources"][published.source]
    title = source_title(published.source, source["title"], language)
    details: dict[str, object] = {
        "title": facts["title"][language],
        "year": facts.get("year", source["date"]),
        "source": f"{source['publisher']}, {title}",
    }
    if published.kind == "calendar":
        return say("notes.published_calendar", language, **details)
    if published.kind == "profiles":
        shares = [number(value, "share", numbers) for value in facts["values"]]
        return say("notes.published_profile", language, shares=", ".join(shares), **details)
    unit = _UNITS[facts["unit"]]
    details |= {end: number(facts[end], unit, numbers) for end in ("low", "high")}
    details["unit"] = say(f"notes.unit_{facts['unit']}", language)
    entry = "published_nowhere" if source["publisher"] == _OWN else "published"
    ends = "value" if facts["low"] == facts["high"] else "range"
    return say(f"notes.{entry}_{ends}", language, **details)


_SPEAK: dict[type, Callable[[Any, Language, str], str]] = {
    Number: _number,
    Months: _months,
    Day: _day,
    Term: _term,
    Spoken: _spoken,
    Figures: _named,
    Published: _published,
    tuple: _list,
}
"""How each sort of detail is said; anything else is a text or a whole number as it is."""
