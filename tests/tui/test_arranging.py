import datetime

from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.tui.arranging import Arrangement, arranged

TABLE = Table(
    "t",
    "T",
    (Column("name", "Naam"), Column("a", "A", "euros", total=True), Column("b", "B", "euros")),
    (
        Row("noord", ("Noord", 3, 10)),
        Row("zuid", ("Zuid", Mark.UNKNOWN, 30)),
        Row("oost", ("Oost", 8, 1020)),
        Row("total", ("Totaal", 11, 1060), total=True),
        Row("below", ("Kader", "", "")),
    ),
)


def rows(how: Arrangement) -> list[str]:
    return [row.id for row in arranged(TABLE, how).rows]


def test_nothing_asked_is_the_table_itself() -> None:
    assert arranged(TABLE, Arrangement()) == TABLE


def test_a_column_sorts_down_then_up_then_not_and_what_has_no_number_comes_last() -> None:
    how = Arrangement().sorted_on("a")
    assert rows(how) == ["oost", "noord", "zuid", "total", "below"]
    how = how.sorted_on("a")
    assert rows(how) == ["noord", "oost", "zuid", "total", "below"]
    assert rows(how.sorted_on("a")) == [row.id for row in TABLE.rows]


def test_names_are_sorted_as_words() -> None:
    how = Arrangement(column="name", rising=True)
    assert rows(how) == ["noord", "oost", "zuid", "total", "below"]


def test_the_filter_reads_what_is_printed_and_leaves_the_total() -> None:
    assert rows(Arrangement(words="1.020 OOST")) == ["oost", "total", "below"]
    assert rows(Arrangement(words="nowhere")) == ["total", "below"]


def test_a_total_of_more_than_the_rows_in_sight_says_so() -> None:
    filtered = arranged(TABLE, Arrangement(words="oost"))
    assert [row.cells[0] for row in filtered.rows] == ["Oost", "Totaal (alle 3)", "Kader"]
    assert arranged(TABLE, Arrangement(column="a")).rows[-2].cells[0] == "Totaal"


def test_a_pinned_column_stands_beside_the_first_with_all_its_cells() -> None:
    how = Arrangement().with_pin("b")
    table = arranged(TABLE, how)
    assert [column.id for column in table.columns] == ["name", "b", "a"]
    assert [row.cells[1] for row in table.rows] == [10, 30, 1020, 1060, ""]
    assert how.with_pin("b") == Arrangement()


DAYS = (datetime.date(2027, 1, 2), datetime.date(2026, 12, 31), datetime.date(2026, 2, 15))
DATED = Table(
    "t",
    "T",
    (Column("name", "Naam"), Column("day", "Dag", "date")),
    (*(Row(day.isoformat(), ("x", day)) for day in DAYS), Row("none", ("x", Mark.UNKNOWN))),
)


def test_dates_are_sorted_as_days_and_found_as_they_are_printed() -> None:
    rising = arranged(DATED, Arrangement(column="day", rising=True))
    assert [row.id for row in rising.rows] == ["2026-02-15", "2026-12-31", "2027-01-02", "none"]
    found = arranged(DATED, Arrangement(words="31-12-2026"))
    assert [row.id for row in found.rows] == ["2026-12-31"]
