"""The share of each participant in the running pool, year by year."""

from __future__ import annotations

from orgdesign.allocation.pools import key_of
from orgdesign.model.axes import Array
from orgdesign.model.result import Result
from orgdesign.money import split
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, text_column
from orgdesign.tables.cents import order
from orgdesign.tables.settings import Settings, first_option, quoted_year
from orgdesign.tables.sharing.about import chosen, titled, together
from orgdesign.tables.sharing.notes import sharing_notes
from orgdesign.tables.sharing.under import UnderKeys
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number

PARTS = 1000
"""Shares are printed in tenths of a percent that sum to 100."""


def shares(result: Result, settings: Settings) -> Table:
    """Return shares of the running pool by year: growth path, floor and cap applied."""
    scenario, under = result.scenario, together(result, settings)
    columns = [text_column("municipality", settings)]
    rows: list[Row] = []
    lines = list(notes.price_notes(scenario, settings)[:-1])
    if under is not None:
        columns += [Column(str(y), str(y), "share", total=True) for y in scenario.years]
        key = next(iter(chosen(under, settings, ())), "")
        rows = _rows(under, key, settings)
        lines += [say("sharing.note_shares", settings.language)]
        lines += _price_notes(under, key, settings)
        lines += sharing_notes(result, [under.option], settings)
    title = titled("shares", scenario, first_option(scenario, settings), settings)
    return make("shares", title, columns, rows, lines, scenario, settings)


def _price_notes(under: UnderKeys, key: str, settings: Settings) -> list[str]:
    """Return what the running pool costs for each unit of the figure that shares it."""
    scenario, year = under.scenario, quoted_year(under.scenario, settings)
    at = scenario.years.index(year)
    evaluation = under.under(key).in_force(under.option, year)
    id = key_of(evaluation.reading, "running")
    table = scenario.document.keys.get(id)
    id = (table.figure or "") if table is not None else id
    figure = scenario.document.figures.get(id)
    if figure is None:
        return []
    places = evaluation["members"][:, 0, 0, 0] > 0
    volume = _in_year(evaluation[f"figure:{id}"], at)[places].sum()
    pool = _in_year(evaluation["bounded_total"], at).sum()
    if not volume or not pool:
        return []
    price = number(round(float(pool / volume), 2), "euros_per_inhabitant", settings.numbers)
    unit = figure.unit or figure.name
    details = {"year": year, "key": figure.name, "price": price, "unit": unit}
    return [say("sharing.note_price", settings.language, **details)]


def _in_year(figure: Array, at: int) -> Array:
    return figure[:, 0, min(at, figure.shape[2] - 1), 0]


def _rows(under: UnderKeys, key: str, settings: Settings) -> list[Row]:
    scenario, evaluation = under.scenario, under.under(key).options[under.option].evaluation
    codes = order(scenario)
    by_year = [
        split(_in_year(evaluation.phase(y)["shares:formation"], y).tolist(), codes, PARTS)
        for y in range(len(scenario.years))
    ]
    inside = {m for phase in scenario.phases(under.option) for m in scenario.participants(phase)}
    rows = [
        Row(m, (municipality_name(scenario, m), *(year[i] / PARTS for year in by_year)))
        for i, m in enumerate(scenario.municipalities)
        if m in inside
    ]
    whole = [sum(year) / PARTS for year in by_year]
    return [*rows, Row("total", (say("interface.total", settings.language), *whole), total=True)]
