"""Who takes part: participants, the host, and figures for participants alone."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found, sound_options
from orgdesign.scenario.frames import frames
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Option


def participants(scenario: Scenario) -> Iterator[Finding]:
    """An option has participants, each once."""
    for id, option in scenario.document.options.items():
        if option.participants == "all":
            continue
        path = f"options.{id}.participants"
        if not option.participants:
            yield found("no_participants", path)
        for position, place in enumerate(option.participants):
            if place in option.participants[:position]:
                yield found("participant_twice", f"{path}[{position}]", place=place)


def hosts(scenario: Scenario) -> Iterator[Finding]:
    """The employer host needs a host that takes part; no other employer has one."""
    for id, option in sound_options(scenario):
        path = f"options.{id}.host"
        hosted = scenario.employer(id) == "host"
        if hosted and option.host is None:
            yield found("host_missing", path, True, form=option.form)
        elif not hosted and option.host is not None:
            yield found("host_not_used", path, True, form=option.form)
        elif option.host in _outsiders(scenario, option):
            yield found("host_not_participant", path, host=option.host)


def _outsiders(scenario: Scenario, option: Option) -> frozenset[str]:
    """Return who does not take part in an option; nobody where a participant is not known."""
    known, given = frozenset(scenario.municipalities), option.participants
    return frozenset() if given == "all" or not known.issuperset(given) else known.difference(given)


def by_municipality(scenario: Scenario) -> Iterator[Finding]:
    """Thresholds by municipality are for participants."""
    for id, option in scenario.document.options.items():
        members = scenario.participants(id)
        for frame in frames(option):
            place = frame.municipality
            if place in scenario.municipalities and place not in members:
                yield found(
                    "threshold_of_outsider", f"options.{id}.{frame.path}", True, place=place
                )


def vat_of_everyone(scenario: Scenario) -> Iterator[Finding]:
    """Given by municipality, the VAT that can be recovered is given for all who bear it."""
    for id, option in sound_options(scenario):
        given = scenario.property(id, "vat_recoverable")
        if not isinstance(given, dict) or scenario.property(id, "merges"):
            continue
        if given.keys() & scenario.document.tasks.keys() - {*scenario.municipalities}:
            continue  # told as VAT by task
        path = scenario.property_path(id, "vat_recoverable")
        places = (*given, option.host)
        lacking = tuple(each for each in scenario.participants(id) if each not in places)
        if lacking:
            yield found("vat_missing_for", path, places=lacking, option=id)
