"""Every part of the sensitivity answers for a file without jobs and without any range."""

from __future__ import annotations

import pytest
from examples import SYSTEMS

from orgdesign.model.calculation import evaluate
from orgdesign.notes.silence import why_silent
from orgdesign.notes.survey import Survey
from orgdesign.parts_of_sensitivity import PARTS, USUAL_MEASURES, Call, TooFewFiguresError
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.quantities import uncertain
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.explaining.readers import readers
from orgdesign.tables.settings import settings_for
from orgdesign.words import say


@pytest.mark.parametrize("part", PARTS)
def test_a_part_says_that_no_figure_has_a_range(part: str) -> None:
    scenario = load_text(SYSTEMS).scenario
    assert scenario is not None
    settings = settings_for(scenario, part, measure=USUAL_MEASURES.get(part), language="en")
    call = Call(scenario, settings, (), on_and_on, draws=60)
    if part == "grid":
        with pytest.raises(TooFewFiguresError):
            PARTS[part](call)
        return
    table = PARTS[part](call).table
    without_ranges = part in ("stress", "assumptions")
    assert (say("sensitivity.no_uncertain", "en") in table.notes) is not without_ranges
    assert bool(table.rows) is (part in ("stress", "assumptions", "bands", "ranks"))


BODY = """
[options.body]
name = "Body"
form = "joint_operations_body"
overhead_per_fte = 40_000
from = 2026
scope = { ict = 1.0 }
keys = { all = "inhabitants" }
"""
OF_FORM = "forms.joint_operations_body.exit_start_share"


def drawn(*overrides: str) -> Scenario:
    scenario = load_text(SYSTEMS + BODY, overrides=overrides).scenario
    assert scenario is not None
    return scenario


def test_a_range_of_a_form_is_one_of_the_scenario_where_an_option_takes_it() -> None:
    assert uncertain(drawn()) == (OF_FORM,)
    assert readers(drawn(), OF_FORM) == ("exit", "exit_by_year", "lock_in")


@pytest.mark.parametrize("own", ["exit_start_share=1.0", 'form="network"'])
def test_a_range_of_a_form_that_no_option_takes_is_none_of_the_scenario(own: str) -> None:
    scenario = drawn(f"options.body.{own}")
    assert not scenario.figures.get(OF_FORM) or scenario.figures[OF_FORM].uncertain
    assert uncertain(scenario) == ()
    assert readers(scenario, OF_FORM) == ()


def test_of_a_figure_of_a_form_that_no_option_takes_is_said_just_that() -> None:
    taken, replaced = drawn(), drawn("options.body.exit_start_share=1.0")
    assert why_silent(Survey(taken, evaluate(taken)), OF_FORM, "en") == say(
        "sensitivity.silent_leaving", "en"
    )
    assert why_silent(Survey(replaced, evaluate(replaced)), OF_FORM, "en") == say(
        "notes.why_form_overridden", "en"
    )
