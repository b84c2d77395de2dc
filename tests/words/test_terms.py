"""Everything that a reader meets has words in both languages."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from source_tree import PACKAGE

from orgdesign.lines import LINES, Borne, LineKind
from orgdesign.measures import MEASURES
from orgdesign.words import LANGUAGES, catalogue, say

ENTRIES = (
    *LINES,
    *(f"kind_{kind}" for kind in get_args(LineKind)),
    *(f"pool_{pool}" for pool in (*get_args(Borne), "all")),
    *(f"employer_{employer}" for employer in ("home", "host", "joint")),
    *(f"measure_{measure}" for measure in MEASURES),
    *(f"status_{status}" for status in ("draft", "final")),
    *(f"source_{kind}" for kind in ("measured", "agreed", "assumption")),
    *(f"layer_{layer}" for layer in ("file", "base", "library", "default", "override")),
)
SAID = re.compile(r'"(terms|interface|command)\.([a-z_]+)"')
WORDS = re.compile(r'\bwords\(\s*"([a-z_]+)"')


@pytest.mark.parametrize("entry", ENTRIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_words(entry: str, language: str) -> None:
    assert say(f"terms.{entry}", language).strip()  # type: ignore[arg-type]


def test_lines_of_the_bill_have_names_of_their_own() -> None:
    for language in LANGUAGES:
        names = [say(f"terms.{line}", language) for line in LINES]
        assert len(set(names)) == len(LINES)


def sources() -> str:
    folders = ("tables", "cli", "export", "words")
    return "".join(p.read_text("utf-8") for f in folders for p in (PACKAGE / f).glob("*.py"))


def test_every_entry_that_the_code_says_is_there() -> None:
    text = sources()
    said = {(topic, entry) for topic, entry in SAID.findall(text)}
    said |= {("command", entry) for entry in WORDS.findall(text)}
    assert not [f"{topic}.{entry}" for topic, entry in said if entry not in catalogue(topic)]


BUILT = re.compile(
    r"state_(line|vat)|note_(amounts_)?(cents|euros|thousand_euros|per_inhabitant)|(dearer|cheaper)_for|(more|less)_than"
    r"|by_(inhabitants|equal|staff|history|demand|floor|cap)"
)
"""Entries whose name is put together where they are said."""


@pytest.mark.parametrize("topic", ["interface", "command"])
def test_every_entry_is_said_somewhere(topic: str) -> None:
    text = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    said = set(re.findall(r"\w+", text))
    silent = [entry for entry in catalogue(topic) if entry not in said]
    assert not [entry for entry in silent if not BUILT.fullmatch(entry)]
