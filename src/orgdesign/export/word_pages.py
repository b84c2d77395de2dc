"""Upright and turned pages of a Word document: a table too wide for a page is on a turned one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from orgdesign.export.word_widths import fits
from orgdesign.tables.table import Table


class Pages:
    """The pages of a document, as a template has them or turned, each kind in sections."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self._now = made.element.body.sectPr
        self._upright, self._other = deepcopy(self._now), _turned(self._now)
        self._is_turned = False

    @property
    def room(self) -> int:
        """The width between the margins of the page at hand. Unit: twentieths of a point."""
        return _room(self._now)

    def turn_for(self, table: Table) -> int:
        """Turn the pages from here on where the table asks for it, or back; return their room.

        Unit: twentieths of a point.
        """
        room = _room(self._upright)
        wanted = _is_upright(self._upright) and not fits(table, room)
        if wanted != self._is_turned:
            self._end_section()
            self._is_turned = wanted
            self._made.element.body.replace(self._now, self._section())
            self._now = self._made.element.body.sectPr
        return _room(self._now)

    def _section(self) -> Any:
        return deepcopy(self._other if self._is_turned else self._upright)

    def _end_section(self) -> None:
        """End the pages so far in the paragraph that comes last."""
        from docx.oxml.ns import qn

        last = self._now.getprevious()
        if last is None or last.tag != qn("w:p"):
            paragraph = self._made.add_paragraph()
            paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = 0
            last = paragraph._p
        last.get_or_add_pPr().append(self._section())


def room_at(made: Any, element: Any) -> int:
    """Return the room of the page that a part of the body is on. Unit: twentieths of a point."""
    from docx.oxml.ns import qn

    for after in element.itersiblings():
        found = after.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        if found is not None:
            return _room(found)
    return _room(made.element.body.sectPr)


def _is_upright(section: Any) -> bool:
    return bool(section.page_width < section.page_height)


def _room(section: Any) -> int:
    """Return the width between the margins."""
    from docx.shared import Emu

    return int(Emu(section.page_width - section.left_margin - section.right_margin).twips)


def _turned(section: Any) -> Any:
    """Return a section with its pages turned: the margins turn along."""
    from docx.enum.section import WD_ORIENT

    made = deepcopy(section)
    made.page_width, made.page_height = section.page_height, section.page_width
    made.orientation = WD_ORIENT.LANDSCAPE
    made.left_margin, made.right_margin = section.top_margin, section.bottom_margin
    made.top_margin, made.bottom_margin = section.right_margin, section.left_margin
    return made
