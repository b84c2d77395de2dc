"""What leaves the app as files, made and written as `orgdesign export` does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from orgdesign.export.usual import MASK
from orgdesign.tui.places import near
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.export.bundle import Entry
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings


class Wanted(NamedTuple):
    """What to write: the table in sight with its settings, or the whole set."""

    result: Result
    table: str
    settings: Settings
    whole: bool = False
    masked: bool = True
    forms: tuple[str, ...] = ()
    folder: Path = Path()
    force: bool = False

    @property
    def mask_below(self) -> float:
        """Fewer fte than this are masked."""
        return MASK if self.masked else 0.0

    def changes(self) -> dict[str, Any]:
        """Return the settings of the tables: of the whole set only language and masking."""
        settings = self.settings.change(mask_below=self.mask_below)
        if self.whole:
            return {"language": settings.language, "mask_below": self.mask_below or None}
        return settings._asdict()

    def options(self) -> list[str]:
        """Return the options of `orgdesign export` that ask for this, but for the language."""
        from orgdesign.identity.call import flags
        from orgdesign.tables.settings import settings_for

        words = ["--to", str(near(self.folder)), "--format", ",".join(self.forms)]
        if not self.whole:
            usual = settings_for(self.result.scenario, self.table, language=self.settings.language)
            asked = self.settings.change(mask_below=usual.mask_below)
            words += ["--table", self.table, *flags(asked, usual)]
        words += [] if self.masked else ["--mask", "0"]
        return words + (["--force"] if self.force else [])


def can_be_alone(result: Result, table: str) -> bool:
    """Return whether a table can be exported by itself."""
    from orgdesign.export.studies import makers

    return table in makers(result.scenario)


def names_of_set(result: Result) -> tuple[str, ...]:
    """Return the names of the tables that a whole set is made from."""
    from orgdesign.export.bundle import WHEN_NAMED
    from orgdesign.export.studies import makers

    asked = result.scenario.document.tables
    return tuple(id for id in makers(result.scenario) if id in asked or id not in WHEN_NAMED)


def entries_of(wanted: Wanted, stopped: Callable[[], bool]) -> tuple[Entry, ...]:
    """Return the tables as they are written; those that there are where it is stopped."""
    from orgdesign.export.bundle import entries

    made: list[Entry] = []
    only = () if wanted.whole else (wanted.table,)
    for entry in entries(wanted.result, only, **wanted.changes()):
        if stopped():
            break
        made.append(entry)
    return tuple(made)


def write_files(wanted: Wanted, stopped: Callable[[], bool]) -> tuple[str, ...] | str:
    """Make and write the files; return their names, or words for why there are none.

    Nothing is written where it is stopped before everything is made.
    """
    from orgdesign.export import bundle
    from orgdesign.export.folder import NotWrittenError, write

    language = wanted.settings.language
    tables = entries_of(wanted, stopped)
    if not tables:
        return say("export.empty", language)
    pictured = any(form in bundle.PICTURED for form in wanted.forms)
    whole = bundle.booklet(wanted.result, tables, bundle.pictures(tables) if pictured else None)
    made = bundle.files(whole, tables, wanted.forms)
    if stopped():
        return ""
    try:
        write(wanted.folder, made, force=wanted.force)
    except NotWrittenError as fault:
        return say(f"export.{fault.reason}", language, names=fault.names)
    return tuple(made)
