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


def test_a_word_too_long_for_its_cell_has_a_hyphen_and_a_path_has_none() -> None:
    columns = (Column("name", "Name"), Column("path", "Path"), *WIDE)
    cells = ("Bedrijfsvoeringsorganisatie", "options.bedrijfsvoeringsorganisatie.from")
    wide = Table("t", "T", columns, (Row("a", (*cells, *range(6))),), (), "nl", "nl_NL", "final")
    first, second, third = text(wide, 60).split("\n\n")[1].splitlines()[3:]
    assert first.split()[:2] == ["Bedrijfsvoeringsor-", "options."]
    assert second.split() == ["ganisatie", "bedrijfsvoeringsorgani"]
    assert third.split() == ["satie.from"]
