"""All municipalities together: each with its amount, which add up to what the bill says."""

import math

import pytest
from examples import example

from orgdesign.lines import LINES
from orgdesign.model import explain_together as module
from orgdesign.model.calculation import evaluate
from orgdesign.model.explain import explain
from orgdesign.model.explain_together import explain_together
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.explaining import cell as words
from orgdesign.tables.explaining.cell import explained, sentence

RESULT = evaluate(example())
OPTIONS = ("host_zeist", ALONE)
YEAR = RESULT.scenario.report_year


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("line", [None, *LINES])
def test_the_whole_is_the_sum_of_what_each_pays(option: str, line: str | None) -> None:
    scenario = RESULT.scenario
    found = explain_together(scenario, option, line, YEAR, RESULT)
    each = [explain(scenario, option, m, line, YEAR, RESULT) for m in scenario.municipalities]
    assert found.value == math.fsum(one.value for one in each)
    assert found.value == found.expression.value == found.step.value
    shown = {step.municipality: step.value for step in found.step.steps}
    assert shown == {one.municipality: one.value for one in each if one.value}
    if line:
        place = scenario.years.index(YEAR)
        billed = RESULT.options[option].evaluation.lines[line][:, place, 0].sum()
        assert found.value == pytest.approx(billed)


def test_what_they_share_is_told_once_and_leads_to_the_file() -> None:
    found = explain_together(RESULT.scenario, "host_zeist", "formation", YEAR, RESULT)
    table = explained(found, "nl", "nl_NL")
    places = [str(row.cells[2]) for row in table.rows]
    assert any("jobs.administration_youth.fte.bunnik" in place for place in places)
    assert any("jobs.administration_youth.fte.zeist" in place for place in places)
    assert sum("options.host_zeist.ramp" in place for place in places) == 1


def test_of_many_only_the_amounts_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (RESULT.scenario, "host_zeist", None, YEAR, RESULT)
    deep = explain_together(*asked)
    monkeypatch.setattr(module, "MOST", 4)
    monkeypatch.setattr(words, "MOST", 4)
    found = explain_together(*asked)
    assert all(not step.steps for step in found.step.steps)
    for one, other in zip(found.step.steps, deep.step.steps, strict=True):
        assert one.value == pytest.approx(other.value)
    assert "the amounts of 5 municipalities together = " in sentence(found, "en", "en_GB")
    monkeypatch.undo()
    assert "(Bunnik) + " in sentence(deep, "en", "en_GB")
