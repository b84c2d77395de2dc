"""Scenario files side by side, and what the differences between two of them do."""

from __future__ import annotations

from examples import example
from tables.test_tables import changed, result, table, tiny

from orgdesign.identity.identified import of_files
from orgdesign.tables.compare_files import compare_files
from orgdesign.tables.effect import effect
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark


def test_files_stand_side_by_side() -> None:
    asked = settings_for(example())
    found = compare_files([result(), tiny()], asked)
    assert [row.id for row in found.rows] == [
        *example().municipalities, *tiny().scenario.municipalities, "total", "thresholds", "gaps",
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


def test_files_keep_what_is_said_of_the_options_of_each() -> None:
    asked = settings_for(example())
    found = compare_files([result(), tiny()], asked)
    for at, each, first in ((1, result(), 1), (2, tiny(), 1 + 1 + len(example().options))):
        one = table("compare", each)
        for row in ("thresholds", "gaps"):
            if row in [each.id for each in one.rows]:
                cells = one.row(row).cells[1:]
                assert found.row(row).cells[first : first + len(cells)] == cells
        said = [note for note in one.notes if note.startswith(("Kader", "Verdeelsleutel", "Ontbr"))]
        assert said
        assert {f"{at}: {note}" for note in said} <= set(found.notes)


def test_other_price_levels_are_remarked_and_the_inputs_of_every_file_said() -> None:
    asked, later = settings_for(tiny().scenario), changed("scenario.price_level=2023")
    same, other = (compare_files([tiny(), each], asked) for each in (tiny(), later))
    remark = "De bestanden rekenen in prijzen van verschillende jaren"
    assert [any(note.startswith(remark) for note in each.notes) for each in (same, other)] == [
        False, True,
    ]  # fmt: skip
    said = of_files(other, [tiny().scenario, later.scenario]).notes[-2:]
    assert [note[:12] for note in said] == ["1: Herkomst:", "2: Herkomst:"]


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


def test_an_option_that_starts_after_the_last_year_is_said_to_operate_in_none() -> None:
    late = changed("options.host_zuid.from=2030")
    for measure in ("structural_cost", "present_value"):
        notes = table("compare", late, measure=measure).notes
        assert [note[:40] for note in notes if "begint pas" in note] == [
            "Centrumgemeente Zuid begint pas na 2029,"
        ]
