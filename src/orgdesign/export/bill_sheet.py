"""The bill on sheets of a workbook: every line of every option, municipality and year."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from orgdesign.export.share_weights import Weight
from orgdesign.export.value_sheet import ValueSheet
from orgdesign.lines import LINES
from orgdesign.measures import Measure
from orgdesign.model.outcomes import LINES_IN
from orgdesign.model.result import Result
from orgdesign.tables.cents import bill
from orgdesign.words import Language, say

_FIRST_YEAR = 4
"""Column of the first year: before it option, municipality, line and kind."""


class BillSheet:
    """Sheets with the bill in euros and its present value, and formulas that read them."""

    def __init__(
        self,
        result: Result,
        language: Language,
        sheet: Callable[[str], Any],
        style: Callable[..., Any],
        rate: str,
    ) -> None:
        self.result, self._style = result, style
        self.years = result.scenario.years
        self.rows = len(result.options) * len(result.scenario.municipalities) * len(LINES)
        self._page = sheet(say("export.bill", language))
        self._write_bill(language)
        self._values = ValueSheet(
            result, language, sheet(say("terms.measure_present_value", language)), rate, self._total
        )

    def amount(self, option: str, municipality: str, measure: Measure, year: int) -> str:
        """Return the formula of an amount in euros, not rounded."""
        if measure == "present_value":
            return self._values.amount(option, municipality)
        if measure == "transition_cost":
            return self._transition(option, municipality)
        return "+".join(self._sum(option, municipality, kind, year) for kind in _kinds(measure))

    def of_all(self, option: str, measure: Measure, year: int) -> str:
        """Return the formula of an amount of all municipalities in euros, not rounded."""
        places = self.result.scenario.municipalities
        if measure == "present_value":
            return "+".join(self.amount(option, place, measure, year) for place in places)
        return "+".join(
            f"SUMIFS({self._year(year)},{self._column(0)},{_text(option)},"
            f"{self._column(3)},{_text(kind)})"
            for kind in _kinds(measure)
        )

    def of_line(self, option: str, municipality: str, line: str, year: int) -> Weight:
        """Return what a municipality bears of a line in a year, in euros."""
        scenario = self.result.scenario
        place, at = scenario.municipalities.index(municipality), self.years.index(year)
        cents = bill(self.result, option)[line]
        formula = (
            f"SUMIFS({self._year(year)},{self._column(0)},{_text(option)},"
            f"{self._column(1)},{_text(municipality)},{self._column(2)},{_text(line)})"
        )
        return Weight(formula, float(cents[place, at]) / 100)

    def _total(self, option: str, municipality: str, year: int) -> str:
        return self.amount(option, municipality, "total_cost", year)

    def _sum(self, option: str, municipality: str, kind: str, year: int) -> str:
        return (
            f"SUMIFS({self._year(year)},{self._column(0)},{_text(option)},"
            f"{self._column(1)},{_text(municipality)},{self._column(3)},{_text(kind)})"
        )

    def _transition(self, option: str, municipality: str) -> str:
        """Return one-off lines of all years, and temporary ones above the report year."""
        name = self._page.get_name()
        first, last = xl_col_to_name(_FIRST_YEAR), xl_col_to_name(self._last)
        years = f"'{name}'!${first}$2:${last}${self.rows + 1}"
        of = f"({self._column(0)}={_text(option)})*({self._column(1)}={_text(municipality)})"
        above = f"({years}-{self._year(self.result.scenario.report_year)})"
        return (
            f"SUMPRODUCT({of}*({self._column(3)}={_text('one_off')})*{years})"
            f"+SUMPRODUCT({of}*({self._column(3)}={_text('temporary')})*({above}>0)*{above})"
        )

    @property
    def _last(self) -> int:
        return _FIRST_YEAR + len(self.years) - 1

    def _column(self, at: int) -> str:
        letter = xl_col_to_name(at)
        return f"'{self._page.get_name()}'!${letter}$2:${letter}${self.rows + 1}"

    def _year(self, year: int) -> str:
        return self._column(_FIRST_YEAR + self.years.index(year))

    def _write_bill(self, language: Language) -> None:
        page = self._page
        for at, name in enumerate(("option", "municipality", "line", "kind")):
            page.write_string(0, at, say(f"interface.{name}", language))
        for at, year in enumerate(self.years):
            page.write_number(0, _FIRST_YEAR + at, year)
        page.write_string(0, self._last + 2, say("export.note_bill", language))
        page.freeze_panes(1, _FIRST_YEAR)
        page.set_column(0, 3, 20)
        page.set_column(_FIRST_YEAR, self._last, 14)
        euros, down = self._style("#,##0.00"), 1
        for option in self.result.options:
            lines = bill(self.result, option)
            for place, municipality in enumerate(self.result.scenario.municipalities):
                for line, row in LINES.items():
                    for at, text in enumerate((option, municipality, line, row.kind)):
                        page.write_string(down, at, text)
                    cents = lines[line][place].tolist() if line in lines else [0] * len(self.years)
                    for at, amount in enumerate(cents, _FIRST_YEAR):
                        page.write_number(down, at, amount / 100, euros)
                    down += 1


def _kinds(measure: Measure) -> tuple[str, ...]:
    """Return the kinds of the lines that a measure of one year is the sum of."""
    return tuple(dict.fromkeys(LINES[line].kind for line in LINES_IN[measure]))


def _text(text: str) -> str:
    """Return a text within a formula; ids have no quotes."""
    return f'"{text}"'
