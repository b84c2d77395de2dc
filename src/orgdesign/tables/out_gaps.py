"""What options do not state of leaving and of ending: in which cells it is a gap, and by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orgdesign.model.result import Result
from orgdesign.model.unstated import (
    without_exit_fee,
    without_notice,
    without_rebuilding,
    without_unwinding,
)
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Mark
from orgdesign.words import say


def no_way_out_note(scenario: Scenario, option: str, settings: Settings) -> str:
    """Return why an option has no way out: it is staying alone, or a merger."""
    entry = "nothing_to_leave" if scenario.stays_alone(option) else "no_way_out"
    return say(f"exit.note_{entry}", settings.language)


def nobody_stays_note(scenario: Scenario, leavers: Iterable[str], settings: Settings) -> str:
    """Return why these cannot leave: nobody stays, so that they end it together."""
    language = settings.language
    names = ", ".join(municipality_name(scenario, m) for m in leavers)
    table = say("terms.table_lock_in", language)
    return say("exit.note_nobody_stays", language, names=names, table=table)


class Silence(NamedTuple):
    """What the option in force in a year does not state of getting out."""

    option: str
    notice: bool
    fee: bool
    rebuilding: tuple[str, ...]
    """For whom it does not say what building up again costs."""
    unwinding: bool

    def on_leaving(self, leavers: Iterable[str]) -> bool:
        """Return whether any of what leaving costs is not stated."""
        return self.fee or self.on_rebuilding(leavers)

    def on_rebuilding(self, leavers: Iterable[str]) -> bool:
        """Return whether it is not stated for one of them what building up again costs."""
        return bool(set(leavers) & set(self.rebuilding))


def silence(result: Result, option: str, year: int) -> Silence:
    """Return what is not stated of getting out after a calendar year."""
    scenario = result.scenario
    in_force = result.in_force(option, year).reading.option
    return Silence(
        in_force,
        without_notice(scenario, in_force),
        without_exit_fee(scenario, in_force),
        without_rebuilding(scenario, in_force, scenario.participants(in_force)),
        without_unwinding(scenario, in_force),
    )


def or_gap(amount: int, *, unstated: bool) -> int | Mark:
    """Return an amount, or a gap where it is 0 and some of it is not stated."""
    return Mark.GAP if unstated and not amount else amount


def gap_notes(
    scenario: Scenario,
    silences: Iterable[Silence],
    leavers: Sequence[str],
    settings: Settings,
    *,
    ending: bool,
) -> Iterator[str]:
    """Yield for each option in force what it does not state, by name; of ending where asked."""
    language = settings.language
    for each in {silent.option: silent for silent in silences}.values():
        unsaid = [m for m in leavers if m in each.rebuilding]
        names = ", ".join(municipality_name(scenario, m) for m in unsaid)
        found = [
            *([say("exit.gap_fee", language)] if each.fee and leavers else []),
            *([say("exit.gap_rebuilding", language, names=names)] if unsaid else []),
            *([say("exit.gap_unwinding", language)] if ending and each.unwinding else []),
        ]
        if found:
            option = option_name(scenario, each.option, language)
            yield say("exit.note_gaps", language, option=option, gaps="; ".join(found))
