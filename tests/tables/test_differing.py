"""A difference is told against what held without the figure: a stated default is no change."""

from __future__ import annotations

from examples import SMALL

from orgdesign.model.defaults import defaults
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.differing import differing
from orgdesign.tables.settings import settings_for


def scenario(*overrides: str) -> Scenario:
    found = load(SMALL, overrides).scenario
    assert found is not None
    return found


def told(old: Scenario, new: Scenario) -> list[str]:
    table = differing(old, new, settings_for(new, "effect", language="en"))
    return [str(row.cells[1]) for row in table.rows]


def test_a_default_that_is_stated_is_said_to_have_counted_already() -> None:
    stated = scenario("staff.part_time_factor=1", "options.host.realisation=1")
    assert told(scenario(), stated) == [
        "Staff: part-time factor is now stated as 1, which already counted (the default).",
        "Option =Centrum *Zuid*: realisation is now stated as 1, which already counted "
        "(the default).",
    ]
    assert told(stated, scenario())[0] == (
        "Staff: part-time factor is no longer stated; 1 still counts (the default)."
    )


def test_another_number_is_told_from_the_default_that_held() -> None:
    changed = scenario("staff.absence=0.05", "options.host.reinvested_share=0.25")
    # The library gives a part-time factor of 1 with an absence: nobody stated it.
    assert told(scenario(), changed) == [
        "Staff: absence from 0 (the default) to 0.05.",
        "Option =Centrum *Zuid*: reinvested share from 0 (the default) to 0.25.",
    ]


def test_a_list_of_defaults_is_none_and_what_has_no_default_is_added() -> None:
    stated = scenario("options.network.process_profile=[1.0]", "options.network.hired_share=0.1")
    assert told(scenario(), stated) == [
        "Option Netwerk: hired share added: 0.1.",
        "Option Netwerk: profile of the process cost is now stated as 1, which already counted "
        "(the default).",
    ]


def test_what_counts_by_default_is_what_the_inputs_read() -> None:
    found = defaults(scenario())
    assert found["options.host.realisation"] == 1
    assert found["tasks.administration.volume_growth"] == 0
    assert "options.host.hired_share" not in found
    assert not any(path in scenario().figures for path in found)
