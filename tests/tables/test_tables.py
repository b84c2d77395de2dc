"""What each table says beside its sums."""

from __future__ import annotations

from functools import partial

import pytest
from examples import ROOT, example
from examples import result as computed

from orgdesign.lines import LINES
from orgdesign.measures import MEASURES, Measure
from orgdesign.model.calculation import evaluate
from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.tables.registry import TABLES
from orgdesign.tables.rows import result_rows
from orgdesign.tables.settings import settings_for
from orgdesign.tables.sharing.under import by_figure
from orgdesign.tables.table import Mark, Table
from orgdesign.words import LANGUAGES
from orgdesign.words.numbers import cell_text

TINY = ROOT / "scenarios" / "tiny.toml"


def result() -> Result:
    return computed()


def tiny() -> Result:
    return computed(TINY)


def table(name: str, found: Result | None = None, **changes: object) -> Table:
    found = found or result()
    return TABLES[name](found, settings_for(found.scenario, name, **changes))


changed = partial(computed, TINY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_whole(name: str, language: str) -> None:
    found = table(name, language=language)
    assert found.id == name
    assert found.title
    assert len({column.id for column in found.columns}) == len(found.columns)
    assert all(len(row.cells) == len(found.columns) for row in found.rows)
    assert len({row.id for row in found.rows}) == len(found.rows)
    assert all(note.endswith((".", ")")) for note in found.notes)


@pytest.mark.parametrize("name", [name for name in TABLES if name not in ("forms", "key_list")])
def test_a_draft_says_so(name: str) -> None:
    assert table(name).status == "draft"
    assert any("Concept" in note for note in table(name).notes)


@pytest.mark.parametrize("name", ["compare", "transition", "payback", "summary", "lines", "keys"])
def test_gaps_are_named_under_a_table(name: str) -> None:
    assert gaps(tiny().scenario, "host_zuid")
    assert any("bestuur, control en verantwoording" in note for note in table(name, tiny()).notes)


def test_a_gap_is_no_zero_in_the_bill() -> None:
    found = table("lines", tiny())
    assert found.row("governance").cells[2:] == (Mark.GAP,) * 3
    assert found.row("surplus").cells[2:] == (0, 0, 0)
    assert any("ontbreekt" in note for note in found.notes)


def test_joint_lines_do_not_apply_alone() -> None:
    found = table("lines", options=("alone",))
    assert found.row("formation").cells[2] is Mark.NOT_APPLICABLE


def test_the_chosen_key_is_named() -> None:
    notes = table("compare", options=("host_zeist",)).notes
    assert any("60% cliënten, 40% inwoners" in note for note in notes)


def test_an_option_that_has_ended_in_the_year_of_the_table_says_so() -> None:
    ended = changed("options.host_zuid.until=2027")
    said = "loopt van 2026 tot en met 2027, dus niet in 2029"
    assert [said in note for note in table("compare", ended).notes].count(True) == 1
    for inside in (table("compare", ended, year=2027), table("compare", tiny())):
        assert not any("loopt van" in note for note in inside.notes)


def test_who_pays_more_is_named() -> None:
    found = table("compare", options=("network",))
    said = next(note for note in found.notes if note.startswith("Netwerkorganisatie:"))
    for row in found.rows[:5]:
        dearer, name = row.cells[2] > 0, str(row.cells[0])  # type: ignore[operator]
        before = said.partition("goedkoper")[0]
        assert (name in before or "alle gemeenten" in before) == dearer


@pytest.mark.parametrize("measure", MEASURES)
def test_what_stands_in_no_other_total_says_so(measure: Measure) -> None:
    apart = measure in ("programme_effect", "grant_effect")
    notes = table("compare", measure=measure).notes
    assert any("in geen ander totaal" in note for note in notes) == apart


def test_the_memo_gives_number_title_and_unit() -> None:
    found = table("structural")
    assert found.title == "Tabel 3. Structurele lasten per gemeente"
    assert found.columns[1].unit == "thousand_euros"


@pytest.mark.parametrize("name", ["compare", "shares"])
def test_a_share_below_zero_is_named(name: str) -> None:
    own = 'line = "disintegration", name = "x", municipality = "noord", year = 2026'
    shapley = 'options.host_zuid.keys={ all = "shapley" }'
    found = changed(shapley, f"options.host_zuid.amounts=[{{ {own}, amount = 30_000_000 }}]")
    (said,) = (note for note in table(name, found).notes if "onder nul" in note)
    assert "(Noord −" in said
    assert "Zuid" not in said.partition("(")[2]
    assert not any("onder nul" in note for note in table(name, changed(shapley)).notes)


def test_posts_stand_in_hundredths() -> None:
    found = table("stand_in", changed("jobs.administrator.fte.zuid=6.54321"))
    cells = dict(zip((column.id for column in found.columns), found.rows[0].cells, strict=True))
    assert cells["largest"] == 6.54


def test_a_municipality_outside_an_option_has_no_difference() -> None:
    loaded = load(
        ROOT / "tests" / "data" / "example.toml",
        ['options.network.participants=["zeist", "bunnik"]'],
    )
    assert loaded.scenario is not None, loaded.problems
    found = table("compare", evaluate(loaded.scenario))
    assert found.row("de_bilt").cells[2] is Mark.NOT_APPLICABLE
    absolute = table("compare", evaluate(loaded.scenario), against="absolute")
    assert absolute.row("de_bilt").cells[2] == absolute.row("de_bilt").cells[1]


def test_what_is_tried_is_said() -> None:
    found = table("compare", changed("overhead.per_fte=60_000"))
    assert any("overhead.per_fte = 60.000" in note for note in found.notes)


def test_another_year_is_quoted() -> None:
    assert "2020" in table("compare", year=2020).title
    assert table("compare", year=2019).row("bunnik").cells[2] == 0


def test_the_gain_that_is_judged_is_the_difference_that_is_printed() -> None:
    found = changed("options.host_zuid.thresholds.structural_gain_at_least=1")
    gain = table("thresholds", found).rows[0].cells[4]
    assert table("compare", found).row("total").cells[2] == -gain  # type: ignore[operator]


def test_reconciliation_names_the_difference() -> None:
    found = table("reconciliation", changed("municipalities.noord.budget=500_000"))
    _name, computed, budget, difference = found.row("noord").cells
    assert (budget, difference) == (500_000, computed - 500_000)  # type: ignore[operator]
    assert found.row("zuid").cells[2:] == (Mark.UNKNOWN, Mark.UNKNOWN)
    assert found.row("total").cells[2:] == (Mark.UNKNOWN, Mark.UNKNOWN)


def test_the_key_that_is_chosen_gives_the_comparison() -> None:
    keys, compare = table("keys", tiny()), table("compare", tiny())
    column = [column.id for column in keys.columns].index("inhabitants.cost")
    for place in tiny().scenario.municipalities:
        assert keys.row(place).cells[column] == compare.row(place).cells[2]


def test_only_keys_with_a_figure_for_everyone_are_usable() -> None:
    assert by_figure(example(), "host_zeist") == (
        "inhabitants", "equal", "staff", "history", "demand", "youth_clients", "clients_and_size",
    )  # fmt: skip


def test_every_figure_is_in_the_register() -> None:
    found = table("assumptions")
    assert [row.id for row in found.rows] == list(example().figures)
    numbers = [row.cells[0] for row in found.rows if row.cells[0]]
    assert numbers == [f"A{at}" for at in range(1, len(numbers) + 1)]
    row = found.row("tasks.backoffice_youth.overlap")
    assert row.cells[2:5] == (0.05, 0.0, 0.15)
    assert "projectgroep" in row.cells
    assert "aanname" in row.cells


def test_a_figure_in_the_register_has_its_unit() -> None:
    found = table("assumptions")
    unit = [column.id for column in found.columns].index("unit")
    for path, words in (
        ("municipalities.bunnik.inhabitants", "personen"),
        ("overhead.per_fte", "euro"),
        ("jobs.administration_youth.fte.bunnik", "fte"),
        ("tasks.backoffice_youth.overlap", "aandeel"),
        ("options.host_zeist.from", "jaartal"),
        ("figures.youth_clients.values.bunnik", example().document.figures["youth_clients"].unit),
    ):
        assert found.row(path).cells[unit] == (words or ""), path
    english = table("assumptions", language="en")
    assert english.row("municipalities.bunnik.inhabitants").cells[unit] == "people"


def test_a_year_among_other_figures_has_no_thousands_mark() -> None:
    found = table("assumptions")
    row, value = found.row("options.host_zeist.from"), found.columns[2]
    assert cell_text(row.cells[2], value, found) == f"{row.cells[2]:.0f}"
    inhabitants = found.row("municipalities.bunnik.inhabitants").cells[2]
    assert "." in cell_text(inhabitants, value, found)


def test_every_form_in_use_is_shown_with_its_law() -> None:
    found = table("forms", language="en")
    assert [row.id for row in found.rows] == list(example().document.forms)
    assert found.row("host").cells[1] == "Host municipality"
    assert found.row("host").cells[3] == "host municipality"
    assert "Joint Arrangements Act" in str(found.row("host").cells[7])


def test_tidy_rows_hold_every_line_of_every_year() -> None:
    rows = list(result_rows(result()))
    options = ("alone", *example().options)
    assert len(rows) == len(options) * 5 * 10 * len(LINES)
    assert tuple(dict.fromkeys(row.option for row in rows)) == options
    assert {row.unit for row in rows} == {"euros"}
    assert rows[0]._fields == ("option", "municipality", "year", "line", "kind", "unit", "value")


def test_small_numbers_of_people_are_masked_with_what_gives_them_away() -> None:
    found = table("staffing_by_job", mask_below=1.0)
    columns = [column.id for column in found.columns]
    before = columns.index("before")
    cells = [row.cells[before] for row in found.rows if not row.total]
    assert Mark.MASKED in cells
    assert all(cell is Mark.MASKED or cell == 0 or cell >= 1 for cell in cells)  # type: ignore[operator]
    for at, column in enumerate(found.columns):
        if column.unit == "fte":
            hidden = [row.cells[at] for row in found.rows if not row.total].count(Mark.MASKED)
            assert (found.row("total").cells[at] is Mark.MASKED) >= (hidden == 1)


def test_a_cap_that_does_not_fit_is_said_with_what_is_short() -> None:
    overrides = [
        'keys.tight={name="Krap", figure="inhabitants", cap={over_alone=-0.2}}',
        'options.host_zuid.keys={running="tight"}',
    ]
    note = next(n for n in table("compare", changed(*overrides)).notes if "past niet" in n)
    assert "2026 " in note
    assert "Centrumgemeente Zuid" in note
    assert not any("past niet" in note for note in table("compare", tiny()).notes)
