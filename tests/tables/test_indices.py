"""The table of indices says in words what a figure counts for, and no more of a fit than is so."""

from __future__ import annotations

import math

import pytest
from sensitivity.worked import worked

from orgdesign.sensitivity.indices import MOST, Index, Indices, Method
from orgdesign.sensitivity.outputs import Output
from orgdesign.sensitivity.saltelli import Bounded
from orgdesign.sensitivity.study import Study
from orgdesign.tables.sensitivity.indices import indices_table
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table

NONE = Bounded(0.0, -0.01, 0.01)


def table(
    first: Bounded,
    total: Bounded,
    r2: float = math.nan,
    figures: tuple[str, ...] = ("overhead.per_fte",),
) -> Table:
    scenario = worked()
    study = Study(scenario, ("body",), scenario.municipalities)
    index = Index(figures, first, total)
    method: Method = "saltelli" if math.isnan(r2) or r2 < 0.98 else "chaos"
    found = Indices(Output(study, "body"), (index,), method, r2, 64, 64, 64)
    return indices_table(found, 0, settings_for(scenario, "indices", language="en"))


@pytest.mark.parametrize(
    ("first", "total", "words"),
    [
        (NONE, NONE, "not distinguishable from zero"),
        (Bounded(0.0002, 0.0001, 0.0003), Bounded(0.0003, 0.0002, 0.0004), "too small to count"),
        (Bounded(0.0002, 0.0001, 0.0003), Bounded(0.0005, 0.0004, 0.0006), "by itself and with"),
        (Bounded(0.3, 0.28, 0.32), Bounded(0.31, 0.29, 0.33), "mostly by itself"),
        (NONE, Bounded(0.3, 0.28, 0.32), "only together with others"),
    ],
)
def test_a_figure_counts_by_itself_with_others_or_not(
    first: Bounded, total: Bounded, words: str
) -> None:
    *_, meaning = table(first, total).rows[0].cells
    assert str(meaning).startswith(words)


def test_figures_that_hang_together_are_why_there_is_no_fit() -> None:
    told = " ".join(table(NONE, NONE, figures=("overhead.per_fte", "staff.attrition")).notes)
    assert "no polynomial was fitted" in told
    assert "no polynomial was fitted" not in " ".join(table(NONE, NONE).notes)


def test_many_figures_are_why_there_is_no_fit() -> None:
    scenario = worked()
    study = Study(scenario, ("body",), scenario.municipalities)
    each = tuple(Index((f"x{at}",), NONE, NONE) for at in range(MOST + 1))
    for number in (MOST, MOST + 1):
        some = each[:number]
        found = Indices(Output(study, "body"), some, "saltelli", math.nan, 64, 64, 64)
        told = " ".join(indices_table(found, 0, settings_for(scenario, "indices")).notes)
        assert ("Van meer dan 60 cijfers" in told) == (number > MOST)


@pytest.mark.parametrize(("r2", "shown"), [(0.97999, "R2 0.979;"), (0.99996, "R2 0.999;")])
def test_a_fit_is_never_shown_better_than_it_is(r2: float, shown: str) -> None:
    assert any(shown in note for note in table(NONE, NONE, r2).notes)
