"""What the tables of sharing have in common: their option, their titles and their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgdesign.measures import OF_GAME, YEARLY, Measure
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import Settings, first_option, quoted_year
from orgdesign.tables.sharing.under import UnderKeys, under_keys
from orgdesign.tables.table import Column, Unit
from orgdesign.words import Language, say

OF_MONEY: tuple[Measure, ...] = (
    "structural_cost", "transition_cost", "total_cost", "present_value",
)  # fmt: skip
"""Measures by which keys can be put side by side."""


def of_game(settings: Settings) -> Settings:
    """Return the settings of a table of a game: in present value unless a total is asked for."""
    measure = settings.measure if settings.measure in OF_GAME else "present_value"
    return settings.change(measure=measure, per_inhabitant=False)


def played(result: Result, settings: Settings) -> tuple[UnderKeys | None, list[str]]:
    """Return the option whose groups a table of a game is about, and what to know of them.

    None where nobody shares, and in a year in which another option has taken over.
    """
    scenario, language = result.scenario, settings.language
    option, year = first_option(scenario, settings), year_of(scenario, settings)
    if option == ALONE or not scenario.participants(option):
        return None, []
    under = under_keys(result, option, game_year=year)
    if len(under.players) == 1:
        name = option_name(scenario, option, language)
        return None, [say("sharing.note_one_pays", language, option=name)]
    if year is None:
        return under, [say("sharing.note_game", language), *own_game_notes(under, settings)]
    then = scenario.document.options[option].then
    if then is not None and year >= then.year.whole:
        names = {"option": option, "phase": then.option}
        named = {each: option_name(scenario, id, language) for each, id in names.items()}
        return None, [say("sharing.note_passed", language, year=year, **named)]
    return under, [say("sharing.note_game_of_year", language, year=year)]


def measured(settings: Settings) -> Settings:
    """Return the settings with a measure that a key shares: structural cost unless one is asked."""
    return settings if settings.measure in OF_MONEY else settings.change(measure="structural_cost")


def together(result: Result, settings: Settings, year: int | None = None) -> UnderKeys | None:
    """Return the option that a table is about under every key; None where nobody shares.

    The keys are tried on what is in force in a calendar year where a table is of one.
    """
    option = first_option(result.scenario, settings)
    if option == ALONE or not result.scenario.participants(option):
        return None
    return under_keys(result, option, year)


def year_of(scenario: Scenario, settings: Settings) -> int | None:
    """Return the calendar year of the measure of a table, None for one of all years."""
    return quoted_year(scenario, settings) if settings.measure in YEARLY else None


def phase_notes(under: UnderKeys, year: int | None, settings: Settings) -> list[str]:
    """Return whose pool the keys share, where one option takes over from another."""
    scenario, language = under.scenario, settings.language
    option = option_name(scenario, under.option, language)
    if under.phase != under.option:
        phase = option_name(scenario, under.phase, language)
        return [say("sharing.note_in_force", language, option=option, year=year, phase=phase)]
    if year is None and scenario.phases(under.option)[1:]:
        return [say("sharing.note_throughout", language, option=option)]
    return []


def own_game_notes(under: UnderKeys, settings: Settings) -> list[str]:
    """Return that groups are those of an option until another takes over, where one does."""
    then = under.scenario.document.options[under.phase].then
    if then is None:
        return []
    option = option_name(under.scenario, under.phase, settings.language)
    year = then.year.whole
    return [say("sharing.note_until_then", settings.language, option=option, year=year)]


def chosen(under: UnderKeys, settings: Settings, usual: Sequence[str]) -> tuple[str, ...]:
    """Return the keys that were asked for, of those that share the option; else the usual ones."""
    asked = settings.keys
    return tuple(key for key in (under.keys if asked else usual) if not asked or key in asked)


def titled(id: str, scenario: Scenario, option: str, settings: Settings) -> str:
    """Return the title of a table about one option."""
    language = settings.language
    title = say(f"terms.table_{id}", language)
    name = option_name(scenario, option, language)
    return say("interface.for_option", language, title=title, option=name)


def game_title(id: str, scenario: Scenario, settings: Settings) -> str:
    """Return the title of a table of a game, with the year that its groups weigh if one."""
    language, year = settings.language, year_of(scenario, settings)
    title = titled(id, scenario, first_option(scenario, settings), settings)
    if year is None:
        return title
    measure = say("terms.measure_total_cost", language)
    return say("sharing.title_of_year", language, title=title, measure=measure, year=year)


def column(id: str, settings: Settings, unit: Unit = "text", **details: object) -> Column:
    """Return a column of a table of sharing, with its title in words."""
    return Column(id, say(f"sharing.{id}", settings.language, **details), unit)


def names(scenario: Scenario, municipalities: Iterable[str], language: Language) -> str:
    """Return municipalities by name, or that there is none."""
    found = [municipality_name(scenario, m) for m in municipalities]
    return ", ".join(found) or say("sharing.nobody", language)


def usual_notes(scenario: Scenario, settings: Settings) -> list[str]:
    """Return prices, the year or the years of the measure, and the unit."""
    lines = list(notes.price_notes(scenario, settings))
    if settings.measure in YEARLY:
        lines.append(notes.quoted_year_note(scenario, quoted_year(scenario, settings), settings))
    else:
        discounted = settings.measure == "present_value"
        lines += notes.horizon_notes(scenario, settings, discounted=discounted)
    return [*lines, notes.unit_note(settings)]


def silent_notes(under: UnderKeys, settings: Settings) -> list[str]:
    """Return the methods without an answer, each with the reason."""
    language = settings.language
    found = [
        say(
            "sharing.silent",
            language,
            key=say(f"terms.key_{key}", language),
            why=say(f"games.undefined_{reason}", language),
        )
        for key, reason in under.silent.items()
        if not settings.keys or key in settings.keys
    ]
    if not found:
        return []
    option = option_name(under.scenario, under.phase, language)
    return [say("sharing.note_silent", language, option=option, methods="; ".join(found))]
