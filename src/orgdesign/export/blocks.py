"""Documents as a row of blocks, tables and texts, whatever their format."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from typing import Any, NamedTuple

from orgdesign.export.latex import unescape
from orgdesign.export.word_contents import GALLERY
from orgdesign.identity.canonical import decimal


class Block(NamedTuple):
    """A table as rows of cells, or a text: a paragraph, an item of a list, a caption."""

    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""


Blocks = list[Block]


class UnreadableError(Exception):
    """A document cannot be read in the format that its name says."""


def of_html(text: str) -> Blocks:
    """Return the blocks of a page."""
    return _Page(text).blocks


_UNSEEN = ("title", "style", "script", "nav")
"""What is no table, nor says anything of one: a list of titles is not the title of a table."""
_PARTS = ("p", "li", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "div")


class _Page(HTMLParser):
    """Tables and the texts between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.blocks: Blocks = []
        self._rows: list[list[str]] = []
        self._text = ""
        self._in_cell = self._unseen = False
        self.feed(text)
        self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen = True
        elif tag == "table":
            self._flush()
            self._rows = []
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append("")
            self._in_cell = True
        elif tag in _PARTS:
            self._flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = False
        elif tag == "table":
            self.blocks.append(Block(tuple(map(tuple, self._rows))))
        elif tag in ("td", "th"):
            self._in_cell = False
        elif tag in _PARTS:
            self._flush()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._in_cell:
            self._rows[-1][-1] += data
        else:
            self._text += data

    def _flush(self) -> None:
        if self._text.strip():
            self.blocks.append(Block(text=self._text))
        self._text = ""


def of_markdown(text: str) -> Blocks:
    """Return the blocks of a text in Markdown."""
    from markdown_it import MarkdownIt

    return of_html(MarkdownIt("commonmark").enable("table").render(text))


def of_separated(text: str) -> Blocks:
    """Return the blocks of values with a mark between them; an empty line ends a block."""
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    mark = max(";\t,", key=first.count)
    if mark == "\t":
        lines = [line.split("\t") for line in text.splitlines()]
    else:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    return list(_parts(lines))


def _parts(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """Yield rows up to an empty one as a table, or as texts where each has but one cell."""
    group: list[Sequence[str]] = []
    for row in (*rows, ()):
        if any(row):
            group.append(row)
            continue
        width = max((at + 1 for each in group for at, cell in enumerate(each) if cell), default=0)
        if width > 1:
            yield Block(tuple(tuple(each[:width]) for each in group))
        else:
            yield from (Block(text=each[0]) for each in group)
        group = []


def of_json(text: str) -> Blocks:
    """Return the blocks of one table as an object."""
    found = json.loads(text)
    try:
        head = tuple(str(column["title"]) for column in found["columns"])
        rows = [tuple(map(_of_value, row["cells"].values())) for row in found["rows"]]
        identity = found.get("identity") or {}
        below = [*found["notes"], *(identity[key] for key in ("line", "check") if key in identity)]
        texts = [found["title"], *below]
    except (KeyError, TypeError, AttributeError) as fault:
        raise UnreadableError(str(fault)) from fault
    title, *notes = (Block(text=str(text)) for text in texts)
    return [title, Block((head, *rows)), *notes]


def _of_value(value: Any) -> str:
    if isinstance(value, dict):
        return f"mark {value.get('mark')}"
    if isinstance(value, int | float):
        return decimal(value)
    return str(value)


def of_xlsx(data: bytes) -> Blocks:
    """Return the blocks of a workbook: what its cells held when it was saved."""
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), data_only=True, read_only=True)
    except Exception as fault:
        raise UnreadableError(str(fault)) from fault
    found: Blocks = []
    for sheet in book.worksheets:
        rows = sheet.iter_rows(values_only=True)
        found += _parts([["" if c is None else _of_cell(c) for c in row] for row in rows])
    return found


def _of_cell(cell: Any) -> str:
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return str(cell)
    return decimal(round(cell, 9) if isinstance(cell, float) else cell)


def of_docx(data: bytes) -> Blocks:
    """Return the blocks of a memo, those in content controls too."""
    from docx import Document
    from docx.oxml.ns import qn

    try:
        made = Document(io.BytesIO(data))
    except Exception as fault:
        raise UnreadableError(str(fault)) from fault

    def text(element: Any) -> str:
        found = "".join(each.text or "" for each in element.iter(qn("w:t")))
        return found.replace("\N{SOFT HYPHEN}", "")

    def below(element: Any) -> Iterator[Block]:
        for child in element:
            if child.tag == qn("w:tbl"):
                rows = [
                    tuple(text(cell) for cell in row.iter(qn("w:tc")))
                    for row in child.iter(qn("w:tr"))
                ]
                yield Block(tuple(rows))
            elif child.tag == qn("w:p"):
                yield Block(text=text(child))
            elif not _is_contents(child):
                yield from below(child)

    return [block for block in below(made.element.body) if block.rows or block.text.strip()]


def _is_contents(element: Any) -> bool:
    """Return whether a part of a memo is its list of contents, in which its titles stand again."""
    from docx.oxml.ns import qn

    found = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return found is not None and found.get(qn("w:val")) == GALLERY


def of_lines(text: str) -> Blocks:
    """Return a text line by line: what has no cells of its own."""
    return [Block(text=line) for line in text.splitlines() if line.strip()]


def of_latex(text: str) -> Blocks:
    """Return the lines of a text for LaTeX, with letters as they are printed."""
    return of_lines(unescape(text))


_OF_TEXT: dict[str, Callable[[str], Blocks]] = {
    ".md": of_markdown,
    ".html": of_html,
    ".htm": of_html,
    ".csv": of_separated,
    ".tsv": of_separated,
    ".json": of_json,
    ".txt": of_lines,
    ".tex": of_latex,
}
_OF_BYTES: dict[str, Callable[[bytes], Blocks]] = {".xlsx": of_xlsx, ".docx": of_docx}
SUFFIXES = (*_OF_TEXT, *_OF_BYTES)
"""Ends of the names of documents that can be read."""


def blocks(data: bytes, suffix: str) -> Blocks:
    """Return the blocks of a document; raises UnreadableError where it is not what it is called."""
    if suffix in _OF_BYTES:
        return _OF_BYTES[suffix](data)
    try:
        return _OF_TEXT[suffix](data.decode("utf-8-sig"))
    except (KeyError, ValueError) as fault:
        raise UnreadableError(str(fault)) from fault
