"""The looks of pictures: colours that everyone can tell apart, with a pattern beside each.

Blue and orange differ in brightness too, so that print in grey keeps them apart.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from orgdesign.export.pictures.drawing import Kind

BLUE, ORANGE, SKY, PALE = "#1b5a96", "#f0a030", "#8ec0e4", "#d9d9d9"
INK, FAINT = "#1a1a1a", "#767676"


class Look(NamedTuple):
    """Colour, pattern and height of a bar, as a part of the height of its line."""

    colour: str
    pattern: str = ""
    height: float = 0.66


LOOKS: dict[Kind, Look] = {
    "total": Look("#6b6b6b"),
    "more": Look(ORANGE, "////"),
    "less": Look(BLUE),
    "low": Look(BLUE),
    "high": Look(ORANGE, "////"),
    "wide": Look(SKY, height=0.28),
    "half": Look(BLUE, height=0.6),
    "median": Look(INK, height=0.84),
    "follows": Look(BLUE),
    "other_job": Look(ORANGE, "////"),
    "no_place": Look("#ffffff", "xxxx"),
    "settled": Look(PALE, "...."),
    "left": Look(PALE),
    "decides": Look(BLUE),
    "work": Look(ORANGE, "////"),
    "room": Look(PALE, height=0.3),
    "late": Look("#ffffff", "xxxx", height=0.3),
    "latest": Look(INK, height=0.84),
}
"""How each kind of bar looks."""

PARAMETERS: dict[Any, Any] = {
    "font.family": ["DejaVu Sans"],
    "font.size": 8.0,
    "text.color": INK,
    "text.parse_math": False,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.7,
    "svg.hashsalt": "orgdesign",
    "svg.fonttype": "none",
    "axes.formatter.useoffset": False,
    "axes.titley": 1.0,
}
"""What of matplotlib differs from its defaults; text is text, never a formula."""
