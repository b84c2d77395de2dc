"""The stress set as a table: every test against every option."""

from __future__ import annotations

from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.stress import LEAVES, Stress, Stressed
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name
from orgdesign.tables.sensitivity.parts import (
    amount_column,
    heads,
    measure_notes,
    money,
    title_of,
    whom,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say


def stress_table(found: Stress, settings: Settings) -> Table:
    """Return what every option costs above staying alone under each test, and the cheapest."""
    study, language = found.study, settings.language
    scenario = study.scenario
    absolute = settings.against == "absolute"
    than = "" if absolute else say("interface.than_alone", language)
    columns = [
        Column("test", say("sensitivity.stress_test", language)),
        *(
            amount_column(option, option_name(scenario, option, language), settings, than=than)
            for option in ((ALONE, *study.options) if absolute else study.options)
        ),
        Column("cheapest", say("sensitivity.cheapest", language)),
    ]
    who = whom(scenario, study.municipalities, language)
    return make(
        "stress",
        f"{title_of('stress', study, language)} ({who})",
        columns,
        [_row(test, found, settings) for test in found.tests],
        [
            *measure_notes(study, settings),
            notes.amounts_note(settings),
            *([] if absolute else [notes.sign_note(settings)]),
            say("sensitivity.note_stress", language),
        ],
        scenario,
        settings,
    )


def _row(test: Stressed, found: Stress, settings: Settings) -> Row:
    study, language = found.study, settings.language
    rows = study.scenario.places(study.municipalities)
    totals = {option: float(costs[rows].sum()) for option, costs in test.costs.items()}
    absolute = settings.against == "absolute"
    base = 0.0 if absolute else totals[ALONE]
    per = heads(study.scenario, study.municipalities, settings)
    shown = (ALONE, *study.options) if absolute else study.options
    cells: list[Cell] = [
        money(totals[option] - base, settings, per) if option in totals else Mark.NOT_APPLICABLE
        for option in shown
    ]
    cheapest = option_name(study.scenario, min(totals, key=lambda o: totals[o]), language)
    name = {"municipality": municipality_name(study.scenario, test.leaver)} if test.leaver else {}
    said = say(f"sensitivity.stress_{test.test}", language, **name)
    id = f"{LEAVES}_{test.leaver}" if test.leaver else test.test
    return Row(id, (said, *cells, cheapest))
