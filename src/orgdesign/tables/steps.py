"""From alone to an option, line by line, for every municipality: what a waterfall shows."""

from __future__ import annotations

from orgdesign.lines import LINES
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import (
    make,
    money_column,
    municipality_name,
    option_name,
    row_total,
    text_column,
)
from orgdesign.tables.compare import in_words
from orgdesign.tables.operating import not_operating
from orgdesign.tables.settings import Settings, first_option, shown_municipalities
from orgdesign.tables.table import Column, Row, Table
from orgdesign.tables.waterfall import Step, measure_of, waterfall
from orgdesign.words import say
from orgdesign.words.numbers import MINUS


def steps(result: Result, settings: Settings) -> Table:
    """Return what each pays alone, what every line adds or takes away, and what an option costs."""
    settings = settings.change(measure=measure_of(settings), per_inhabitant=False)
    scenario, option = result.scenario, first_option(result.scenario, settings)
    inside = scenario.participants(option)
    places = [m for m in shown_municipalities(scenario, settings) if m in inside]
    found = [waterfall(result, settings, place, option) for place in places]
    return make(
        "steps",
        say(
            "interface.from_alone",
            settings.language,
            option=option_name(scenario, option, settings.language),
            measure=in_words(scenario, settings).lower(),
        ),
        _columns(result, places, settings),
        _rows(found, option) if option != ALONE and places else [],
        [
            *_notes(result, settings),
            *not_operating(result, option, settings),
            *notes.gap_notes(scenario, [option], settings),
        ],
        scenario,
        settings,
    )


def _columns(result: Result, places: list[str], settings: Settings) -> list[Column]:
    titles = {place: municipality_name(result.scenario, place) for place in places}
    titles |= {"total": say("interface.total", settings.language)}
    money = [money_column(id, title, settings, against=False) for id, title in titles.items()]
    return [text_column("line", settings), *money]


def _rows(found: list[tuple[Step, ...]], option: str) -> list[Row]:
    """Return a row for each line that changes anything, between those of alone and the option."""
    labels = {step.line: step.label for each in found for step in each}
    lines = [ALONE, *(line for line in (*LINES, "kind_temporary") if line in labels), option]
    amounts = [{step.line: step.amount for step in each} for each in found]
    rows = []
    for line in lines:
        cells = [each.get(line, 0) for each in amounts]
        row = Row(line, (labels[line], *cells, row_total(cells)))
        rows.append(row._replace(id="total", total=True) if line == option else row)
    return rows


def _notes(result: Result, settings: Settings) -> list[str]:
    return [
        *notes.price_notes(result.scenario, settings),
        notes.unit_note(settings),
        say("interface.note_steps", settings.language, minus=MINUS),
    ]
