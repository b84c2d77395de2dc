"""Every part of the sensitivity answers for a file without jobs and without any range."""

from __future__ import annotations

import pytest

from orgdesign.parts_of_sensitivity import MEASURES, PARTS, Call, TooFewFiguresError
from orgdesign.scenario.load import load_text
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.settings import settings_for
from orgdesign.words import say

SYSTEMS = """\
format = 1
[scenario]
title = "Systems alone"
price_level = 2024
first_year = 2025
years = 5
[municipalities]
north = { name = "North", inhabitants = 20_000 }
south = { name = "South", inhabitants = 30_000 }
[tasks.ict]
name = "ICT"
[systems.ledger]
name = "Ledger"
tasks = ["ict"]
local = { north = 10_000, south = 20_000 }
joint_fixed = 20_000
[options.net]
name = "Network"
form = "network"
from = 2026
scope = { ict = 1.0 }
keys = { all = "inhabitants" }
"""


@pytest.mark.parametrize("part", PARTS)
def test_a_part_says_that_no_figure_has_a_range(part: str) -> None:
    scenario = load_text(SYSTEMS).scenario
    assert scenario is not None
    settings = settings_for(scenario, part, measure=MEASURES.get(part), language="en")
    call = Call(scenario, settings, (), on_and_on, draws=60)
    if part == "grid":
        with pytest.raises(TooFewFiguresError):
            PARTS[part](call)
        return
    table = PARTS[part](call).table
    without_ranges = part in ("stress", "assumptions")
    assert (say("sensitivity.no_uncertain", "en") in table.notes) is not without_ranges
    assert bool(table.rows) is (part in ("stress", "assumptions", "bands", "ranks"))
