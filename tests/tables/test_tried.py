"""What the notes under a table say: of figures that were tried out, of years without the option."""

from __future__ import annotations

import pytest
from examples import ROOT

from orgdesign.model.calculation import evaluate
from orgdesign.scenario.load import load
from orgdesign.tables.notes import price_notes
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for

TINY = ROOT / "scenarios" / "tiny.toml"


def test_what_was_tried_is_said_with_a_year_as_a_year() -> None:
    tried = ("options.host_zuid.from=2027", "municipalities.noord.inhabitants=12_000")
    scenario = load(TINY, tried).scenario
    assert scenario is not None
    said = price_notes(scenario, settings_for(scenario, "structural"))[-1]
    assert "options.host_zuid.from = 2027" in said
    assert "municipalities.noord.inhabitants = 12.000" in said


@pytest.mark.parametrize("name", ["placement", "staffing", "vulnerability"])
def test_a_year_in_which_an_option_does_not_operate_is_named(name: str) -> None:
    scenario = load(TINY, ("options.host_zuid.until=2027",)).scenario
    assert scenario is not None

    def said(year: int) -> list[str]:
        asked = {"options": ("host_zuid",), "year": year}
        found = TABLES[name](evaluate(scenario), settings_for(scenario, name, **asked))
        return [note for note in found.notes if "loopt de variant niet" in note]

    assert said(2027) == []
    (note,) = said(2025)
    assert note.startswith("In 2025 loopt de variant niet: zij loopt van 2026 tot en met 2027.")
