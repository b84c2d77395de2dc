"""The words of ours in the title of a bundled source follow the language; titles do not."""

import re
import tomllib

import pytest
from examples import ROOT, result, scenario

from orgdesign.library.loader import (
    decisions,
    defaults_text,
    form_ids,
    form_text,
    ranges,
    salary_table_ids,
    salary_text,
)
from orgdesign.tables.by_name import makers
from orgdesign.tables.settings import Settings
from orgdesign.words import catalogue
from orgdesign.words.source_titles import source_title

OURS = re.compile(
    r"\b(zonder datum|geraadpleegd|aanname|aangehaald|getoetst|onderzoek (van|onder))\b"
)
"""Words that no title has: they tell what a source is worth."""
TINY = ROOT / "scenarios" / "tiny.toml"


def bundled() -> dict[str, str]:
    """The title of every source that comes with the program."""
    texts = [*map(form_text, form_ids()), *map(salary_text, salary_table_ids()), defaults_text()]
    tables = [*map(tomllib.loads, texts), ranges(), decisions()]
    return {id: each["title"] for table in tables for id, each in table["sources"].items()}


def test_the_dutch_words_are_those_of_the_library_and_none_is_forgotten() -> None:
    titles, known = bundled(), catalogue("sources")
    assert {id: words["nl"] for id, words in known.items()} == {id: titles[id] for id in known}
    assert {id for id, title in titles.items() if OURS.search(title)} <= set(known)
    assert not [id for id, words in known.items() if OURS.search(words["en"])]
    assert not [id for id, words in known.items() if words["nl"] == words["en"]]


def test_the_title_of_a_publication_and_of_a_source_of_the_file_stays() -> None:
    title = bundled()["wgr_forms_vijverberg"]
    assert source_title("wgr_forms_vijverberg", title, "nl") == title
    english = source_title("wgr_forms_vijverberg", title, "en")
    assert english == title.replace("zonder datum, geraadpleegd in", "undated, consulted in")
    assert source_title("wgr_forms_vijverberg", "Eigen aanname", "en") == "Eigen aanname"
    assert source_title("own", title, "en") == title


@pytest.mark.parametrize("name", ["assumptions", "calendar"])
def test_an_english_table_has_none_of_our_dutch_words(name: str) -> None:
    found, make = result(TINY), makers(scenario(TINY))[name]
    assert OURS.search(str(make(found, Settings())))
    assert not OURS.search(str(make(found, Settings("en", "en_GB"))))
