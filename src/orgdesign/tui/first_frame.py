"""What a scenario is about: shown the first time it is opened, until the app is there.

Like the last picture it knows nothing of textual or the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

from orgdesign.tui.last_frame import Frame
from orgdesign.words import Language, say
from orgdesign.words.visible import visible
from orgdesign.words.width import wrap

LARGEST = 200_000
"""Bytes up to which a file is read for it: reading more takes longer than the app to start."""
NAMED = {"municipalities": "app.first_municipalities", "options": "app.first_options"}
"""Tables whose members are named, with the word above them."""
MARGIN = 2
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def first_frame(path: Path, size: tuple[int, int]) -> Frame | None:
    """Return title, question, municipalities and options as the file itself names them.

    None where it cannot be read, or is no scenario: the app says so.
    """
    tables = _read(path)
    about = _table(tables, "scenario")
    if not isinstance(about.get("title"), str):
        return None
    language: Language = "en" if about.get("language") == "en" else "nl"
    columns, rows = size
    found = list(_lines(tables, about, language, max(columns - 2 * MARGIN, 1)))
    filled = [*found, *[""] * rows][: max(rows, 1)]
    return Frame([f"{' ' * MARGIN}{line}" for line in filled], say("app.starting_first", language))


def _lines(
    tables: Mapping[str, Any], about: Mapping[str, Any], language: Language, cells: int
) -> Iterator[str]:
    yield ""
    yield from (f"{_BOLD}{line}{_PLAIN}" for line in wrap(visible(about["title"]), cells))
    for name in ("region", "question"):
        if isinstance(about.get(name), str):
            yield ""
            yield from wrap(visible(about[name]), cells)
    for name, entry in NAMED.items():
        if names := _names(_table(tables, name)):
            yield ""
            yield f"{_BOLD}{say(entry, language)}{_PLAIN}"
            yield from (line for each in names for line in wrap(visible(each), cells))


def _names(tables: Mapping[str, Any]) -> list[str]:
    found = (table.get("name") for table in tables.values() if isinstance(table, Mapping))
    return [name for name in found if isinstance(name, str)]


def _table(tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = tables.get(name)
    return found if isinstance(found, Mapping) else {}


def _read(path: Path) -> Mapping[str, Any]:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return {}
        return tomli.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
