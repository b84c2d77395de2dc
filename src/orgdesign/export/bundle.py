"""The export set: every table in every format, the register, the resolved file and a manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from orgdesign.export.booklet import Booklet
from orgdesign.export.registry import DOCUMENTS, EXTENSIONS, FORMATS
from orgdesign.identity.call import arguments
from orgdesign.identity.identified import Identifier
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.asked_for import asked_for, of_measures
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Settings, settings_for
from orgdesign.tables.table import Table

MANIFEST = "MANIFEST.json"
RESOLVED = "resolved.toml"
DOCUMENT = "tables"
"""The name, without its end, of what holds all tables."""
FORMS = (*(form for form in FORMATS if form not in DOCUMENTS), *DOCUMENTS)
"""The formats of the set: pages, workbooks and memos hold all tables, others one each."""
_WHEN_NAMED = ("compare", "stability_chance")
"""Tables that are in the set only where they are named: one that others repeat, a slow one."""
_NEWS_WHEN_EMPTY = ("gaps",)
"""Tables that say something where they have no rows: nothing was left out."""


class Entry(NamedTuple):
    """A table of the set: the name of its files, the table, and with what it was made."""

    name: str
    table: Table
    settings: Settings


def entries(result: Result, only: Sequence[str] = (), **changes: Any) -> Iterator[Entry]:
    """Yield the tables of the set: those that the file asks for, then the rest of the registry.

    Where some are named, only those. What is of one option is there once for each option;
    what has nothing to show is left out.
    """
    scenario, identifier = result.scenario, Identifier(result.scenario)
    own = of_measures(scenario)
    asked = tuple(id for id in scenario.document.tables if id in (*TABLES, *own))
    left_out = (*asked, *(id for id in _WHEN_NAMED if id not in only))
    for id in (*asked, *(id for id in TABLES if id not in left_out)):
        if only and id not in only:
            continue
        make = TABLES.get(id) or partial(asked_for, id=id)
        for name, table, settings in _made(make, id, result, settings_for(scenario, id, **changes)):
            if table.rows or id in _NEWS_WHEN_EMPTY:
                yield Entry(name, identifier.identified(table, settings), settings)


def _made(
    make: Callable[[Result, Settings], Table], id: str, result: Result, settings: Settings
) -> Iterator[Entry]:
    """Yield a table, once for each option where its title says that it is of one."""
    of_each = {option: settings.change(options=(option,)) for option in result.scenario.options}
    first = [make(result, each) for each in list(of_each.values())[:2]]
    if len({table.title for table in first}) < 2:
        yield Entry(id, make(result, settings), settings)
        return
    for at, (option, each) in enumerate(of_each.items()):
        table = first[at] if at < len(first) else make(result, each)
        yield Entry(f"{id}-{option}", table, each)


def booklet(result: Result, tables: Sequence[Entry]) -> Booklet:
    """Return all tables of the set as one document."""
    about, settings = result.scenario.document.scenario, tables[0].settings
    return Booklet(
        about.title,
        tuple(entry.table for entry in tables),
        settings.language,
        settings.numbers,
        about.status,
        (),
        result,
        tuple(entry.settings for entry in tables),
    )


def files(
    result: Result,
    tables: Sequence[Entry],
    forms: Sequence[str],
    template: bytes | None = None,
    others: Mapping[str, bytes] | None = None,
) -> dict[str, bytes]:
    """Return the files of the set by name, others among them, the manifest last."""
    made = {**(others or {})} | {
        f"{entry.name}.{EXTENSIONS.get(form, form)}": FORMATS[form](entry.table).encode()
        for entry in tables
        for form in forms
        if form not in DOCUMENTS
    }
    whole = booklet(result, tables)
    for form in forms:
        if form == "docx" and template is not None:
            from orgdesign.export.document import document

            made[f"{DOCUMENT}.docx"] = document(whole, template)
        elif form in DOCUMENTS:
            made[f"{DOCUMENT}.{form}"] = DOCUMENTS[form](whole)
    made[RESOLVED] = resolved(result.scenario).encode()
    made[MANIFEST] = manifest(result.scenario, tables, made).encode()
    return made


def resolved(scenario: Scenario) -> str:
    """Return a scenario as one file that extends no other: what the tables came from."""
    import tomli_w

    return tomli_w.dumps(_plain(scenario.raw))


def _plain(value: Any) -> Any:
    """Return a value with lists where it has tuples, as TOML takes them."""
    if isinstance(value, Mapping):
        return {key: _plain(below) for key, below in value.items()}
    return [_plain(below) for below in value] if isinstance(value, list | tuple) else value


def manifest(scenario: Scenario, tables: Sequence[Entry], made: Mapping[str, bytes]) -> str:
    """Return what is in the set, with digests, and how each table is made again."""
    first = tables[0].table.identity
    assert first is not None
    about = scenario.document.scenario
    found = {
        "made_by": "orgdesign",
        "program": first.program,
        "formulas": first.formulas,
        "scenario": about.title,
        "status": about.status,
        "inputs": first.inputs,
        "texts": first.texts,
        "tables": {entry.name: _of_table(scenario, entry) for entry in tables},
        "files": {name: digest(data) for name, data in sorted(made.items())},
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _of_table(scenario: Scenario, entry: Entry) -> dict[str, str]:
    identity = entry.table.identity
    assert identity is not None
    return {
        "table": entry.table.id,
        "title": entry.table.title,
        "reference": identity.reference,
        "result": identity.result,
        "options": arguments(scenario, entry.table.id, entry.settings),
    }


def digest(data: bytes) -> str:
    """Return SHA-256 of the bytes of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
