"""The bill of a municipality as a waterfall: from alone, line by line, to an option."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from orgdesign.tui.widgets.content import Tone
from orgdesign.tui.widgets.fitting import fit
from orgdesign.words.width import folds

if TYPE_CHECKING:
    from orgdesign.tables.waterfall import Step

LEAST_BAR = 12
"""Cells below which no bars are drawn."""
GOES_ON = "  "
"""Before what does not fit of a label."""
BARS = {"total": "=", "more": "+", "less": "-"}
"""What the bars are made of: their meaning shows without colour."""
TONES: dict[str, Tone] = {"total": "", "more": "loss", "less": "gain"}


def drawn(
    steps: Sequence[Step], amounts: Sequence[str], width: int
) -> tuple[tuple[str, Tone], ...]:
    """Return a line of text for every step: label, amount and bar, with its tone.

    What of a label does not fit goes on below it.
    """
    label = min(max((cell_len(step.label) for step in steps), default=0), width * 9 // 20)
    figure = max((cell_len(amount) for amount in amounts), default=0)
    room = width - label - figure - 2
    bars = _bars(steps, room) if room >= LEAST_BAR else [""] * len(steps)
    lines: list[tuple[str, Tone]] = []
    for step, amount, bar in zip(steps, amounts, bars, strict=True):
        first, *further = (step.label[start:end] for start, end in folds(step.label, label))
        texts = [f"{fit(first, label)} {fit(amount, figure, right=True)} {bar}"]
        texts += [GOES_ON + each for each in further]
        lines += [(text, TONES[step.kind]) for text in texts]
    return tuple(lines)


def _bars(steps: Sequence[Step], room: int) -> list[str]:
    """Return the bars on one axis from the lowest to the highest level, zero within it."""
    spans, level = [], 0
    for step in steps:
        start = 0 if step.total else level
        level = start + step.amount
        spans.append((min(start, level), max(start, level)))
    low = min((start for start, _ in spans), default=0)
    high = max((end for _, end in spans), default=0)
    scale = room / max(high - min(low, 0), 1)
    floor = min(low, 0)
    return [
        _bar(step, round((start - floor) * scale), round((end - floor) * scale))
        for step, (start, end) in zip(steps, spans, strict=True)
    ]


def _bar(step: Step, start: int, end: int) -> str:
    length = max(end - start, 1 if step.amount else 0)
    return " " * start + BARS[step.kind] * length
