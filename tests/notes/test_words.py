"""Notes in words: no word is missing, no entry is idle, and the example's notes as they read."""

import os
import re
import string
from functools import cache
from pathlib import Path

import pytest
from examples import EXAMPLE, GALLERY
from examples import scenario as read
from source_tree import PACKAGE

from orgdesign.notes.note import Note, Number, Published, Term, message, render
from orgdesign.notes.notes import notes
from orgdesign.words import LANGUAGES, Language, catalogue

from .cases import remarks, scenario
from .test_effect import REASONS
from .test_rules import CASES

GOLDEN = Path(__file__).parent / "example.nl.txt"


@cache
def every_note() -> list[Note]:
    """Return the notes of the gallery, the example and every changed scenario of the tests."""
    found = [note for path in (*GALLERY, EXAMPLE) for note in notes(read(path))]
    for _, _, extra, changes in CASES:
        found += remarks("\n" + extra, changes)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_note_has_a_missing_word(language: Language) -> None:
    for note in every_note():
        said = message(note, language)
        assert said.endswith((".", "?", ")."))
        assert not re.search(r"[{}]|None|Number\(|Term\(|  ", said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_names_the_published_range_its_year_and_source(language: Language) -> None:
    compared = [note for note in every_note() if note.source is not None]
    assert len({note.code for note in compared}) >= 10
    for note in compared:
        published = note.details["published"]
        assert isinstance(published, Published)
        said = message(note, language)
        assert str(published.facts["title"][language]) in said
        assert re.search(r"\((?:19|20)\d\d; (?:bron|source): .+\)", said), said


def test_no_entry_of_the_catalogue_is_idle() -> None:
    written = "\n".join(path.read_text() for path in (PACKAGE / "notes").glob("*.py"))
    codes = {code for code, *_ in CASES} | {f"{reason}" for reason, *_ in REASONS}
    built = ("unit_", "meant_", "published_", "managers_", "purchasing_")
    for entry in catalogue("notes"):
        assert (
            entry in codes
            or f'"{entry}"' in written
            or f".{entry}" in written
            or (entry.startswith(built))
        ), entry


def test_both_languages_fill_in_the_same_details() -> None:
    for entry, words in catalogue("notes").items():
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(words[language]) if name}
            for language in LANGUAGES
        ]
        assert fields[0] == fields[1], entry


def test_numbers_are_written_as_the_place_writes_them() -> None:
    found = remarks("", {"overhead.per_fte": {"value": 70_000.0, "source": "agreed"}})
    note = next(note for note in found if note.code == "overhead")
    assert "70,000 euros" in message(note, "en")
    assert "70.000 euro" in message(note, "nl")
    assert "70.000 euros" in message(note, "en", "nl_NL")


def test_a_note_points_to_its_line() -> None:
    (note,) = remarks("\n[sources.idle]\ntitle = 'Idle'\n")
    assert render(note, "en").startswith(f"scenario.toml:{note.line}:2: sources.idle")


def test_a_note_on_the_file_as_a_whole_has_no_line() -> None:
    note = Note.at(scenario(), "untried", number=3, all=5)
    assert render(note, "en").startswith("scenario.toml: The scenario is too large")


@pytest.mark.parametrize(
    ("id", "said"), [("client_fte", "Vuistregel, niet gepubliceerd: "), ("overhead_share", "Gepub")]
)
def test_what_nobody_published_is_not_called_published(id: str, said: str) -> None:
    published = Published("ranges", id)
    note = Note.at(scenario(), "unusual", figure="x", value="1", published=published)
    assert f"gebruikelijk is. {said}" in message(note, "nl")


def test_a_list_with_commas_in_it_is_parted_by_semicolons() -> None:
    lines = (Term("terms.governance"), Term("terms.systems"))
    note = Note.at(scenario(), "gaps", option="Body", lines=lines)
    assert "governance, control and accountability; joint systems" in message(note, "en")


def test_control_characters_of_a_name_are_shown() -> None:
    note = Note.at(scenario(), "past_horizon", option="a\x1b[31m", year=Number(1, "count"), last=2)
    assert "\x1b" not in message(note, "en")


def test_the_notes_of_the_example_read_as_they_did() -> None:
    said = "\n".join(message(note, "nl") for note in notes(read(EXAMPLE))) + "\n"
    if os.environ.get("ORGDESIGN_GOLDEN") == "write":
        GOLDEN.write_text(said, encoding="utf-8")
    assert said == GOLDEN.read_text(encoding="utf-8")
