"""Ids by name: who types the name of something where its id belongs is told the id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import tomli

from orgdesign.library import loader
from orgdesign.lines import LINES, ONE_OFF, RUNNING
from orgdesign.measures import MEASURES, PEOPLE
from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.ids import as_id
from orgdesign.scenario.key_names import ALL, ALWAYS, POOLS
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.shape import at, named_by_keys, named_by_text
from orgdesign.words import LANGUAGES, say

Names = Callable[[str], Iterable[tuple[str, str]]]
"""Gives the ids of a table of the file, each with the name of what it stands for."""


def names_of(tables: Any) -> Names:
    """Return the ids and names of what tables hold, plain or typed."""

    def names(table: str) -> Iterator[tuple[str, str]]:
        found = _part(tables, table)
        for id, held in found.items() if isinstance(found, Mapping) else ():
            if table != "municipalities" or id not in QUANTITY_WORDS:
                yield from ((id, word) for word in (id, *_words(_part(held, "name"))))

    return names


def _words(name: Any) -> Iterator[str]:
    """Yield a name in each language in which it is given."""
    given = [name] if isinstance(name, str) else [_part(name, each) for each in LANGUAGES]
    return (word for word in given if isinstance(word, str))


def _part(table: Any, name: str) -> Any:
    """Return what a plain or a typed table holds under a name, None where nothing."""
    return table.get(name) if isinstance(table, Mapping) else getattr(table, name, None)


def table_named(parts: Parts, key: bool) -> str | None:
    """Return the table whose ids the text at a path names, or the key there; None where none."""
    if key:
        return named_by_keys(at(parts[:-1]))
    return named_by_text(at(parts))


def ids_of(table: str, names: Names) -> tuple[str, ...]:
    """Return the ids that may stand where those of a table belong."""
    return tuple(dict.fromkeys(id for id, _ in _known(table, names)))


def id_named(typed: str, table: str, names: Names) -> str | None:
    """Return the id of what a text is the id or the name of, whatever its capitals and accents.

    None where there is no such thing, or more than one.
    """
    sought = as_id(typed)
    known = list(_known(table, names))
    if any(id == sought for id, _ in known):
        return sought
    found = dict.fromkeys(id for id, name in known if as_id(name) == sought)
    return next(iter(found)) if len(found) == 1 else None


def _known(table: str, names: Names) -> Iterator[tuple[str, str]]:
    """Yield the ids that can stand where those of a table belong, each with a name of it."""
    if table in ("keys", "shares"):
        yield from _spoken((id, f"terms.key_{id}") for id in ALWAYS)
        yield from names("keys")
        yield from names("figures")
    elif table == "measures":
        yield from _spoken((id, f"terms.measure_{id}") for id in MEASURES)
        yield from _spoken((id, f"interface.{id}") for id in PEOPLE)
    elif table == "lines":
        yield from _spoken((id, f"terms.{id}") for id in LINES)
    elif table == "pools":
        yield from _spoken((id, f"terms.pool_{id}") for id in (*POOLS, ALL))
        yield from _spoken((id, f"terms.{id}") for id in (*RUNNING, *ONE_OFF))
    elif table == "forms":
        yield from names("forms")
        yield from _bundled_forms()
    else:
        yield from names(table)


def _spoken(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for id, entry in entries:
        yield id, id
        yield from ((id, say(entry, language)) for language in LANGUAGES)


@cache
def _bundled_forms() -> tuple[tuple[str, str], ...]:
    """Return the bundled forms with their names, and with those of the sort that they are."""
    found = []
    for id in loader.form_ids():
        form = tomli.loads(loader.form_text(id))["forms"][id]
        found += [(id, id), *((id, word) for word in _words(form["name"]))]
        found += [(id, say(f"terms.sort_{form['kind']}", language)) for language in LANGUAGES]
    return tuple(found)
