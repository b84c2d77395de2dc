"""What a scenario has differently from another, in words."""

from __future__ import annotations

from orgdesign.scenario.difference_words import describe
from orgdesign.scenario.differences import differences
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say


def differing(old: Scenario, new: Scenario, settings: Settings) -> Table:
    """Return a sentence for everything that differs, by its path, in the order of the file."""
    language = settings.language
    found = differences(old, new)
    return Table(
        "differences",
        say("differences.title", language, old=old.file, new=new.file),
        (
            Column("path", say("interface.path", language)),
            Column("difference", say("differences.column", language)),
        ),
        tuple(Row(each.path, (each.path, describe(each, language))) for each in found),
        () if found else (say("differences.same", language),),
        language,
        settings.numbers,
        new.document.scenario.status,
    )
