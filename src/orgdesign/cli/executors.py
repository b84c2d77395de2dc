"""Who does the blocks of large work: this process, other processes, or a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from operator import call
from typing import Any

from orgdesign.cli.talk import WrongCallError, words
from orgdesign.words.visible import visible

SECONDS = 10
"""How long a cluster may take to answer."""


@contextmanager
def executor_of(workers: int | None, scheduler: str | None) -> Iterator[Executor | None]:
    """Yield an executor of a cluster or of so many processes, None where neither is asked for.

    Raises WrongCallError where a cluster cannot be used.
    """
    if scheduler is not None:
        with _cluster(scheduler) as executor:
            yield executor
    elif workers is not None and workers > 1:
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield pool
    else:
        yield None


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError:
        raise WrongCallError(words("no_dask")) from None
    try:
        client = Client(address, timeout=SECONDS)
    except (OSError, ValueError) as fault:
        raise WrongCallError(words("no_cluster", address=visible(address))) from fault
    with client, client.get_executor(pure=False) as executor:
        yield _Called(executor)


class _Called(Executor):
    """A cluster that is asked to call the work: it would print the whole study for its name."""

    def __init__(self, cluster: Executor) -> None:
        self._cluster = cluster

    def submit(self, work: Any, /, *pieces: Any, **named: Any) -> Future[Any]:
        """Return what the work will give of the pieces."""
        return self._cluster.submit(call, work, *pieces, **named)
