"""Own work of the municipalities: posts, their scales, and overhead for everyone with posts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgdesign.quantities import Quantity
from orgdesign.scenario.checks.finding import Finding, exact_sum, found, most
from orgdesign.scenario.paths import child_path
from orgdesign.scenario.scenario import Scenario


def overhead(scenario: Scenario) -> Iterator[Finding]:
    """A municipality with posts has an overhead per fte: its own or the one for all."""
    table = scenario.document.overhead
    if table.per_fte is not None:
        return
    with_posts = {
        place
        for job in scenario.document.jobs.values()
        for place, fte in job.fte.items()
        if most(fte) > 0 and place in scenario.document.municipalities
    }
    lacking = [m for m in scenario.municipalities if m in with_posts - set(table.values or {})]
    if lacking:
        path = "overhead.per_fte" if table.values is None else "overhead.values"
        details = {"lacking": tuple(lacking), "among": "jobs", "beside": ("overhead.values",)}
        yield Finding("overhead_missing", path, details, True)


def posts_within_fte(scenario: Scenario) -> Iterator[Finding]:
    """Vacant and hired posts are part of the posts, not on top of them."""
    for id, job in scenario.document.jobs.items():
        for place in dict.fromkeys((*job.vacant, *job.hired)):
            parts = [table[place] for table in (job.vacant, job.hired) if place in table]
            fte = job.fte.get(place)
            total = exact_sum([fte]) if isinstance(fte, Quantity) else Decimal(0)
            within = exact_sum(parts)
            if within > total:
                name = "vacant" if place in job.vacant else "hired"
                details = {"sum": str(within), "fte": str(total), "place": place,
                           "beside": (f"jobs.{id}.fte.{place}",)}  # fmt: skip
                yield Finding("more_than_fte", f"jobs.{id}.{name}.{place}", details)


def scale_of_every_municipality(scenario: Scenario) -> Iterator[Finding]:
    """Scales by municipality are there for every municipality with posts."""
    for id, job in scenario.document.jobs.items():
        if isinstance(job.scale, str):
            continue
        for place, fte in job.fte.items():
            if most(fte) > 0 and place not in job.scale:
                path = child_path(f"jobs.{id}.scale", place)
                yield found("scale_missing", path, True, place=place)


def different_scales(scenario: Scenario) -> Iterator[Finding]:
    """Scales that differ by municipality need one for the joint posts."""
    for id, job in scenario.document.jobs.items():
        if isinstance(job.scale, dict) and job.joint_scale is None:
            scales = tuple(dict.fromkeys(job.scale.values()))
            if len(scales) > 1:
                yield found("joint_scale_missing", f"jobs.{id}.scale", True, scales=scales)
