"""A method on the game counts the tax by key staff; a table says so where the bill differs."""

from __future__ import annotations

import pytest
from examples import SMALL

from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import present_value
from orgdesign.scenario.load import load
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for

SHARED = "options.host.keys={all='shapley'}"
FREE = "options.host.vat_recoverable=1.0"


@pytest.mark.parametrize("taxed", [True, False])
def test_the_note_stands_where_the_bill_is_not_what_the_method_allots(taxed: bool) -> None:
    scenario = load(SMALL, (SHARED, *(() if taxed else (FREE,)))).scenario
    assert scenario is not None
    found = evaluate(scenario)
    game = found.options["host"].evaluation["game"]
    allotted = game.allocation("shapley").amounts
    paid = present_value(found, "host")[:, 0]
    differs = bool(max(abs(paid - allotted)) > 0.005)
    assert differs is taxed
    for name in ("present_value", "keys", "tournament", "overrun"):
        asked = settings_for(scenario, name, options=("host",), keys=("shapley",), language="en")
        said = [note for note in TABLES[name](found, asked).notes if "VAT on what each" in note]
        assert len(said) == taxed, name


def test_keys_by_figure_need_no_such_note() -> None:
    scenario = load(SMALL).scenario
    assert scenario is not None
    asked = settings_for(scenario, "keys", options=("host",), keys=("equal",), language="en")
    notes = TABLES["keys"](evaluate(scenario), asked).notes
    assert not any("VAT on what each" in note for note in notes)
