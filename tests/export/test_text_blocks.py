"""A table too wide for the line: every block names its rows by what tells them apart."""

from __future__ import annotations

from orgdesign.export.text import text
from orgdesign.tables.table import Column, Row, Table

WIDE = [Column(f"n{at}", f"Number {at}", "count") for at in range(6)]


def table(rows: list[tuple[str, str]]) -> Table:
    """A table of a municipality and a job with more numbers than a line holds."""
    columns = (Column("place", "Place"), Column("job", "Job"), *WIDE)
    cells = [Row(str(at), (*row, *range(6))) for at, row in enumerate(rows)]
    return Table("t", "Title", columns, tuple(cells), (), "en", "en_GB", "final")


def heads(printed: str) -> list[str]:
    return [line for line in printed.splitlines() if line.startswith("Place")]


def test_two_texts_stand_in_every_block_where_it_takes_both_to_tell_the_rows_apart() -> None:
    long = "Somebody who administers something"
    printed = text(table([("Upper Hill Ridge", long), ("Upper Hill Ridge", "Adviser")]), 50)
    assert len(heads(printed)) > 1
    assert all("Job" in head for head in heads(printed))
    assert all(len(line) <= 50 for line in printed.splitlines())


def test_the_first_text_stands_alone_where_it_tells_the_rows_apart() -> None:
    long = "Somebody who administers something"
    printed = text(table([("North", long), ("South", long)]), 50)
    assert ["Job" in head for head in heads(printed)] == [
        True,
        *[False] * (len(heads(printed)) - 1),
    ]
