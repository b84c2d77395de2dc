"""What is drawn line by line: a view that hands its lines to the screen as they are."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip


class LineView(ScrollView):
    """A view that keeps its lines, each with its colours and its width already.

    With nothing around it the styles need not be asked anew what lies around every line: that
    is most of the work of a paint.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of a part of the view."""
        if self.styles.gutter.totals != (0, 0) or self.size.width != self.region.width:
            return super().render_lines(crop)
        ground, strips = self.background_colors[1], [self.render_line(y) for y in crop.line_range]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, ground) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips


def in_stretches(cells: Iterable[tuple[str, Style]], width: int, ground: Style) -> Strip:
    """Return a line of texts in as few segments as their styles allow: each costs every paint.

    What is left of the width has the colours of the ground.
    """
    found: list[tuple[list[str], Style]] = []
    for text, style in cells:
        if found and found[-1][1] is style:
            found[-1][0].append(text)
        else:
            found.append(([text], style))
    segments = [Segment("".join(texts), style) for texts, style in found]
    taken = sum(segment.cell_length for segment in segments)
    if taken < width:
        segments.append(Segment(" " * (width - taken), ground))
    return Strip(segments, max(taken, width))
