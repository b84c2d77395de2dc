"""The share of each participant in the running pool, year by year."""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.money import split
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, text_column
from orgdesign.tables.cents import order
from orgdesign.tables.settings import Settings, first_option
from orgdesign.tables.sharing.about import chosen, titled, together
from orgdesign.tables.sharing.notes import sharing_notes
from orgdesign.tables.sharing.under import UnderKeys
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say

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
        rows = _rows(under, next(iter(chosen(under, settings, ())), ""), settings)
        lines += [say("sharing.note_shares", settings.language)]
        lines += sharing_notes(result, [under.option], settings)
    title = titled("shares", scenario, first_option(scenario, settings), settings)
    return make("shares", title, columns, rows, lines, scenario, settings)


def _rows(under: UnderKeys, key: str, settings: Settings) -> list[Row]:
    found = under.evaluation(key)["shares:formation"][:, 0, :, 0]
    years = len(under.scenario.years)
    codes = order(under.scenario)
    by_year = [
        split(found[:, min(year, found.shape[1] - 1)].tolist(), codes, PARTS)
        for year in range(years)
    ]
    rows = [
        Row(m, (municipality_name(under.scenario, m), *(year[i] / PARTS for year in by_year)))
        for m, i in zip(under.players, under.places, strict=True)
    ]
    whole = [sum(year) / PARTS for year in by_year]
    return [*rows, Row("total", (say("interface.total", settings.language), *whole), total=True)]
