from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import numpy as np
import pytest
from examples import example

from orgdesign.model.calculation import evaluate
from orgdesign.model.making_steps import steps
from orgdesign.model.outcomes import LINES_OF, measure
from orgdesign.model.result import Cases
from orgdesign.model.steps import Steps
from orgdesign.sensitivity import run
from orgdesign.sensitivity.crossed import Crossed, blocks
from orgdesign.sensitivity.run import Outcomes, block_size, outcomes
from orgdesign.sensitivity.study import Study

MANY = 700


def varied(number: int) -> Cases:
    scenario = example()
    draw = np.random.default_rng(7)
    ends = {path: (figure.low, figure.high) for path, figure in scenario.figures.items()}
    return Cases(
        number,
        {
            path: draw.uniform(low, high, number)
            for path, (low, high) in ends.items()
            if low is not None and high is not None
        },
    )


def test_blocks_have_one_size_and_the_last_is_padded_with_its_last_case() -> None:
    pieces = list(blocks(Cases(5, {"a": np.arange(5.0)}), 4))
    assert [piece.number for piece in pieces] == [4, 4]
    assert pieces[1].values["a"].tolist() == [4.0, 4.0, 4.0, 4.0]


def test_the_size_of_a_block_is_a_power_of_two_between_its_bounds() -> None:
    for rows, largest in ((False, 512), (True, 2048)):
        size = block_size(example(), rows_of_a_year=rows)
        assert 32 <= size <= largest
        assert size & (size - 1) == 0


@pytest.fixture(scope="module")
def serial() -> Outcomes:
    return outcomes(example(), varied(MANY), list(LINES_OF))


def test_a_case_alone_equals_its_row(serial: Outcomes) -> None:
    cases = varied(MANY)
    for number in (0, 1, 511, 512, 699):
        alone = Cases(1, {path: values[[number]] for path, values in cases.values.items()})
        result = evaluate(example(), alone)
        for (option, name), values in serial.items():
            single = np.broadcast_to(measure(result, option, name), (values.shape[0], 1))[:, 0]
            np.testing.assert_allclose(values[:, number], single, rtol=1e-12, atol=1e-9)


@pytest.mark.parametrize("workers", [1, 2])
def test_any_number_of_workers_gives_the_same_bits(serial: Outcomes, workers: int) -> None:
    with ThreadPoolExecutor(workers) as executor:
        threads = outcomes(example(), varied(MANY), list(LINES_OF), executor=executor)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        processes = outcomes(example(), varied(MANY), list(LINES_OF), executor=executor)
    for name, values in serial.items():
        assert values.tobytes() == threads[name].tobytes() == processes[name].tobytes()


def crossed(rows: int) -> Crossed:
    """Return rows in which a figure, two figures and a figure that nothing reads take turns."""
    two = varied(2 * rows)
    first, second = (
        Cases(rows, {path: values[part] for path, values in two.values.items()})
        for part in (slice(rows), slice(rows, None))
    )
    one, another, third, *_ = two.values
    return Crossed(first, second, ((one,), (another, third), tuple(two.values)[-1:]))


def test_rows_that_differ_in_a_few_figures_give_what_their_cases_give() -> None:
    rows = crossed(block_size(example()))
    plain = Cases(rows.number, rows.values)
    found, expected = (outcomes(example(), cases, list(LINES_OF)) for cases in (rows, plain))
    assert rows.number == 5 * block_size(example())
    for name, values in expected.items():
        np.testing.assert_allclose(found[name], values, rtol=1e-12, atol=1e-9)


def test_rows_are_done_as_a_whole_and_stop_where_they_are_told_to() -> None:
    done: list[int] = []

    def told(number: int, _every: int) -> bool:
        done.append(number)
        return False

    size = block_size(example(), rows_of_a_year=True)
    found = outcomes(example(), crossed(size + 1), ["structural_cost"], told=told)
    assert done == [5 * size]
    assert {values.shape[1] for values in found.values()} == {5 * size}


def test_a_path_at_its_central_value_changes_nothing() -> None:
    scenario = example()
    central = evaluate(scenario)
    cases = Cases(3, {path: np.full(3, f.value) for path, f in list(scenario.figures.items())[::6]})
    for (option, name), values in outcomes(scenario, cases, ["structural_cost"]).items():
        expected = measure(central, option, name)
        np.testing.assert_allclose(values, np.broadcast_to(expected, values.shape), rtol=1e-12)


def test_a_study_makes_the_steps_to_a_measure_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    def counted(*asked: Any) -> Steps:
        made.append(asked)
        return steps(*asked)

    monkeypatch.setattr(run, "steps", counted)
    study = Study(example(), example().options, example().municipalities)
    first, again = study.costs(varied(3)), study.costs(varied(3))
    assert all(np.array_equal(first[option], again[option]) for option in first)
    assert len(made) == 1
    study.outcomes(varied(3), ("present_value",))
    assert len(made) == 2
