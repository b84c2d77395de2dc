"""Several tables as one document: what a workbook, a memo or a page is made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from orgdesign.tables.table import Table
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings


class Picture(NamedTuple):
    """A picture with its title and what it shows in words."""

    name: str
    title: str
    alt: str
    svg: bytes
    png: bytes


class Booklet(NamedTuple):
    """Tables and pictures under one title, in one language, of one scenario."""

    title: str
    tables: tuple[Table, ...]
    language: Language = "nl"
    numbers: str = "nl_NL"
    status: Literal["draft", "final"] = "final"
    pictures: Mapping[int, Picture] = MappingProxyType({})
    """Pictures, by the position of the table that each shows."""
    result: Result | None = None
    """What the tables are of, for formulas that recompute them."""
    settings: tuple[Settings, ...] = ()
    """With what each table was made, where the result is given."""
    names: tuple[str, ...] = ()
    """The name of each table, where it is more than its id: of one option, for instance."""

    def parts(self) -> Iterator[tuple[str, Table, Picture | None]]:
        """Yield every table with its name and its picture."""
        names = self.names or tuple(table.id for table in self.tables)
        for at, (name, table) in enumerate(zip(names, self.tables, strict=True)):
            yield name, table, self.pictures.get(at)

    @property
    def draft(self) -> str:
        """What every page says of a draft, nothing where the scenario is final."""
        return say("interface.note_draft", self.language) if self.status == "draft" else ""


def of_one(table: Table) -> Booklet:
    """Return a table alone as a document."""
    return Booklet(table.title, (table,), table.language, table.numbers, table.status)
