"""A table as sentences, one fact a line, in letters that every terminal and screen reader has."""

from __future__ import annotations

from orgdesign.export.sentences import facts
from orgdesign.tables.plans.bars import DECIDES, WORK
from orgdesign.tables.table import Table
from orgdesign.words.numbers import MINUS
from orgdesign.words.visible import visible

_PLAIN = str.maketrans({MINUS: "-", DECIDES: "#", WORK: "="})


def plain(table: Table) -> str:
    """Return the title, every cell as a sentence, and the notes."""
    lines = [visible(table.title), *facts(table), *(visible(note) for note in table.below)]
    return "\n".join(lines).translate(_PLAIN) + "\n"
