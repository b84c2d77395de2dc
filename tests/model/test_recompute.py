import gc
from dataclasses import replace
from typing import Any
from weakref import ref

import numpy as np
import pytest
from examples import example, gallery

from orgdesign.model.calculation import evaluate, reached_lines, recompute
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario


def nudged(scenario: Scenario, path: str) -> Scenario:
    figure = scenario.figures[path]
    other = figure.replaced(value=figure.value * 1.02 + 0.001)
    return replace(scenario, figures={**scenario.figures, path: other})


def bits(result: Result) -> dict[str, list[bytes]]:
    return {
        option: [np.ascontiguousarray(amounts).tobytes() for amounts in found.lines.values()]
        for option, found in result.options.items()
    }


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_recomputing_gives_the_same_bits_as_computing_all(
    scenario: Scenario,
) -> None:
    result = evaluate(scenario)
    for path in list(scenario.figures)[::4]:
        other = nudged(scenario, path)
        quick, whole = recompute(result, other, [path]), evaluate(other)
        for option, found in whole.options.items():
            for line, amounts in found.lines.items():
                assert (quick.options[option].lines[line] == amounts).all(), (path, option, line)


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_changes_one_after_another_and_back_give_the_bits_of_computing_all(
    scenario: Scenario,
) -> None:
    first = result = evaluate(scenario)
    changed = [(scenario, "")]
    for path in list(scenario.figures)[::25]:
        changed.append((nudged(changed[-1][0], path), path))
        result = recompute(result, changed[-1][0], [path])
    assert bits(result) == bits(evaluate(changed[-1][0]))
    for (_, path), (before, _) in zip(changed[:0:-1], changed[-2::-1], strict=True):
        result = recompute(result, before, [path])
    assert bits(result) == bits(first)


def test_what_a_figure_does_not_reach_is_kept() -> None:
    scenario = example()
    result = evaluate(scenario)
    path = "options.host_zeist.vat_recoverable"
    again = recompute(result, nudged(scenario, path), [path])
    kept = result.options["host_zeist"].evaluation["joint_demand"]
    assert again.options["host_zeist"].evaluation["joint_demand"] is kept


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_the_lines_that_a_figure_reaches_are_the_same_when_they_alone_are_computed(
    scenario: Scenario,
) -> None:
    result = evaluate(scenario)
    for path in list(scenario.figures)[::40]:
        other = nudged(scenario, path)
        whole = recompute(result, other, [path])
        for option in scenario.options:
            lines = reached_lines(result, option, [path])
            some = recompute(result.only((ALONE, option)), other, [path], lines=lines)
            assert set(some.options[option].lines) == lines
            for line, amounts in whole.options[option].lines.items():
                expected = some if line in lines else result
                assert (expected.options[option].lines[line] == amounts).all(), (path, line)


def test_arrays_that_nobody_holds_are_gone_without_a_search_for_garbage() -> None:
    scenario = example()
    result, path = evaluate(scenario), next(iter(scenario.figures))
    gc.disable()
    try:
        again = recompute(result, nudged(scenario, path), [path])
        held = [ref(each.evaluation) for each in again.options.values()]
        del again
        assert [each() for each in held] == [None] * len(held)
    finally:
        gc.enable()


def test_what_another_thread_computes_meanwhile_is_not_taken_for_unchanged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario, path = example(), "overhead.per_fte"
    result, other = evaluate(scenario), nudged(scenario, path)
    name, reached = "own_structural", Evaluation.reached

    def meanwhile(asked: Evaluation, *paths: Any, **how: Any) -> set[str]:
        found = reached(asked, *paths, **how)
        for each in result.options.values():
            _ = each.evaluation[name]
        return found

    monkeypatch.setattr(Evaluation, "reached", meanwhile)
    again = recompute(result, other, [path])
    for option, found in evaluate(other).options.items():
        seen = again.options[option].evaluation[name]
        assert (seen == found.evaluation[name]).all(), option
