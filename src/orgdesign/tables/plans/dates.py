"""The dates beside a work plan: when it must be ready, later starts, and what is decided when."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from orgdesign.plans.decisions import MUST_BE_READY, Moment, moments
from orgdesign.plans.months import months_at
from orgdesign.plans.outlook import Outlook, followers
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import option_name
from orgdesign.tables.plans.bars import DATE, PLANNED
from orgdesign.tables.plans.calendar import moment_title, start_title
from orgdesign.tables.settings import Settings
from orgdesign.words import say


class Dated(NamedTuple):
    """A date beside a plan, in the words of its row: its kind, what it is, and how it stands."""

    id: str
    label: str
    title: str
    latest: datetime.date
    planned: datetime.date | None = None
    verdict: str = ""

    def marks(self) -> dict[float, str]:
        """Return the letters of the moments in time, in months from year 0."""
        planned = {} if self.planned is None else {months_at(self.planned): PLANNED}
        return {**planned, months_at(self.latest): DATE}


def dates(scenario: Scenario, outlook: Outlook, settings: Settings) -> tuple[Dated, ...]:
    """Return the date of a plan, the starts that follow later, and the moments before them."""
    return (
        *_date(outlook, settings),
        *_later_starts(scenario, outlook, settings),
        *_decisions(scenario, outlook, settings),
    )


def _date(outlook: Outlook, settings: Settings) -> Iterator[Dated]:
    if outlook.target is not None:
        label = say("plans.date", settings.language)
        yield Dated(f"{outlook.id}.date", label, "", outlook.target)


def _later_starts(scenario: Scenario, outlook: Outlook, settings: Settings) -> Iterator[Dated]:
    """Yield the other starts before which what must be ready of the plan has to be."""
    language = settings.language
    for position, (option, start) in enumerate(followers(scenario, outlook.id)):
        begins = datetime.date(start.year, 1, 1)
        if begins == outlook.target or not outlook.network.must_be_ready:
            continue
        late = outlook.ready > months_at(begins) + 1e-9
        verdict = say("calendar.conflict" if late else "calendar.fits", language)
        title = start_title(scenario, option, start, settings)
        label = say("plans.date", language)
        yield Dated(f"{outlook.id}.start_{position}", label, title, begins, None, verdict)


def _decisions(scenario: Scenario, outlook: Outlook, settings: Settings) -> Iterator[Dated]:
    """Yield the moments up to the starts that follow the plan, those of several options once.

    Of every start of every option where none follows the plan.
    """
    language, found = settings.language, _moments(scenario, outlook.id)
    everyone = {option for option, _ in found}
    alike: dict[tuple[str, datetime.date, datetime.date | None], list[tuple[str, Moment]]] = {}
    for option, moment in found:
        title = moment_title(scenario, moment, settings)
        alike.setdefault((title, moment.latest, moment.planned), []).append((option, moment))
    ordered = sorted(alike.items(), key=lambda each: each[0][1])
    for position, ((title, latest, planned), same) in enumerate(ordered):
        options = dict.fromkeys(option for option, _ in same)
        names = ", ".join(option_name(scenario, option, language) for option in options)
        label, verdict = say("plans.moment", language), same[0][1].verdict
        yield Dated(
            f"{outlook.id}.moment_{position}",
            label if set(options) == everyone else f"{label}: {names}",
            title,
            latest,
            planned,
            "" if verdict == "no_date" else say(f"calendar.{verdict}", language),
        )


def _moments(scenario: Scenario, plan: str) -> list[tuple[str, Moment]]:
    following = followers(scenario, plan)
    return [
        (option, moment)
        for option in scenario.document.options
        for moment in moments(scenario, option)
        if moment.id != MUST_BE_READY
        and moment.latest <= datetime.date(moment.start.year, 1, 1)
        and (not following or (option, moment.start) in following)
    ]
