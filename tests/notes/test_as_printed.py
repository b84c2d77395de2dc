"""A note quotes the amount that the tables print: the sum of what stands there."""

from __future__ import annotations

import pytest

from orgdesign.model.calculation import evaluate
from orgdesign.notes.note import Number, message
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for

from .cases import remarks, scenario


@pytest.mark.parametrize("cost", [900_001.3, 900_001.5, 900_002.4, 900_003.2])
def test_the_transition_cost_of_a_note_is_the_total_of_its_table(cost: float) -> None:
    changes = {"options.body.process_fixed": cost, "options.body.keys.one_off": "equal"}
    note = next(each for each in remarks("", changes) if each.code == "one_off_multiple")
    taken = scenario("", changes)
    settings = settings_for(taken, "transition", against="absolute")
    printed = TABLES["transition"](evaluate(taken), settings).row("total").cells[-1]
    once = note.details["once"]
    assert isinstance(once, Number)
    assert once.value == printed


def test_a_reason_has_the_name_of_a_task_as_tables_have() -> None:
    found = remarks("", {"options.body.participants": ["bee"]})
    assert any("municipalities bring task Care in" in message(note, "en") for note in found)
