"""Writes the pages of the documentation that come from the code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handbook import handbook
from reference import reference

HERE = Path(__file__).resolve().parent

PAGES: dict[str, Callable[[], str]] = {"handbook.md": handbook, "reference.md": reference}
"""What writes each page."""


def main() -> None:
    """Write every page anew."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
