"""People: jobs that suit them, how many they are, and how far they travel."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, exact_sum, found, least
from orgdesign.scenario.paths import child_path
from orgdesign.scenario.scenario import Scenario


def suitable_jobs(scenario: Scenario) -> Iterator[Finding]:
    """A suitable job is another one: who keeps the same job follows it."""
    for id, job in scenario.document.jobs.items():
        for position, other in enumerate(job.suitable_for):
            if other == id:
                yield found("suitable_for_itself", f"jobs.{id}.suitable_for[{position}]")


def persons(scenario: Scenario) -> Iterator[Finding]:
    """People are counted where posts are filled by people of their own."""
    for id, job in scenario.document.jobs.items():
        for place, count in job.persons.items():
            taken = [table[place] for table in (job.vacant, job.hired) if place in table]
            fte = [job.fte[place]] if place in job.fte else []
            if least(count) > 0 and exact_sum(fte) <= exact_sum(taken):
                path = child_path(f"jobs.{id}.persons", place)
                beside = tuple(f"jobs.{id}.{name}.{place}" for name in ("fte", "vacant", "hired"))
                yield found("persons_without_fte", path, place=place, beside=beside)


def distances(scenario: Scenario) -> Iterator[Finding]:
    """A distance is given once, between two different municipalities."""
    given = scenario.document.distances
    for start, table in given.items():
        for end in table:
            path = child_path(f"distances.{start}", end)
            if start == end:
                yield found("distance_to_itself", path, True, place=start)
            elif start in given.get(end, {}) and list(given).index(end) < list(given).index(start):
                yield found("distance_twice", path, True, start=start, end=end)
