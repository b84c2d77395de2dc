"""The criteria beside the money: scores, what dominates, and how often each option is best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from orgdesign.criteria.judgement import best_shares, dominators, weighted
from orgdesign.criteria.scores import Scores, own_weights
from orgdesign.criteria.scores import scores as scores_of
from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name, text_column
from orgdesign.tables.cents import amounts
from orgdesign.tables.criteria_notes import criteria_notes
from orgdesign.tables.operating import outside_their_years
from orgdesign.tables.settings import CENTS_IN, Settings, shown_municipalities, shown_options
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say

Money = Mapping[tuple[str, str], int]
"""An amount in whole numbers of the unit of a table, by municipality and option."""


def criteria(result: Result, settings: Settings) -> Table:
    """Return for each municipality and option the score on every criterion beside the money."""
    scenario, language = result.scenario, settings.language
    found = scores_of(result)
    priced, money = _priced(scenario), _money(result, settings)

    def title(entry: str) -> str:
        return say(f"criteria.{entry}", language)

    than = say("interface.than_alone", language)
    columns = [
        text_column("municipality", settings),
        text_column("option", settings),
        Column("money", title("money"), settings.unit, signed=True, than=than),
        *(
            Column(f"on.{id}", scenario.document.criteria[id].name, "number", signed=True)
            for id in found.criteria
        ),
        Column("best", title("best"), "share"),
        Column("weighted", title("weighted"), "number", signed=True),
        *(Column(id, title(id), settings.unit, signed=True) for id in ("with_worth",) if priced),
        Column("dominated", title("dominated")),
        Column("veto", title("veto")),
    ]
    places = shown_municipalities(scenario, settings) if found.criteria else ()
    return make(
        "criteria",
        say("terms.table_criteria", language),
        columns,
        [row for m in places for row in _rows(result, found, m, settings, money)],
        [*_year_notes(result, settings), *criteria_notes(result, found, places, settings)],
        scenario,
        settings,
    )


def _year_notes(result: Result, settings: Settings) -> list[str]:
    scenario = result.scenario
    options = shown_options(scenario, settings)
    return [
        *notes.price_notes(scenario, settings),
        notes.year_note(scenario.report_year, settings),
        notes.unit_note(settings.change(per_inhabitant=False)),
        *outside_their_years(result, options, settings.change(year=None)),
    ]


def _priced(scenario: Scenario) -> bool:
    """Return whether a step of any criterion is worth money."""
    return any(each.worth_per_inhabitant for each in scenario.document.criteria.values())


def _money(result: Result, settings: Settings) -> Money:
    """Return the structural cost above staying alone, as a comparison prints it."""
    scenario, unit = result.scenario, CENTS_IN[settings.unit]

    def printed(option: str) -> list[int]:
        cents = amounts(result, option, "structural_cost", scenario.report_year)
        return [rounded(each, unit) for each in cents]

    alone = printed(ALONE)
    return {
        (m, option): after - before
        for option in (ALONE, *shown_options(scenario, settings))
        for m, after, before in zip(scenario.municipalities, printed(option), alone, strict=True)
    }


def _rows(
    result: Result, found: Scores, municipality: str, settings: Settings, money: Money
) -> Iterator[Row]:
    scenario, table = result.scenario, found.scores[municipality]
    options = found.options[municipality]
    seed = scenario.document.sensitivity.seed
    # Weights are drawn by place, so that a place in the file must not decide which.
    named = np.argsort(np.array(found.criteria))
    shares, above = best_shares(table[:, named], seed), dominators(table)
    weights = own_weights(scenario, municipality)
    own = np.full(len(options), np.nan) if weights is None else weighted(table, weights)
    shown = (ALONE, *shown_options(scenario, settings))
    for at, option in enumerate(options):
        if option not in shown:
            continue
        names = [option_name(scenario, options[by], settings.language) for by in above[at]]
        cells: tuple[Cell, ...] = (
            municipality_name(scenario, municipality),
            option_name(scenario, option, settings.language),
            money[municipality, option],
            *(_number(score) for score in table[at]),
            Mark.UNKNOWN if np.isnan(shares[at]) else float(shares[at]),
            _number(own[at]) if weights is not None else Mark.NOT_APPLICABLE,
            *(
                [_worth(scenario, found, municipality, at, settings, money)]
                if _priced(scenario)
                else []
            ),
            ", ".join(names),
            ", ".join(_vetoes(result, found, municipality, table[at])),
        )
        yield Row(f"{municipality}.{option}", cells)


def _number(value: float) -> Cell:
    return Mark.UNKNOWN if np.isnan(value) else round(float(value), 2)


def _worth(
    scenario: Scenario, found: Scores, municipality: str, at: int, settings: Settings, money: Money
) -> Cell:
    """Return the money less what the scores are worth; unknown where a priced one lacks."""
    document = scenario.document
    people = document.municipalities[municipality].inhabitants.value
    option, total = found.options[municipality][at], 0.0
    for position, id in enumerate(found.criteria):
        worth = document.criteria[id].worth_per_inhabitant
        if worth is not None:
            total += worth.value * people * float(found.scores[municipality][at, position])
    if np.isnan(total):
        return Mark.UNKNOWN
    return money[municipality, option] - settings.in_unit(total)


def _vetoes(
    result: Result, found: Scores, municipality: str, given: Sequence[float] | np.ndarray
) -> Iterator[str]:
    """Yield the criteria on which an option stays below what the municipality accepts."""
    for id, score in zip(found.criteria, given, strict=True):
        criterion = result.scenario.document.criteria[id]
        if municipality in criterion.veto_below and score < criterion.veto_below[municipality]:
            yield criterion.name
