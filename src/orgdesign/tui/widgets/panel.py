"""A panel of text that scrolls, drawn line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.widgets.content import Lines, Spans, Tone
from orgdesign.words.width import folds

TONES: tuple[Tone, ...] = ("gain", "loss", "mark", "quiet")


class _Row(NamedTuple):
    """What stands on one row: a stretch of a line."""

    spans: Spans
    start: int
    end: int


class Panel(ScrollView, can_focus=True, inherit_bindings=False):
    """A text that scrolls when it is longer than its place.

    Only rows that differ from what they were are drawn anew.
    """

    ALLOW_SELECT = True
    BINDINGS = bindings_for("panel")
    DEFAULT_CSS = """
    Panel { overflow-x: hidden; scrollbar-size: 1 1; .panel--mark { text-style: bold; } }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"panel--{tone}" for tone in TONES}

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Lines = ()
        self._rows: tuple[_Row, ...] = ()
        self._styles: dict[Tone, Style] = {}

    @property
    def text(self) -> str:
        """Everything that it shows."""
        return "\n".join("".join(text for text, _ in spans) for spans in self.lines)

    def show(self, lines: Lines) -> None:
        """Show a text from its beginning; the same text stays where it was scrolled to."""
        if lines == self.lines:
            return
        self.lines = lines
        self._arrange()
        if self.scroll_offset.y:
            self.scroll_to(y=0, animate=False)

    def _arrange(self) -> None:
        # Whether a scroll bar is needed follows from the text, not from what stood here before.
        bar = self.styles.scrollbar_size_vertical
        shown = bar if self.show_vertical_scrollbar else 0
        placed = self.scrollable_content_region.width + shown if self.size.width else 0
        width = placed or max(self.app.size.width, 1)  # until it has a place, as far as it could go
        before, self._rows = self._rows, tuple(_rows(self.lines, width))
        if len(self._rows) > self.size.height:
            width = max(width - bar, 1)
            self._rows = tuple(_rows(self.lines, width))
        self._grow(Size(width, len(self._rows)))
        rows = range(max(len(before), len(self._rows)))
        changed = [y for y in rows if before[y : y + 1] != self._rows[y : y + 1]]
        if changed:
            self.refresh_lines(changed[0], changed[-1] - changed[0] + 1)

    def _grow(self, size: Size) -> None:
        """Take another size; only where a scroll bar comes or goes the screen is laid out anew."""
        height, old = self.size.height, self.virtual_size
        if (size.height > height) != (old.height > height) or size.width != old.width:
            self.virtual_size = size
        elif size != old:
            self.set_reactive(ScrollView.virtual_size, size)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = size.height

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._arrange()

    def notify_style_update(self) -> None:
        """Look at the colours again before the next line is painted."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Return one row of the window."""
        width, at = self.size.width, y + self.scroll_offset.y
        if at >= len(self._rows):
            return Strip.blank(width, self._style(""))
        strip = Strip(self._segments(self._rows[at]))
        return strip.extend_cell_length(width, self._style("")).apply_offsets(0, at)

    def _segments(self, row: _Row) -> Iterator[Segment]:
        offset = 0
        for text, tone in row.spans:
            start, end = max(row.start - offset, 0), max(row.end - offset, 0)
            if part := text[start:end]:
                yield Segment(part, self._style(tone))
            offset += len(text)

    def _style(self, tone: Tone) -> Style:
        if tone not in self._styles:
            own = self.rich_style
            if tone:
                own += self.get_component_styles(f"panel--{tone}").partial_rich_style
            self._styles[tone] = own
        return self._styles[tone]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text that the mouse selected."""
        rows = ("".join(s.text for s in self._segments(row)) for row in self._rows)
        return selection.extract("\n".join(rows)), "\n"


def _rows(lines: Iterable[Spans], width: int) -> Iterator[_Row]:
    """Yield the lines broken over rows of so many cells."""
    for spans in lines:
        yield from _folded(spans, width)


@lru_cache(maxsize=1024)
def _folded(spans: Spans, width: int) -> tuple[_Row, ...]:
    text = "".join(part for part, _ in spans)
    return tuple(_Row(spans, start, end) for start, end in folds(text, width))
