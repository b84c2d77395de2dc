"""The decision moments and the budget calendar of each option, with what does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.library import loader
from orgdesign.plans.decisions import MUST_BE_READY, Moment, first_start, moments, start_year
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name, text_column
from orgdesign.tables.settings import Settings, shown_options
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words import say

_COLUMNS = ("latest", "moment", "planned", "verdict", "who", "rule")


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
    titles = [Column(id, say(f"calendar.{id}", language)) for id in _COLUMNS]
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
            *_sources(sources, settings),
        ],
        scenario,
        settings,
    )


def _row(scenario: Scenario, option: str, position: int, moment: Moment, settings: Settings) -> Row:
    language = settings.language
    verdict = moment.verdict
    who = moment.facts["who"][language] if moment.facts else say("calendar.streams", language)
    rule = moment.facts["rule"][language] if moment.facts else say("calendar.plan", language)
    return Row(
        f"{option}.{position}.{moment.id}",
        (
            option_name(scenario, option, language),
            moment.latest.isoformat(),
            moment_title(moment, settings),
            moment.planned.isoformat() if moment.planned else Mark.UNKNOWN
            if verdict == "unknown" else "",
            "" if verdict == "no_date" else say(f"calendar.{verdict}", language),
            who,
            rule.format(weeks=moment.weeks),
        ),
    )  # fmt: skip


def moment_title(moment: Moment, settings: Settings) -> str:
    """Return a moment in words."""
    if moment.id == MUST_BE_READY:
        return say("calendar.must_be_ready", settings.language, plan=moment.plan)
    return str(moment.facts["title"][settings.language])


def _conflicts(scenario: Scenario, option: str, settings: Settings) -> Iterator[str]:
    """Yield the moments of an option that do not fit, and the first year in which they would."""
    wrong = [moment for moment in moments(scenario, option) if moment.verdict == "conflict"]
    if not wrong:
        return
    language = settings.language
    parts = [
        say(
            "calendar.too_late",
            language,
            moment=moment_title(moment, settings),
            planned=moment.planned.isoformat() if moment.planned else "",
            latest=moment.latest.isoformat(),
        )
        for moment in wrong
    ]
    yield say(
        "calendar.note_conflict",
        language,
        option=option_name(scenario, option, language),
        year=start_year(scenario, option),
        parts="; ".join(parts),
        first=first_start(scenario, option),
    )


def _decision(scenario: Scenario, settings: Settings) -> Iterator[str]:
    date = scenario.document.scenario.decision_date
    if date is None:
        yield say("calendar.note_no_decision", settings.language)
    else:
        yield say("calendar.note_decision", settings.language, date=date.isoformat())


def _sources(cited: set[str | None], settings: Settings) -> Iterator[str]:
    """Yield the sources of the rules, each with its year."""
    known = {**loader.ranges()["sources"], **loader.decisions()["sources"]}
    for id, source in known.items():
        if id in cited:
            details = {"title": source["title"], "publisher": source["publisher"]}
            date = str(source["date"])[:4]
            yield say("calendar.note_source", settings.language, **details, year=date)
