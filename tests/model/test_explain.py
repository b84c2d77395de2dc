import math
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from examples import EXAMPLE, GALLERY, ROOT, SMALL, example, result
from examples import scenario as read

from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.model.explain import explain
from orgdesign.model.explanation import Explanation, Step
from orgdesign.model.outcomes import structural_cost
from orgdesign.model.result import Result
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.explaining.cell import explained, sentence
from orgdesign.tables.explaining.nothing import why_nothing
from orgdesign.tables.table import Mark, Table
from orgdesign.words import Language


def cells(computed: Result) -> Iterator[tuple[str, int, str, str, int]]:
    scenario = computed.scenario
    for option in computed.options:
        for place, municipality in list(enumerate(scenario.municipalities))[:2]:
            for line in LINES:
                for year in (scenario.years[2], scenario.report_year):
                    yield option, place, municipality, line, year


@cache
def explained_cells() -> tuple[Explanation, ...]:
    """Every cell of the example, explained."""
    return tuple(
        explain(example(), option, municipality, line, year, result())
        for option, _, municipality, line, year in cells(result())
    )


def steps(step: Step) -> Iterator[Step]:
    yield step
    for below in step.steps:
        yield from steps(below)


GROWING = ROOT / "tests" / "worked" / "growing_and_unwinding_by_task.toml"


def growing() -> Scenario:
    worked = GROWING
    loaded = load_text(tomllib.loads(worked.read_text())["scenario"], "growing.toml")
    assert loaded.scenario is not None
    return loaded.scenario


def test_what_a_task_of_its_own_years_costs_is_explained_by_the_years_of_that_task() -> None:
    scenario = growing()
    found = explain(scenario, "grow", "noord", "formation", 2027)
    ramps = [step.path for step in steps(found.step) if step.name == "ramp"]
    assert ramps == ["options.grow.ramp[1]", "options.grow.ramp[0]"]
    asked = [step.path for step in steps(found.step) if step.name == "task_from"]
    assert asked == ["options.grow.tasks.permits.from"]
    for year, position in ((2028, 0), (2029, 1)):
        ended = explain(scenario, "grow", "zuid", "disintegration", year)
        spread = [step.path for step in steps(ended.step) if step.name == "amount_profile"]
        assert spread == [f"options.grow.unwinding[0].profile[{position}]"]


def test_an_amount_of_the_option_beside_what_ending_costs_is_explained() -> None:
    text = (
        (ROOT / "scenarios" / "tiny.toml").read_text(encoding="utf-8")
        + """
[[options.host_zuid.amounts]]
line = "formation"
name = "More work"
from = 2027
amount = 1_000
[[options.host_zuid.unwinding]]
line = "process"
name = "Stop"
amount = 2_000
"""
    )
    loaded = load_text(text, "tiny.toml")
    assert loaded.scenario is not None
    found = explain(loaded.scenario, "host_zuid", "noord", "formation", 2028)
    paths = {step.path for step in steps(found.step)}
    assert "options.host_zuid.amounts[0].amount" in paths
    assert not any("unwinding" in path for path in paths)


@pytest.mark.parametrize("path", [EXAMPLE, GROWING, *GALLERY], ids=lambda path: path.stem)
def test_the_tree_and_the_arithmetic_give_every_cell(path: Path) -> None:
    computed = evaluate(growing()) if path == GROWING else result(path)
    scenario = computed.scenario
    for option, place, municipality, line, year in cells(computed):
        found = explain(scenario, option, municipality, line, year, computed)
        y = scenario.years.index(year)
        bill = computed.options[option].lines[line]
        cell = bill[place, min(y, bill.shape[1] - 1), 0]
        assert found.value == pytest.approx(cell, abs=1e-9)
        assert found.expression.value == pytest.approx(cell, rel=1e-12, abs=1e-6)


