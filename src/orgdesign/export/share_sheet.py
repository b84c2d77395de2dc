"""Shares on a sheet of a workbook: what each goes by, and tenths of a percent that sum to 100."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from orgdesign.export.remainders import STEPS, known, write_steps
from orgdesign.export.separated import harmless
from orgdesign.export.share_weights import Weight, whole
from orgdesign.money import split
from orgdesign.words import Language, say

_WEIGHT = 3
"""Column of the weights: before it the option, the municipality and what is shared."""
PARTS = 1000


class ShareSheet:
    """A row for every share of a municipality in what an option has together."""

    def __init__(self, page: Any, language: Language) -> None:
        self._page, self._next = page, 1
        heads = ("interface.option", "interface.municipality", "export.of", "export.weight")
        steps = ("export.thousandths", *(f"export.{step}" for step in STEPS[1:-1]), "export.share")
        for at, entry in enumerate((*heads, *steps)):
            page.write_string(0, at, say(entry, language))
        page.freeze_panes(1, 3)
        page.set_column(0, len(heads) + len(steps) - 1, 18)

    def cells(
        self,
        names: Sequence[tuple[str, str, str]],
        codes: Sequence[str],
        weights: Sequence[Weight] | None,
        shares: Sequence[float],
    ) -> list[str]:
        """Write what shares go by and return where each stands.

        Without weights, and where these do not give the shares as they are printed because the
        calculation knows more of the key, the shares themselves are the weights.
        """
        if weights is None or not _gives(weights, codes, shares):
            weights = [Weight("", share) for share in shares]
        first, last = self._next, self._next + len(names) - 1
        of_all = xl_range_abs(first, _WEIGHT, last, _WEIGHT)
        exact = [round(PARTS * weight.value / whole(weights), 6) for weight in weights]
        steps = known(exact, codes, shares)
        for down, (name, weight, found) in enumerate(
            zip(names, weights, steps, strict=True), first
        ):
            for at, text in enumerate(name):
                self._page.write_string(down, at, harmless(text))
            self._write(down, weight)
            formula = f"=ROUND({PARTS}*{xl_rowcol_to_cell(down, _WEIGHT)}/SUM({of_all}),6)"
            write_steps(self._page, down, _WEIGHT + 1, (first, last), formula, PARTS, found)
        self._next = last + 1
        return [
            f"'{self._page.get_name()}'!{xl_rowcol_to_cell(down, _WEIGHT + len(STEPS), True, True)}"
            for down in range(first, last + 1)
        ]

    def _write(self, down: int, weight: Weight) -> None:
        if weight.formula:
            self._page.write_formula(down, _WEIGHT, f"={weight.formula}", None, weight.value)
        else:
            self._page.write_number(down, _WEIGHT, weight.value)


def _gives(weights: Sequence[Weight], codes: Sequence[str], shares: Sequence[float]) -> bool:
    """Return whether weights give shares as they are printed."""
    total = whole(weights)
    if not total:
        return False
    found = split([weight.value / total for weight in weights], codes, PARTS)
    return found == [round(share * PARTS) for share in shares]
