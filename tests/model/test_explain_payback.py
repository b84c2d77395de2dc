"""The payback explained by the running sum of what an option costs more than staying alone."""

import math
from itertools import pairwise

import numpy as np
import pytest
from examples import ROOT
from model.test_explain import number, worked_out

from orgdesign.model.calculation import evaluate
from orgdesign.model.explain_payback import explain_payback
from orgdesign.model.outcomes import total_cost
from orgdesign.model.payback import joint_payback, payback
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.explaining.cell import explained, sentence

SMALL = ROOT / "tests" / "golden" / "small.toml"


CHEAP = (
    "options.host.overhead_per_fte=10000",
    "options.network.process_fixed=0",
    "options.network.client_fte=0",
)
"""What makes it pay: some at once, some later, some not at all."""


@pytest.fixture(scope="module", params=[(), CHEAP], ids=["as it is", "cheap"])
def result(request: pytest.FixtureRequest) -> Result:
    loaded = load(SMALL, list(request.param))
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def test_the_running_sum_leads_to_the_payback_and_its_sentence_adds_it_up(result: Result) -> None:
    scenario, answers = result.scenario, set()
    for option in scenario.options:
        each = dict(zip(scenario.municipalities, payback(result, option), strict=True))
        for who, answer in {**each, "": joint_payback(result, option)}.items():
            found = explain_payback(result, option, who)
            answers.add(answer if isinstance(answer, str) else "year")
            assert found.payback == answer
            if answer == "not_applicable":
                assert (found.value, found.step.steps) == (0, ())
                continue
            places = [m == who or (not who and each[m] != "not_applicable") for m in each]
            cost = total_cost(result, option) - total_cost(result, ALONE)
            sums = np.cumsum(cost[places, :, 0].sum(axis=0))
            assert [step.value for step in found.step.steps] == pytest.approx(list(sums))
            assert found.until is not None
            assert found.value == pytest.approx(sums[scenario.years.index(found.until)])
            assert (found.value <= 0.005) == (answer != "not_within_horizon")
            arithmetic, amount = sentence(found, "nl", "nl_NL")[:-6].split(": ", 2)[2].split(" = ")
            assert worked_out(arithmetic) == pytest.approx(number(amount), abs=0.011)
    assert "not_applicable" in answers
    assert len(answers) > 1


def test_each_year_is_the_sum_of_the_year_before_and_both_costs(result: Result) -> None:
    found = explain_payback(result, "host", "zuid")
    for before, step in pairwise(found.step.steps):
        first, *_ = step.steps
        assert (first.value, first.year) == (before.value, before.year)
        assert step.value == pytest.approx(math.fsum(each.value for each in step.steps))


def test_staying_alone_has_no_payback_and_says_so(result: Result) -> None:
    for who in ("noord", ""):
        found = explain_payback(result, ALONE, who)
        assert found.payback == "not_applicable"
        assert "has no payback year in Alone" in sentence(found, "en", "en_GB")
        assert len(explained(found, "en", "en_GB").rows) == 1
