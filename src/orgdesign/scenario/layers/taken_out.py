"""An id that is missing because it was taken out: the fault names what took it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from orgdesign.scenario.paths import Parts, PathError, holds, join_path, split_path
from orgdesign.scenario.problems import Place, Problem

TABLES_OF = {"keys": ("keys", "figures"), "shares": ("keys", "figures")}
"""The tables that give the ids of a kind, where they are not one table of that name."""


class Removal(NamedTuple):
    """A path taken out: the tables before that, and the place of the `remove`."""

    before: Mapping[str, Any]
    place: Place | None = None
    """None where it was tried."""


def naming_removals(
    problems: Iterable[Problem], removals: Mapping[Parts, Removal]
) -> Iterator[Problem]:
    """Yield problems; one of an id that was taken out tells by what, instead of a similar id."""
    for problem in problems:
        told = next((t for parts in _missing(problem) for t in _told(parts, removals)), {})
        yield problem._replace(details={**problem.details, **told})


def _missing(problem: Problem) -> Iterator[Parts]:
    """Yield the paths of which one would have to be there for a problem not to be."""
    given, among = problem.details.get("given"), problem.details.get("among")
    if among is not None:
        yield from ((table, str(given)) for table in TABLES_OF.get(str(among), (str(among),)))
    elif problem.code == "unknown_figure_path":
        try:
            yield split_path(str(given))
        except PathError:
            return


def _told(parts: Parts, removals: Mapping[Parts, Removal]) -> Iterator[dict[str, str | None]]:
    """Yield what is told of a path that was there until it was taken out, or what is around it."""
    for out, (before, place) in removals.items():
        named = parts[: max(len(out), 2)]
        if parts[: len(out)] == out and holds(before, named):
            remover = f"{place.file}:{place.line}" if place else None
            yield {"removed": join_path(named), "remover": remover, "suggestion": None}
