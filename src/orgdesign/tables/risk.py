"""The buffer against an expensive year, and who pays what when care is shared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.model.outcomes import year_index
from orgdesign.model.result import Result
from orgdesign.money import rounded, split_cents
from orgdesign.risk.risk import Risk, by_clients, by_variation
from orgdesign.risk.risk import solidarity as solidarity_of
from orgdesign.scenario.key_names import key_of
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name, text_column, total_row
from orgdesign.tables.settings import CENTS_IN, Settings, first_option, quoted_year
from orgdesign.tables.sharing.under import by_figure, under_keys
from orgdesign.tables.table import Cell, Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number

RULES = ("own", "heavy", "shared")
"""Who pays for care: each its own clients, heavy care shared, all care shared."""


def risk(result: Result, settings: Settings) -> Table:
    """Return the buffer of each municipality alone, and its part of the one together by key."""
    scenario, chosen = result.scenario, first_option(result.scenario, settings)
    option = _in_force(result, chosen, settings)
    places = _places(scenario, option)
    keys = by_figure(scenario, option) if option != ALONE else ()
    shares = {key: _shares(result, chosen, key, settings) for key in keys}
    columns = [text_column("municipality", settings), *_columns(scenario, keys, settings)]
    rows: list[Row] = []
    draws = 0
    for budget in scenario.document.budgets:
        for basis, found in _risks(scenario, budget, places):
            named = (
                scenario.document.budgets[budget].name,
                say(f"risk.{basis}", settings.language),
            )
            parts = _rows(scenario, places, f"{budget}.{basis}", named, found, shares, settings)
            rows += [*parts, _total(f"{budget}.{basis}", columns, parts, named, settings)]
            draws = max(draws, found.draws)
    lines = _notes(scenario, draws, bool(rows), settings)
    return _table("risk", result, chosen, columns, rows, lines, settings)


def solidarity(result: Result, settings: Settings) -> Table:
    """Return what each pays as expected and how far that varies, by how much care is shared."""
    scenario, chosen = result.scenario, first_option(result.scenario, settings)
    option = _in_force(result, chosen, settings)
    columns = [text_column("municipality", settings), _text("budget", settings)]
    for rule in RULES:
        words = say(f"risk.{rule}", settings.language)
        spread = say("risk.spread", settings.language, rule=words)
        columns.append(Column(rule, words, settings.unit, total=True))
        columns.append(Column(f"{rule}_spread", spread, settings.unit))
    rows: list[Row] = []
    lines: list[str] = []
    budgets = scenario.document.budgets if option != ALONE else ()
    for id in budgets:
        found = _shared_care(result, chosen, id, settings)
        if found:
            rows += found
            lines.append(_solidarity_note(scenario, option, id, settings))
    lines = lines or [say("risk.note_no_solidarity", settings.language)]
    return _table("solidarity", result, chosen, columns, rows, lines, settings)


def _shared_care(result: Result, chosen: str, id: str, settings: Settings) -> list[Row]:
    """Return the rows of one budget; none where not all is known of its clients."""
    scenario = result.scenario
    places = scenario.participants(_in_force(result, chosen, settings))
    found = solidarity_of(scenario, id, places, _shares(result, chosen, "", settings))
    if found is None:
        return []
    amounts = (found.own, found.own_deviation, found.heavy, found.heavy_deviation,
               found.shared, found.shared_deviation)  # fmt: skip
    cells = [_money(each, scenario, places, settings) for each in amounts]
    name = scenario.document.budgets[id].name
    return [
        Row(f"{id}.{m}", (municipality_name(scenario, m), name, *(each[at] for each in cells)))
        for at, m in enumerate(places)
        if not settings.municipalities or m in settings.municipalities
    ]


def _solidarity_note(scenario: Scenario, option: str, id: str, settings: Settings) -> str:
    budget, keys = scenario.document.budgets[id], scenario.document.options[option].keys
    running = key_of(keys, "running")
    heavy = budget.heavy_from.value if budget.heavy_from else 0.0
    return say(
        "risk.note_solidarity",
        settings.language,
        budget=budget.name,
        key=notes.key_name(scenario, running, settings.language),
        first=scenario.years[0],
        year=quoted_year(scenario, settings),
        heavy=number(heavy, "euros", settings.numbers),
    )


def _in_force(result: Result, option: str, settings: Settings) -> str:
    """Return the option that is in force in the year of the table."""
    return result.in_force(option, quoted_year(result.scenario, settings)).reading.option


def _places(scenario: Scenario, option: str) -> tuple[str, ...]:
    """Return who carries the risk: the participants, or everyone where nobody works together."""
    return scenario.municipalities if option == ALONE else scenario.participants(option)


def _risks(scenario: Scenario, budget: str, places: tuple[str, ...]) -> Iterator[tuple[str, Risk]]:
    for basis, build in (("by_variation", by_variation), ("by_clients", by_clients)):
        found = build(scenario, budget, places)
        if found is not None:
            yield basis, found


def _shares(result: Result, chosen: str, key: str, settings: Settings) -> Array:
    """Return the shares of the participants in the running pool, by another key unless empty.

    Of the option in force in the year of the table, which begins when it takes over.
    """
    year = quoted_year(result.scenario, settings)
    under = under_keys(result, chosen, year)
    shares = under.evaluation(key)["shares:formation"]
    y = min(year_index(result, year), shares.shape[2] - 1)
    return np.asarray(shares[under.places, 0, y, 0])


def _columns(scenario: Scenario, keys: Sequence[str], settings: Settings) -> list[Column]:
    language, unit = settings.language, settings.unit
    found = [_text("budget", settings), _text("basis", settings)]
    expected = say("risk.expected", language, year=scenario.years[0])
    found.append(Column("expected", expected, unit, total=True))
    found.append(Column("deviation", say("risk.deviation", language), unit))
    for id in ("alone", "own_risk"):
        found.append(Column(id, say(f"risk.{id}", language), unit, total=True))
    for key in keys:
        name = notes.key_name(scenario, key, language)
        found.append(Column(key, say("risk.by_key", language, key=name), unit, total=True))
    return found


def _text(id: str, settings: Settings) -> Column:
    return Column(id, say(f"risk.{id}", settings.language))


def _rows(
    scenario: Scenario,
    places: tuple[str, ...],
    id: str,
    named: tuple[str, str],
    found: Risk,
    shares: dict[str, Array],
    settings: Settings,
) -> list[Row]:
    whole = found.alone.sum()
    by_own = found.alone / whole if whole else np.full(len(places), 1.0 / max(1, len(places)))
    parts = [found.pooled * share for share in (by_own, *shares.values())]
    amounts = [found.expected, found.deviation, found.alone, *parts]
    cells = [_money(each, scenario, places, settings) for each in amounts]
    return [
        Row(f"{id}.{m}", (municipality_name(scenario, m), *named, *(each[at] for each in cells)))
        for at, m in enumerate(places)
        if not settings.municipalities or m in settings.municipalities
    ]


def _money(
    euros: Array, scenario: Scenario, places: tuple[str, ...], settings: Settings
) -> list[Cell]:
    """Return amounts as cells that add up to their rounded total."""
    codes = [scenario.document.municipalities[m].code or m for m in places]
    unit = CENTS_IN[settings.unit]
    return [rounded(cents, unit) for cents in split_cents([float(e) for e in euros], codes)]


def _total(
    id: str, columns: list[Column], rows: list[Row], named: tuple[str, str], settings: Settings
) -> Row:
    total = total_row(say("interface.total", settings.language), columns, rows)
    return total._replace(id=f"{id}.total", cells=(total.cells[0], *named, *total.cells[3:]))


def _notes(scenario: Scenario, draws: int, any: bool, settings: Settings) -> list[str]:
    language = settings.language
    if not any:
        return [say("risk.note_no_risk", language)]
    listed = ", ".join(
        f"{budget.name} {number(budget.certainty, 'share', settings.numbers)}"
        for budget in scenario.document.budgets.values()
    )
    lines = [
        say("risk.note_buffer", language, first=scenario.years[0], certainties=listed),
        say("risk.note_pooled", language, year=quoted_year(scenario, settings)),
    ]
    if draws:
        drawn = number(draws, "count", settings.numbers)
        seed = scenario.document.sensitivity.seed
        lines.append(say("risk.note_drawn", language, draws=drawn, seed=seed))
    return lines


def _table(
    id: str,
    result: Result,
    option: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    lines: Sequence[str],
    settings: Settings,
) -> Table:
    scenario, language = result.scenario, settings.language
    title, name = say(f"terms.table_{id}", language), option_name(scenario, option, language)
    every = [
        *notes.price_notes(scenario, settings),
        notes.unit_note(settings.change(per_inhabitant=False)),
        *lines,
        *notes.selection_notes(settings),
    ]
    title = say("interface.for_option", language, title=title, option=name)
    return make(id, title, columns, rows, every, scenario, settings)
