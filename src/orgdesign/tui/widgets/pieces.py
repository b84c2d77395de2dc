"""Completion of the last piece of a list that is being typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.suggester import Suggester

_LAST = re.compile(r"(.*[;,]\s*|)(.*)", re.DOTALL)


class PieceSuggester(Suggester):
    """Completes what is typed after the last semicolon or comma from some choices."""

    def __init__(self, choices: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.choices = choices

    async def get_suggestion(self, value: str) -> str | None:
        """Return the whole text with its last piece completed."""
        return completed(value, self.choices)


def completed(text: str, choices: Sequence[str]) -> str | None:
    """Return a text with its last piece completed; None where no choice begins with it.

    What was typed stays as it is: the rest of the choice comes behind it.
    """
    match = _LAST.fullmatch(text)
    before, piece = match.groups() if match else ("", "")
    found = next((each for each in choices if each.casefold().startswith(piece.casefold())), None)
    return f"{before}{piece}{found[len(piece) :]}" if piece and found else None
