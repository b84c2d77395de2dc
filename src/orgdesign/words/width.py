"""How many cells of a terminal a text takes, and how it is broken over lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator


def width(text: str) -> int:
    """Return the number of terminal cells that a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def left(text: str, cells: int) -> str:
    """Return a text filled with spaces on its right."""
    return text + " " * (cells - width(text))


def right(text: str, cells: int) -> str:
    """Return a text filled with spaces on its left."""
    return " " * (cells - width(text)) + text


def wrap(
    text: str, cells: int, pieces: Callable[[str, int], Iterable[str]] | None = None
) -> list[str]:
    """Return the lines of a text that fit in so many cells; a longer word is cut, or as told."""
    lines = [""]
    for word in text.split():
        for piece in (pieces or cut)(word, cells):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(joined) <= cells:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def folds(text: str, cells: int) -> Iterator[tuple[int, int]]:
    """Yield where the rows of a text begin and end that fit in so many cells.

    Rows break at spaces, which keep their number within a row; a longer word is cut.
    """
    start = 0
    while width(text[start:]) > cells:
        fitting = len(head(text[start:], cells))
        space = text.rfind(" ", start, start + fitting + 1)
        end = space if space > start and text[start:space].strip() else start + fitting
        yield start, end
        start = end
        while text[start : start + 1] == " ":
            start += 1
    yield start, len(text)


def cut(word: str, cells: int) -> Iterator[str]:
    """Yield a word whole where it fits, else in pieces, broken after a mark if it has one."""
    while width(word) > cells:
        piece = head(word, cells)
        breaks = max(piece.rfind(mark) for mark in "._/-")
        piece = piece[: breaks + 1] if breaks > 0 else piece
        yield piece
        word = word[len(piece) :]
    yield word


def head(word: str, cells: int) -> str:
    """Return as much of a word as fits, at least one character."""
    if word[: cells + 1].isascii():
        return word[: max(cells, 1)]
    taken = 0
    for end, character in enumerate(word):
        taken += _cells(character)
        if taken > cells and end:
            return word[:end]
    return word
