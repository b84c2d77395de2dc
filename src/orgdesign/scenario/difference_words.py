"""A difference between two scenarios as one plain sentence."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from orgdesign.quantities import Quantity
from orgdesign.scenario.differences import Difference, Step, title
from orgdesign.scenario.schema.common import Statement
from orgdesign.words import Language, catalogue, say
from orgdesign.words.numbers import date_text
from orgdesign.words.source_titles import source_title
from orgdesign.words.visible import visible

_UNGROUPED = (
    "from", "until", "year", "start", "price_level", "first_year", "report_year", "date", "seed",
)  # fmt: skip
"""Numbers that are written without a mark between thousands."""
_OWN_TEXTS = (
    "definition", "name", "no_amount", "note", "notes", "owner", "publisher", "question", "region",
    "role", "signed_off", "title", "unit", "url", "who", "why",
)  # fmt: skip
"""What holds words of whoever wrote the file; never an id, however it looks."""
_TERMS = ("pool_", "key_", "employer_", "status_", "source_", "measure_", "unit_", "")
_RANGE = ("low", "high")
_ABOUT = ("distribution", "values", "weights", "unit", "source", "note", "owner", "signed_off")


def describe(difference: Difference, language: Language, default: float | None = None) -> str:
    """Return what differs in one sentence: `Option Host: realisation from 0.8 to 0.6`.

    `default` is the number that holds where one of the two does not give the figure.
    """
    where, what = _subject(difference.steps, language)
    telling = _Telling(difference, language, what, default)
    said = visible(f"{where}: {telling.clause()}")
    return said[:1].upper() + said[1:] + ("" if said.endswith(".”") else ".")


def _subject(steps: tuple[Step, ...], language: Language) -> tuple[str, str]:
    """Return the thing that a difference is about, and what about it; the latter may be empty."""
    first = _label(steps[0], language)
    one = catalogue("fields").get(f"one_{steps[0].text}")
    if one is not None and len(steps) > 1:
        return f"{one[language]} {_label(steps[1], language)}", _joined(steps[2:], language)
    return first, _joined(steps[1:], language)


def _joined(steps: tuple[Step, ...], language: Language) -> str:
    return ", ".join(_label(step, language) for step in steps)


def _label(step: Step, language: Language) -> str:
    if step.kind == "field":
        return say(f"fields.{step.text}", language)
    if step.kind == "element":
        return say("differences.element", language, number=step.text)
    return _term(step.text, language) if step.kind == "id" else step.text


def _term(id: str, language: Language) -> str:
    """Return the words for an id of the program's own, such as a line; else the id itself."""
    words = catalogue("terms")
    found = next((prefix for prefix in _TERMS if f"{prefix}{id}" in words), None)
    return id if found is None else words[f"{found}{id}"][language]


class _Telling:
    """The words for what happened to one value."""

    def __init__(
        self, difference: Difference, language: Language, what: str, default: float | None
    ) -> None:
        self._difference = difference
        self._default = default
        self._language = language
        self._what = what or say("fields.amount", language)
        self._whole = what
        self._ungrouped = difference.steps[-1].text in _UNGROUPED
        self._field = next(each.text for each in reversed(difference.steps) if each.kind == "field")

    def clause(self) -> str:
        """Return what happened: added, removed or changed, from what to what."""
        old, new, kind = self._difference.old, self._difference.new, self._difference.kind
        if isinstance(old, Quantity) and isinstance(new, Quantity):
            return "; ".join(self._of_quantities(old, new))
        if kind != "changed" and title(old if new is None else new) is not None:
            return f"{self._whole} {self._say(f'{kind}_whole')}".strip()
        entry = kind if kind == "changed" else f"{kind}{self._by_default()}"
        default = "" if self._default is None else self._number(self._default)
        values = {"old": self._value(old), "new": self._value(new), "default": default}
        return self._say(entry, what=self._what, **values)

    def _by_default(self) -> str:
        """Return the end of the entry for what holds where nobody gives the figure."""
        given = self._difference.new if self._difference.old is None else self._difference.old
        numbers = given if isinstance(given, tuple) else (given,)
        if self._default is None or not all(isinstance(each, Quantity) for each in numbers):
            return ""
        same = all(each.value == self._default and each.low is None for each in numbers)
        return "_as_default" if same else "_for_default"

    def _of_quantities(self, old: Quantity, new: Quantity) -> list[str]:
        said = []
        if old.value != new.value:
            values = {"old": self._number(old.value), "new": self._number(new.value)}
            said.append(self._say("changed", what=self._what, **values))
        if any(getattr(old, word) != getattr(new, word) for word in _RANGE):
            kind = "added" if old.low is None else "removed" if new.low is None else "changed"
            ranges = {"old": self._range(old), "new": self._range(new)}
            said.append(self._say(f"range_{kind}", what=self._what, **ranges))
        about = [word for word in _ABOUT if getattr(old, word) != getattr(new, word)]
        if about:
            which = ", ".join(say(f"fields.{word}", self._language) for word in about)
            said.append(self._say("about_changed", what=self._what, which=which))
        return said

    def _say(self, entry: str, **details: str) -> str:
        return say(f"differences.{entry}", self._language, **details)

    def _range(self, quantity: Quantity) -> str:
        if quantity.low is None or quantity.high is None:
            return ""
        low, high = self._number(quantity.low), self._number(quantity.high)
        return self._say("range", low=low, high=high)

    def _number(self, number: float) -> str:
        """Return a number with the marks of the language and no more decimals than it has."""
        if self._ungrouped:
            return f"{number:.0f}"
        plain = f"{number:,.10f}".rstrip("0").rstrip(".")
        return plain.translate(str.maketrans(",.", ".,")) if self._language == "nl" else plain

    def _value(self, value: object) -> str:
        if value is None or value in ((), {}):
            return self._say("nothing")
        if isinstance(value, bool):
            return self._say("true" if value else "false")
        if isinstance(value, int | float):
            return self._number(value)
        if isinstance(value, str | datetime.date):
            language = self._language
            return self._text(value) if isinstance(value, str) else date_text(value, language)
        if isinstance(value, tuple):
            return "; ".join(map(self._value, value))
        return self._table(value)

    def _table(self, value: object) -> str:
        if isinstance(value, Quantity):
            held = f" ({self._range(value)})" if value.low is not None else ""
            return self._number(value.value) + held
        if isinstance(value, Statement):
            said = getattr(value, self._language)
            return self._value(said if value.value is None else value.value)
        if isinstance(value, Mapping):
            pairs = (f"{self._text(key)} {self._value(held)}" for key, held in value.items())
            return "; ".join(pairs)
        return title(value) or str(value)

    def _text(self, text: str) -> str:
        names, own = self._difference.names, self._field in _OWN_TEXTS
        if self._field == "source":
            return source_title(text, names.get(text, text), self._language)
        if text == "all" and not own:
            return self._say("everyone")
        if text in names and not own:
            return names[text]
        if text.replace("_", "").replace("-", "").isalnum():
            return text if own else _term(text, self._language)
        return self._say("quoted", text=text)
