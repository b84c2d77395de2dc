"""Tables as a Word document, and tables of a memo replaced by new ones.

Each table stands with its caption and notes in a content control of its own, by which it is found
again; everything else in a memo stays as it is. Looks come from styles, so a template decides.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from orgdesign.export.archive import repacked
from orgdesign.export.booklet import Booklet, Picture, of_one
from orgdesign.export.word_contents import number_pages
from orgdesign.export.word_pages import Pages, room_at
from orgdesign.export.word_table import Writer, language_tag
from orgdesign.tables.table import Table
from orgdesign.words.visible import visible

TAG = "orgdesign:"
"""What the tag of a content control starts with; the name of the table follows."""
_HOUSE_STYLE = "Light Shading"


def docx(table: Table) -> bytes:
    """Return a table as a document of its own."""
    return document(of_one(table))


def document(booklet: Booklet, template: bytes | None = None) -> bytes:
    """Return tables and pictures as a document, in the styles of a template where one is given."""
    from docx import Document

    made = Document(io.BytesIO(template) if template else None)
    if template is None:
        _looks(made)
    _properties(made, booklet)
    made.add_paragraph(visible(booklet.title), style=_style(made, "Title"))
    writer, pages = Writer(made, _style(made, _HOUSE_STYLE)), Pages(made)
    if len(booklet.tables) > 1:
        made.element.body.insert_element_before(writer.contents(booklet, pages.room), "w:sectPr")
    for name, table, picture in booklet.parts():
        control = _control(name, table, picture, writer, pages.turn_for(table))
        made.element.body.insert_element_before(control, "w:sectPr")
    return _bytes(made)


def renewed(memo: bytes, booklet: Booklet) -> tuple[bytes, tuple[str, ...]]:
    """Return a memo with its tables of these names replaced, and the names that were there.

    Raises ValueError where it is no document.
    """
    from docx import Document
    from docx.oxml.ns import qn

    try:
        made = Document(io.BytesIO(memo))
    except Exception as fault:
        raise ValueError(str(fault)) from fault
    parts = {name: (name, table, picture) for name, table, picture in booklet.parts()}
    writer = Writer(made, _style(made, _HOUSE_STYLE))
    found = []
    for name, control in list(controls(made)):
        if name in parts:
            new = _control(*parts[name], writer, room_at(made, control))
            control.replace(control.find(qn("w:sdtContent")), new.find(qn("w:sdtContent")))
            found.append(name)
    return _bytes(made), tuple(found)


def controls(made: Any) -> Iterator[tuple[str, Any]]:
    """Yield the content controls of the program's own tables, each with the name of its table."""
    from docx.oxml.ns import qn

    for control in made.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        name = tag.get(qn("w:val"), "") if tag is not None else ""
        if name.startswith(TAG):
            yield name.removeprefix(TAG), control


def _control(name: str, table: Table, picture: Picture | None, writer: Writer, room: int) -> Any:
    """Return a content control with a table as wide as the room and, under it, its picture."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:alias/><w:tag/></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    properties = control.find(qn("w:sdtPr"))
    properties.find(qn("w:alias")).set(qn("w:val"), visible(table.title)[:60])
    properties.find(qn("w:tag")).set(qn("w:val"), f"{TAG}{name}")
    content = control.find(qn("w:sdtContent"))
    for element in (
        *writer.elements(name, table, room),
        *(writer.picture(picture) if picture else ()),
    ):
        content.append(element)
    return control


def _style(made: Any, name: str) -> Any:
    """Return a style where the template has it."""
    return next((style for style in made.styles if style.name == name), None)


def _looks(made: Any) -> None:
    """Give a document without a template its own: pages on their side, with their numbers."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(15)
    made.styles["Caption"].paragraph_format.space_before = Pt(18)
    number_pages(made)


def _properties(made: Any, booklet: Booklet) -> None:
    """Say what the document is: language, title, origin, and on every page that it is a draft."""
    import datetime

    found = next((table.identity for table in booklet.tables if table.identity), None)
    about = made.core_properties
    about.title, about.author = visible(booklet.title)[:255], "orgdesign"
    about.language, about.content_status = language_tag(booklet.language), booklet.status
    about.created = about.modified = datetime.datetime(2000, 1, 1)
    about.last_modified_by = "orgdesign"
    about.comments = visible(found.line)[:255] if found else ""
    about.identifier = found.inputs if found else ""
    _speak(made, booklet)
    if booklet.draft:
        for header in _headers(made):
            _say_on_top(header, booklet.draft)


def _headers(made: Any) -> Iterator[Any]:
    """Yield what stands above each page, of first and of even pages where these have their own."""
    twice = made.settings.odd_and_even_pages_header_footer
    for at, section in enumerate(made.sections):
        found = [section.header]
        found += [section.first_page_header] if section.different_first_page_header_footer else []
        found += [section.even_page_header] if twice else []
        yield from (header for header in found if at == 0 or not header.is_linked_to_previous)


def _say_on_top(header: Any, words: str) -> None:
    """Put words on a line of their own, above what a template has there."""
    first = header.paragraphs[0]
    line = first.insert_paragraph_before() if first.text.strip() else first
    line.add_run(words)


def _speak(made: Any, booklet: Booklet) -> None:
    """Set the language of the text, by the style that all others rest on."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    defaults = made.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        return
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    spoken.set(qn("w:val"), language_tag(booklet.language))


def _bytes(made: Any) -> bytes:
    data = io.BytesIO()
    made.save(data)
    return repacked(data.getvalue())
