"""What a Word document says of its own pages: a list of its tables, and their numbers."""

from __future__ import annotations

import hashlib
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from orgdesign.export.booklet import Booklet
from orgdesign.words import say
from orgdesign.words.visible import visible

GALLERY = "Table of Contents"
"""What a word processor calls a list of contents in any language."""


def contents(booklet: Booklet, style: str, room: int) -> Any:
    """Return a list of the tables with their pages, each a way to its table.

    `style` is the id of the style of its lines; `room` is their width in twentieths of a point. A
    word processor counts the pages when it opens or prints the document.
    """
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    head = say("export.contents", booklet.language)
    lines = [_line(name, table.title) for name, table, _ in booklet.parts()]
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
    looks = f"<w:pPr><w:pStyle w:val={quoteattr(style)}/>{tab}</w:pPr>"
    return parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj>"
        f"<w:docPartGallery w:val={quoteattr(GALLERY)}/><w:docPartUnique/>"
        "</w:docPartObj></w:sdtPr><w:sdtContent>"
        f"<w:p>{looks}<w:r><w:rPr><w:b/></w:rPr><w:t>{escape(head)}</w:t></w:r></w:p>"
        + "".join(f"<w:p>{looks}{line}</w:p>" for line in lines)
        + "</w:sdtContent></w:sdt>"
    )


def bookmark(name: str) -> str:
    """Return the bookmark of the table of a name: one that a word processor does not list."""
    return f"_{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def marked(paragraph: Any, name: str) -> None:
    """Put a bookmark around a paragraph, and the paragraph among the heads of a document."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    number = int(bookmark(name)[1:8], 16)
    names = f'w:id="{number}" w:name="{bookmark(name)}"'
    made = paragraph._p
    looks = made.get_or_add_pPr()
    looks.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="0"/>'))
    looks.addnext(parse_xml(f"<w:bookmarkStart {nsdecls('w')} {names}/>"))
    made.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))


def number_pages(made: Any) -> None:
    """Put the number of each page at the foot of it, on the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    foot = made.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>'))


def _line(name: str, title: str) -> str:
    """Return the title of a table and the page that it is on, as markup."""
    page = f'<w:instrText xml:space="preserve"> PAGEREF {bookmark(name)} \\h </w:instrText>'
    return (
        f'<w:hyperlink w:anchor="{bookmark(name)}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{escape(visible(title))}</w:t></w:r><w:r><w:tab/></w:r>'
        f"{_mark('begin')}{_run(page)}{_mark('separate')}{_run('<w:t>.</w:t>')}"
        f"{_mark('end')}</w:hyperlink>"
    )


def _mark(kind: str) -> str:
    """Return a bound of a field as markup; what is in it is counted anew when it is opened."""
    return _run(f'<w:fldChar w:fldCharType="{kind}" w:dirty="true"/>')


def _run(markup: str) -> str:
    return f"<w:r>{markup}</w:r>"
