"""The tables that a document cites: their reference, their cells and what stands around them."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgdesign.export.blocks import Blocks

_CHECK = re.compile(
    r"orgdesign verify (?P<name>\w+)-(?P<inputs>[0-9a-f]{12})-(?P<result>[0-9a-f]{12})"
)
_REFERENCE = re.compile(r"(?P<name>\w+)-(?P<inputs>[0-9a-f]{12})(?:-(?P<result>[0-9a-f]{12}))?")
_FORMULAS = re.compile(r"(?:formules|formulas) ([\w.]+);")


class Reference(NamedTuple):
    """A table by its number or id, with the ids it had, and the options it was made with."""

    name: str
    inputs: str
    result: str = ""
    options: tuple[str, ...] = ()
    formulas: str = ""

    @property
    def text(self) -> str:
        """The reference as it is printed."""
        return "-".join(filter(None, (self.name, self.inputs, self.result)))


class Citation(NamedTuple):
    """A table of a document: what it says it is, and what of it stands there."""

    reference: Reference
    rows: tuple[tuple[str, ...], ...]
    texts: tuple[str, ...]
    """Texts around it: before it since the table before, and after it until its check line."""


def reference_of(text: str, options: Sequence[str]) -> Reference | None:
    """Return a reference that was typed, None where it is none."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    return Reference(match["name"], match["inputs"], match["result"] or "", tuple(options))


def citations(found: Blocks) -> Iterator[Citation]:
    """Yield the tables of a document, each with the first check line after it."""
    texts: list[str] = []
    rows: tuple[tuple[str, ...], ...] = ()
    for block in found:
        if block.rows:
            rows = tuple(tuple(tidy(cell) for cell in row) for row in block.rows)
            continue
        texts.append(tidy(block.text))
        reference = _checked(texts)
        if reference is not None:
            yield Citation(reference, rows, tuple(texts))
            texts, rows = [], ()


def _checked(texts: Sequence[str]) -> Reference | None:
    match = _CHECK.search(texts[-1])
    if match is None:
        return None
    formulas = next((f[1] for text in reversed(texts) if (f := _FORMULAS.search(text))), "")
    options = _options(texts[-1][match.end() :])
    return Reference(match["name"], match["inputs"], match["result"], options, formulas)


def _options(rest: str) -> tuple[str, ...]:
    """Return what stands behind the file in a check line."""
    try:
        return tuple(shlex.split(rest)[1:])
    except ValueError:
        return ()


def tidy(text: str) -> str:
    """Return a text in which spaces of any kind and ways to type an accent make no difference."""
    return " ".join(unicodedata.normalize("NFC", text).split())
