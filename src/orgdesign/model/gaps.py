"""Heads of the bill about which an option says nothing: named, never a silent 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from orgdesign.lines import HEADS
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.reading import Reading
from orgdesign.model.result import CENTRAL
from orgdesign.scenario.scenario import ALONE, Scenario


def heads(scenario: Scenario, option: str) -> tuple[str, ...]:
    """Return the lines that an option must state: by its form, else all but programme and grant."""
    given = scenario.property(option, "heads")
    return HEADS if given is None else tuple(given)


def gaps(scenario: Scenario, option: str) -> tuple[str, ...]:
    """Return the lines that an option must state and does not, in the order of the bill.

    A line is stated by an amount that names it, by `no_amount` with a reason, or by a
    property that drives it, even one set to 0.
    """
    if option == ALONE:
        return ()
    table = scenario.document.options[option]
    named = {row.line for row in (*table.amounts, *table.unwinding)} | set(table.no_amount)
    return tuple(
        line
        for line in heads(scenario, option)
        if line not in named and not _STATED.get(line, _never)(scenario, option)
    )


Statement = Callable[[Scenario, str], bool]


def _never(scenario: Scenario, option: str) -> bool:
    return False


def _always(scenario: Scenario, option: str) -> bool:
    return True


def _given(*names: str) -> Statement:
    """Return whether the option or its form gives one of these properties."""
    return lambda scenario, option: any(
        scenario.property(option, name) is not None for name in names
    )


def _merges(scenario: Scenario, option: str) -> bool:
    return bool(scenario.property(option, "merges"))


def _home(scenario: Scenario, option: str) -> bool:
    return scenario.employer(option) == "home"


def _unless(by_nature: Statement, statement: Statement) -> Statement:
    """Return whether a line is 0 by the nature of the form, or else stated."""
    return lambda scenario, option: by_nature(scenario, option) or statement(scenario, option)


def _own_overhead(scenario: Scenario, option: str) -> bool:
    overhead = scenario.document.overhead
    return overhead.per_fte is not None or bool(overhead.values)


def _joint_overhead(scenario: Scenario, option: str) -> bool:
    given = scenario.property(option, "overhead_per_fte") is not None
    joint = scenario.employer(option) == "joint"
    return given or (not joint and _own_overhead(scenario, option))


def _own_systems(scenario: Scenario, option: str) -> bool:
    return bool(scenario.document.systems)


def _of_systems(line: str) -> Statement:
    """Return whether every system in scope gives one of the figures of a line."""

    def stated(scenario: Scenario, option: str) -> bool:
        if not scenario.document.systems:
            return scenario.document.options[option].systems is not None
        return not silent_systems(scenario, option, line)

    return stated


def silent_systems(scenario: Scenario, option: str, line: str) -> tuple[str, ...]:
    """Return the systems in scope that give none of the figures that state a line."""
    known: dict[str, tuple[str, ...]] = scenario.kept.setdefault("silent_systems", {})
    if line not in known:
        known[line] = _silent(scenario, OF_SYSTEMS.get(line, ()))
    silent = known[line]
    # Where all of them give one, the scope need not be computed: a comparison asks at every edit.
    inside = systems_in_scope(scenario, option) if silent else ()
    return tuple(id for id in silent if id in inside)


def _silent(scenario: Scenario, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the systems that give none of some figures, in scope or not."""
    return tuple(
        id
        for id, system in scenario.document.systems.items()
        if fields and all(getattr(system, field) is None for field in fields)
    )


def systems_in_scope(scenario: Scenario, option: str) -> tuple[str, ...]:
    """Return the systems that an option brings together in the central case."""
    known: dict[str, tuple[str, ...]] = scenario.kept.setdefault("systems_in_scope", {})
    if option not in known:
        figures = Evaluation(Reading(scenario, option, CENTRAL))
        inside = figures["system_in_scope"].any(axis=(0, 2, 3))
        systems = zip(scenario.document.systems, inside, strict=True)
        known[option] = tuple(id for id, joint in systems if joint)
    return known[option]


OF_SYSTEMS: dict[str, tuple[str, ...]] = {
    "parallel_systems": ("parallel_years",),
    "systems": ("joint_fixed", "joint_per_participant"),
    "startup": ("migration_per_participant",),
}
"""The figures of a system of which one states a line, 0 too."""

_STATED: dict[str, Statement] = {
    "own_staff": _always,
    "own_overhead": _own_overhead,
    "own_systems": _own_systems,
    "client_role": _unless(_merges, _given("client_fte")),
    "stranded_overhead": _unless(_merges, _unless(_home, _given("stranded"))),
    "parallel_systems": _of_systems("parallel_systems"),
    "formation": _always,
    "overhead": _joint_overhead,
    "systems": _of_systems("systems"),
    "governance": _given("governance_fixed", "governance_per_participant"),
    "vat": _unless(_merges, _given("vat_recoverable")),
    "surplus": _unless(_home, _given("guarantee_years")),
    "process": _given("process_fixed", "process_per_participant"),
    "startup": _of_systems("startup"),
    "social_plan": _unless(_home, _given("social_plan_per_fte", "training_per_fte")),
    "vat_one_off": _unless(_merges, _given("vat_recoverable")),
}
"""What states each line, beside an amount or a reason; the others only that way."""
