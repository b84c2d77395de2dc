"""Municipalities that scenario files give, to be taken over in a new one with their source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import tomli


class Known(NamedTuple):
    """A municipality of a scenario file: its name, code and inhabitants, and their source."""

    name: str
    inhabitants: int
    code: str
    source_id: str
    source: Mapping[str, Any]
    """The table of the source as it stands in the file."""


def known_municipalities(files: Iterable[Path]) -> dict[str, Known]:
    """Return by name the municipalities of which files give inhabitants with a measured source.

    Where several do, the latest source counts.
    """
    found: dict[str, Known] = {}
    for file in files:
        for place in _of_file(file):
            before = found.get(place.name)
            if before is None or _year(place) > _year(before):
                found[place.name] = place
    return dict(sorted(found.items()))


def _of_file(file: Path) -> Iterable[Known]:
    with suppress(OSError, UnicodeDecodeError, tomli.TOMLDecodeError):
        tables = tomli.loads(file.read_text(encoding="utf-8-sig"))
        with suppress(AttributeError, KeyError, TypeError, ValueError):
            sources = tables["sources"]
            for table in tables["municipalities"].values():
                given = table["inhabitants"]
                source = sources.get(given.get("source")) if isinstance(given, dict) else None
                if source and source.get("kind", "measured") == "measured":
                    yield Known(
                        str(table["name"]),
                        int(given["value"]),
                        str(table.get("code", "")),
                        str(given["source"]),
                        source,
                    )


def _year(place: Known) -> str:
    return str(place.source.get("date", ""))
