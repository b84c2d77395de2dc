"""The cover sheet: what a council needs on one page, without advice."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.model.gaps import gaps
from orgdesign.model.result import Result
from orgdesign.plans.decisions import DECIDING, moments
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.study import Study
from orgdesign.tables import notes
from orgdesign.tables.assumptions import is_unsigned_assumption, numbered
from orgdesign.tables.build import make, option_name, text_column
from orgdesign.tables.compare import who_pays
from orgdesign.tables.grid import grid
from orgdesign.tables.operating import outside_their_years
from orgdesign.tables.plans.calendar import conflict, moment_title
from orgdesign.tables.settings import Settings, shown_municipalities, shown_options
from orgdesign.tables.summary import summary
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.tables.thresholds import whole_transition_notes
from orgdesign.words import say
from orgdesign.words.numbers import date_text

MOST_FLIPS = 3
"""Switching values on the sheet: the most decisive ones."""


def cover(result: Result, settings: Settings) -> Table:
    """Return question, options with their cost, who pays more, what flips it, gaps and dates."""
    # Amounts and who pays more are of the same year: that of the report.
    settings = settings.change(
        measure="structural_cost", year=None, per_inhabitant=False, against="alone"
    )
    scenario, options = result.scenario, shown_options(result.scenario, settings)
    about = scenario.document.scenario
    question = _row("question", "", about.question or about.title, settings)
    return make(
        "cover",
        say("terms.table_cover", settings.language),
        _columns(settings),
        [
            question,
            *_options(result, options, settings),
            *_flips(result, settings),
            *_gaps(scenario, options, settings),
            _unsigned(scenario, settings),
            *_dates(scenario, options, settings),
        ],
        [
            *notes.price_notes(scenario, settings),
            notes.year_note(scenario.report_year, settings),
            notes.unit_note(settings),
            notes.sign_note(settings),
            *outside_their_years(result, options, settings.change(year=None)),
            *whole_transition_notes(result, settings),
            say("cover.note", settings.language),
        ],
        scenario,
        settings,
    )


def _columns(settings: Settings) -> list[Column]:
    language = settings.language
    than = say("interface.than_alone", language)
    return [
        Column("subject", say("cover.subject", language)),
        text_column("option", settings),
        Column(
            "structural_difference",
            say("interface.structural_difference", language),
            settings.unit,
            signed=True,
            than=than,
        ),
        Column("one_off", say("interface.one_off", language), settings.unit),
        Column("said", say("cover.said", language)),
    ]


def _row(id: str, about: str, said: str, settings: Settings, *amounts: Cell) -> Row:
    """Return a row; its subject is the word for the first part of its id."""
    subject = say(f"cover.{id.partition('.')[0]}", settings.language)
    first, second = amounts or (Mark.NOT_APPLICABLE, Mark.NOT_APPLICABLE)
    return Row(id, (subject, about, first, second, said))


def _options(result: Result, options: tuple[str, ...], settings: Settings) -> Iterator[Row]:
    table, amounts = summary(result, settings), grid(result, settings)
    at = {column.id: place for place, column in enumerate(table.columns)}
    for option in options:
        cells = table.row(option).cells
        frame = cells[at["threshold"]]
        said = who_pays(amounts, option)
        if isinstance(frame, str):
            said += f"; {say('interface.threshold', settings.language).lower()}: {frame}"
        yield _row(
            f"option.{option}",
            str(cells[0]),
            said,
            settings,
            cells[at["structural_difference"]],
            cells[at["one_off"]],
        )


def _flips(result: Result, settings: Settings) -> Iterator[Row]:
    """Yield the most decisive switching values of all together, or that there is none."""
    from orgdesign.sensitivity.switching import switching
    from orgdesign.tables.sensitivity.switching import sentence

    scenario = result.scenario
    shown = shown_municipalities(scenario, settings)
    study = Study(scenario, shown_options(scenario, settings), shown)
    flips = [flip for flip in switching(study).flips if flip.comparison.municipality is None]
    for place, flip in enumerate(flips[:MOST_FLIPS], start=1):
        yield _row(f"flip.{place}", "", sentence(flip, study, settings), settings)
    if not flips:
        yield _row("flip", "", say("cover.no_flip", settings.language), settings)


def _gaps(scenario: Scenario, options: tuple[str, ...], settings: Settings) -> Iterator[Row]:
    """Yield the costs that options say nothing about, by name, or that there are none."""
    language = settings.language
    left_out = {option: gaps(scenario, option) for option in options}
    for option, found in left_out.items():
        if found:
            named = [say(f"terms.{line}", language) for line in found]
            name = option_name(scenario, option, language)
            yield _row(f"gap.{option}", name, notes.listed(named, language), settings)
    if not any(left_out.values()):
        yield _row("gap", "", say("cover.no_gap", language), settings)


def _unsigned(scenario: Scenario, settings: Settings) -> Row:
    numbers = numbered(scenario)
    open_ = [numbers[path] for path in numbers if is_unsigned_assumption(scenario, path)]
    details = {"count": len(open_), "all": len(scenario.figures)}
    return _row("unsigned", "", say("cover.count_unsigned", settings.language, **details), settings)


def _dates(scenario: Scenario, options: tuple[str, ...], settings: Settings) -> Iterator[Row]:
    """Yield when councils must have decided on each start at latest, and that it is too late."""
    for option in options:
        name = option_name(scenario, option, settings.language)
        decisions = [each for each in moments(scenario, option) if each.id in DECIDING]
        for place, moment in enumerate(decisions, start=1):
            latest = date_text(moment.latest, settings.language)
            said = f"{latest}: {moment_title(scenario, moment, settings)}"
            if moment.verdict == "conflict":
                said += f" ({say('calendar.conflict', settings.language)})"
            late = conflict(scenario, option, moment.start, settings)
            yield _row(
                f"date.{option}.{place}", name, f"{said}; {late}" if late else said, settings
            )
