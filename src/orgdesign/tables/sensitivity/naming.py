"""What is tried by itself as readers meet it: a figure, a group of figures, the key of a pool."""

from __future__ import annotations

from orgdesign.lines import LINES
from orgdesign.scenario.paths import split_path
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.single import is_choice, members, values_of
from orgdesign.tables import notes
from orgdesign.tables.build import option_name
from orgdesign.tables.explaining.figure_names import figure_name, figure_value
from orgdesign.tables.people.figures import counts_people
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Mark
from orgdesign.tables.units import as_counted
from orgdesign.words import Language, say


def path_of(scenario: Scenario, id: str) -> str:
    """Return the path of a figure, or those of a group."""
    return " + ".join(members(scenario, id)) or id


def spoken_name(scenario: Scenario, id: str, language: Language) -> str:
    """Return what an id is called in a sentence."""
    if is_choice(scenario, id):
        _, option, _, pool = split_path(id)
        whose = option_name(scenario, str(option), language)
        what = f"terms.{pool}" if pool in LINES else f"terms.pool_{pool}"
        return say("sensitivity.key_of", language, pool=say(what, language).lower(), option=whose)
    inside = members(scenario, id) or (id,)
    return notes.listed([figure_name(scenario, path, language) for path in inside], language)


def spoken_value(scenario: Scenario, id: str, value: float, settings: Settings) -> str:
    """Return a value of an id in a sentence: for a group that of each of its figures.

    Where counts of people are masked, no value of a figure that counts them is told.
    """
    language, numbers = settings.language, settings.numbers
    if is_choice(scenario, id):
        return _key(scenario, id, value, language)
    values = values_of(scenario, id, value).items()
    said = [
        say("terms.mark_masked", language)
        if _is_masked(scenario, path, settings)
        else figure_value(scenario, path, own, language, numbers)
        for path, own in values
    ]
    return notes.listed(said, language)


def _key(scenario: Scenario, id: str, position: float, language: Language) -> str:
    if position < 0:
        return say("sensitivity.key_now", language)
    for choice in scenario.document.sensitivity.keys.values():
        if f"options.{choice.option}.keys.{choice.pool}" == id:
            return notes.key_name(scenario, choice.keys[int(position)], language)
    raise KeyError(id)


def _is_masked(scenario: Scenario, path: str, settings: Settings) -> bool:
    return settings.mask_below > 0 and counts_people(scenario, path)


def cell_of(scenario: Scenario, id: str, value: float, settings: Settings) -> Cell:
    """Return a value of an id as a cell: a number for a figure, words for anything else."""
    if id not in scenario.figures:
        return spoken_value(scenario, id, value, settings)
    return Mark.MASKED if _is_masked(scenario, id, settings) else as_counted(id, value)
