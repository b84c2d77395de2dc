import pickle
from dataclasses import replace

import numpy as np
from examples import example

from orgdesign.model.alike import Alike, same
from orgdesign.model.calculation import evaluate, recompute


def columns(*numbers: float) -> np.ndarray:
    return np.array(numbers).reshape(-1, 1, 1, 1)


def test_figures_of_equal_bits_are_one() -> None:
    alike, first = Alike(), columns(1.0, 0.0)
    assert alike.one(first) is first
    assert alike.one(columns(1.0, 0.0)) is first
    for other in (columns(1.0, 2.0), columns(1.0, -0.0), columns(1.0, 0.0) != 0, columns(1.0)):
        assert alike.one(other) is other


def test_many_cases_and_large_figures_are_left_as_they_are() -> None:
    alike = Alike()
    for shape in ((2, 1, 1, 3), (9000, 1, 1, 1)):
        assert alike.one(np.ones(shape)) is not alike.one(np.ones(shape))
        assert not same(np.ones(shape), np.ones(shape))


def test_what_is_made_of_the_same_figures_is_made_once() -> None:
    alike, figure, asked = Alike(), columns(1.0, 2.0), []

    def doubled(given: np.ndarray) -> np.ndarray:
        asked.append(given)
        return given * 2

    twice = alike.made(doubled, [figure])
    assert alike.made(doubled, [figure]) is twice
    assert len(asked) == 1
    assert alike.made(doubled, [columns(1.0, 2.0)]) is twice
    assert len(asked) == 2


def test_what_comes_out_as_before_is_the_figure_from_before() -> None:
    before = columns(2.0, 4.0)
    assert Alike().made(lambda given: given * 2, [columns(1.0, 2.0)], before) is before
    turned = np.arange(6.0).reshape(2, 1, 3, 1)
    assert not same(turned, np.asfortranarray(turned))


def test_another_process_begins_anew() -> None:
    alike, figure = Alike(), columns(1.0)
    alike.one(figure)
    assert pickle.loads(pickle.dumps(alike)).one(columns(1.0)) is not figure


def test_options_share_what_is_the_same_in_them() -> None:
    options = evaluate(example()).options
    found = {id(each.evaluation["history_cost"]) for each in options.values()}
    assert len(found) < len(options)


def test_what_reads_only_what_came_out_as_before_stays() -> None:
    scenario, path = example(), "overhead.per_fte"
    result = evaluate(scenario)
    again = recompute(result, replace(scenario, figures=dict(scenario.figures)), [path])
    for option, found in again.options.items():
        assert all(
            found.lines[line] is amounts for line, amounts in result.options[option].lines.items()
        )
