"""A table for LaTeX, with the packages booktabs and longtable; no text is taken as a command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from orgdesign.tables.table import Row, Table
from orgdesign.words.numbers import MINUS, cell_text
from orgdesign.words.visible import visible

_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    "[": "{[}",
    "]": "{]}",
    "-": "{-}",
    MINUS: r"\ensuremath{-}",
    "•": r"\textbullet{}",
    "–": r"\textendash{}",
}
_SPECIAL = re.compile("[" + re.escape("".join(_COMMANDS)) + "]")
_LETTERS = {command: letter for letter, command in _COMMANDS.items()}
_COMMAND = re.compile("|".join(map(re.escape, _LETTERS)))


def latex(table: Table) -> str:
    """Return a table that may run over several pages, with its title and what stands under it."""
    columns = "".join("l" if column.unit == "text" else "r" for column in table.columns)
    head = _row(rf"\textbf{{{escape(column.title)}}}" for column in table.columns)
    lines = [
        "% \\usepackage{booktabs,longtable,textcomp}",
        rf"\noindent\textbf{{{escape(table.title)}}}\nopagebreak",
        rf"\begin{{longtable}}{{{columns}}}",
        r"\toprule",
        head,
        r"\midrule",
        r"\endhead",
        *_body(table),
        r"\bottomrule",
        r"\end{longtable}",
        *_below(table),
    ]
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return a text that LaTeX prints as it is."""
    return _SPECIAL.sub(lambda match: _COMMANDS[match[0]], visible(text))


def unescape(text: str) -> str:
    """Return a text as LaTeX prints it."""
    return _COMMAND.sub(lambda match: _LETTERS[match[0]], text)


def _body(table: Table) -> Iterator[str]:
    for row in table.rows:
        if row.total:
            yield r"\midrule"
        yield _row(_cells(row, table))


def _cells(row: Row, table: Table) -> list[str]:
    first, *others = [
        escape(cell_text(cell, column, table))
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    indent = rf"\hspace*{{{row.level}em}}" if row.level else ""
    return [indent + first, *others]


def _row(cells: Iterable[str]) -> str:
    return " & ".join(cells) + r" \\"


def _below(table: Table) -> Iterator[str]:
    if table.below:
        yield r"\begin{itemize}"
        yield from (rf"\item {{}}{escape(note)}" for note in table.below)
        yield r"\end{itemize}"
