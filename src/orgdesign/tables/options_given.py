"""What only some options give: rows that are there where one of them has something to say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.scenario.schema.options import Option
from orgdesign.tables.build import municipality_name
from orgdesign.tables.notes import pool_name
from orgdesign.words import Language, say

PLAIN = ("workplace", "then", "systems")
"""What an option says once."""
KEYED = ("work_plan", "joint_fte", "no_amount", "votes", "programme_effect")
"""What an option says of a task, a job, a line of the bill, a participant or a budget."""
POSTS = "posts"


def is_given(row: str) -> bool:
    """Return whether a row is one of these: the app does not change them, the file does."""
    return re.split(r"[.\[]", row)[0] in (*PLAIN, *KEYED, POSTS)


def given_rows(
    scenario: Scenario, options: Sequence[str], language: Language
) -> Iterator[tuple[str, str]]:
    """Yield the rows that some option fills: the end of the path of each, and its title."""
    tables = [scenario.document.options[each] for each in options if each != ALONE]
    for name in PLAIN:
        if any(getattr(table, name) is not None for table in tables):
            yield name, say(f"fields.{name}", language)
    for name in KEYED:
        for key in _keys(tables, name):
            about = _about(scenario, name, key, language)
            yield f"{name}.{key}", f"{say(f'fields.{name}', language)}: {about}"
    for at in range(max((len(table.posts) for table in tables), default=0)):
        yield f"{POSTS}[{at}]", say("interface.post_number", language, number=at + 1)


def key_rows(
    scenario: Scenario, options: Sequence[str], pools: Sequence[str], language: Language
) -> Iterator[tuple[str, str]]:
    """Yield the rows of keys: of every pool, then of the lines to which some option gives one."""
    tables = [scenario.document.options[each] for each in options if each != ALONE]
    for shared in dict.fromkeys((*pools, *_keys(tables, "keys"))):
        yield f"keys.{shared}", f"{say('interface.key', language)}: {pool_name(shared, language)}"


def _keys(tables: Sequence[Option], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for table in tables for key in getattr(table, name)))


def _about(scenario: Scenario, name: str, key: str, language: Language) -> str:
    """Return what a key of a table is called: the task, the job, the line, and so on."""
    document = scenario.document
    if name == "no_amount":
        return say(f"terms.{key}", language)
    if name == "votes":
        return municipality_name(scenario, key)
    if name == "programme_effect":
        return document.budgets[key].name
    return (document.jobs if name == "joint_fte" else document.tasks)[key].name
