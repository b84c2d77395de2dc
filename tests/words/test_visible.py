"""No text of a scenario acts on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.words.visible import visible
from orgdesign.words.width import left, right, width, wrap

HARMLESS = "Súdwest-Fryslân 's-Hertogenbosch 北京 é"


def test_names_stay_as_they_are() -> None:
    assert visible(HARMLESS) == HARMLESS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x07", "a␇"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\nb\tc\r", "a b c "),
        ("a\x7fb\x9b", "a␡b<U+009B>"),
        ("a\ud800", "a<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_what_acts_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_acts_is_left(text: str) -> None:
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} - {"Cf"}
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in hidden]
    assert visible(shown) == shown


def test_width_counts_cells_of_the_terminal() -> None:
    assert width("abc") == 3
    assert width("北京") == 4
    assert width("e\u0301") == 1


@given(st.text(), st.integers(0, 40))
def test_filling_reaches_the_width(text: str, cells: int) -> None:
    assert width(left(text, cells)) == max(cells, width(text))
    assert width(right(text, cells)) == max(cells, width(text))


@given(st.text(alphabet="ab .-_é北", max_size=200), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
