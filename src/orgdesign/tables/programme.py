"""What an option does to programme budgets, with the range of the evidence, and to contracts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.outcomes import year_index
from orgdesign.model.result import Result
from orgdesign.model.unstated import without_effect
from orgdesign.money import rounded, split_cents
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.facts import Budget
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name, text_column, total_row
from orgdesign.tables.cents import order
from orgdesign.tables.operating import not_operating
from orgdesign.tables.settings import (
    CENTS_IN,
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
)
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import MINUS, number

ENDS = ("central", "low", "high")


def programme(result: Result, settings: Settings) -> Table:
    """Return the effect on each programme budget by municipality, with its evidence range."""
    scenario, option = result.scenario, first_option(result.scenario, settings)
    language, unit = settings.language, settings.unit
    expected = say("risk.expected", language, year=quoted_year(scenario, settings))
    columns = [
        text_column("municipality", settings),
        Column("budget", say("risk.budget", language)),
        Column("expected", expected, unit, total=True),
        *(Column(id, say(f"risk.{id}", language), unit, total=True, signed=True) for id in ENDS),
    ]
    rows: list[Row] = []
    for at, (id, budget) in enumerate(scenario.document.budgets.items()):
        parts = _rows(result, option, at, id, settings)
        total = total_row(say("interface.total", language), columns, parts)
        cells = (total.cells[0], budget.name, *total.cells[2:])
        rows += [*parts, total._replace(id=f"{id}.total", cells=cells)]
    title, name = say("terms.table_programme", language), option_name(scenario, option, language)
    return make(
        "programme",
        say("interface.for_option", language, title=title, option=name),
        columns,
        rows,
        _notes(result, option, settings),
        scenario,
        settings,
    )


def _rows(result: Result, option: str, at: int, id: str, settings: Settings) -> list[Row]:
    """Return the rows of one budget: it in the year, and what the option in force does to it."""
    scenario = result.scenario
    y = year_index(result, quoted_year(scenario, settings))
    figures = result.in_force(option, quoted_year(scenario, settings))
    name = scenario.document.budgets[id].name
    budget = _in_year(figures, "budget_in_year", y)[:, at]
    part = _in_year(figures, "programme_part", y)[:, 0]
    effects = _effects(scenario, figures.reading.option, id)
    euros = [budget, *(budget * part * effect for effect in effects)]
    known, felt = _marks(scenario, figures.reading.option, id, part)
    cells = [
        [mark or cell for mark, cell in zip(marks, _money(each, scenario, settings), strict=True)]
        for marks, each in zip([known, felt, felt, felt], euros, strict=True)
    ]
    return [
        Row(f"{id}.{m}", (municipality_name(scenario, m), name, *(each[place] for each in cells)))
        for place, m in enumerate(scenario.municipalities)
        if m in shown_municipalities(scenario, settings)
    ]


def _effects(scenario: Scenario, option: str, budget: str) -> tuple[float, float, float]:
    """Return the effect on a budget at its value and at both ends of its range."""
    effects = {} if option == ALONE else scenario.document.options[option].programme_effect
    effect = effects.get(budget)
    if effect is None:
        return 0.0, 0.0, 0.0
    low = effect.value if effect.low is None else effect.low
    high = effect.value if effect.high is None else effect.high
    return effect.value, low, high


def _marks(
    scenario: Scenario, option: str, budget: str, part: Array
) -> tuple[list[Mark | None], list[Mark | None]]:
    """Return for each municipality why there is no number: of the budget, and of the effect."""
    inside = scenario.municipalities if option == ALONE else scenario.participants(option)
    silent, given = without_effect(scenario, option, budget), scenario.document.budgets[budget]
    known = [None if m in given.values else Mark.GAP for m in scenario.municipalities]
    felt = [
        Mark.NOT_APPLICABLE if m not in inside else Mark.GAP if silent and felt else mark
        for m, felt, mark in zip(scenario.municipalities, part, known, strict=True)
    ]
    return known, felt


def _in_year(figures: Evaluation, name: str, y: int) -> Array:
    """Return a figure of one year in the central case, (municipality, item)."""
    value, scenario = figures[name][..., 0], figures.reading.scenario
    shape = (len(scenario.municipalities), value.shape[1], len(scenario.years))
    return np.asarray(np.broadcast_to(value, shape)[:, :, y])


def _money(euros: Array, scenario: Scenario, settings: Settings) -> list[Cell]:
    cents = split_cents([float(each) for each in euros], order(scenario))
    return [rounded(each, CENTS_IN[settings.unit]) for each in cents]


def _notes(result: Result, option: str, settings: Settings) -> list[str]:
    scenario, language = result.scenario, settings.language
    year = quoted_year(scenario, settings)
    budgets = list(scenario.document.budgets.values())
    return [
        *notes.price_notes(scenario, settings),
        notes.unit_note(settings.change(per_inhabitant=False)),
        say("risk.note_programme", language, year=year, minus=MINUS)
        if budgets
        else say("risk.note_no_budgets", language),
        *not_operating(result, option, settings),
        *_gap_notes(result, option, settings),
        *_contract_notes(budgets, settings),
        *notes.selection_notes(settings),
    ]


def _gap_notes(result: Result, option: str, settings: Settings) -> list[str]:
    """Return whose budget is not given, and of which effects the option in force says nothing."""
    scenario, language = result.scenario, settings.language
    in_force = result.in_force(option, quoted_year(scenario, settings)).reading.option
    found = []
    for budget in scenario.document.budgets.values():
        without = [m for m in shown_municipalities(scenario, settings) if m not in budget.values]
        names = ", ".join(municipality_name(scenario, m) for m in without)
        if names:
            found.append(say("risk.note_no_budget", language, budget=budget.name, names=names))
    return [*found, *unstated_effects(scenario, [in_force], settings)]


def unstated_effects(scenario: Scenario, options: Sequence[str], settings: Settings) -> list[str]:
    """Return for each option the budgets of whose effect it says nothing."""
    found, language = [], settings.language
    for option in options:
        budgets = scenario.document.budgets.items()
        silent = [budget.name for id, budget in budgets if without_effect(scenario, option, id)]
        if silent:
            details = {"option": option_name(scenario, option, language)}
            found.append(say("risk.note_no_effect", language, **details, budgets="; ".join(silent)))
    return found


def _contract_notes(budgets: Sequence[Budget], settings: Settings) -> list[str]:
    """Return for each budget how many contracts are made more than once, and what that costs."""
    found = []
    for budget in budgets:
        if not budget.contracts or budget.contracts_together is None:
            continue
        every = sum(count.value for count in budget.contracts.values())
        double = every - budget.contracts_together.value
        counts = {"all": every, "together": budget.contracts_together.value, "double": double}
        told = {id: number(count, "count", settings.numbers) for id, count in counts.items()}
        entry = "risk.note_contracts"
        if budget.cost_per_contract is not None:
            entry, cost = f"{entry}_cost", double * budget.cost_per_contract.value
            told["cost"] = number(cost, "euros", settings.numbers)
        found.append(say(entry, settings.language, budget=budget.name, **told))
    return found
