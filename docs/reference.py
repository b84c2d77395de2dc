"""The reference of the scenario file: every table and key, from the schema's own docstrings."""

from __future__ import annotations

import builtins
import inspect
import tomllib
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal, TypeGuard, get_args, get_origin

from figures import absent, inputs

from orgdesign.allocation.games.registry import METHODS
from orgdesign.library.loader import form_ids, form_text, salary_table_ids
from orgdesign.quantities import Kind, Quantity, Setting
from orgdesign.records.marks import Spelling
from orgdesign.records.record import Field, Record, by_key, fields
from orgdesign.scenario.key_names import BUILT_IN
from orgdesign.scenario.schema.common import Table
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.game import GameFile, Player
from orgdesign.scenario.schema.help import field_help
from orgdesign.scenario.schema.options import Form, FormProperties, Option
from orgdesign.words import catalogue

INTRODUCTION = """\
# Reference of the scenario file

Every table and every key: `make docs` writes this page from the schema, and a test compares. \
How to work with the file is in the guides for finance staff ([Dutch](gids-financien.md), \
[English](guide-finance.md)).

A **number** may be written bare (`0.05`) or as a table with what is known about it \
(`{ value = 0.05, low = 0.03, high = 0.08, source = "assumed" }`), see \
[Quantity](#quantity). "By id" means a table whose keys you choose: lower-case words with \
underscores. "By municipality" means a table by the ids of `[municipalities]`. A key without a \
default and not marked *required* may be left out; what that means stands in its line.
"""

WORDS: Mapping[str, str] = {
    "bool": "true or false",
    "date": "date",
    "NoneType": "",
    "float": "plain number",
    "int": "whole number",
    "str": "text",
}


def reference() -> str:
    """Return the reference as Markdown."""
    parts = [INTRODUCTION, _section("Top of the file", Document)]
    for table, headings in tables().items():
        if table is Form:
            parts.append(
                _section("Properties of a form, that an option may override", FormProperties)
            )
        parts.append(_section(", ".join(f"`{heading}`" for heading in headings), table))
    parts += [_section("Quantity", Quantity), *_game(), _bundled()]
    return "\n".join(parts)


def _game() -> tuple[str, str]:
    """Return the sections of the other file: a game for `orgdesign game`."""
    return _section("A game, for `orgdesign game`", GameFile), _section("`[players.ID]`", Player)


@cache
def tables() -> dict[type[Record], tuple[str, ...]]:
    """Return every table below the document with its headings, in the order of the file."""
    found: dict[type[Record], tuple[str, ...]] = {}
    for heading, table in _tables_below(Document, ""):
        found[table] = (*found.get(table, ()), heading)
    return found


def _tables_below(table: type[Record], prefix: str) -> Iterator[tuple[str, type[Record]]]:
    for name, hint in _hints(table).items():
        for below, by_id, listed in _tables_in(hint):
            inner = f"{prefix}{name}.ID" if by_id else f"{prefix}{name}"
            yield f"[[{inner}]]" if listed else f"[{inner}]", below
            yield from _tables_below(below, f"{inner}.")


def _tables_in(
    hint: Any, by_id: bool = False, listed: bool = False
) -> Iterator[tuple[type[Record], bool, bool]]:
    """Yield the tables in a type: whether they are keyed by id, and whether they are a list."""
    if _is_table(hint):
        yield hint, by_id, listed
    origin = get_origin(hint)
    keyed, several = by_id or origin is dict, listed or origin is tuple
    for argument in get_args(hint) if origin is not Literal else ():
        yield from _tables_in(argument, keyed, several)


def _is_table(hint: Any) -> TypeGuard[type[Record]]:
    return inspect.isclass(hint) and issubclass(hint, Table)


def _hints(table: type[Record]) -> dict[str, Any]:
    """Return the types of a table's keys by the key as it is written."""
    return {key: field.type for key, field in by_key(table).items()}


def _section(title: str, table: type[Record]) -> str:
    written = by_key(table)
    meanings = {key: field_help(table)[field.name] for key, field in written.items()}
    inherited = set(fields(FormProperties)) if table in (Form, Option) else set()
    rows = [
        f"| `{key}` | {describe(hint)} | {_otherwise(table, key, written[key])} "
        f"| {meanings[key].replace('|', '/')} |"
        for key, hint in _hints(table).items()
        if key not in inherited
    ]
    about = (inspect.getdoc(table) or "").splitlines()[0]
    if inherited:
        about += " The properties of a form above can stand here too."
    head = "| key | what | default | meaning |\n|---|---|---|---|"
    return "\n".join([f"## {title}\n", f"{about}\n", head, *rows, ""])


