"""Who gets the bill of an overrun, under every key."""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, money_column, municipality_name, row_total
from orgdesign.tables.cents import amounts
from orgdesign.tables.operating import not_operating
from orgdesign.tables.settings import CENTS_IN, Settings, first_option, quoted_year
from orgdesign.tables.sharing.about import (
    chosen,
    column,
    measured,
    phase_notes,
    silent_notes,
    titled,
    together,
    usual_notes,
    year_of,
)
from orgdesign.tables.sharing.game_notes import tax_notes
from orgdesign.tables.sharing.under import UnderKeys
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number


def overrun(result: Result, settings: Settings) -> Table:
    """Return what each pays more, under every key, when the joint body costs more."""
    settings = measured(settings)
    scenario, year = result.scenario, year_of(result.scenario, settings)
    under = together(result, settings, year)
    columns = [column("key", settings)]
    rows: list[Row] = []
    lines = usual_notes(scenario, settings.change(per_inhabitant=False))
    if settings.per_inhabitant:
        lines[-1] = say("sharing.note_per_head", settings.language)
    if under is not None:
        columns += _columns(under, settings)
        shown = chosen(under, settings, under.keys)
        rows = [_row(under, key, settings) for key in shown]
        lines += not_operating(result, under.option, settings)
        lines += [_size_note(under, settings), *_monotone_notes(under, settings)]
        lines += phase_notes(under, year, settings)
        lines += _unanswered_notes(under, settings)
        lines += silent_notes(under, settings)
        lines += tax_notes(result, under.option, shown, settings)
    option = first_option(scenario, settings)
    title = titled("overrun", scenario, option, settings)
    return make("overrun", title, columns, rows, lines, scenario, settings)


def _columns(under: UnderKeys, settings: Settings) -> list[Column]:
    each = [
        money_column(m, municipality_name(under.scenario, m), settings, against=True)._replace(
            than=""
        )
        for m in under.players
    ]
    whole = say("interface.total", settings.language)
    if settings.per_inhabitant:
        return each
    total = money_column("total", whole, settings, against=True)
    return [*each, total._replace(than="")]


def part(under: UnderKeys, settings: Settings) -> float:
    """Return the overrun as a part of the running pool in the year of the table."""
    asked = settings.overrun
    if asked.unit == "share":
        return asked.amount
    running = under.running(quoted_year(under.scenario, settings))
    return asked.amount / running if running else 0.0


def _row(under: UnderKeys, key: str, settings: Settings) -> Row:
    cells: list[Cell] = [notes.key_name(under.scenario, key, settings.language)]
    if not under.answers(key, part(under, settings)):
        number_of = len(under.players) + (not settings.per_inhabitant)
        return Row(key, (*cells, *[Mark.NOT_APPLICABLE] * number_of))
    more = extra(under, key, settings)
    if settings.per_inhabitant:
        cells += [_per_head(under.scenario, m, after - b) for m, (b, after) in more.items()]
        return Row(key, tuple(cells))
    unit = CENTS_IN[settings.unit]
    printed = [rounded(after, unit) - rounded(before, unit) for before, after in more.values()]
    return Row(key, (*cells, *printed, row_total(printed)))


def extra(under: UnderKeys, key: str, settings: Settings) -> dict[str, tuple[int, int]]:
    """Return what each participant pays without and with an overrun, in cents."""
    year = quoted_year(under.scenario, settings)
    more = under.when_dearer(key, part(under, settings))
    before, after = (
        amounts(each, under.option, settings.measure, year) for each in (under.under(key), more)
    )
    return {m: (before[i], after[i]) for m, i in zip(under.players, under.places, strict=True)}


def _per_head(scenario: Scenario, municipality: str, cents: int) -> float:
    heads = scenario.document.municipalities[municipality].inhabitants.value
    return round(cents / 100 / heads, 2) if heads else 0.0


def _size_note(under: UnderKeys, settings: Settings) -> str:
    size, year = part(under, settings), quoted_year(under.scenario, settings)
    return say(
        "sharing.note_overrun",
        settings.language,
        part=number(size, "share", settings.numbers),
        euros=number(round(size * under.running(year)), "euros", settings.numbers),
        year=year,
    )


def _unanswered_notes(under: UnderKeys, settings: Settings) -> list[str]:
    """Return the methods that answer without the overrun only."""
    found = [
        notes.key_name(under.scenario, key, settings.language)
        for key in chosen(under, settings, under.keys)
        if not under.answers(key, part(under, settings))
    ]
    return (
        [say("sharing.note_unanswered", settings.language, keys="; ".join(found))] if found else []
    )


def _monotone_notes(under: UnderKeys, settings: Settings) -> list[str]:
    """Return the keys under which someone pays less when the whole costs more."""
    language = settings.language
    found = [
        notes.key_name(under.scenario, key, language)
        for key in chosen(under, settings, under.keys)
        if under.answers(key, part(under, settings))
        and any(after < before for before, after in extra(under, key, settings).values())
    ]
    if part(under, settings) <= 0 or not found:
        return []
    return [say("sharing.note_not_monotone", language, keys="; ".join(found))]
