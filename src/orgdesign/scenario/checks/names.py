"""Names: tables and commands tell things apart by them."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.scenario import Scenario


def same_municipalities(scenario: Scenario) -> Iterator[Finding]:
    """A code and a name are of one municipality: tables and commands tell them apart by these."""
    seen: dict[tuple[str, str], str] = {}
    for id, municipality in scenario.document.municipalities.items():
        for field in ("code", "name"):
            given: str | None = getattr(municipality, field)
            first = id if given is None else seen.setdefault((field, given.casefold()), id)
            if first != id:
                yield found(f"same_{field}", f"municipalities.{id}.{field}", given=given, id=first)


def same_names(scenario: Scenario) -> Iterator[Finding]:
    """An option, a task or a key has a name of its own, and a job in its task."""
    document = scenario.document
    named = [
        *(("options", id, option.name, "") for id, option in document.options.items()),
        *(("tasks", id, task.name, "") for id, task in document.tasks.items()),
        *(("keys", id, key.name, "") for id, key in document.keys.items()),
        *(("jobs", id, job.name, job.task) for id, job in document.jobs.items()),
    ]
    seen: dict[tuple[str, ...], str] = {}
    for table, id, name, task in named:
        first = seen.setdefault((table, name.casefold(), task), id)
        if first != id:
            yield found("same_name_here", f"{table}.{id}.name", given=name, id=f"{table}.{first}")
