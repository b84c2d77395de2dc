"""Rows of an option of which a cell is typed in pieces: its own measures and its amounts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.scenario.scenario import ALONE
from orgdesign.tui.option_changes import free_id
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table


class Entries(NamedTuple):
    """The entries of the app that say what is typed in such a row: in short, and in sentences."""

    about: str
    pieces: str


SAID = {
    "measures": Entries("measures_about", "measures_pieces"),
    "general": Entries("measures_about", "general_pieces"),
    "amounts": Entries("amounts_about", "amounts_pieces"),
    "unwinding": Entries("unwinding_about", "unwinding_pieces"),
    "alone": Entries("alone_about", "alone_pieces"),
}
ADDED = {"measures": "measures_new", "amounts": "amounts_new", "unwinding": "unwinding_new"}
"""The tables of such rows, each with the title of the row in which one is added."""
_ROW = re.compile(r"(?:(amounts|unwinding)\[(\d+)\]|(measures)\.(.+))")


class Place(NamedTuple):
    """Where a measure or an amount of an option stands: the table, and its id or number."""

    table: str
    key: str | int


def path_of(option: str, row: str) -> str:
    """Return the path of a row of an option, or of staying alone, which is no option.

    Measures of staying alone are those of every option.
    """
    if option == ALONE:
        return row if row.startswith("measures.") else f"{ALONE}.{row}"
    return f"options.{option}.{row}"


def kind_of(option: str, place: Place) -> str:
    """Return what sort of row a place is: the name of its pieces."""
    of_alone = "general" if place.table == "measures" else ALONE
    return of_alone if option == ALONE else place.table


def place_of_row(row: str) -> Place | None:
    """Return which measure or amount a row is about; None where it is about something else."""
    found = _ROW.fullmatch(row)
    if found is None:
        return None
    table, number, measures, id = found.groups()
    return Place(table, int(number)) if table else Place(measures, id)


def new_row(scenario: Scenario, table: str) -> str:
    """Return the row in which an entry is added to a table: one that no option has yet."""
    from orgdesign.tables.options import measures_of, most_amounts

    options = (*scenario.options, ALONE)
    if table == "measures":
        return f"measures.{free_id('measure', measures_of(scenario, options))}"
    return f"{table}[{most_amounts(scenario, options, table)}]"


def with_new_rows(table: Table, scenario: Scenario, language: Language) -> Table:
    """Return the options with rows below in which a measure or an amount is added."""
    from orgdesign.tables.table import Mark, Row

    nothing = [Mark.NOT_APPLICABLE] * (len(table.columns) - 1)
    rows = [row for row in table.rows if place_of_row(row.id) is None]
    for name, title in ADDED.items():
        places = ((row, place_of_row(row.id)) for row in table.rows)
        rows += [row for row, place in places if place and place.table == name]
        rows.append(Row(new_row(scenario, name), (say(f"app.{title}", language), *nothing)))
    return table._replace(rows=tuple(rows))
