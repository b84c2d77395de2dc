"""What the tables of sensitivity share: names in sentences, titles and notes."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.study import Comparison, Study
from orgdesign.tables import notes
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import CENTS_IN, Settings
from orgdesign.tables.table import Column, Unit
from orgdesign.words import Language, say
from orgdesign.words.numbers import MINUS, number


def spoken_option(scenario: Scenario, option: str, language: Language) -> str:
    """Return an option as a sentence has it."""
    if option == ALONE:
        return say("sensitivity.alone", language)
    return option_name(scenario, option, language)


def capital(sentence: str) -> str:
    """Return a sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def for_whom(scenario: Scenario, comparison: Comparison, sentence: str, language: Language) -> str:
    """Return a sentence with the municipality it is about before it, where there is one."""
    if comparison.municipality is None:
        return capital(sentence)
    name = municipality_name(scenario, comparison.municipality)
    return say("sensitivity.for_one", language, municipality=name, sentence=sentence)


def title_of(table: str, study: Study, language: Language) -> str:
    """Return the title of a table with the measure that it is about."""
    return say(
        "sensitivity.title_of",
        language,
        title=say(f"terms.table_{table}", language),
        measure=say(f"terms.measure_{study.measure}", language).lower(),
    )


def measure_notes(study: Study, settings: Settings) -> tuple[str, ...]:
    """Return the prices, and the year or years that the measure is of."""
    scenario = study.scenario
    prices = notes.price_notes(scenario, settings)
    if study.measure in ("present_value", "transition_cost"):
        discounted = study.measure == "present_value"
        return (*prices, *notes.horizon_notes(scenario, settings, discounted=discounted))
    return (*prices, notes.quoted_year_note(scenario, study.year or scenario.report_year, settings))


def stopped_note(done: int, every: int, what: str, settings: Settings) -> str:
    """Return that the work was stopped, and how far it was."""
    language = settings.language
    counted = say(f"sensitivity.what_{what}", language)
    return say("sensitivity.note_stopped", language, done=done, all=every, what=counted)


def heads(scenario: Scenario, municipalities: Sequence[str], settings: Settings) -> float:
    """Return what amounts of some municipalities are divided by: their inhabitants where asked."""
    if not settings.per_inhabitant:
        return 1.0
    tables = scenario.document.municipalities
    return sum(tables[municipality].inhabitants.value for municipality in municipalities)


def unit_of(settings: Settings) -> Unit:
    """Return the unit of the amounts."""
    return "euros_per_inhabitant" if settings.per_inhabitant else settings.unit


def money(euros: float, settings: Settings, heads: float) -> int | float:
    """Return an amount in the unit asked for, rounded once."""
    if settings.per_inhabitant:
        return round(euros / heads, 2) if heads else 0.0
    return rounded(round(euros * 100), CENTS_IN[settings.unit])


def money_text(euros: float, settings: Settings, heads: float, *, signed: bool = True) -> str:
    """Return an amount in words, with its unit."""
    unit = unit_of(settings)
    said = number(money(euros, settings, heads), unit, settings.numbers, signed=signed)
    return f"{said} {say(f'terms.unit_{unit}', settings.language)}"


def amount_column(id: str, title: str, settings: Settings, *, than: str = "") -> Column:
    """Return a column of amounts; where `than` is named they are differences from it."""
    return Column(id, title, unit_of(settings), signed=bool(than), than=than)


def whom(scenario: Scenario, municipalities: tuple[str, ...], language: Language) -> str:
    """Return the municipalities that an outcome is of, in words."""
    if len(municipalities) == len(scenario.municipalities):
        return say("sensitivity.whom_all", language)
    return notes.listed([municipality_name(scenario, m) for m in municipalities], language)


def title_of_option(
    table: str, study: Study, option: str, settings: Settings, other: str | None
) -> str:
    """Return the title of a table of one option, or of what it costs above another."""
    language, scenario = settings.language, study.scenario
    details = {
        "title": say(f"terms.table_{table}", language),
        "measure": say(f"terms.measure_{study.measure}", language).lower(),
        "option": option_name(scenario, option, language),
        "whom": whom(scenario, study.municipalities, language),
    }
    if other is None:
        return say("sensitivity.title_of_option", language, **details)
    spoken = spoken_option(scenario, other, language)
    return say("sensitivity.title_against", language, other=spoken, **details)


def against_note(scenario: Scenario, other: str, settings: Settings) -> str:
    """Return the sign rule of differences from an option."""
    spoken = spoken_option(scenario, other, settings.language)
    return say("sensitivity.note_against", settings.language, other=spoken, minus=MINUS)
