"""The heads of the bill that an option says nothing about: a gap is not a zero."""

from __future__ import annotations

from orgdesign.lines import LINES
from orgdesign.model import gaps as model
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name, text_column
from orgdesign.tables.settings import Settings, shown_options
from orgdesign.tables.table import Row, Table
from orgdesign.words import say


def gaps(scenario: Scenario, settings: Settings) -> Table:
    """Return every line without a statement, by option, and what closes the gap."""
    language = settings.language
    rows = [
        Row(
            f"{option}.{line}",
            (
                option_name(scenario, option, language),
                say(f"terms.{line}", language),
                say(f"terms.kind_{LINES[line].kind}", language),
                say(f"interface.state_{'vat' if line.startswith('vat') else 'line'}", language),
            ),
        )
        for option in shown_options(scenario, settings)
        for line in model.gaps(scenario, option)
    ]
    columns = [text_column(id, settings) for id in ("option", "line", "kind", "remedy")]
    return make(
        "gaps",
        say("terms.table_gaps", language),
        columns,
        rows,
        notes.price_notes(scenario, settings),
        scenario,
        settings,
    )
