"""Dutch and English words, from catalogues that hold both side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import tomli

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


@cache
def catalogue(topic: str) -> Mapping[str, Mapping[str, str]]:
    """Return the entries of one catalogue: by id, the words in each language."""
    text = Path(__file__).with_name(f"{topic}.toml").read_text(encoding="utf-8")
    return tomli.loads(text)


def say(entry: str, language: Language, **details: object) -> str:
    """Return the words of an entry such as `terms.own_staff` with its details filled in.

    Raises KeyError where the catalogue has no such entry.
    """
    topic, _, name = entry.partition(".")
    words = catalogue(topic)[name][language]
    return words.format(**details) if details else words