def test_what_is_said_to_stand_above_stands_above() -> None:
    for found in explained_cells():
        seen: set[tuple[str, str, str]] = set()
        for step in steps(found.step):
            place = (step.name, step.municipality, step.item)
            assert not step.again or place in seen, (found.option, found.line, place)
            seen.add(place)


def cells_with_something() -> list[Explanation]:
    found = [each for each in explained_cells() if not why_nothing(each)]
    assert len(found) > 50
    return found


def test_the_sentence_is_right_when_worked_out_by_hand() -> None:
    for found in cells_with_something():
        told = sentence(found, "nl", "nl_NL")
        arithmetic, answer = told.removesuffix(" euro").rsplit(" = ", 1)
        arithmetic = arithmetic.split(f", {found.year}, ", 1)[1].split(": ", 1)[1]
        assert worked_out(arithmetic) == pytest.approx(number(answer), abs=0.011)


def test_the_sentence_parts_thousands_and_says_no_more_digits_than_its_arithmetic_takes() -> None:
    for found in cells_with_something():
        told = sentence(found, "nl", "nl_NL")
        arithmetic = told.rsplit(" = ", 1)[0].split(f", {found.year}, ", 1)[1].split(": ", 1)[1]
        factors = re.split(" × | \\+ ", re.sub(r" \([^×+]*\)(?= ×| \+|$)", "", arithmetic))
        assert all(re.fullmatch(r"−?\d{1,3}(\.\d{3})*(,\d+)?", each) for each in factors), told
        cents = [len(each.partition(",")[2]) for each in factors if "." in each]
        assert all(each <= 4 for each in cents), told


def test_a_cell_without_anything_says_so_in_words_and_a_gap_is_no_zero() -> None:
    scenario, computed = result(SMALL).scenario, result(SMALL)

    def told(option: str, municipality: str, line: str) -> Table:
        found = explain(scenario, option, municipality, line, result=computed)
        return explained(found, "en", "en_GB")

    empty = told("host", "zuid", "own_staff")
    assert empty.title.endswith("own staff: nothing, 0.00 euros")
    outside = told("network", "west", "formation")
    assert outside.title.endswith("nothing, 0.00 euros; this municipality takes no part")
    gap = told("host", "zuid", "friction")
    assert gap.title.endswith("not stated; this is a gap, not zero")
    assert [row.cells[1] for row in gap.rows] == [Mark.GAP]


def test_a_cell_is_explained_by_what_counts_in_it_alone() -> None:
    scenario, computed = result(SMALL).scenario, result(SMALL)
    own = explain(scenario, "network", "noord", "own_staff", result=computed)
    paths = {step.path for step in steps(own.step) if step.path}
    # Nothing shared falls on this line, nobody is hired in Noord, and scale 8 has a price itself.
    assert "salary.8" in paths
    assert not paths & {"salary.10", "staff.hired_factor", "staff.ikb", "staff.on_costs"}
    assert not any(path.startswith(("figures.", "plans.")) for path in paths)
    assert {"jobs.administrator.fte.noord", "options.network.from"} <= paths


def test_work_of_a_plan_and_lines_stand_by_name_in_an_explanation() -> None:
    found = explain(result(SMALL).scenario, "host", "noord", "formation", result=result(SMALL))
    labels = [row.cells[0] for row in explained(found, "nl", "nl_NL").rows]
    assert any("Aanvragen" in str(label) for label in labels)
    assert not any("claims" in str(label) for label in labels)


def test_a_measure_stands_by_its_name_in_an_explanation() -> None:
    computed = result(ROOT / "scenarios" / "zuidoost-utrecht.toml")
    document = computed.scenario.document
    found = explain(computed.scenario, "improved", "zeist", "own_staff", result=computed)
    labels = [str(row.cells[0]) for row in explained(found, "nl", "nl_NL").rows]
    saved = {label.partition(", ")[2] for label in labels if label.startswith("besparing van")}
    own = document.options["improved"].measures.values()
    assert saved == {measure.name for measure in (*document.measures.values(), *own)}


