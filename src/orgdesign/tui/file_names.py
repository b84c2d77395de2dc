"""Names for new scenario files: one that is free, and what is wrong with one that was typed."""

from __future__ import annotations

import itertools
from pathlib import Path

from orgdesign.words import Language, say


def free_name(folder: Path, stem: str) -> str:
    """Return a name that no file of a folder has yet: with a number behind it where needed."""
    numbers = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    names = (f"{stem}{number}.toml" for number in numbers)
    return next(name for name in names if not (folder / name).exists())


def with_ending(name: str) -> str:
    """Return the name of a scenario file as typed, with the ending where that was left out."""
    name = name.strip()
    return name if not name or name.endswith(".toml") else f"{name}.toml"


def objection_to(name: str, folder: Path, language: Language) -> str:
    """Return what is wrong with a name for a new file in a folder; nothing where it will do."""
    if Path(name).name != name or not name.endswith(".toml") or name == ".toml":
        return say("app.save_name_wrong", language)
    if (folder / name).exists():
        return say("app.save_name_taken", language, name=name)
    return ""
