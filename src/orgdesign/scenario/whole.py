"""A scenario with what was tried on it as one whole file, that extends no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from orgdesign.scenario.gallery import scenario_folder
from orgdesign.scenario.inline import inline
from orgdesign.scenario.json_schema import FILE
from orgdesign.scenario.layers.extends import follow
from orgdesign.scenario.layers.overlay import read_overrides
from orgdesign.scenario.load import language_of
from orgdesign.scenario.paths import Parts, join_path
from orgdesign.scenario.read import read
from orgdesign.scenario.starting.new_file import write_scenario
from orgdesign.scenario.variant import NotSavedError
from orgdesign.words import Language, catalogue, say

_ONE_LINE_EACH = ("municipalities", "salary")
"""Tables whose members stand on a line each, not in a table of their own."""
_GROUPED = 10_000
"""Whole numbers from which digits are grouped; years are below it."""


def save_whole(
    base: Path, target: Path, overrides: Mapping[str, object], folder: Path | None
) -> None:
    """Write a file and all it extends, with overrides on top, as one new file.

    Raises NotSavedError where the base cannot be read or a path is not there, and OSError where
    the target is there already or cannot be written.
    """
    chain = follow(base, read(base, str(base)), scenario_folder(folder))
    if chain.problems:
        reason = "broken_base"
        raise NotSavedError(reason)
    tried, misread = read_overrides(list(overrides.items()))
    after = chain.resolved.trying(tried)
    if misread or len(after.problems) > len(chain.resolved.problems):
        reason = "unknown_path"
        raise NotSavedError(reason)
    write_scenario(target, whole_text(after.own, language_of(after.own)))


def whole_text(tables: Mapping[str, Any], language: Language) -> str:
    """Return tables as a scenario file: the explanation of `new` at each part that has one."""
    alone = {key: value for key, value in tables.items() if not isinstance(value, Mapping)}
    head = [f"#:schema ./{FILE}", _comment("whole", language), *_entries(alone)]
    parts = ["\n".join(head)]
    for name, table in tables.items():
        if isinstance(table, Mapping):
            about = _comment(f"about_{name}", language)
            sections = "\n\n".join(_sections((name,), table))
            parts.append(f"{about}\n{sections}" if about else sections)
    return "\n\n".join(parts) + "\n"


def _comment(entry: str, language: Language) -> str:
    if entry not in catalogue("starter"):
        return ""
    return "\n".join(f"# {line}" for line in say(f"starter.{entry}", language).strip().split("\n"))


def _sections(parts: Parts, table: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of a table, and of those in it that have a header of their own."""
    apart = [key for key, value in table.items() if _has_header(parts, value)]
    own = {key: value for key, value in table.items() if key not in apart}
    if own or not apart:
        yield "\n".join([f"[{join_path(parts)}]", *_entries(own)])
    for key in apart:
        yield from _sections((*parts, key), table[key])


def _has_header(parts: Parts, value: Any) -> bool:
    """Return whether what stands in a table gets a header: the members of most top tables."""
    top = len(parts) == 1 and parts[0] not in _ONE_LINE_EACH
    return top and isinstance(value, Mapping) and "value" not in value


def _entries(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        yield f"{join_path((key,))} = {_written(value)}"


def _written(value: Any) -> str:
    """Return a value as people write it: long numbers grouped, tables of an array on a line."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= _GROUPED:
        return f"{value:_}"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{join_path((k,))} = {_written(below)}" for k, below in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        if any(isinstance(each, Mapping) for each in value):
            return "[\n" + "".join(f"    {_written(each)},\n" for each in value) + "]"
        return f"[{', '.join(map(_written, value))}]"
    return inline(value)
