"""What the tables of sensitivity share: names in sentences, titles and notes."""

from __future__ import annotations

from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.study import Comparison, Study
from orgdesign.tables import notes
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import Settings
from orgdesign.words import Language, say


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
        measure=say(f"terms.measure_{study.measure}", language),
    )


def measure_notes(study: Study, settings: Settings) -> tuple[str, ...]:
    """Return the prices, and the year or years that the measure is of."""
    scenario = study.scenario
    prices = notes.price_notes(scenario, settings)
    if study.measure in ("present_value", "transition_cost"):
        discounted = study.measure == "present_value"
        return (*prices, *notes.horizon_notes(scenario, settings, discounted=discounted))
    return (*prices, notes.year_note(study.year or scenario.report_year, settings))


def stopped_note(done: int, every: int, what: str, settings: Settings) -> str:
    """Return that the work was stopped, and how far it was."""
    language = settings.language
    counted = say(f"sensitivity.what_{what}", language)
    return say("sensitivity.note_stopped", language, done=done, all=every, what=counted)
