"""Every outcome explained: its value, the sum of its steps and the arithmetic of its sentence."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from examples import ROOT
from model.test_explain import number, worked_out

from orgdesign.measures import IN_MONEY
from orgdesign.model import explain_measure as module
from orgdesign.model.calculation import evaluate
from orgdesign.model.explain_measure import TEMPORARY, explain_measure, parts_of
from orgdesign.model.explanation import Explanation
from orgdesign.model.outcomes import Amount, of_kind
from orgdesign.model.outcomes import measure as outcome
from orgdesign.model.result import Result
from orgdesign.scenario.load import load_text
from orgdesign.tables.explaining import cell as words
from orgdesign.tables.explaining.cell import explained, sentence
from orgdesign.tables.explaining.nothing import why_nothing

SMALL = ROOT / "tests" / "golden" / "small.toml"


MORE = """

[[options.host.amounts]]
line = "grant"
name = "Korting"
amount = -250.5
from = 2026

[budgets.care]
name = "Zorg"
growth = 0.01
values = { noord = 2_900_000, zuid = 8_600_000, west = 1_000_000 }
"""
"""What the smallest case lacks: the outcomes that stand beside the bill."""


@pytest.fixture(scope="module")
def result() -> Result:
    text = SMALL.read_text("utf-8")
    for given, wanted in (
        ("stranded = [1.0, 0.5, 0.0]", "stranded = [1.0, 0.5, 0.25]"),
        (
            "training_per_fte = 1_000",
            "training_per_fte = 1_000\nprogramme_effect = { care = 0.005 }",
        ),
    ):
        assert given in text
        text = text.replace(given, wanted)
    loaded = load_text(text + MORE, "small.toml")
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def cells(result: Result, measure: str) -> Iterator[tuple[Explanation, float]]:
    for option in result.options:
        for line in (None, *parts_of(measure)):
            lines = of_kind("temporary") if line == TEMPORARY else (line or "",)
            asked = [outcome(result, option, Amount(measure, line=each))[:, 0] for each in lines]
            amounts = np.sum(asked, axis=0)
            for place, municipality in enumerate(result.scenario.municipalities):
                found = explain_measure(result, option, measure, municipality, line)
                yield found, amounts[place]
            yield explain_measure(result, option, measure, "", line), amounts.sum()


@pytest.mark.parametrize("measure", IN_MONEY)
def test_the_tree_the_arithmetic_and_the_sentence_give_every_cell(
    result: Result, measure: str
) -> None:
    told = 0
    for found, amount in cells(result, measure):
        told += bool(amount)
        assert found.value == pytest.approx(amount, abs=1e-6)
        assert found.step.value == found.value
        assert found.expression.value == pytest.approx(amount, abs=1e-6)
        if found.year is None or not found.municipality:
            below = math.fsum(step.value for step in found.step.steps)
            assert below == pytest.approx(amount, abs=1e-6)
        said = sentence(found, "nl", "nl_NL").removesuffix(" euro")
        if why_nothing(found):
            assert amount == pytest.approx(0.0)
            continue
        arithmetic, answer = said.split(": ", 1)[1].rsplit(" = ", 1)
        plain = arithmetic if found.municipality else arithmetic.replace(" (", " (: ")
        assert worked_out(plain) == pytest.approx(number(answer), abs=0.011)
        assert number(answer) == pytest.approx(amount, abs=0.006)
    assert told


def test_of_a_line_of_the_transition_each_year_leads_to_its_figures(result: Result) -> None:
    found = explain_measure(result, "host", "transition_cost", "noord", "process")
    bill = result.options["host"].lines["process"][0, :, 0]
    assert {step.year: step.value for step in found.step.steps} == {
        year: amount for year, amount in zip(result.scenario.years, bill, strict=True) if amount
    }
    places = [str(row.cells[2]) for row in explained(found, "nl", "nl_NL").rows]
    assert any("options.host.process_fixed" in place for place in places)


def test_of_what_is_temporary_the_amount_of_the_report_year_is_taken_off(result: Result) -> None:
    found = explain_measure(result, "host", "transition_cost", "noord", "stranded_overhead")
    amounts = result.options["host"].lines["stranded_overhead"][0, :, 0]
    usual = amounts[-1]
    assert usual > 0
    for step in found.step.steps:
        assert step.year is not None
        amount, less = (each.value for each in step.steps)
        assert less == -usual
        assert amount == amounts[result.scenario.years.index(step.year)]
    assert "165,000 (2026: stranded overhead) − 41,250 (2028: " in sentence(found, "en", "en_GB")


def test_a_present_value_leads_to_the_discount_rate_of_the_file(result: Result) -> None:
    found = explain_measure(result, "host", "present_value", "zuid", "formation")
    table = explained(found, "nl", "nl_NL")
    places = [str(row.cells[2]).split(" ")[-1] for row in table.rows]
    assert "scenario.discount_rate" in places
    assert "jobs.administrator.fte.zuid" in places


def test_a_line_that_an_outcome_is_no_sum_of_is_a_key_error(result: Result) -> None:
    for measure, line in (
        ("transition_cost", "formation"),
        ("structural_cost", "process"),
        ("present_value", "grant"),
        ("payback", "formation"),
    ):
        with pytest.raises(KeyError):
            explain_measure(result, "host", measure, "noord", line)


@pytest.mark.parametrize("line", [None, TEMPORARY, "process"])
def test_of_many_only_what_each_pays_over_the_years_is_told(
    result: Result, line: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = explain_measure(result, "host", "transition_cost", "", line)
    monkeypatch.setattr(module, "MOST", 2)
    monkeypatch.setattr(words, "MOST", 2)
    found = explain_measure(result, "host", "transition_cost", "", line)
    assert found.value == pytest.approx(deep.value)
    assert [step.municipality for step in found.step.steps] == ["noord", "zuid", "west"]
    assert all(not step.steps for step in found.step.steps)
    assert "the amounts of 3 municipalities together = " in sentence(found, "en", "en_GB")
