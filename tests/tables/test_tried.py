"""What the notes under a table say of figures that were tried out."""

from __future__ import annotations

from examples import ROOT

from orgdesign.scenario.load import load
from orgdesign.tables.notes import price_notes
from orgdesign.tables.settings import settings_for

TINY = ROOT / "scenarios" / "tiny.toml"


def test_what_was_tried_is_said_with_a_year_as_a_year() -> None:
    tried = ("options.host_zuid.from=2027", "municipalities.noord.inhabitants=12_000")
    scenario = load(TINY, tried).scenario
    assert scenario is not None
    said = price_notes(scenario, settings_for(scenario, "structural"))[-1]
    assert "options.host_zuid.from = 2027" in said
    assert "municipalities.noord.inhabitants = 12.000" in said
