"""A payback year by year: alone, in the option, the difference, and its running sum."""

from __future__ import annotations

from itertools import accumulate

from orgdesign.model.explain_payback import explain_payback
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import option_name, text_column
from orgdesign.tables.course import yearly_cost
from orgdesign.tables.explaining.cell import payback_sentence
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.tables.waterfall import Step
from orgdesign.words import say

SUMS = (("difference", "interface.difference"), ("added_up", "explained.added_up"))
"""The columns of sums, with the words of their titles."""


def payback_years(result: Result, settings: Settings, row: str, option: str) -> Table:
    """Return the total cost of every year that a payback follows from, as tables print it.

    A row that is no municipality stands for the participants together.
    """
    scenario, language = result.scenario, settings.language
    alone, after, differences = _costs(result, settings, row, option)
    sums = list(accumulate(differences))
    than = say("interface.than_alone", language)
    rows = [
        Row(str(year), (str(year), *each))
        for year, *each in zip(scenario.years, alone, after, differences, sums, strict=True)
    ]
    total = (say("interface.total", language), sum(alone), sum(after), sum(differences), sums[-1])
    return Table(
        "bill_of_cell",
        payback_said(result, settings, row, option),
        (
            text_column("year", settings),
            *(
                Column(each, option_name(scenario, each, language), settings.unit, total=True)
                for each in (ALONE, option)
            ),
            *(
                Column(
                    id,
                    say(entry, language),
                    settings.unit,
                    total=id == "difference",
                    signed=True,
                    than=than,
                )
                for id, entry in SUMS
            ),
        ),
        (*rows, Row("total", total, total=True)),
        (notes.unit_note(settings.change(per_inhabitant=False)), notes.sign_note(settings)),
        language,
        settings.numbers,
        scenario.document.scenario.status,
    )


def payback_steps(result: Result, settings: Settings, row: str, option: str) -> tuple[Step, ...]:
    """Return what each year brings to the running sum of differences, and what that comes to."""
    *_, differences = _costs(result, settings, row, option)
    years = [
        Step(str(year), each)
        for year, each in zip(result.scenario.years, differences, strict=True)
        if each
    ]
    total = Step(say("explained.added_up", settings.language), sum(differences), total=True)
    return (*years, total)


def payback_said(result: Result, settings: Settings, row: str, option: str) -> str:
    """Return the payback of a row and the running sum that makes it so, in one sentence."""
    who = row if row in result.scenario.municipalities else ""
    found = explain_payback(result, option, who)
    return payback_sentence(found, settings.language, settings.numbers)


def _costs(
    result: Result, settings: Settings, row: str, option: str
) -> tuple[list[int], list[int], list[int]]:
    """Return the total cost of each year alone and in the option, and the difference."""
    scenario = result.scenario
    places = [row] if row in scenario.municipalities else scenario.participants(option)
    alone, after = (yearly_cost(result, settings, each, places) for each in (ALONE, option))
    return alone, after, [one - other for one, other in zip(after, alone, strict=True)]
