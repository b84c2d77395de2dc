"""What a file says nothing about beside the bill: getting out, and programme money. Never a zero.

An option without cooperation (form alone) has nothing to get out of: all of it is stated.
"""

from __future__ import annotations

from collections.abc import Iterable

from orgdesign.scenario.scenario import ALONE, Scenario


def without_exit_fee(scenario: Scenario, option: str) -> bool:
    """Return whether an option says nothing of the exit fee.

    It takes both its years and its share of the first year, or one of them that is 0.
    """
    given = [scenario.property(option, name) for name in ("exit_years", "exit_start_share")]
    stated = None not in given or any(each is not None and each.value == 0 for each in given)
    return not scenario.stays_alone(option) and not stated


def without_notice(scenario: Scenario, option: str) -> bool:
    """Return whether an option says nothing of the years between notice and leaving."""
    given = scenario.property(option, "exit_notice_years")
    return not scenario.stays_alone(option) and given is None


def without_rebuilding(
    scenario: Scenario, option: str, municipalities: Iterable[str]
) -> tuple[str, ...]:
    """Return for whom an option does not say what building up again costs after leaving."""
    given = scenario.property(option, "exit_rebuilding")
    if scenario.stays_alone(option):
        return ()
    if isinstance(given, dict):
        return tuple(m for m in municipalities if m not in given)
    return () if given is not None else tuple(municipalities)


def without_unwinding(scenario: Scenario, option: str) -> bool:
    """Return whether an option says nothing under `unwinding` of what ending it costs."""
    return not scenario.stays_alone(option) and not scenario.document.options[option].unwinding


def without_effect(scenario: Scenario, option: str, budget: str) -> bool:
    """Return whether an option says nothing of its effect on a programme budget."""
    return option != ALONE and budget not in scenario.document.options[option].programme_effect
