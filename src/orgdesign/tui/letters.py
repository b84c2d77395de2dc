"""The screen in ASCII alone, for terminals and fonts that have no more."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from orgdesign.words.ascii import ascii_text


class AsciiLetters(LineFilter):
    """Writes whatever is painted in ASCII, cell for cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line in ASCII."""
        return [Segment(ascii_text(text), style, control) for text, style, control in segments]
