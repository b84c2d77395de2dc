"""Which figures of the file count people, and which are masked where the tables of people are."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model.result import Result
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables.people.mask import small
from orgdesign.tables.people.sums import Place, secret
from orgdesign.tables.settings import Settings

_OF_A_JOB = (
    ("staffing_by_job", ("before", "demand", "local", "brought_in", "changing_employer")),
    ("vulnerability", ("filled_alone",)),
)
"""Columns by municipality and job that follow from the figures of that job there alone."""
_OF_AN_OPTION = {
    "coordination_fixed_fte": "coordination_posts",
    "coordination_fte_per_participant": "coordination_posts",
    "span_of_control": "manager_posts",
    "posts": "further_posts",
}
"""Figures of an option, and the row of the joint body that follows from each."""


def counts_people(scenario: Scenario, path: str) -> bool:
    """Return whether a figure counts posts or people at work: what is in fte, and `persons`."""
    figure, parts = scenario.figures[path], split_path(path)
    kind = kind_at(parts)
    in_fte = "fte" in (kind.unit if kind else "", figure.unit, _own_unit(scenario, path))
    return in_fte or (parts[0] == "jobs" and parts[2] == "persons")


def _own_unit(scenario: Scenario, path: str) -> str | None:
    table, id, *_ = (*split_path(path), "")
    own = scenario.document.figures.get(str(id)) if table == "figures" else None
    return own.unit if own else None


def masked_figures(result: Result, settings: Settings) -> frozenset[str]:
    """Return the paths of the figures that are masked where tables with these settings are.

    Those of people that are above zero and below the threshold, and those from which what the
    tables of people mask would follow, in any of the options that are shown. The register has
    the figures of all municipalities, whichever the tables show.
    """
    if not settings.mask_below:
        return frozenset()
    scenario, masked = result.scenario, set(_masked(result, settings))
    return frozenset(
        path
        for path, figure in scenario.figures.items()
        if not masked.isdisjoint(_followers(scenario, path))
        or (small(figure.value, settings.mask_below) and counts_people(scenario, path))
    )


def _masked(result: Result, settings: Settings) -> Iterator[tuple[str, Place]]:
    """Yield what is masked in the tables of people, of an option and, without its id, of any."""
    for option in settings.options or result.scenario.options or (ALONE,):
        for municipalities in dict.fromkeys((settings.municipalities, ())):
            asked = settings.change(options=(option,), municipalities=municipalities)
            for place in secret(result, asked):
                yield from ((option, place), ("", place))


def _followers(scenario: Scenario, path: str) -> Iterator[tuple[str, Place]]:
    """Yield the cells that follow from a figure: of any option, or of the one it belongs to."""
    table, id, *rest = (str(part) for part in split_path(path))
    if table == "jobs" and len(rest) == 2 and counts_people(scenario, path):
        for name, columns in _OF_A_JOB:
            yield from (("", Place(name, f"{rest[1]}.{id}", column)) for column in columns)
    elif table == "options" and rest[0] in _OF_AN_OPTION:
        yield id, Place("staffing", _OF_AN_OPTION[rest[0]], "joint")
    elif table == "options" and rest[0] == "client_fte":
        places = rest[1:] or scenario.municipalities
        yield from ((id, Place("staffing", place, "client")) for place in places)
    elif table == "options" and rest[0] == "joint_fte":
        yield id, Place("placement_posts", rest[-1], "posts")