def _otherwise(table: type[Record], key: str, field: Field) -> str:
    """Return the default of a key: its own, else that of the bundled facts or of the model."""
    if field.required:
        return "*required*"
    plain = field.default
    if plain not in (None, {}, ()) and not isinstance(plain, Record):
        return f"`{str(plain).lower() if isinstance(plain, bool) else plain}`"
    headings = ("options.ID",) if table is FormProperties else tables().get(table, ())
    found = next(filter(None, (_applied(heading.strip("[]"), key) for heading in headings)), "")
    return f"`{found}`" if found[:1].isdigit() else found


def _applied(table: str, key: str) -> str:
    """Return what holds in place of an absent figure; paths have ids in capitals."""
    for path, otherwise in inputs().values():
        parts = path.replace("[N]", "").split(".")
        if ".".join("ID" if part.isupper() else part for part in parts) == f"{table}.{key}":
            return otherwise
    return absent(f"{table}.{key}")


def describe(hint: Any) -> str:
    """Return a type of the schema in words, with unit and bounds."""
    within = get_args(hint)
    match get_origin(hint):
        case typing.Annotated:
            words = _annotated(*within)
        case typing.Union | types.UnionType:
            words = _either(dict.fromkeys(filter(None, map(describe, within))))
        case typing.Literal:
            words = ", ".join(f"`{word}`" for word in within)
        case builtins.dict:
            words = f"by id: {describe(within[1])}"
        case builtins.tuple:
            words = f"list: {describe(within[0])}"
        case _:
            words = "table" if _is_table(hint) else WORDS.get(hint.__name__, "number")
    return words


def _either(ways: Iterable[str]) -> str:
    """Return several ways to write a value; one for all or one for each is said once."""
    one, *others = ways
    return " or ".join([one, *(other.removesuffix(f": {one}") for other in others)])


def _annotated(of: Any, *facts: Any) -> str:
    for fact in facts:
        if isinstance(fact, Kind):
            return _number(fact)
        if isinstance(fact, Setting):
            return f"{describe(of)}, {_plain(fact.at_least)} to {_plain(fact.at_most)}"
    if any(isinstance(fact, Spelling) for fact in facts):
        patterns = [fact.pattern for fact in facts if isinstance(fact, Spelling)]
        return _text(str(patterns[0]) if patterns[0] else "")
    return describe(of)


def _number(kind: Kind) -> str:
    words = ["number", *([f"({kind.unit})"] if kind.unit else [])]
    ends = []
    if kind.above is not None:
        ends.append(f"above {_plain(kind.above)}")
    if kind.at_least is not None and abs(kind.at_least) < 1e9:
        ends.append(f"at least {_plain(kind.at_least)}")
    if kind.at_most is not None and kind.at_most < 1e6:
        ends.append(f"at most {_plain(kind.at_most)}")
    return ", ".join([" ".join(words), *ends, *(["whole"] if kind.whole else [])])


def _plain(number: float) -> str:
    return f"{number:.0f}" if float(number).is_integer() else f"{number:g}"


def _text(pattern: str) -> str:
    if "a-z_" in pattern or "a-z0-9_" in pattern:
        return "id"
    return {"GM": "code such as `GM0312`", "1,2": "scale such as `7` or `10A`"}.get(
        next((mark for mark in ("GM", "1,2") if mark in pattern), ""), "text"
    )


def _bundled() -> str:
    forms = [
        f"| `{form}` | {names['nl']} | {names['en']} |"
        for form in form_ids()
        for names in [tomllib.loads(form_text(form))["forms"][form]["name"]]
    ]
    head = "| id | in Dutch | in English |\n|---|---|---|"
    tables = "\n".join(f"- `{table}`" for table in salary_table_ids())
    return "\n".join(
        ["## Bundled forms\n", head, *forms, "",
         "## Keys that are always there\n", head, *_named(BUILT_IN), "",
         "## Methods that share a joint cost\n", head, *_named(METHODS), "",
         "## Bundled salary tables\n", tables, ""]
    )  # fmt: skip


def _named(keys: Iterable[str]) -> list[str]:
    names = catalogue("terms")
    return [f"| `{k}` | {names[f'key_{k}']['nl']} | {names[f'key_{k}']['en']} |" for k in keys]
