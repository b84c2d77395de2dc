"""The settings of a person: a TOML file in which keys can be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tomli

from orgdesign.scenario.problems import Problem, message
from orgdesign.tui.actions import ACTIONS, KEY_NAMES, scopes_together
from orgdesign.words import Language, say

FILE = "settings.toml"
_KEY = re.compile(r"((ctrl|alt|shift|super)\+)*(\S|[a-z][a-z0-9_]*)")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a line of the file; its words are the entry `app.settings_<kind>`."""

    line: int
    kind: str
    details: Mapping[str, str]
    problem: Problem | None = None
    """Why the file cannot be read."""

    def words(self, file: Path, language: Language) -> str:
        """Return where it is and what."""
        details = dict(self.details)
        if self.problem is not None:
            details["reason"] = message(self.problem, language)
        return f"{file.name}:{self.line}: {say(f'app.settings_{self.kind}', language, **details)}"


@dataclass(frozen=True)
class Settings:
    """What a person chose, and what of it cannot be."""

    file: Path | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of their action, several with a comma between."""
    faults: tuple[Fault, ...] = ()


NO_SETTINGS = Settings()
"""Those of a person who chose nothing."""


def read_settings(file: Path) -> Settings:
    """Return the settings of a file, none where there is no file; what is wrong is left out."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return Settings(file)
    try:
        tables = tomli.loads(text)
    except tomli.TOMLDecodeError:
        from orgdesign.scenario.read import parse

        problem = parse(text, file.name).problems[0]
        return Settings(file, faults=(Fault(problem.line, "toml", {}, problem),))
    found_wrong = list(_faults(tables))
    keys = tables.get("keys")
    good = dict(keys) if isinstance(keys, dict) else {}
    for parts, _, _ in found_wrong:
        good.pop(parts[-1], None)
    faults = tuple(Fault(_line(text, file, p), kind, details) for p, kind, details in found_wrong)
    return Settings(file, {id: _as_textual(given) for id, given in good.items()}, faults)


Found = tuple[tuple[str, ...], str, dict[str, str]]


def _faults(tables: Mapping[str, Any]) -> Iterator[Found]:
    """Yield where something is wrong, of which kind, and with what."""
    keys = tables.get("keys", {})
    yield from (((name,), "unknown", {"name": name}) for name in tables if name != "keys")
    if not isinstance(keys, dict):
        yield ("keys",), "unknown", {"name": "keys"}
        return
    known = {action.id: action for action in ACTIONS}
    for id, given in keys.items():
        place = ("keys", id)
        if id not in known:
            yield place, "action", {"name": id}
        elif not isinstance(given, str) or not all(map(_KEY.fullmatch, _split(given))):
            yield place, "key", {"given": str(given)}
        elif taken := _taken(id, given, keys):
            yield place, "taken", {"key": taken[0], "name": taken[1]}


def _taken(id: str, given: str, keys: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return a key, and the action that has it where this action works too."""
    wanted = set(_split(_as_textual(given)))
    here = next(action for action in ACTIONS if action.id == id)
    for other in ACTIONS:
        if other.id == id or not scopes_together(here.scope, other.scope):
            continue
        theirs = keys.get(other.id, other.keys)
        both = wanted & set(_split(_as_textual(theirs))) if isinstance(theirs, str) else set()
        if both:
            return min(both), other.id
    return None


def _split(given: str) -> list[str]:
    return [key.strip() for key in given.split(",")]


def _as_textual(given: str) -> str:
    """Return keys as textual names them, where they are written as they are printed."""
    named = {printed: name for name, printed in KEY_NAMES.items()}
    return ",".join(named.get(key, key) for key in _split(given))


def _line(text: str, file: Path, parts: tuple[str, ...]) -> int:
    from orgdesign.scenario.text.positions import positions

    place = positions(text, str(file)).place(parts)
    return place.line if place else 1
