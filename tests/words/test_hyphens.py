"""Words are broken where Dutch and English break them, and cut only where no syllable fits."""

import pyphen
import pytest

from orgdesign.words import Language
from orgdesign.words.hyphens import breaks_of, pieces
from orgdesign.words.width import width

LONG = "Bedrijfsvoeringsorganisatie"


@pytest.mark.parametrize(
    ("word", "language", "syllables"),
    [
        (LONG, "nl", "Be-drijfs-voe-rings-or-ga-ni-sa-tie"),
        ("Netwerkorganisatie", "nl", "Net-werk-or-ga-ni-sa-tie"),
        ("Centrumgemeente", "nl", "Cen-trum-ge-meen-te"),
        ("terugverdienjaar", "nl", "te-rug-ver-dien-jaar"),
        ("Stichtse", "nl", "Sticht-se"),
        ("organisation", "en", "or-gan-isa-tion"),
        ("(boventallig)", "nl", "(bo-ven-tal-lig)"),
        ("XVIII", "nl", "XVIII"),
        ("2026", "nl", "2026"),
        ("", "nl", ""),
    ],
)
def test_a_word_has_the_breaks_of_its_language(
    word: str, language: Language, syllables: str
) -> None:
    edges = (0, *breaks_of(word, language), len(word))
    assert "-".join(map(word.__getitem__, map(slice, edges, edges[1:]))) == syllables


@pytest.mark.parametrize(("language", "dictionary"), [("nl", "nl_NL"), ("en", "en_GB")])
def test_the_breaks_are_those_of_the_library(language: Language, dictionary: str) -> None:
    library = pyphen.Pyphen(lang=dictionary)
    words = f"{LONG} coördinatie geïnd verantwoording salarisgarantie municipality accountability"
    for word in words.split():
        assert list(breaks_of(word, language)) == library.positions(word), word


@pytest.mark.parametrize("cells", range(2, 30))
@pytest.mark.parametrize("word", [LONG, "niet-compensabele", "a/b", "\u8868" * 9])
def test_pieces_fit_and_are_the_word(word: str, cells: int) -> None:
    found = list(pieces(word, cells, "nl"))
    assert all(width(piece) <= cells for piece in found) or "\u8868" in word
    assert "".join(found).replace("-", "") == word.replace("-", "")
    assert found == [word] or width(word) > cells


def test_a_hyphen_that_is_there_is_not_doubled_and_what_has_no_syllables_is_cut() -> None:
    assert list(pieces("niet-compensabele", 10, "nl")) == ["niet-com-", "pensabele"]
    assert next(pieces("niet-compensabele", 6, "nl")) == "niet-"
    assert list(pieces("x" * 10, 5, "nl")) == ["xxxx-", "xxxx-", "xx"]
