"""Leaving: what it costs who leaves, and what the others are left with."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model.axes import Array
from orgdesign.model.exits import (
    Exit,
    Leavers,
    able_sets,
    can_leave,
    exits,
    first_exit,
    nobody_stays,
    notice,
    stops,
    year_of_operation,
)
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name
from orgdesign.tables.out_gaps import (
    Silence,
    gap_notes,
    no_way_out_note,
    nobody_stays_note,
    or_gap,
    silence,
)
from orgdesign.tables.settings import Settings, first_option
from orgdesign.tables.table import Cell, Column, Mark, Row, Table, Unit
from orgdesign.words import say
from orgdesign.words.numbers import number, years_told


def exit(result: Result, settings: Settings) -> Table:
    """Return for each exit what it costs who leaves and what the others are left with."""
    found = list(_found(result, settings))
    columns = [
        _column("leavers", settings),
        _column("last_year", settings, "year"),
        *(_money(id, settings) for id in ("compensation", "rebuilding")),
        *(_money(id, settings, signed=True) for id in ("alone_again", "before", "after")),
        _column("covered", settings, "share"),
    ]
    rows = [Row("+".join(each.leavers), _cells(result, each, settings)) for each in found]
    return _made("exit", result, settings, columns, rows)


def exit_by_year(result: Result, settings: Settings) -> Table:
    """Return the same year by year, from the year after each exit."""
    columns = [
        _column("leavers", settings),
        _column("year", settings, "year"),
        *(_money(id, settings) for id in ("compensation", "rebuilding")),
        *(_money(id, settings, signed=True) for id in ("alone_again", "before", "after")),
    ]
    rows = [row for each in _found(result, settings) for row in _years(result, each, settings)]
    return _made("exit_by_year", result, settings, columns, rows)


def _column(id: str, settings: Settings, unit: Unit = "text") -> Column:
    return Column(id, say(f"exit.{id}", settings.language), unit)


def _money(id: str, settings: Settings, *, signed: bool = False) -> Column:
    return Column(id, say(f"exit.{id}", settings.language), settings.unit, signed=signed)


def _last_year(result: Result, option: str, settings: Settings) -> int:
    """Return the year asked for, else the third one, or the first that the notice allows.

    One after which no year is computed gives way to the last that has one, where that can be.
    """
    if settings.year is not None:
        return settings.year
    usual = year_of_operation(result, option, 3)
    earliest = first_exit(result, option, usual)
    found = max(usual, year_of_operation(result, option, 3 + max(0, earliest - usual)))
    last = result.scenario.years[-1] - 1
    return last if _too_late(result, found) and last >= earliest else found


def _too_early(result: Result, option: str, last_year: int) -> bool:
    return last_year < first_exit(result, option, last_year)


def _too_late(result: Result, last_year: int) -> bool:
    """Return whether no year is left in which an exit has consequences."""
    return last_year >= result.scenario.years[-1]


def _found(result: Result, settings: Settings) -> Iterator[Exit]:
    """Yield every exit asked for: of each set, else of each participant that can leave."""
    option = first_option(result.scenario, settings)
    if result.scenario.stays_alone(option):
        return
    last_year = _last_year(result, option, settings)
    if _too_early(result, option, last_year) or _too_late(result, last_year):
        return
    able = can_leave(result, option, last_year)
    sets = settings.leaving or tuple((m,) for m in able if _shown(m, settings))
    yield from exits(result, option, able_sets(result, option, sets, last_year), last_year)


def _shown(municipality: str, settings: Settings) -> bool:
    return not settings.municipalities or municipality in settings.municipalities


def _label(scenario: Scenario, leavers: Leavers) -> str:
    return ", ".join(municipality_name(scenario, m) for m in leavers)


def _amounts(
    each: Exit, at: slice, silent: Silence, settings: Settings, *, rebuilt_in: bool = True
) -> tuple[Cell, ...]:
    """Return what is paid and left in some years; what the others get is what the leavers pay.

    What is not stated is a gap: of building up again in the years in which it would fall.
    """

    def printed(yearly: Array) -> int:
        return settings.in_unit(yearly[at].sum())

    paid, rebuilt = printed(each.compensation), printed(each.rebuilding)
    others = printed(each.before)
    more = printed(each.leaves - each.stays)
    unsaid = rebuilt_in and silent.on_rebuilding(each.leavers)
    return (
        or_gap(paid, unstated=silent.fee),
        or_gap(rebuilt, unstated=unsaid),
        more - paid - rebuilt,
        others,
        Mark.UNKNOWN if silent.fee else others - paid,
    )


def _cells(result: Result, each: Exit, settings: Settings) -> tuple[Cell, ...]:
    silent = _silence(result, each.last_year, settings)
    covered: Cell = Mark.NOT_APPLICABLE
    if each.covered is not None:
        covered = Mark.UNKNOWN if silent.fee else round(each.covered, 6)
    amounts = _amounts(each, slice(None), silent, settings)
    return (_label(result.scenario, each.leavers), each.last_year, *amounts, covered)


def _silence(result: Result, last_year: int, settings: Settings) -> Silence:
    return silence(result, first_option(result.scenario, settings), last_year)


def _years(result: Result, each: Exit, settings: Settings) -> Iterator[Row]:
    silent = _silence(result, each.last_year, settings)
    for at, year in enumerate(result.scenario.years):
        if year > each.last_year:
            first = year == each.last_year + 1
            amounts = _amounts(each, slice(at, at + 1), silent, settings, rebuilt_in=first)
            cells: tuple[Cell, ...] = (_label(result.scenario, each.leavers), year, *amounts)
            yield Row(f"{'+'.join(each.leavers)}.{year}", cells)


def _made(
    id: str, result: Result, settings: Settings, columns: list[Column], rows: list[Row]
) -> Table:
    scenario, language = result.scenario, settings.language
    option = first_option(scenario, settings)
    lines = [*notes.price_notes(scenario, settings)]
    lines += notes.horizon_notes(scenario, settings, discounted=False)
    lines.append(notes.unit_note(settings.change(per_inhabitant=False)))
    if scenario.stays_alone(option):
        lines.append(no_way_out_note(scenario, option, settings))
    else:
        lines += _columns_note(id, result, option, settings)
        lines += _rules(result, option, settings)
        lines += notes.key_notes(scenario, [option], settings)
        lines += notes.gap_notes(scenario, [option], settings)
    title = say(
        "interface.for_option",
        language,
        title=say(f"terms.table_{id}", language),
        option=option_name(scenario, option, language),
    )
    return make(id, title, columns, rows, lines, scenario, settings)


def _columns_note(id: str, result: Result, option: str, settings: Settings) -> list[str]:
    last_year = _last_year(result, option, settings)
    told = can_leave(result, option, last_year) and not (
        _too_early(result, option, last_year) or _too_late(result, last_year)
    )
    return [say(f"exit.note_{id}", settings.language)] if told else []


def _closed(result: Result, option: str, last: int, settings: Settings) -> str:
    """Return why nobody can leave after a year: it merged, stops then, or has one participant."""
    scenario = result.scenario
    in_force = result.in_force(option, last).reading.option
    merged = scenario.property(in_force, "merges")
    if stops(result, option, last) and not merged:
        return say("exit.note_all_stop", settings.language, last=last)
    inside = scenario.participants(in_force)
    if len(inside) == 1 and not merged:
        return nobody_stays_note(scenario, inside, settings)
    return no_way_out_note(scenario, option, settings)


def _rules(result: Result, option: str, settings: Settings) -> Iterator[str]:
    """Yield how leaving goes under this option, and who cannot leave."""
    scenario, language = result.scenario, settings.language
    last = _last_year(result, option, settings)
    evaluation = result.in_force(option, last)
    able = can_leave(result, option, last)
    if not able:
        yield _closed(result, option, last, settings)
        return
    if _too_early(result, option, last):
        earliest = first_exit(result, option, last)
        yield say("exit.note_too_early", language, last=last, earliest=earliest)
        return
    if _too_late(result, last):
        yield say("exit.note_too_late", language, last=last, horizon=scenario.years[-1])
        return
    silent = _silence(result, last, settings)
    entry = "exit.note_no_notice" if silent.notice else "exit.note_notice"
    yield say(entry, language, last=last, notice=last - notice(result, option, last))
    yield say(
        "exit.note_no_rule" if silent.fee else "exit.note_rule",
        language,
        share=number(float(evaluation["exit_start_share"].item(0)), "share", settings.numbers),
        years=years_told(float(evaluation["exit_years"].item(0)), language, settings.numbers),
        people=say(f"exit.people_{evaluation['exit_people']}", language),
    )
    leavers = [m for m in able if any(m in each for each in settings.leaving)]
    shown = leavers if settings.leaving else [m for m in able if _shown(m, settings)]
    yield from gap_notes(scenario, [silent], shown, settings, ending=False)
    for each in settings.leaving:
        if nobody_stays(result, option, each, last):
            yield nobody_stays_note(scenario, each, settings)
    asked = [m for leavers in settings.leaving for m in leavers]
    inside = scenario.participants(evaluation.reading.option)
    for entry, who in (
        ("host", [m for m in inside if m not in able]),
        ("outside", [m for m in dict.fromkeys(asked) if m not in inside]),
    ):
        if who:
            yield say(f"exit.note_{entry}", language, names=_label(scenario, tuple(who)))
