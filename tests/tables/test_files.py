"""Scenario files side by side, and what the differences between two of them do."""

from __future__ import annotations

from examples import example
from tables.test_tables import changed, result, table, tiny

from orgdesign.tables.compare_files import compare_files
from orgdesign.tables.effect import effect
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark


def test_files_stand_side_by_side() -> None:
    asked = settings_for(example())
    found = compare_files([result(), tiny()], asked)
    assert [row.id for row in found.rows] == [
        *example().municipalities, *tiny().scenario.municipalities, "total",
    ]  # fmt: skip
    assert found.row("noord").cells[1] is Mark.NOT_APPLICABLE
    assert any(note.startswith("Verschillend opgegeven: overhead.per_fte") for note in found.notes)


def test_the_year_is_in_the_title_where_it_is_the_year_of_every_file() -> None:
    asked = settings_for(tiny().scenario)
    year = tiny().scenario.report_year
    same, other = changed("salary.8=80_000"), changed(f"scenario.report_year={year - 1}")
    assert str(year) in compare_files([tiny(), same], asked).title
    apart = compare_files([tiny(), other], asked)
    assert not any(letter.isdigit() for letter in apart.title)
    assert all(any(str(each) in note for note in apart.notes) for each in (year, year - 1))


def test_files_give_the_numbers_of_each_file() -> None:
    asked = settings_for(tiny().scenario)
    one, two = table("compare", tiny()), compare_files([tiny(), changed("salary.8=80_000")], asked)
    assert [row.cells[:3] for row in two.rows[:2]] == [row.cells for row in one.rows[:2]]
    assert any("salary.8 is 1: 76.600; 2: 80.000" in note for note in two.notes)


def test_the_effect_of_a_difference_is_the_difference_of_the_tables() -> None:
    dearer = changed("salary.8=80_000")
    asked = settings_for(tiny().scenario)
    found = effect(tiny(), dearer, "structural_cost", asked)
    before = table("compare", tiny(), against="absolute")
    after = table("compare", dearer, against="absolute")
    for place in tiny().scenario.municipalities:
        pairs = zip(before.row(place).cells[1:], after.row(place).cells[1:], strict=True)
        assert found.row(place).cells[1:] == tuple(b - a for a, b in pairs)  # type: ignore[operator]


def test_what_only_one_file_has_does_not_apply() -> None:
    found = effect(tiny(), result(), "present_value", settings_for(example()))
    assert set(found.row("noord").cells[1:]) == {Mark.NOT_APPLICABLE}
