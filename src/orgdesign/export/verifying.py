"""Whether a cited table is still what the model says: what differs, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from orgdesign import FORMULAS_VERSION
from orgdesign.export.blocks import Blocks, blocks
from orgdesign.export.booklet import of_one
from orgdesign.export.citations import Citation, Reference, citations, tidy
from orgdesign.export.registry import DOCUMENTS, FORMATS
from orgdesign.identity.ids import input_id, short
from orgdesign.tables.table import Table
from orgdesign.words.numbers import decimal_mark

REMARKS = ("program",)
"""Findings that are told and leave a table equal: another version of the program, same formulas."""
_PROGRAM = re.compile(r"orgdesign [\w.]+\.$")
Rows = tuple[tuple[str, ...], ...]


class Finding(NamedTuple):
    """Something that differs: an entry of the catalogue `verify`, with its details."""

    entry: str
    details: Mapping[str, str]


def _finding(entry: str, **details: str) -> Finding:
    return Finding(entry, details)


def of_ids(reference: Reference, table: Table) -> Iterator[Finding]:
    """Yield what the ids of a reference say: other formulas, other inputs, another result."""
    identity = table.identity
    assert identity is not None
    if reference.formulas and reference.formulas != FORMULAS_VERSION:
        yield _finding("formulas", old=reference.formulas, new=FORMULAS_VERSION)
    if reference.inputs != short(identity.inputs):
        yield _finding("inputs", old=reference.inputs, new=short(identity.inputs))
    if reference.result and reference.result != short(identity.result):
        yield _finding("result", old=reference.result, new=short(identity.result))


def of_inputs(
    reference: Reference, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield the inputs that changed, by path; none where the old ones are of something else."""
    if short(input_id(old, reference.formulas or FORMULAS_VERSION)) != reference.inputs:
        return
    for path in sorted({*old, *new}):
        if old.get(path) != new.get(path):
            yield _finding("input", path=path, old=old.get(path, "–"), new=new.get(path, "–"))


def of_document(citation: Citation, table: Table, suffix: str) -> Iterator[Finding]:
    """Yield what of a table in a document is not as the program writes it now."""
    (expected,) = citations(rendered(citation, table, suffix))
    if expected.rows:
        yield from _of_cells(citation.rows, expected.rows)
    texts = _without_identity(expected.texts, table)
    for text in _missing(citation, texts):
        yield _finding("title" if text == tidy(table.title) else "text", text=text)
    if not citation.rows:
        yield from (_finding("row_extra", row=text) for text in _extra(citation.texts, texts))
    yield from _of_origin(citation, expected.texts, table)


def _of_origin(citation: Citation, texts: Sequence[str], table: Table) -> Iterator[Finding]:
    """Yield what of the line that says where a table came from is not as it would be.

    Its ids of inputs and result are those of the check line, which are held against the table's.
    """
    identity, reference = table.identity, citation.reference
    if identity is None:
        return
    start = tidy(identity.line).partition(" ")[0]
    found, expected = _origin(citation.texts, start), _origin(texts, start)
    for now, then in (
        (short(identity.inputs), reference.inputs),
        (short(identity.result), reference.result),
        (f" {FORMULAS_VERSION};", f" {reference.formulas or FORMULAS_VERSION};"),
    ):
        expected = expected.replace(now, then)
    if not found:
        yield _finding("text", text=expected)
    elif found != expected:
        same = _PROGRAM.sub("", found) == _PROGRAM.sub("", expected)
        yield _finding("program" if same else "origin", old=found, new=expected)


def _origin(texts: Sequence[str], start: str) -> str:
    """Return the line of origin among the texts of a table, however it is wrapped."""
    words = tidy(" ".join(texts[:-1]))
    at = words.rfind(start)
    return words[at:] if at >= 0 else ""


def _without_identity(texts: Sequence[str], table: Table) -> Sequence[str]:
    """Return the texts but the last ones, which say where the table came from."""
    identity = table.identity
    if identity is None:
        return texts
    at = next((at for at, text in enumerate(texts) if f" {short(identity.texts)}" in text), -1)
    start = tidy(identity.line)[:12]
    while at > 0 and start not in texts[at]:
        at -= 1
    return texts[:at]


def rendered(citation: Citation, table: Table, suffix: str) -> Blocks:
    """Return a table as the program writes it now, read back as the document was.

    Without the word that a document says once of all its tables: that they are a draft.
    """
    table = table._replace(status="final")
    if suffix == ".xlsx":
        return blocks(DOCUMENTS["xlsx"](of_one(table)), suffix)
    if suffix == ".docx":
        return blocks(DOCUMENTS["docx"](of_one(table)), suffix)
    return blocks(FORMATS[_form(citation, table, suffix)](table).encode(), suffix)


def _form(citation: Citation, table: Table, suffix: str) -> str:
    if suffix == ".csv" and decimal_mark(table.numbers) == ",":
        cells = [cell for row in citation.rows[1:] for cell in row]
        return "csv" if any("," in cell for cell in cells if _numeric(cell)) else "iso-csv"
    if suffix == ".txt":
        facts = any(text and not text.strip("- ") for text in citation.texts)
        return "text" if facts else "plain"
    return {".htm": "html", ".tex": "latex"}.get(suffix, suffix[1:])


def _numeric(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "").lstrip("-").isdigit()


def _of_cells(old: Rows, new: Rows) -> Iterator[Finding]:
    """Yield cells that differ, row by row; where rows came or went, which."""
    if len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            yield from _of_row(before, after, new[0])
        return
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "replace" and i2 - i1 == j2 - j1:
            for before, after in zip(old[i1:i2], new[j1:j2], strict=True):
                yield from _of_row(before, after, new[0])
        elif kind != "equal":
            yield from (_finding("row_extra", row="; ".join(row)) for row in old[i1:i2])
            yield from (_finding("row_missing", row="; ".join(row)) for row in new[j1:j2])


def _of_row(old: tuple[str, ...], new: tuple[str, ...], head: tuple[str, ...]) -> Iterator[Finding]:
    for at in range(max(len(old), len(new))):
        before, after = (row[at] if at < len(row) else "" for row in (old, new))
        if before != after:
            column = head[at] if at < len(head) else str(at + 1)
            yield _finding("cell", row=new[0] if new else "", column=column, old=before, new=after)


def _extra(found: Sequence[str], expected: Sequence[str]) -> Iterator[str]:
    """Yield lines within a table of lines that are not of it; text around it does not count."""
    own = [at for at, text in enumerate(found) if text in expected]
    left = list(expected)
    for text in found[own[0] : own[-1] + 1] if own else ():
        if text in left:
            left.remove(text)
        else:
            yield text


def _missing(citation: Citation, expected: Sequence[str]) -> Iterator[str]:
    """Yield the texts that are expected and not there.

    Where a document has cells a text may stand in several places; where its lines are all there
    is, each is there as often as it should be.
    """
    if citation.rows:
        yield from (text for text in dict.fromkeys(expected) if text not in citation.texts)
        return
    left = list(citation.texts)
    for text in expected:
        if text in left:
            left.remove(text)
        else:
            yield text
