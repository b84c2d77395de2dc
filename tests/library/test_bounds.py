"""Bounds of our own: of figures that the file has, with words for unit and repairs."""

from typing import Any

import pytest

from orgdesign.library import bounds
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.words import catalogue

BOUNDS: dict[str, dict[str, Any]] = dict(bounds())


@pytest.mark.parametrize("bound", BOUNDS.values(), ids=list(BOUNDS))
def test_a_bound_is_of_figures_of_the_file_and_cites_nobody(bound: dict[str, Any]) -> None:
    assert set(bound) - {"but"} == {"at", "low", "high", "unit", "repairs"}
    assert bound["low"] < bound["high"]
    for path in bound["at"]:
        kind = kind_at(split_path(path.replace("*", "x")))
        assert kind is not None, path
        assert kind.at_least is None or kind.at_least <= bound["high"]


@pytest.mark.parametrize("bound", BOUNDS.values(), ids=list(BOUNDS))
def test_a_bound_has_words_for_its_unit_and_its_repairs(bound: dict[str, Any]) -> None:
    words = catalogue("notes")
    assert f"unit_{bound['unit']}" in words
    assert {f"meant_{repair}" for repair in bound["repairs"]} <= set(words)
