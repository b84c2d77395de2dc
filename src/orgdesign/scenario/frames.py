"""The frames of the councils as a file gives them: for an option, or for a municipality in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from orgdesign.quantities import Quantity
from orgdesign.scenario.schema.options import Option

Threshold = Literal["transition_cost_at_most", "structural_gain_at_least"]
THRESHOLDS: tuple[Threshold, ...] = ("transition_cost_at_most", "structural_gain_at_least")


class Frame(NamedTuple):
    """What is required: of one municipality, or of all participants where it names none.

    `path` is where it stands below the option's table.
    """

    threshold: Threshold
    municipality: str | None
    required: Quantity
    path: str


def frames(option: Option) -> Iterator[Frame]:
    """Yield every frame of an option, threshold by threshold."""
    given = option.thresholds
    if given is None:
        return
    for name in THRESHOLDS:
        if isinstance(given, dict):
            for place, table in given.items():
                required = getattr(table, name)
                if required is not None:
                    yield Frame(name, place, required, f"thresholds.{place}.{name}")
            continue
        stated = getattr(given, name)
        if isinstance(stated, Quantity):
            yield Frame(name, None, stated, f"thresholds.{name}")
        for place, required in stated.items() if isinstance(stated, dict) else ():
            yield Frame(name, place, required, f"thresholds.{name}.{place}")
