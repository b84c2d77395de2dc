"""Stated amounts: whose they are, on which line and in which years."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.lines import LINES
from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.checks.keys import parts_of_key
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.amounts import AmountTable, OptionAmount, Unwinding


def _stated(scenario: Scenario) -> Iterator[tuple[str, AmountTable]]:
    for position, own in enumerate(scenario.document.alone.amounts):
        yield f"alone.amounts[{position}]", own
    for id, option in scenario.document.options.items():
        for position, amount in enumerate(option.amounts):
            yield f"options.{id}.amounts[{position}]", amount


def _of_options(scenario: Scenario) -> Iterator[tuple[str, str, OptionAmount | Unwinding]]:
    """Yield what options state, each with the option and the path."""
    for id, option in scenario.document.options.items():
        for name in ("amounts", "unwinding"):
            for position, row in enumerate(getattr(option, name)):
                yield id, f"options.{id}.{name}[{position}]", row


def lines(scenario: Scenario) -> Iterator[Finding]:
    """What comes without cooperation is an own line of one municipality."""
    for position, amount in enumerate(scenario.document.alone.amounts):
        path = f"alone.amounts[{position}]"
        line = LINES.get(amount.line)
        if line is not None and line.borne != "own":
            yield found("alone_line_joint", f"{path}.line", line=amount.line)
        if amount.municipality is None:
            yield found("alone_without_municipality", f"{path}.municipality", True)


def owners(scenario: Scenario) -> Iterator[Finding]:
    """An amount of one municipality is a participant's."""
    for id, path, row in _of_options(scenario):
        place = row.municipality
        if place in scenario.municipalities and place not in scenario.participants(id):
            yield found("amount_of_outsider", f"{path}.municipality", place=place)


def keys_of_amounts(scenario: Scenario) -> Iterator[Finding]:
    """A key of its own shares an amount of all, and asks no game for its answer."""
    for _, path, row in _of_options(scenario):
        if row.key is None:
            continue
        if row.municipality is not None:
            yield found("key_and_municipality", f"{path}.key", True)
        if set(parts_of_key(scenario.document.keys, row.key)) & set(BY_GAME):
            yield found("amount_by_game", f"{path}.key", given=row.key)


def years(scenario: Scenario) -> Iterator[Finding]:
    """An amount falls once or over years, and within the calculation."""
    first, last = scenario.years[0], scenario.years[-1]
    bounds = {"first": first, "last": last}
    for path, amount in _stated(scenario):
        start, end = amount.from_, amount.until
        if amount.year is not None:
            if start is not None or end is not None:
                yield found("year_and_years", f"{path}.year", True)
            if not first <= amount.year.value <= last:
                given = amount.year.value
                yield Finding("amount_outside", f"{path}.year", {"given": given, **bounds})
            continue
        if start is not None and start.value > last:
            yield Finding("amount_outside", f"{path}.from", {"given": start.value, **bounds})
        if end is not None and end.value < first:
            yield Finding("amount_outside", f"{path}.until", {"given": end.value, **bounds})
        if start is not None and end is not None and end.value < start.value:
            details = {"given": end.value, "start": start.value}
            yield Finding("until_before_from", f"{path}.until", details)
