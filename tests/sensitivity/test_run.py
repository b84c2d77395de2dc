from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import numpy as np
import pytest
from examples import example

from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import MEASURES, measure
from orgdesign.model.result import Cases
from orgdesign.sensitivity.run import Outcomes, block_size, blocks, outcomes

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
    size = block_size(example())
    assert 32 <= size <= 512
    assert size & (size - 1) == 0


@pytest.fixture(scope="module")
def serial() -> Outcomes:
    return outcomes(example(), varied(MANY), list(MEASURES))


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
        threads = outcomes(example(), varied(MANY), list(MEASURES), executor=executor)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as executor:
        processes = outcomes(example(), varied(MANY), list(MEASURES), executor=executor)
    for name, values in serial.items():
        assert values.tobytes() == threads[name].tobytes() == processes[name].tobytes()


def test_a_path_at_its_central_value_changes_nothing() -> None:
    scenario = example()
    central = evaluate(scenario)
    cases = Cases(3, {path: np.full(3, f.value) for path, f in list(scenario.figures.items())[::6]})
    for (option, name), values in outcomes(scenario, cases, ["structural_cost"]).items():
        expected = measure(central, option, name)
        np.testing.assert_allclose(values, np.broadcast_to(expected, values.shape), rtol=1e-12)
