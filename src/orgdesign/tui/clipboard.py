"""The last copy in a file, for terminals that take no clipboard."""

from __future__ import annotations

from pathlib import Path


def keep_copy(text: str, state: Path, name: str) -> Path:
    """Write the last copy to a file of the state folder and return that file."""
    state.mkdir(parents=True, exist_ok=True)
    file = state / name
    file.write_text(text, encoding="utf-8", newline="")
    return file
