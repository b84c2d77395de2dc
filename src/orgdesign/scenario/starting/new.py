"""A commented starter file: a scenario that computes, every figure of it to be replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orgdesign.library.loader import salary_table_ids
from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.ids import as_id
from orgdesign.scenario.inline import inline
from orgdesign.scenario.json_schema import FILE
from orgdesign.scenario.starting import text as starter_text
from orgdesign.scenario.starting.known import Known
from orgdesign.scenario.starting.options import FORMS, option_blocks
from orgdesign.words import Language, catalogue, say

PRICE_LEVEL = 2024
"""The year of the prices of a starter; it counts from the year after."""
YEARS = 10
"""The years that a starter counts."""
ASSUMED_INHABITANTS = 25_000
"""Inhabitants of a municipality of which they are not known."""
_FALLBACK = (("Noord", 20_000), ("Zuid", 30_000))
_LONGEST_ID = 50
_LONGEST_NAME = 150
_LONGEST_TITLE = 200
_JOBS = (("administrator", "8", 10_000), ("adviser", "10", 25_000))
"""The jobs of a task, with their scale and for how many inhabitants one post."""


class _Place(NamedTuple):
    """A municipality: its id, name and inhabitants, and what is known of it."""

    id: str
    name: str
    inhabitants: int
    known: Known | None = None
    source: str = "assumed"


def starter(
    title: str = "",
    region: str = "",
    municipalities: Sequence[tuple[str, int | None]] = (),
    language: Language = "nl",
    tasks: Sequence[str] = (),
    forms: Sequence[str] = FORMS,
    start: int | None = None,
    known: Mapping[str, Known] | None = None,
) -> str:
    """Return a starter file with what is known; the rest is illustrative and says so.

    Municipalities are names with their inhabitants, None where they are not known; one that is
    among the known keeps their source. `forms` are ids of bundled forms, an option each; `start`
    is their first year.
    """
    places = _places(municipalities, known or {})
    largest = max(places, key=lambda place: place.inhabitants)
    words = _words(language, largest.name)
    given = tuple(task.strip()[:_LONGEST_NAME] for task in tasks if task.strip())
    named = given or (say("starter.task_name", language),)
    works = dict(zip(identifiers(named), named, strict=True))
    head = starter_text.HEAD.substitute(
        words,
        schema=FILE,
        title=inline(title.strip()[:_LONGEST_TITLE] or say("starter.title", language)),
        region=f"\nregion = {inline(region.strip()[:_LONGEST_TITLE])}" if region.strip() else "",
        price_level=PRICE_LEVEL,
        first_year=PRICE_LEVEL + 1,
        years=YEARS,
        sources="".join(_sources(places)),
        municipalities="\n".join(map(_municipality, places)),
        salary_table=salary_table_ids()[-1],
    )
    blocks = [words["about_tasks"] + "\n" + "\n".join(_tasks(works))]
    about_jobs = f"{words['about_jobs']}\n{words['about_posts']}\n"
    blocks += [about_jobs + "\n".join(_jobs(works, places, language))]
    options = option_blocks(forms, tuple(works), largest.id, start or PRICE_LEVEL + 2, words)
    blocks += [words["about_options"] + "\n" + "\n".join(options)]
    return "\n".join([head.rstrip("\n") + "\n", *blocks, starter_text.FOOT.substitute(words)])


def _words(language: Language, host: str) -> dict[str, str]:
    """Return the words of the starter as they stand in the file: comments, and quoted texts."""
    texts = {entry: say(f"starter.{entry}", language) for entry in catalogue("starter")}
    texts["host_name"] = say("starter.host_name", language, host=host)
    return {"language": language} | {
        entry: _comment(text) if entry.startswith("about") else inline(text)
        for entry, text in texts.items()
    }


def _comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in text.strip().split("\n"))


def _places(
    municipalities: Sequence[tuple[str, int | None]], known: Mapping[str, Known]
) -> list[_Place]:
    answered = [(name.strip()[:_LONGEST_NAME], number) for name, number in municipalities]
    given = [(name, number) for name, number in answered if name] or _FALLBACK
    names = _distinct(name for name, _ in given)
    named = [(name, number) for name, (_, number) in zip(names, given, strict=True)]
    ids = identifiers(names)
    return [_place(id, name, number, known) for id, (name, number) in zip(ids, named, strict=True)]


def _distinct(names: Iterable[str]) -> list[str]:
    """Return names that differ, letter case aside: a second Bergen becomes Bergen (2)."""
    found: dict[str, str] = {}
    for name in names:
        again = (f"{name} ({number})" for number in range(2, len(found) + 3))
        free = next(each for each in (name, *again) if each.casefold() not in found)
        found[free.casefold()] = free
    return list(found.values())


def _place(id: str, name: str, number: int | None, known: Mapping[str, Known]) -> _Place:
    found = known.get(name)
    if found and number in (None, found.inhabitants):
        return _Place(id, name, found.inhabitants, found, found.source_id)
    return _Place(id, name, number or ASSUMED_INHABITANTS)


def _sources(places: Sequence[_Place]) -> Iterable[str]:
    """Yield the sources of what is known; the first of an id counts."""
    sources = {place.source: place.known.source for place in places if place.known}
    for id, table in sources.items():
        lines = "".join(f"{key} = {inline(value)}\n" for key, value in table.items())
        yield f"[sources.{id}]\n{lines}\n"


def _municipality(place: _Place) -> str:
    code = f'code = "{place.known.code}", ' if place.known and place.known.code else ""
    inhabitants = f'{{ value = {place.inhabitants:_}, source = "{place.source}" }}'
    return f"{place.id} = {{ name = {inline(place.name)}, {code}inhabitants = {inhabitants} }}"


def _tasks(works: Mapping[str, str]) -> Iterable[str]:
    return (starter_text.TASK.substitute(id=id, name=inline(name)) for id, name in works.items())


def _jobs(works: Mapping[str, str], places: Sequence[_Place], language: Language) -> Iterable[str]:
    """Yield illustrative jobs of each task: one post for so many inhabitants."""
    for task, name in works.items():
        for job, scale, inhabitants in _JOBS:
            posts = (f"{p.id} = {max(0.1, round(p.inhabitants / inhabitants, 1))}" for p in places)
            yield starter_text.JOB.substitute(
                id=f"{task}_{job}",
                name=inline(say(f"starter.{job}_name", language, task=name)[:_LONGEST_NAME]),
                task=task,
                scale=scale,
                posts=", ".join(posts),
            )


def identifiers(names: Iterable[str]) -> tuple[str, ...]:
    """Return an id for each name, all different: `'s-Hertogenbosch` becomes `s_hertogenbosch`."""
    found: list[str] = []
    for name in names:
        plain = as_id(name)[:_LONGEST_ID]
        again = (f"{plain}_{number}" for number in range(2, len(found) + 3))
        taken = {*found, *QUANTITY_WORDS}
        found.append(plain if plain not in taken else next(x for x in again if x not in taken))
    return tuple(found)
