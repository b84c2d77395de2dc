"""The same bits from one process, from several, and from a cluster that loses a worker."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache
from multiprocessing import get_context

import numpy as np
import pytest
from distributed import Client, LocalCluster
from examples import ROOT, example, scenario
from study import scenario as text_of

from orgdesign.cli.executors import executor_of
from orgdesign.scenario.load import load_text
from orgdesign.sensitivity.bands import band
from orgdesign.sensitivity.draws import Draws, draw
from orgdesign.sensitivity.run import Outcomes, Told, on_and_on
from orgdesign.sensitivity.sample import sample
from orgdesign.sensitivity.study import Study

Pools = Callable[[int], Executor]
"""A pool of so many processes: starting one takes longer than what it is asked here."""


@pytest.fixture(scope="module")
def pool() -> Iterator[Pools]:
    with ExitStack() as made:

        @cache
        def of(workers: int) -> Executor:
            executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
            return made.enter_context(executor)

        yield of


@cache
def draws() -> Draws:
    return draw(scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml"), 3000)


def drawn(executor: Executor | None, told: Told = on_and_on) -> Outcomes:
    given = scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml")
    study = Study(given, given.options, given.municipalities, executor=executor)
    return sample(study, draws(), told).outcomes


@pytest.fixture(scope="module")
def serial() -> Outcomes:
    return drawn(None)


def same(found: Outcomes, expected: Outcomes) -> bool:
    return all(found[name].tobytes() == expected[name].tobytes() for name in expected)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_processes_gives_the_same_bits(
    serial: Outcomes, pool: Pools, workers: int
) -> None:
    assert same(drawn(pool(workers)), serial)
    assert same(drawn(pool(workers)), serial)


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as made:
        yield made


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_in_the_middle_gives_the_same_bits(
    serial: Outcomes, cluster: LocalCluster
) -> None:
    with executor_of(None, cluster.scheduler_address) as executor, Client(cluster) as client:
        assert same(drawn(executor), serial)
        workers = client.run(os.getpid)
        lost: list[int] = []

        def lose(done: int, every: int) -> bool:
            if not lost:
                lost.append(next(iter(workers.values())))
                os.kill(lost[0], signal.SIGKILL)
            return True

        assert same(drawn(executor, lose), serial)
        assert lost
        assert lost[0] not in client.run(os.getpid).values()


def test_what_is_stopped_on_other_processes_keeps_what_was_done(
    serial: Outcomes, pool: Pools
) -> None:
    found = drawn(pool(2), lambda done, every: done < 1000)
    for name, values in found.items():
        assert 1000 <= values.shape[1] < 3000
        np.testing.assert_array_equal(values, serial[name][:, : values.shape[1]])


def test_no_executor_is_made_where_none_is_asked_for() -> None:
    with executor_of(None, None) as nothing, executor_of(1, None) as single:
        assert nothing is None
        assert single is None


def test_every_municipality_of_the_country_fits_one_scenario(pool: Pools) -> None:
    """342 municipalities: a sample, with the same bits from two processes."""
    loaded = load_text(text_of(342, 1, 4, 3))
    assert loaded.scenario is not None, loaded.problems
    given = loaded.scenario
    few = draw(given, 64)
    alone = sample(Study(given, given.options, given.municipalities), few)
    study = Study(given, given.options, given.municipalities, executor=pool(2))
    assert same(sample(study, few).outcomes, alone.outcomes)
    for municipality in given.municipalities[::50]:
        assert np.isfinite(band(alone, "option_0", [municipality]).percentiles[2].value)


def test_the_example_is_the_same_in_a_process_that_has_done_another_scenario(
    pool: Pools,
) -> None:
    """A process keeps the central case of the work it had before: it must not mix them up."""
    other = Study(example(), example().options, example().municipalities)
    few = draw(example(), 200)
    drawn(pool(1))
    study = Study(example(), other.options, other.municipalities, executor=pool(1))
    assert same(sample(study, few).outcomes, sample(other, few).outcomes)
