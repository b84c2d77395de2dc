"""A cell of the comparison line by line: alone, in the option, and the difference."""

from __future__ import annotations

from orgdesign.lines import LINES
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import name_or_together, option_name, text_column
from orgdesign.tables.compare import in_words
from orgdesign.tables.payback_years import payback_years
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Row, Table
from orgdesign.tables.waterfall import parts, printed, whole
from orgdesign.words import say


def bill_of_cell(result: Result, settings: Settings, row: str, option: str) -> Table:
    """Return the lines behind an amount of the comparison, which add up to what that prints.

    A row that is no municipality stands for all of them. Of the zero option there is one column.
    Of the payback there is a row for every year.
    """
    if settings.measure == "payback":
        return payback_years(result, settings, row, option)
    scenario, language = result.scenario, settings.language
    lines = parts(result, settings, row, option)
    alone, total = (printed(result, settings, row, each) for each in (ALONE, option))
    before = whole(parts(result, settings, row, ALONE), alone, settings)
    after = whole(lines, total, settings)
    columns = _columns(result, settings, option)
    count = len(columns) - 2

    def cells(name: str, before: int, after: int, kind: str) -> tuple[Cell, ...]:
        return (name, *(before, after, after - before)[:count], kind)

    rows = [
        Row(line, cells(name, before.get(line, 0), after.get(line, 0), kind))
        for line in lines
        if line in before or line in after
        for name, kind in [_words(line, settings)]
    ]
    last = cells(say("interface.total", language), alone, total, "")
    return Table(
        "bill_of_cell",
        _title(result, settings, row, option),
        columns,
        (*rows, Row("total", last, total=True)),
        (notes.unit_note(settings.change(per_inhabitant=False)), notes.sign_note(settings)),
        language,
        settings.numbers,
        scenario.document.scenario.status,
    )


def _title(result: Result, settings: Settings, row: str, option: str) -> str:
    scenario, language = result.scenario, settings.language
    who = name_or_together(scenario, row, language)
    name, title = option_name(scenario, option, language), in_words(scenario, settings)
    return say("interface.bill_of_cell", language, title=title, who=who, option=name)


def _columns(result: Result, settings: Settings, option: str) -> tuple[Column, ...]:
    """Return the columns: the line, alone, the option, the difference, and the kind of line."""
    language = settings.language
    money = [
        Column(each, option_name(result.scenario, each, language), settings.unit, total=True)
        for each in dict.fromkeys((ALONE, option))
    ]
    if option != ALONE:
        title, than = say("interface.difference", language), say("interface.than_alone", language)
        money.append(Column("difference", title, settings.unit, total=True, signed=True, than=than))
    return text_column("line", settings), *money, text_column("kind", settings)


def _words(line: str, settings: Settings) -> tuple[str, str]:
    """Return the name of a line and its kind; temporary lines taken together have no other name."""
    kind = f"kind_{LINES[line].kind}" if line in LINES else line
    return say(f"terms.{line}", settings.language), say(f"terms.{kind}", settings.language)
