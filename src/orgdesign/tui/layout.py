"""How a person left the app: the last screen of each file, and how its tables were looked at."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from orgdesign.measures import MEASURES
from orgdesign.tui.arranging import Arrangement
from orgdesign.tui.comparison import View
from orgdesign.tui.screens import SCREENS
from orgdesign.tui.state_pages import keep_page, kept_page

Memory = Mapping[str, Any]
"""What a screen remembers, as plain values; what is missing or cannot be is as at first."""
FIRST = "compare"
"""The screen of a file that was not open before."""


@dataclass
class Layout:
    """The screen that was left last, and what each screen remembers."""

    screen: str = FIRST
    screens: dict[str, Memory] = field(default_factory=dict)


@dataclass(frozen=True)
class Layouts:
    """A folder with the layout of each file that was open."""

    folder: Path

    def of(self, scenario: Path) -> Layout:
        """Return how a file was left; as at first where nothing of it can be read."""
        try:
            kept = kept_page(self.folder, scenario)
            screens = {id: memory for id, memory in kept["screens"].items() if id in SCREENS}
            found = Layout(str(kept["screen"]), screens)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Layout()
        return found if found.screen in SCREENS else Layout(screens=screens)

    def keep(self, scenario: Path, layout: Layout) -> None:
        """Keep how a file was left."""
        entry = {"screen": layout.screen, "screens": layout.screens}
        with suppress(OSError):
            keep_page(self.folder, scenario, entry)


def memory_of(view: View, order: Arrangement) -> Memory:
    """Return how a table is looked at and arranged; the words of a filter are not kept."""
    return {
        "measure": view.measure,
        "year": view.year,
        "against": view.against,
        "per_inhabitant": view.per_inhabitant,
        "percentage": view.percentage,
        "column": order.column,
        "rising": order.rising,
        "pinned": order.pinned,
    }


def view_of(memory: Memory) -> View:
    """Return how a table was looked at."""
    measure, year, against = (memory.get(name) for name in ("measure", "year", "against"))
    return View(
        measure if measure in MEASURES else View.measure,
        year if isinstance(year, int) else None,
        "absolute" if against == "absolute" else "alone",
        memory.get("per_inhabitant") is True,
        memory.get("percentage") is True,
    )


def order_of(memory: Memory) -> Arrangement:
    """Return how a table was arranged."""
    column, pinned = str(memory.get("column", "")), str(memory.get("pinned", ""))
    return Arrangement("", column, memory.get("rising") is True, pinned)
