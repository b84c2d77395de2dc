"""Texts broken over rows of a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.words.width import folds, width


def rows(text: str, cells: int) -> list[str]:
    return [text[start:end] for start, end in folds(text, cells)]


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("", 5, [""]),
        ("een twee drie", 8, ["een twee", "drie"]),
        ("een   twee", 20, ["een   twee"]),
        ("een   twee", 5, ["een  ", "twee"]),
        ("  ingesprongen", 20, ["  ingesprongen"]),
        ("onafscheidelijk", 6, ["onafsc", "heidel", "ijk"]),
        ("日本語", 4, ["日本", "語"]),
    ],
)
def test_rows_break_at_spaces_and_keep_those_within(
    text: str, cells: int, expected: list[str]
) -> None:
    assert rows(text, cells) == expected


@given(st.text(" abcdé日", max_size=60), st.integers(2, 12))
def test_nothing_but_spaces_is_lost_and_no_row_is_too_wide(text: str, cells: int) -> None:
    found = rows(text, cells)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(width(row) <= cells for row in found)
