"""What a plan comes to, in sentences: ready or late, what decides it, and a better order."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.plans.months import last_day, months_at, year_after
from orgdesign.plans.outlook import Outlook, followers
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.plans.bars import DATE, DECIDES, PLANNED, WORK
from orgdesign.tables.plans.calendar import start_title
from orgdesign.tables.settings import Settings
from orgdesign.words import say
from orgdesign.words.numbers import date_text, months, number


def plan_notes(scenario: Scenario, outlook: Outlook, settings: Settings) -> Iterator[str]:
    """Yield what a plan comes to."""
    language = settings.language

    def told(entry: str, **details: object) -> str:
        return say(f"plans.{entry}", language, plan=outlook.plan.name, **details)

    yield told("note_timeline", decides=DECIDES, work=WORK, date=DATE, planned=PLANNED)
    yield from _ready(scenario, outlook, settings)
    if not followers(scenario, outlook.id):
        yield told("note_no_follower")
    yield told("note_critical", path=" > ".join(_names(outlook, outlook.critical)))
    yield told("note_finished", day=date_text(last_day(outlook.finished), language))
    yield from _at_start(outlook, settings)
    yield from _ramp(scenario, outlook, settings)
    yield from _order(outlook, settings)


def _names(outlook: Outlook, positions: tuple[int, ...]) -> list[str]:
    return [outlook.network.pieces[position].work.name for position in positions]


def _ready(scenario: Scenario, outlook: Outlook, settings: Settings) -> Iterator[str]:
    """Yield when what must be ready is, against the date, and the first start that it allows."""
    language, name = settings.language, outlook.plan.name
    if not outlook.network.must_be_ready:
        yield say("plans.note_nothing_must", language, plan=name)
        return
    day, year = date_text(last_day(outlook.ready), language), year_after(outlook.ready)
    details = {"plan": name, "day": day, "year": year}
    if outlook.target is None or outlook.late is None:
        yield say("plans.note_ready", language, **details)
        return
    entry = "note_in_time" if outlook.late <= 1e-9 else "note_late"
    late = months(outlook.late, language, settings.numbers)
    date, whose = date_text(outlook.target, language), _whose(scenario, outlook, settings)
    yield say(f"plans.{entry}", language, **details, date=date, whose=whose, months=late)


def _whose(scenario: Scenario, outlook: Outlook, settings: Settings) -> str:
    """Return whose date it is: of the plan itself, else of the options that start first."""
    if outlook.plan.ready_by is not None:
        return say("plans.whose_plan", settings.language)
    following = followers(scenario, outlook.id)
    first = min(start.year for _, start in following)
    names = (start_title(scenario, *each, settings) for each in following if each[1].year == first)
    return say("plans.whose_start", settings.language, options=", ".join(dict.fromkeys(names)))


def _at_start(outlook: Outlook, settings: Settings) -> Iterator[str]:
    """Yield the share that is finished on the date of the plan, and what follows after it."""
    if outlook.target is None:
        return
    at = months_at(outlook.target)
    positions = range(len(outlook.network.pieces))
    later = tuple(i for i in positions if outlook.done(i, at) < 1)
    share = number(float(outlook.schedule.share_at(at)[0]), "share", settings.numbers)
    date = date_text(outlook.target, settings.language)
    details = {"plan": outlook.plan.name, "date": date, "share": share}
    entry = "note_follows" if later else "note_all_done"
    work = "; ".join(_names(outlook, later))
    yield say(f"plans.{entry}", settings.language, **details, work=work)


def _ramp(scenario: Scenario, outlook: Outlook, settings: Settings) -> Iterator[str]:
    """Yield the finished share by the end of each year, where it is the ramp of a task.

    From the first year in which a task comes in that follows the plan.
    """
    following = followers(scenario, outlook.id)
    if not following:
        return
    first = min(start.year for _, start in following)
    shares = []
    for year in (year for year in scenario.years if year >= first):
        share = float(outlook.schedule.share_at(12.0 * (year + 1))[0])
        shares.append(f"{year} {number(share, 'share', settings.numbers)}")
        if share >= 1.0:
            break
    names = dict.fromkeys(start_title(scenario, *each, settings) for each in following)
    details = {"options": ", ".join(names), "shares": ", ".join(shares)}
    yield say("plans.note_ramp", settings.language, plan=outlook.plan.name, **details)


def _order(outlook: Outlook, settings: Settings) -> Iterator[str]:
    """Yield the order in which what must be ready is ready sooner, or that there is none."""
    language, best = settings.language, outlook.best
    now, then = outlook.ready, best.ready
    if not outlook.network.must_be_ready:
        now, then = outlook.finished, best.finished
    if then > now - 1e-6:
        entry = "note_no_better" if best.proven else "note_none_found"
        yield say(f"plans.{entry}", language, plan=outlook.plan.name)
        return
    streams: dict[str, list[str]] = {}
    for position in best.order:
        piece = outlook.network.pieces[position]
        streams.setdefault(piece.table.name, []).append(piece.work.name)
    moved = [
        f"{stream}: {', '.join(names)}"
        for stream, names in streams.items()
        if names != [w.name for t in outlook.plan.streams.values() if t.name == stream
                     for w in t.work.values()]
    ]  # fmt: skip
    details = {"plan": outlook.plan.name, "day": date_text(last_day(then), language)}
    yield say("plans.note_better", language, **details, order="; ".join(moved))
