"""The export set: every table in every format, the register, the resolved file and a manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from orgdesign.export.booklet import Booklet, Picture
from orgdesign.export.registry import DOCUMENTS, EXTENSIONS, FORMATS
from orgdesign.export.studies import OF_OPTION, makers
from orgdesign.identity.call import arguments
from orgdesign.identity.identified import Identifier
from orgdesign.model.result import Result
from orgdesign.scenario.plain import plain_copy
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.by_name import Maker
from orgdesign.tables.settings import Settings, settings_for, shown_options
from orgdesign.tables.table import Table

MANIFEST = "MANIFEST.json"
RESOLVED = "resolved.toml"
UNMASKED = (RESOLVED,)
"""Files of the set that hold every figure of people, whatever is masked in the others."""
DOCUMENT = "tables"
"""The name, without its end, of what holds all tables."""
PICTURED = ("svg", "png", "html", "docx")
"""The formats in which there are pictures."""
FORMS = (*(form for form in FORMATS if form not in DOCUMENTS), *DOCUMENTS, "svg", "png")
"""The formats of the set: pages, workbooks and memos hold all tables, others one each."""
WHEN_NAMED = ("compare", "stability_chance")
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
    every = makers(scenario)
    asked = tuple(id for id in scenario.document.tables if id in every)
    left_out = (*asked, *(id for id in WHEN_NAMED if id not in only))
    for id in (*asked, *(id for id in every if id not in left_out)):
        if only and id not in only:
            continue
        settings_of = settings_for(scenario, id, **changes)
        for name, table, settings in _made(every[id], id, result, settings_of):
            if table.rows or id in _NEWS_WHEN_EMPTY:
                yield Entry(name, identifier.identified(table, settings), settings)


def _made(make: Maker, id: str, result: Result, settings: Settings) -> Iterator[Entry]:
    """Yield a table, once for each option where it is of one."""
    if id not in OF_OPTION or len(result.scenario.options) < 2:
        yield Entry(id, make(result, settings), settings)
        return
    for option in shown_options(result.scenario, settings):
        each = settings.change(options=(option,))
        yield Entry(f"{id}-{option}", make(result, each), each)


def booklet(
    result: Result, tables: Sequence[Entry], pictures: Mapping[str, Picture] | None = None
) -> Booklet:
    """Return all tables of the set as one document, with pictures by the name of their table."""
    about, settings = result.scenario.document.scenario, tables[0].settings
    shown = pictures or {}
    return Booklet(
        about.title,
        tuple(entry.table for entry in tables),
        settings.language,
        settings.numbers,
        about.status,
        {at: shown[entry.name] for at, entry in enumerate(tables) if entry.name in shown},
        result,
        tuple(entry.settings for entry in tables),
        tuple(entry.name for entry in tables),
    )


def pictures(tables: Sequence[Entry]) -> dict[str, Picture]:
    """Return the pictures of the tables that have one, by the name of the table."""
    from orgdesign.export.pictures.registry import picture

    found = {entry.name: picture(entry.table, entry.name) for entry in tables}
    return {name: each for name, each in found.items() if each is not None}


def files(
    whole: Booklet,
    tables: Sequence[Entry],
    forms: Sequence[str],
    template: bytes | None = None,
    others: Mapping[str, bytes] | None = None,
    *,
    public: bool = False,
) -> dict[str, bytes]:
    """Return the files of the set by name, others among them, the manifest last.

    Where it is `public`, without those that hold unmasked figures of people.
    """
    assert whole.result is not None
    scenario = whole.result.scenario
    made = {**(others or {})} | {
        f"{entry.name}.{EXTENSIONS.get(form, form)}": FORMATS[form](entry.table).encode()
        for entry in tables
        for form in forms
        if form in FORMATS and form not in DOCUMENTS
    }
    for picture in whole.pictures.values():
        both = {"svg": picture.svg, "png": picture.png}
        made |= {f"{picture.name}.{form}": both[form] for form in forms if form in both}
    for form in forms:
        if form == "docx" and template is not None:
            from orgdesign.export.document import document

            made[f"{DOCUMENT}.docx"] = document(whole, template)
        elif form in DOCUMENTS:
            made[f"{DOCUMENT}.{form}"] = DOCUMENTS[form](whole)
    if not public:
        made[RESOLVED] = resolved(scenario).encode()
    made[MANIFEST] = manifest(scenario, tables, made, whole.pictures).encode()
    return made


def resolved(scenario: Scenario) -> str:
    """Return a scenario as one file that extends no other: what the tables came from."""
    import tomli_w

    return tomli_w.dumps(plain_copy(scenario.raw))


def manifest(
    scenario: Scenario,
    tables: Sequence[Entry],
    made: Mapping[str, bytes],
    shown: Mapping[int, Picture],
) -> str:
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
        "mask_below": tables[0].settings.mask_below,
        "not_for_publication": list(unmasked(made, tables[0].settings.mask_below)),
        "pictures": {tables[at].name: picture.title for at, picture in shown.items()},
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


def unmasked(names: Iterable[str], mask_below: float) -> tuple[str, ...]:
    """Return the files that hold what is masked in the others; none where nothing is masked."""
    return tuple(name for name in names if mask_below and name in UNMASKED)


def digest(data: bytes) -> str:
    """Return SHA-256 of the bytes of a file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
