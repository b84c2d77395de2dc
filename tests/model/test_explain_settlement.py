"""Why something is settled: by the figures of the year that it comes from."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from orgdesign.model.explain import explain
from orgdesign.scenario.load import load_text

WORKED = Path(__file__).parent.parent / "worked" / "settlement_in_a_year_without_cost.toml"


def test_a_settlement_is_explained_by_the_year_that_it_is_of() -> None:
    scenario = load_text(tomllib.loads(WORKED.read_text(encoding="utf-8"))["scenario"]).scenario
    assert scenario is not None
    found = explain(scenario, "together", "aa", "governance", 2027)
    assert found.value == found.expression.value == -20_000
    (settled,) = found.step.steps
    assert settled.name == "settlement:governance"
    told = {step.name: (step.value, step.year) for step in settled.steps}
    assert told["total:governance"] == (100_000, 2026)
    assert told["shares:governance"] == (0.4, 2026)
    assert told["key:staff"] == (0.2, 2026)


def test_what_falls_in_the_last_year_is_explained_by_each_year_that_it_is_of() -> None:
    text = tomllib.loads(WORKED.read_text(encoding="utf-8"))["scenario"]
    ending = text.replace("from = 2025\nscope", "from = 2025\nuntil = 2026\nscope")
    scenario = load_text(ending.replace("year = 2026", "from = 2025\nuntil = 2026")).scenario
    assert scenario is not None
    found = explain(scenario, "together", "bb", "governance", 2026)
    (settled,) = [each for each in found.step.steps if each.name == "settlement:governance"]
    years = [step.year for step in settled.steps if step.name == "total:governance"]
    assert years == [2025, 2026]
    assert settled.value == pytest.approx(40_000)
