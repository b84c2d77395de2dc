"""Overhead beside what was published, and what its definition counts twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from orgdesign.notes.note import Note, Number, Published
from orgdesign.notes.survey import Survey

Treated = Literal["included", "excluded", "silent"]
"""How the definition of the overhead treats something."""

_MANAGERS = re.compile(r"leidinggev|management|manager|teamleid|supervis", re.IGNORECASE)
_MANAGER = re.compile(r"leidinggev|teamleid|afdelingshoofd|team.?(lead|manager)", re.IGNORECASE)
"""What a post of a manager is called; a contract manager is none."""
_PURCHASING = re.compile(r"inkoop|inkoper|contract.?(beheer|manage)|purchas|procure", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(zonder|excl\w*|behalve|niet|without|except|not)\b", re.IGNORECASE)
_WITH = re.compile(r"\b(met|incl\w*|with)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;.:()]")


def treatment(definition: str, what: re.Pattern[str]) -> Treated:
    """Return whether a definition includes something: the nearest `with` or `without` before it."""
    for clause in _CLAUSE.split(definition):
        found = what.search(clause)
        if found is None:
            continue
        before = clause[: found.start()]
        without = max((word.start() for word in _WITHOUT.finditer(before)), default=-1)
        included = max((word.start() for word in _WITH.finditer(before)), default=-1)
        return "excluded" if without > included else "included"
    return "silent"


def unusual_overhead(survey: Survey) -> Iterator[Note]:
    """Yield the overhead rates outside what was published."""
    primary = Published("ranges", "overhead_per_fte_primary")
    for path in survey.own:
        if not _is_rate(path):
            continue
        value = survey.scenario.figures[path].value
        if primary.facts["low"] <= value <= primary.facts["high"]:
            continue
        yield Note.at(
            survey.scenario,
            "overhead",
            path,
            figure=path,
            value=Number(value, "euros"),
            price_level=survey.scenario.document.scenario.price_level,
            published=primary,
            whole_formation=Published("ranges", "overhead_per_fte_total"),
        )


def _is_rate(path: str) -> bool:
    shared = path == "overhead.per_fte" or path.startswith("overhead.values.")
    return shared or path.endswith(".overhead_per_fte")


def counted_twice(survey: Survey) -> Iterator[Note]:
    """Yield what stands in the scenario and, by its definition, in the overhead as well."""
    definition = survey.scenario.document.overhead.definition or ""
    if not any(_is_rate(path) for path in survey.own):
        return
    for code, what, names in (
        ("managers", _MANAGERS, tuple(_managers(survey))),
        ("purchasing", _PURCHASING, tuple(_jobs(survey, _PURCHASING))),
    ):
        treated = treatment(definition, what)
        if not names or treated == "excluded":
            continue
        path = "overhead.definition" if definition else "overhead"
        known = "twice" if treated == "included" else "perhaps_twice"
        yield Note.at(
            survey.scenario,
            f"{code}_{known}",
            path,
            names=names,
            published=Published("ranges", "overhead_share"),
        )


def _managers(survey: Survey) -> Iterator[str]:
    """Yield the options with managers, and the jobs and posts that are managers."""
    for option in survey.cooperating:
        span = survey.scenario.property(option, "span_of_control")
        posts = survey.scenario.document.options[option].posts
        if (span and span.value > 0) or any(_MANAGER.search(post.name) for post in posts):
            yield survey.name(option)
    yield from _jobs(survey, _MANAGER)


def _jobs(survey: Survey, what: re.Pattern[str]) -> Iterator[str]:
    for id, job in survey.scenario.document.jobs.items():
        if what.search(job.name) or what.search(id):
            yield job.name
