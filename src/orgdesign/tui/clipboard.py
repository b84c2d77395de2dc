"""A table as tab-separated text, for the clipboard and for a file that is always written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from orgdesign.tui.widgets.content import Content


def tab_separated(content: Content) -> str:
    """Return what a grid shows as tab-separated lines, the header first."""
    lines: list[Iterable[str]] = [[column.title for column in content.columns]]
    lines += [[cell.text for cell in row.cells] for row in content.rows]
    return "".join("\t".join(_bare(text) for text in line) + "\n" for line in lines)


def keep_copy(text: str, state: Path) -> Path:
    """Write the last copy to the state folder and return its file."""
    state.mkdir(parents=True, exist_ok=True)
    file = state / "last-copy.tsv"
    file.write_text(text, encoding="utf-8", newline="")
    return file


def _bare(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ").strip()
