"""The decision moments and the budget calendar of each option, with what does not fit."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from orgdesign.library import loader
from orgdesign.plans.decisions import MUST_BE_READY, Moment, first_start, moments
from orgdesign.plans.starts import Start, starts
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name, text_column
from orgdesign.tables.settings import Settings, shown_options
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.numbers import date_text
from orgdesign.words.source_titles import source_title

_COLUMNS = ("moment", "latest", "planned", "verdict", "who", "rule")
_DATES = ("latest", "planned")


def calendar(scenario: Scenario, settings: Settings) -> Table:
    """Return for each option the latest day of every moment, what is planned, and the verdict."""
    language = settings.language
    options = shown_options(scenario, settings)
    found = {option: moments(scenario, option) for option in options}
    rows = [
        _row(scenario, option, position, moment, settings)
        for option in options
        for position, moment in enumerate(found[option])
    ]
    titles = [
        Column(id, say(f"calendar.{id}", language), "date" if id in _DATES else "text")
        for id in _COLUMNS
    ]
    sources = {moment.facts.get("source") for each in found.values() for moment in each}
    return make(
        "calendar",
        say("terms.table_calendar", language),
        [text_column("option", settings), *titles],
        rows,
        [
            *notes.price_notes(scenario, settings),
            *(note for option in options for note in _conflicts(scenario, option, settings)),
            *_decision(scenario, settings),
            *(note for option in options for note in _later(scenario, option, settings)),
            *_sources(sources, settings),
        ],
        scenario,
        settings,
    )


def _row(scenario: Scenario, option: str, position: int, moment: Moment, settings: Settings) -> Row:
    language = settings.language
    verdict = moment.verdict
    who = say("calendar.streams", language)
    if moment.facts:
        who = _who(scenario, option, moment)[language]
    rule = moment.facts["rule"][language] if moment.facts else say("calendar.plan", language)
    if moment.facts.get("start") and moment.start.form:
        rule = say("calendar.then", language)
    return Row(
        f"{option}.{position}.{moment.id}",
        (
            option_name(scenario, option, language),
            moment_title(scenario, moment, settings),
            moment.latest,
            moment.planned or (Mark.UNKNOWN if verdict == "unknown" else ""),
            "" if verdict == "no_date" else say(f"calendar.{verdict}", language),
            who,
            rule.format(weeks=moment.weeks),
        ),
    )


def _who(scenario: Scenario, option: str, moment: Moment) -> Mapping[Language, str]:
    """Return who is at it: not the board of a body that has not started by then."""
    first = moment.start if moment.start.form else starts(scenario, option)[0]
    began = datetime.date(first.year, 1, 1)
    found: Mapping[Language, str] = moment.facts["who"]
    return moment.facts.get("who_before_start", found) if moment.latest < began else found


def moment_title(scenario: Scenario, moment: Moment, settings: Settings) -> str:
    """Return a moment in words, with what it is about where it is not the option itself."""
    title = say("calendar.must_be_ready", settings.language, plan=moment.plan)
    if moment.id != MUST_BE_READY:
        title = str(moment.facts["title"][settings.language])
    names = _about(scenario, moment.start)
    return f"{title} - {names}" if names else title


def start_title(scenario: Scenario, option: str, start: Start, settings: Settings) -> str:
    """Return whose start it is: the option, with the tasks or the form that come later."""
    named = (option_name(scenario, option, settings.language), _about(scenario, start))
    return " - ".join(filter(None, named))


def _about(scenario: Scenario, start: Start) -> str:
    """Return the tasks that come in later, or the option that takes over; else nothing."""
    if start.form:
        return scenario.document.options[start.form].name
    return ", ".join(scenario.document.tasks[task].name for task in start.tasks)


def _conflicts(scenario: Scenario, option: str, settings: Settings) -> Iterator[str]:
    """Yield what does not fit before each start, and the first year in which it would."""
    for start in starts(scenario, option):
        wrong = conflict(scenario, option, start, settings)
        if wrong:
            name = start_title(scenario, option, start, settings)
            yield say("calendar.note_conflict", settings.language, option=name, conflict=wrong)


def conflict(scenario: Scenario, option: str, start: Start, settings: Settings) -> str:
    """Return what does not fit before a start, and the first year in which it would; else "".

    No other year helps where a plan that moves along with a change of form is late.
    """
    language = settings.language
    late = [
        moment
        for moment in moments(scenario, option)
        if moment.start == start and moment.verdict == "conflict"
    ]
    if not late:
        return ""
    parts = "; ".join(
        say(
            "calendar.too_late",
            language,
            moment=moment_title(scenario, moment, settings),
            planned=date_text(moment.planned, language) if moment.planned else "",
            latest=date_text(moment.latest, language),
        )
        for moment in late
    )
    if start.form and any(moment.id == MUST_BE_READY for moment in late):
        return say("calendar.change_conflict", language, year=start.year, parts=parts)
    first = first_start(scenario, option, start)
    return say("calendar.start_conflict", language, year=start.year, parts=parts, first=first)


def _decision(scenario: Scenario, settings: Settings) -> Iterator[str]:
    date = scenario.document.scenario.decision_date
    if date is None:
        yield say("calendar.note_no_decision", settings.language)
    else:
        said = date_text(date, settings.language)
        yield say("calendar.note_decision", settings.language, date=said)


def _later(scenario: Scenario, option: str, settings: Settings) -> Iterator[str]:
    """Yield when tasks or a form that come later are decided on, where there is such a day."""
    for start in starts(scenario, option):
        if start.form and start.decided is not None:
            details = {"option": option_name(scenario, option, settings.language)}
            details["form"] = _about(scenario, start)
            yield say("calendar.note_form_with_option", settings.language, **details)
        if start.tasks and start.decided is not None:
            own = start.decided != scenario.document.scenario.decision_date
            yield say(
                "calendar.note_own_decision" if own else "calendar.note_with_option",
                settings.language,
                option=option_name(scenario, option, settings.language),
                tasks=_about(scenario, start),
                date=date_text(start.decided, settings.language),
            )


def _sources(cited: set[str | None], settings: Settings) -> Iterator[str]:
    """Yield the sources of the rules, each with its year."""
    known = {**loader.ranges()["sources"], **loader.decisions()["sources"]}
    for id, source in known.items():
        if id in cited:
            title = source_title(id, source["title"], settings.language)
            details = {"title": title, "publisher": source["publisher"]}
            date = str(source["date"])[:4]
            yield say("calendar.note_source", settings.language, **details, year=date)
