"""Plans: work that waits for other work of the plan, without a circle, on dates that fit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from orgdesign.scenario.checks.finding import Finding, found, least, most
from orgdesign.scenario.plan_pieces import circles as circles_of
from orgdesign.scenario.plan_pieces import meant, pieces
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.plans import Plan
from orgdesign.scenario.suggestions import suggest

_FIRST, _LAST = datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)
LONGEST = 1200
"""Months that the work of one stream may take; more is a slip of the pen."""


def needs(scenario: Scenario) -> Iterator[Finding]:
    """What work waits for is work, or a stream, of the same plan."""
    for id, plan in scenario.document.plans.items():
        known = tuple(pieces(plan))
        for path, stream, given in _waits(plan, f"plans.{id}.streams"):
            if not meant(plan, stream, given):
                near = suggest(given, (*plan.streams[stream].work, *plan.streams, *known))
                details = {"typed": given, "known": known, "among": "plans", "suggestion": near}
                yield Finding("unknown_work", path, details)


def _waits(plan: Plan, above: str) -> Iterator[tuple[str, str, str]]:
    """Yield what each stream and each piece waits for: its path, the stream, and what is typed."""
    for stream, table in plan.streams.items():
        for position, given in enumerate(table.after):
            yield f"{above}.{stream}.after[{position}]", stream, given
        for work, piece in table.work.items():
            for position, given in enumerate(piece.after):
                yield f"{above}.{stream}.work.{work}.after[{position}]", stream, given


def circles(scenario: Scenario) -> Iterator[Finding]:
    """No work waits for itself, by way of other work or of the order in its stream."""
    for id, plan in scenario.document.plans.items():
        for way in circles_of(pieces(plan)):
            stream, _, work = way[0].partition(".")
            path = f"plans.{id}.streams.{stream}.work.{work}"
            chain = " < ".join((*way, way[0]))
            yield found("plan_circle", path, True, id=way[0], chain=chain)


def dates(scenario: Scenario) -> Iterator[Finding]:
    """Dates lie in centuries that people plan in, and none before the plan begins."""
    for id, plan in scenario.document.plans.items():
        if not _FIRST <= plan.from_ <= _LAST:
            yield found("plan_date_far", f"plans.{id}.from", given=plan.from_.isoformat())
            continue
        for path, date in _dates(plan, f"plans.{id}"):
            details = {"given": date.isoformat(), "start": plan.from_.isoformat()}
            if date < plan.from_:
                yield Finding("plan_date_early", path, details)
            elif date > _LAST:
                yield Finding("plan_date_far", path, details)


def _dates(plan: Plan, above: str) -> Iterator[tuple[str, datetime.date]]:
    given = [(f"{above}.ready_by", plan.ready_by)]
    for stream, table in plan.streams.items():
        path = f"{above}.streams.{stream}"
        given.append((f"{path}.from", table.from_))
        given += [(f"{path}.work.{id}.from", work.from_) for id, work in table.work.items()]
    yield from ((path, date) for path, date in given if date is not None)


def merged(scenario: Scenario) -> Iterator[Finding]:
    """Merging duplicates leaves no more units than there were."""
    for id, plan in scenario.document.plans.items():
        for piece in pieces(plan).values():
            before, after = piece.work.units_found, piece.work.units
            if before is not None and after.value > before.value:
                work = piece.id.partition(".")[2]
                path = f"plans.{id}.streams.{piece.stream}.work.{work}.units"
                yield found("more_than_found", path, units=after.value, found=before.value)


def lengths(scenario: Scenario) -> Iterator[Finding]:
    """The work of a stream does not last for more than a century."""
    for id, plan in scenario.document.plans.items():
        for stream, table in plan.streams.items():
            units = sum(most(work.units) for work in table.work.values())
            months = Decimal(units) / Decimal(least(table.per_month))
            if months > LONGEST:
                path = f"plans.{id}.streams.{stream}.per_month"
                yield found("plan_too_long", path, months=f"{months:.0f}", units=units)