def test_what_is_paid_between_bounds_is_told_of_the_municipality_of_the_cell() -> None:
    bounded = [
        (found, step)
        for found in explained_cells()
        for step in steps(found.step)
        if step.name == "bounds" and step.municipality == found.municipality
    ]
    assert bounded
    for found, step in bounded:
        amounts = result().options[found.option].evaluation["bounds"].amounts
        place = example().municipalities.index(found.municipality)
        year = example().years.index(found.year) if found.year else 0
        assert step.value == amounts[place, 0, year, 0]


def test_a_part_of_a_mixed_key_stands_by_the_name_of_what_it_shares_by() -> None:
    computed = result(ROOT / "scenarios" / "zuidoost-utrecht.toml")
    found = explain(computed.scenario, "host_zeist", "bunnik", "governance", result=computed)
    labels = [str(row.cells[0]) for row in explained(found, "nl", "nl_NL").rows]
    weights = [label for label in labels if label.startswith("gewicht in")]
    assert any(label.endswith(", inwoners") for label in weights)
    assert not any("_" in label for label in weights)


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def worked_out(arithmetic: str) -> float:
    plain = re.sub(r" \([^×+−]*\)(?= ×| \+| −|$)", "", arithmetic)
    products = (part.split(" × ") for part in plain.replace(" − ", " + −").split(" + "))
    return sum(math.prod(number(factor) for factor in product) for product in products)


def test_without_a_line_the_cell_is_the_structural_cost() -> None:
    scenario = example()
    found = explain(scenario, "host_zeist", "zeist", result=result())
    place = scenario.municipalities.index("zeist")
    assert found.value == pytest.approx(structural_cost(result(), "host_zeist")[place, 0])
    assert {step.name for step in found.step.steps} <= set(LINES)


def test_the_tree_ends_in_figures_with_their_place_in_the_file() -> None:
    scenario = example()
    found = explain(scenario, "host_zeist", "bunnik", "formation")
    paths = {step.path for step in steps(found.step) if step.path}
    assert "jobs.administration_youth.fte.bunnik" in paths
    assert "figures.youth_clients.values.zeist" in paths
    assert "options.host_zeist.ramp[3]" in paths
    for path in paths:
        assert scenario.origins[path].line > 0


def test_a_step_that_stands_above_is_not_repeated() -> None:
    found = explain(example(), "host_zeist", "bunnik", "formation")
    repeated = [step for step in steps(found.step) if step.again]
    assert repeated
    assert all(not step.steps for step in repeated)


@cache
def of_every_option() -> tuple[Explanation, ...]:
    """The structural cost of the first municipality of every file in every option, explained."""
    return tuple(
        explain(computed.scenario, option, computed.scenario.municipalities[0], result=computed)
        for computed in map(result, (EXAMPLE, *GALLERY))
        for option in computed.scenario.options
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_step_has_words(language: Language) -> None:
    for found in of_every_option():
        assert all(row.cells[0] for row in explained(found, language, "nl_NL").rows)


def test_an_unknown_cell_is_a_key_or_value_error() -> None:
    scenario = example()
    with pytest.raises((KeyError, ValueError)):
        explain(scenario, "host_zeist", "nergens", "formation")
    with pytest.raises(KeyError):
        explain(scenario, "nothing", "bunnik", "formation")


@pytest.mark.parametrize("method", BY_GAME)
def test_what_is_shared_by_a_game_is_explained(method: str) -> None:
    scenario = read(ROOT / "scenarios" / "tiny.toml").with_keys("host_zuid", {"all": method})
    computed = evaluate(scenario)
    for line in LINES:
        found = explain(scenario, "host_zuid", "noord", line, result=computed)
        year = scenario.years.index(scenario.report_year)
        cell = computed.options["host_zuid"].lines[line][0, year, 0]
        assert found.expression.value == pytest.approx(cell, rel=1e-12, abs=1e-6)
        assert explained(found, "nl", "nl_NL").title
