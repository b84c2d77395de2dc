"""How a place writes numbers and dates: its marks, its groups of digits, the order of a date."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

_LOCALE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")
_SPACES = str.maketrans("\u00a0\u202f", "  ")
"""Fixed spaces, over which spreadsheets stumble, and the ordinary one in their place."""
_OF_DATE = re.compile(r"(?P<yyyy>y+)|(?P<MM>M+)|(?P<dd>d+)|'(?P<text>[^']*)'|G|\u200f")
"""Parts of a pattern of dates; of these the era and marks of direction are left out."""


class NumberFormat(NamedTuple):
    """The marks of one locale, as CLDR gives them for digits from 0 to 9.

    `first` is the size of the group of digits before the decimal mark, `others` that of the
    groups before it, `of_shares` those two of a percentage; `before` and `after` stand around it.
    `date` is a short date with all four digits of the year: dd-MM-yyyy.
    """

    decimal: str
    group: str
    first: int
    others: int
    before: str
    after: str
    date: str
    of_shares: tuple[int, int] = (3, 3)

    def written(self, digits: str) -> str:
        """Return a number of plain digits, such as 1234.50, as this locale writes it."""
        whole, _, fraction = digits.partition(".")
        return self.grouped(int(whole)) + (self.decimal + fraction if fraction else "")

    def grouped(self, number: int) -> str:
        """Return a whole number from 0 up as this locale writes it."""
        if self.first == self.others == 3:
            return f"{number:,}".replace(",", self.group)
        whole = str(number)
        if len(whole) <= self.first:
            return whole
        groups, rest = [whole[-self.first :]], whole[: -self.first]
        while rest:
            groups.append(rest[-self.others :])
            rest = rest[: -self.others]
        return self.group.join(reversed(groups))

    def percentage(self, digits: str) -> str:
        """Return a percentage of plain digits as this locale writes it."""
        first, others = self.of_shares
        shares = self._replace(first=first, others=others)
        return self.before + shares.written(digits) + self.after

    def short_date(self, day: datetime.date) -> str:
        """Return a date as a column of this locale has it, such as 31-12-2026."""
        numbers = {"dd": f"{day.day:02}", "MM": f"{day.month:02}", "yyyy": f"{day.year:04}"}
        return re.sub("|".join(numbers), lambda part: numbers[part[0]], self.date)


USUAL = {
    "nl_NL": NumberFormat(",", ".", 3, 3, "", "%", "dd-MM-yyyy"),
    "en_GB": NumberFormat(".", ",", 3, 3, "", "%", "dd/MM/yyyy"),
}
"""The formats that hold where a scenario names none: known without reading the locales."""


@cache
def format_of(locale: str) -> NumberFormat:
    """Return the format of a locale such as `nl_NL`."""
    return USUAL.get(locale) or cldr_format(locale)


def cldr_format(locale: str) -> NumberFormat:
    """Return the format of a locale as CLDR has it."""
    from babel import Locale

    found = Locale.parse(locale.replace("-", "_"))
    symbols, share = found.number_symbols["latn"], found.percent_formats[None]
    first, others = found.decimal_formats[None].grouping
    marks = (symbols["group"], share.prefix[0], share.suffix[0])
    group, before, after = (mark.translate(_SPACES) for mark in marks)
    date = _whole(found.date_formats["short"].pattern)
    numbers = (symbols["decimal"], group, first, others, before, after)
    return NumberFormat(*numbers, date, share.grouping)


def _whole(pattern: str) -> str:
    """Return a pattern of dates with four digits of the year and two of month and day."""

    def part(found: re.Match[str]) -> str:
        return (found["text"] or "") if found.lastgroup in (None, "text") else found.lastgroup

    return _OF_DATE.sub(part, pattern).translate(_SPACES).strip()


@cache
def known(locale: str) -> bool:
    """Return whether a text such as `nl_NL` is a locale whose number format is known."""
    if locale in USUAL:
        return True
    if not _LOCALE.fullmatch(locale):
        return False
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True
