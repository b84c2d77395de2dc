"""What tables say at the edges: one year, one participant, nothing to pay alone, no year left."""

import tempfile
from pathlib import Path

import pytest
from examples import ROOT
from examples import result as computed_of

from orgdesign.measures import Measure
from orgdesign.model.calculation import evaluate
from orgdesign.model.explain import explain
from orgdesign.model.explain_measure import explain_measure
from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.scenario.load import load, load_text
from orgdesign.tables.effect import effect
from orgdesign.tables.explaining.cell import sentence
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark, Table

TINY = (ROOT / "scenarios" / "tiny.toml").read_text(encoding="utf-8")
ONE_YEAR = TINY.replace("years = 5", "years = 1").replace("from = 2026", "from = 2025")
LESS_THAN_NOTHING = """
[[alone.amounts]]
line = "own_staff"
name = "Grant"
municipality = "noord"
amount = -2_000_000
"""
WITH_A_RANGE = TINY.replace(
    "scale_elasticity = 0.97", "scale_elasticity = { value = 0.97, low = 0.9, high = 1.0 }"
)
KEYS = """
[keys.settled]
name = "Settled"
figure = "inhabitants"
settlement = { by = "equal" }
path = { from = "equal", years = 1 }
"""


def result(text: str) -> Result:
    found = load_text(text).scenario
    assert found is not None
    return evaluate(found)


def table(name: str, of: Result, **asked: object) -> Table:
    return TABLES[name](of, settings_for(of.scenario, name).change(**asked))


def test_one_year_is_no_span_of_years() -> None:
    assert "Over het jaar 2025." in table("transition", result(ONE_YEAR)).notes


def test_an_exit_after_which_no_year_is_computed_says_so_in_place_of_zeros() -> None:
    late = result(TINY.replace("years = 5", "years = 3"))
    for name in ("exit", "exit_by_year"):
        found = table(name, late, year=2028)
        assert not found.rows
        assert any("Eruit na 2028" in note and "valt na 2027" in note for note in found.notes)


def test_an_exit_is_by_default_one_after_which_a_year_is_computed() -> None:
    assert table("exit", result(TINY)).row("noord").cells[1] == 2028
    late = result(TINY.replace("years = 5", "years = 3"))
    assert table("exit", late).row("noord").cells[1] == 2026


def test_without_a_year_to_leave_after_the_table_says_why_it_is_empty() -> None:
    found = table("lock_in", result(ONE_YEAR))
    assert not found.rows
    assert any("geen jaar waarna iemand kan vertrekken" in note for note in found.notes)


@pytest.mark.parametrize("text", [TINY.replace("noord = 4.0, ", ""), TINY + LESS_THAN_NOTHING])
def test_what_costs_nothing_or_less_alone_has_no_percentage_of_it(text: str) -> None:
    found = table("groups", result(text))
    part = [column.id for column in found.columns].index("excess_part")
    assert found.row("noord").cells[part] is Mark.NOT_APPLICABLE


def test_one_participant_has_no_groups_and_the_tables_of_them_say_so() -> None:
    lone = result(TINY.replace('participants = "all"', 'participants = ["zuid"]'))
    for name in ("groups", "stability", "stability_chance"):
        found = table(name, lone)
        assert not found.rows
        assert any("één deelnemer" in note for note in found.notes)


def test_where_nobody_gains_by_the_best_allocation_no_group_is_said_to_be_better_off() -> None:
    notes = " ".join(table("stability", result(TINY.replace("0.97", "1.0"))).notes)
    assert "waarbij geen deelgroep duurder uit is" in notes
    assert "ten minste 0 euro" not in notes


def test_one_year_is_no_plural() -> None:
    told = str(table("key_list", result(TINY + KEYS), language="en").row("settled").cells)
    assert "in 1 year;" in told
    assert "settled 1 year later" in told


def test_what_differences_do_says_which_years_are_of_which_file() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for name, text in (("old.toml", TINY), ("new.toml", ONE_YEAR)):
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            scenario = load(path).scenario
            assert scenario is not None
            found.append(evaluate(scenario))
    old, new = found
    settings = settings_for(new.scenario, "compare")
    spans: dict[Measure, str] = {
        "structural_cost": "2029", "present_value": "2025 tot en met 2029",
    }  # fmt: skip
    for measure, span in spans.items():
        notes = effect(old, new, measure, settings).notes
        assert any("old.toml: " in note and span in note for note in notes)
        assert any("new.toml: " in note and "2025." in note for note in notes)


@pytest.mark.parametrize("name", ["cover", "summary", "lines", "steps", "overrun", "criteria"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TINY.replace("from = 2026", "from = 2026\nuntil = 2026"), "loopt alleen in 2026"),
        (TINY.replace("from = 2026", "from = 2040"), "begint pas na 2029"),
    ],
)
def test_a_table_of_a_year_in_which_an_option_does_nothing_says_so(
    name: str, text: str, told: str
) -> None:
    notes = table(name, result(text)).notes
    in_its_years = "In 2029 loopt de variant niet: zij loopt alleen in 2026"
    assert any(told in note or in_its_years in note for note in notes)


def test_an_option_that_does_nothing_has_no_efficiency() -> None:
    after = result(TINY.replace("from = 2026", "from = 2040"))
    assert not any("fficiëntie" in note for note in table("staffing", after).notes)
    assert any("begint pas na 2029" in note for note in table("placement_by_year", after).notes)


def test_without_options_every_table_says_that_there_are_none() -> None:
    bare = result(WITH_A_RANGE[: WITH_A_RANGE.index("[options.")])
    for name in ("cover", "keys", "gaps", "stability", "compare"):
        assert any("nog geen varianten" in note for note in table(name, bare).notes), name


def test_an_empty_table_of_thresholds_or_of_gaps_says_why() -> None:
    plain = result(TINY)
    assert any(
        "geen enkele variant heeft een kader" in note.lower()
        for note in table("thresholds", plain).notes
    )
    stated = "".join(f'\n{line} = "None."' for line in gaps(plain.scenario, "host_zuid"))
    full = result(TINY + "\n[options.host_zuid.no_amount]" + stated)
    assert any("elke variant zegt iets" in note for note in table("gaps", full).notes)


def test_a_sum_takes_off_what_is_below_zero() -> None:
    found = explain(result(TINY + LESS_THAN_NOTHING).scenario, "alone", "noord", "own_staff")
    said = sentence(found, "nl", "nl_NL")
    assert ") − 2.000.000" in said
    assert "+ −" not in said


def test_one_year_is_no_span_in_what_is_explained() -> None:
    found = explain_measure(result(ONE_YEAR), "host_zuid", "transition_cost", "noord", None)
    assert "Centrumgemeente Zuid, 2025, transitiekosten" in sentence(found, "nl", "nl_NL")


def test_the_money_beside_the_criteria_is_that_of_the_comparison() -> None:
    computed = computed_of(ROOT / "scenarios" / "zuidoost-utrecht.toml")
    assert computed.scenario.document.criteria
    beside = TABLES["criteria"](computed, settings_for(computed.scenario, "criteria"))
    compared = TABLES["compare"](computed, settings_for(computed.scenario, "compare"))
    at = [column.id for column in compared.columns]
    for row in beside.rows:
        municipality, _, option = row.id.partition(".")
        if option != "alone":
            assert row.cells[2] == compared.row(municipality).cells[at.index(option)]
