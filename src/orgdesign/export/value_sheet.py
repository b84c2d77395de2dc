"""Present value on a sheet of a workbook, in cents that add up as those of the program do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from orgdesign.export.remainders import STEPS, known, write_steps
from orgdesign.model.result import Result
from orgdesign.tables.cents import amounts, bill, order, total
from orgdesign.words import Language, say

_FIRST = 2
"""Column of the first year; row of the first municipality."""


class ValueSheet:
    """A row for every option and municipality: its total of each year, and their present value."""

    def __init__(
        self,
        result: Result,
        language: Language,
        page: Any,
        rate: str,
        total_of: Callable[[str, str, int], str],
    ) -> None:
        self._result, self._page, self._total_of = result, page, total_of
        self._years = result.scenario.years
        self._last = _FIRST + len(self._years) - 1
        self._place: dict[tuple[str, str], int] = {}
        given = result.scenario.document.scenario.discount_rate
        self._weights = [
            (1 + (given.value if given else 0.0)) ** -at for at in range(len(self._years))
        ]
        self._head(language, rate)
        for position, option in enumerate(result.options):
            self._write(option, _FIRST + position * len(result.scenario.municipalities))

    def amount(self, option: str, municipality: str) -> str:
        """Return where the present value in euros stands."""
        column = xl_col_to_name(self._last + len(STEPS))
        return f"'{self._page.get_name()}'!${column}${self._place[option, municipality] + 1}"

    def _head(self, language: Language, rate: str) -> None:
        page = self._page
        for at, name in enumerate(("option", "municipality")):
            page.write_string(0, at, say(f"interface.{name}", language))
        page.write_string(1, 0, say("export.factor", language))
        for at, (year, weight) in enumerate(zip(self._years, self._weights, strict=True)):
            page.write_number(0, _FIRST + at, year)
            page.write_formula(1, _FIRST + at, f"=(1+{rate})^-{at}", None, weight)
        for at, name in enumerate(("cents", *STEPS[1:]), 1):
            page.write_string(0, self._last + at, say(f"export.{name}", language))
        page.freeze_panes(2, 2)
        page.set_column(0, self._last + len(STEPS), 18)

    def _write(self, option: str, first: int) -> None:
        scenario = self._result.scenario
        codes, cents = order(scenario), total(bill(self._result, option))
        exact = [round(float(each @ self._weights), 6) for each in cents]
        values = amounts(self._result, option, "present_value", scenario.report_year)
        steps = known(exact, codes, [value / 100 for value in values])
        group = (first, first + len(codes) - 1)
        for place, municipality in enumerate(scenario.municipalities):
            down = first + place
            self._place[option, municipality] = down
            self._page.write_string(down, 0, option)
            self._page.write_string(down, 1, municipality)
            for at, year in enumerate(self._years):
                formula = f"=ROUND({self._total_of(option, municipality, year)},2)"
                self._page.write_formula(down, _FIRST + at, formula, None, cents[place, at] / 100)
            write_steps(
                self._page, down, self._last + 1, group, self._exact(down), 100, steps[place]
            )

    def _exact(self, down: int) -> str:
        """Return the formula of a present value in cents, not rounded."""
        years = f"{xl_rowcol_to_cell(down, _FIRST)}:{xl_rowcol_to_cell(down, self._last)}"
        weights = f"${xl_col_to_name(_FIRST)}$2:${xl_col_to_name(self._last)}$2"
        return f"=ROUND(100*SUMPRODUCT({years},{weights}),6)"
