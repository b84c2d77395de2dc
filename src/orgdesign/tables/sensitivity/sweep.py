"""Many scenario files in one table: what every option of each comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgdesign.tables.sensitivity.parts import amount_column, money, stopped_note
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words import say

SHOWN = ("structural_cost", "transition_cost", "present_value")
"""What is shown of every option."""


class Swept(NamedTuple):
    """A file and its options, each with what it costs above staying alone by measure, in euros.

    A file with faults has no options.
    """

    file: str
    faults: int
    options: tuple[tuple[str, str, tuple[float, ...]], ...]
    """Of each option its id, its name and its amounts."""


def sweep_table(found: Sequence[Swept], files: int, settings: Settings) -> Table:
    """Return a row for every option of every file; of `files` those that were done."""
    settings = settings.change(per_inhabitant=False)
    language = settings.language
    than = say("interface.than_alone", language)
    columns = (
        Column("file", say("sensitivity.file", language)),
        Column("option", say("interface.option", language)),
        *(
            amount_column(name, say(f"terms.measure_{name}", language), settings, than=than)
            for name in SHOWN
        ),
        Column("faults", say("sensitivity.faults", language), "count"),
    )
    wrong = sum(each.faults > 0 for each in found)
    notes = [
        say("sensitivity.note_sweep", language, files=len(found), wrong=wrong),
        say(f"interface.note_{settings.unit}", language),
    ]
    if len(found) < files:
        notes.append(stopped_note(len(found), files, "files", settings))
    title = say("sensitivity.sweep_title", language)
    rows = tuple(row for each in found for row in _rows(each, settings))
    return Table("sweep", title, columns, rows, tuple(notes), language, settings.numbers)


def _rows(swept: Swept, settings: Settings) -> Iterator[Row]:
    for id, name, amounts in swept.options:
        cells = (money(euros, settings, 1.0) for euros in amounts)
        yield Row(f"{swept.file}:{id}", (swept.file, name, *cells, swept.faults))
    if not swept.options:
        nothing = (Mark.NOT_APPLICABLE,) * len(SHOWN)
        yield Row(swept.file, (swept.file, "", *nothing, swept.faults))
