"""What the tables of a game are made from: names of groups, amounts that add up, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgdesign.allocation.games.coalitions import members
from orgdesign.allocation.games.study import Study
from orgdesign.model.axes import Array
from orgdesign.money import split
from orgdesign.scenario.games.given import Heading
from orgdesign.tables.build import together
from orgdesign.tables.notes import with_legend
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table, Unit
from orgdesign.words import Language, say
from orgdesign.words.numbers import number

LARGE = 100.0
"""The largest cost from which two decimals are enough; below it there are four."""
_PARTS: dict[Unit, int] = {"amount": 100, "number": 10_000}
_MANY = 4
"""Players above which a group of most of them is named by those that it lacks."""


def unit_of(largest: float) -> Unit:
    """Return the unit of amounts whose largest is known."""
    return "amount" if largest >= LARGE else "number"


def shared(amounts: Array | Sequence[float], players: Sequence[str], unit: Unit) -> list[float]:
    """Return amounts as they are printed: rounded so that they add up to the rounded total."""
    parts = _PARTS[unit]
    return [part / parts for part in split([float(each) for each in amounts], players, parts)]


def text(id: str, settings: Settings) -> Column:
    """Return a column of text whose title is the word for its id."""
    return Column(id, say(f"game_tables.{id}", settings.language))


def method_name(method: str, language: Language) -> str:
    """Return the name of a method as readers see it."""
    return say(f"terms.key_{method}", language)


def by_method(
    study: Study, settings: Settings, unit: Unit, *, total: bool = False, than: str = ""
) -> list[Column]:
    """Return a column for each method; a difference where it says from what."""
    than = say(f"game_tables.{than}", settings.language) if than else ""
    return [
        Column(method, method_name(method, settings.language), unit, total, bool(than), than)
        for method in study.methods
    ]


def by_player(study: Study, columns: Sequence[Sequence[Cell]], *extra: Cell) -> list[Row]:
    """Return a row for each player of columns of cells."""
    return [
        Row(id, (name, *extra, *(column[at] for column in columns)))
        for at, (id, name) in enumerate(zip(study.game.players, study.names, strict=True))
    ]


def total(columns: Sequence[Column], rows: Sequence[Row], settings: Settings) -> Row:
    """Return the row of totals of columns that add up: the sum of what is printed."""
    sums = [
        _rounded(together([row.cells[at] for row in rows])) if column.total else ""
        for at, column in enumerate(columns)
    ]
    return Row("total", (say("game_tables.total", settings.language), *sums[1:]), total=True)


def _rounded(cell: Cell) -> Cell:
    return round(cell, 4) if isinstance(cell, float) else cell


def group(study: Study, coalition: int, settings: Settings) -> str:
    """Return a group as readers see it: by its members, or by the few that it lacks."""
    whole = (1 << study.game.size) - 1
    inside = members(coalition, study.names)
    lacking = members(whole ^ coalition, study.names)
    if study.game.size > _MANY and 0 < len(lacking) < len(inside):
        return say("game_tables.all_but", settings.language, names=_joined(lacking))
    return _joined(inside)


def _joined(names: Iterable[str]) -> str:
    return " + ".join(names)


def group_id(study: Study, coalition: int) -> str:
    """Return a group as files name it."""
    return "+".join(members(coalition, study.game.players))


def amount_text(study: Study, amount: float, settings: Settings) -> str:
    """Return an amount within a sentence."""
    return number(amount, unit_of(study.game.scale), settings.numbers)


def undefined(study: Study) -> list[Cell]:
    """Return the column of a method that has no answer."""
    return [Mark.UNDEFINED] * study.game.size


def make(
    id: str,
    heading: Heading,
    columns: Sequence[Column],
    rows: Iterable[Row],
    notes: Iterable[str],
    settings: Settings,
    **title: object,
) -> Table:
    """Return a table under the title of the study, with a note on its unit and one on its source.

    The words of the title are those for the id, with its details.
    """
    language = settings.language
    words = say(f"game_tables.table_{id}", language, **title)
    if heading.title:
        words = say("game_tables.titled", language, title=words, study=heading.title)
    told = list(notes)
    if any(column.unit in _PARTS for column in columns):
        unit = heading.unit or say("game_tables.unit_of_file", language)
        told.insert(0, say("game_tables.note_unit", language, unit=unit))
    if heading.source:
        told.append(say("game_tables.note_source", language, source=heading.source))
    table = Table(id, words, tuple(columns), tuple(rows), tuple(told), language, settings.numbers)
    return with_legend(table)
