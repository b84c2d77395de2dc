"""A table whose texts try to be something else."""

from __future__ import annotations

from orgdesign.tables.table import Column, Mark, Row, Table

TEXTS = (
    '=HYPERLINK("http://x")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    " =1+1",
    "a|b",
    "**bold** _x_ `code`",
    "<script>alert(1)</script>",
    "[link](http://evil.example)",
    "www.evil.example",
    "\x1b[31mred",
    "a\u202eb",
    'semi;colon,comma"quote',
    "two\nlines",
    "'s-Gravenhage",
)


def hostile() -> Table:
    """Return a table with those texts as cells, titles and notes, and every mark and sign."""
    columns = (
        Column("name", "=Naam|x"),
        Column("euros", "Euro's", "euros", total=True),
        Column("change", "\x1b[0mVerschil", "euros", total=True, signed=True, than="zelfstandig"),
        Column("share", "Aandeel", "share"),
        Column("posts", "Fte", "fte"),
    )
    marks = (Mark.NOT_APPLICABLE, Mark.UNKNOWN, Mark.MASKED, Mark.GAP)
    rows = [
        Row(str(at), (text, 1000 * at - 2500, 500 - 100 * at, at / 40, marks[at % 4]))
        for at, text in enumerate(TEXTS)
    ]
    total = Row("total", ("Totaal", sum(r.cells[1] for r in rows), 0, "", ""), total=True)  # type: ignore[misc]
    return Table("hostile", "# =Titel <b>", columns, (*rows, total), TEXTS, "nl", "nl_NL", "draft")
