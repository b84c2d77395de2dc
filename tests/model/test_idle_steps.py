from pathlib import Path
from random import Random

import numpy as np
import pytest
from drawing.cases import drawn
from examples import EXAMPLE, GALLERY, result

from orgdesign.lines import LINES
from orgdesign.model import amounts
from orgdesign.model.calculation import evaluate
from orgdesign.model.making_steps import OF_PARTICIPANTS, steps
from orgdesign.model.result import Cases, Result
from orgdesign.model.steps import Steps
from orgdesign.scenario.scenario import ALONE, Scenario


def cases_of(scenario: Scenario) -> Cases:
    random = Random(1)
    rows = [drawn(scenario, random) for _ in range(3)]
    return Cases(3, {path: np.array([row[path] for row in rows]) for path in rows[0]})


def made(central: Result, cases: Cases) -> Steps:
    return steps(central, cases.values.keys(), tuple(LINES))


@pytest.mark.parametrize("path", [EXAMPLE, *GALLERY], ids=lambda path: path.stem)
def test_what_nobody_takes_part_in_is_nothing_and_takes_no_steps(path: Path) -> None:
    central = result(path)
    cases = cases_of(central.scenario)
    alone = evaluate(central.scenario, cases, options=()).options[ALONE].evaluation
    for function in OF_PARTICIPANTS:
        assert not alone[function.__name__].any(), function.__name__
    taken = made(central.only([ALONE]), cases).steps
    assert OF_PARTICIPANTS.isdisjoint(step.function for step in taken)


def test_amounts_take_steps_only_where_some_are_stated() -> None:
    stated = 0
    for path in (EXAMPLE, *GALLERY):
        central = result(path)
        taken = made(central, cases_of(central.scenario)).steps
        phases = [p for each in central.options.values() for p in each.evaluation.phases()]
        some = any(phase.value("amount_line").size for phase in phases)
        found = any(step.function is amounts.amount_flow for step in taken)
        assert found == some, path.stem
        stated += some
    assert stated
