"""Cases that differ in the key of a pool: each choice of keys is a scenario of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.result import Cases
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.crossed import Crossed


class Part(NamedTuple):
    """The cases that share their keys: the scenario with these, their positions and values."""

    scenario: Scenario
    positions: NDArray[np.intp]
    cases: Cases | Crossed


def parts(scenario: Scenario, cases: Cases | Crossed) -> Iterator[Part]:
    """Yield the cases by the keys that they choose; all of them where none chooses a key.

    A position of -1 is the key that the scenario has.
    """
    given = scenario.document.sensitivity.keys.values()
    chosen = {
        path: choice
        for choice in given
        if (path := f"options.{choice.option}.keys.{choice.pool}") in cases.values
    }
    if not chosen:
        yield Part(scenario, np.arange(cases.number), cases)
        return
    positions = np.array([cases.values[path] for path in chosen]).astype(np.intp)
    others = {path: row for path, row in cases.values.items() if path not in chosen}
    for combination in np.unique(positions, axis=1).T:
        here = np.flatnonzero((positions == combination[:, None]).all(axis=0))
        made = scenario
        for choice, at in zip(chosen.values(), combination.tolist(), strict=True):
            if at < 0:
                continue
            keys = made.document.options[choice.option].keys
            made = made.with_keys(choice.option, {**keys, choice.pool: choice.keys[at]})
        yield Part(made, here, Cases(here.size, {path: row[here] for path, row in others.items()}))
