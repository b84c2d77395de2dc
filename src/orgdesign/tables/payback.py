"""When each option has paid itself back, for each municipality and together."""

from __future__ import annotations

from orgdesign.model.payback import Payback, joint_payback
from orgdesign.model.payback import payback as payback_of
from orgdesign.model.result import Result
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name, text_column
from orgdesign.tables.settings import Settings, shown_municipalities, shown_options
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import Language, say


def payback_cell(year: Payback, language: Language) -> Cell:
    """Return a payback as a cell: the year, words, or that there is none."""
    if year == "not_applicable":
        return Mark.NOT_APPLICABLE
    return year if isinstance(year, int) else say(f"interface.{year}", language)


def payback(result: Result, settings: Settings) -> Table:
    """Return the payback year by municipality and option, and of the participants together."""
    scenario, language = result.scenario, settings.language
    options = shown_options(scenario, settings)
    found = {
        option: dict(zip(scenario.municipalities, payback_of(result, option), strict=True))
        for option in options
    }
    rows = [
        Row(
            m,
            (
                municipality_name(scenario, m),
                *(payback_cell(found[option][m], language) for option in options),
            ),
        )
        for m in shown_municipalities(scenario, settings)
    ]
    together = [payback_cell(joint_payback(result, option), language) for option in options]
    columns = [
        text_column("municipality", settings),
        *(Column(o, option_name(scenario, o, language), "year") for o in options),
    ]
    return make(
        "payback",
        say("terms.table_payback", language),
        columns,
        [*rows, Row("together", (say("interface.together", language), *together))],
        [
            *notes.price_notes(scenario, settings),
            *notes.horizon_notes(scenario, settings, discounted=False),
            say("interface.note_payback", language),
            *notes.percentage_notes(settings.change(measure="payback")),
            say("interface.note_together", language),
            *notes.key_notes(scenario, options, settings),
            *notes.gap_notes(scenario, options, settings),
        ],
        scenario,
        settings,
    )
