"""Text in the letters that every terminal and printer has, each in as many cells as before."""

from __future__ import annotations

import unicodedata

from orgdesign.words.width import width

_SIGNS = {
    "−": "-", "–": "-", "—": "-", "‑": "-", "…": ".", "·": "|", "•": "*", "’": "'", "‘": "'",
    "“": '"', "”": '"', "«": '"', "»": '"', "€": "E", "×": "x", "≤": "<", "≥": ">", "→": ">",
    "←": "<", "ß": "s", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "e", "Æ": "E",
    "│": "|", "┃": "|", "║": "|", "╎": "|", "▏": "|", "▕": "|", "─": "-", "━": "-", "═": "=",
    "±": "~",
}  # fmt: skip
_BOXES, _BLOCKS = range(0x2500, 0x2580), range(0x2580, 0x25A0)


def ascii_text(text: str) -> str:
    """Return a text in ASCII: a letter without its accent, a sign by the nearest one.

    What has no likeness is a question mark; every character keeps its number of cells.
    """
    return text if text.isascii() else "".join(map(_nearest, text))


def _nearest(character: str) -> str:
    if character.isascii():
        return character
    if character in _SIGNS:
        return _SIGNS[character]
    if ord(character) in _BOXES:
        return "+"
    if ord(character) in _BLOCKS:
        return "#"
    cells = width(character)
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode("ascii")
    return bare if len(bare) == cells else "?" * cells
