"""Every table that can leave the house, those of how sure it is among them, by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from orgdesign.model.result import Result
from orgdesign.parts_of_sensitivity import PARTS, USUAL_MEASURES, Call
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.by_name import Maker
from orgdesign.tables.by_name import makers as named
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table

STUDIES = ("switching", "tornado", "bands", "stress")
"""The parts of the sensitivity in the export set, with the draws that the file asks for."""

OF_OPTION = frozenset(
    (
        "lines", "lines_by_year", "steps", "staffing", "staffing_by_job", "vulnerability",
        "stand_in", "placement", "placement_by_job", "placement_posts", "placement_by_year",
        "programme", "risk", "solidarity", "keys", "shares", "overrun", "stability",
        "stability_chance", "groups", "exit", "exit_by_year", "lock_in", "tornado",
    )
)  # fmt: skip
"""Tables of one option, the first asked for; the set has them once for each."""


def makers(scenario: Scenario) -> Mapping[str, Maker]:
    """Return what makes each table of a scenario: the usual ones, studies, and its own."""
    return {**TABLES, **{part: partial(_studied, part) for part in STUDIES}, **named(scenario)}


def _studied(part: str, result: Result, settings: Settings) -> Table:
    usual = settings.measure == Settings().measure
    measure = USUAL_MEASURES.get(part, settings.measure) if usual else settings.measure
    asked = settings.change(measure=measure)
    return PARTS[part](Call(result.scenario, asked, (), on_and_on)).table
