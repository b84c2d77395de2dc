"""The heads of the bill that an option says nothing about: a gap is not a zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.lines import LINES
from orgdesign.model import gaps as model
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name, text_column
from orgdesign.tables.settings import Settings, shown_options
from orgdesign.tables.table import Row, Table
from orgdesign.words import say
from orgdesign.words.visible import visible


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
                _remedy(scenario, option, line, settings),
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
        [*notes.price_notes(scenario, settings), *_none(scenario, rows, settings)],
        scenario,
        settings,
    )


def _none(scenario: Scenario, rows: Sequence[Row], settings: Settings) -> Iterator[str]:
    if scenario.document.options and not rows:
        yield say("interface.note_no_gaps", settings.language)


def _remedy(scenario: Scenario, option: str, line: str, settings: Settings) -> str:
    figures = ", ".join(figures_of_systems(scenario, option, line))
    if figures:
        return say("interface.state_systems", settings.language, figures=figures)
    entry = "state_vat" if line.startswith("vat") else "state_line"
    return say(f"interface.{entry}", settings.language)


def figures_of_systems(scenario: Scenario, option: str, line: str) -> tuple[str, ...]:
    """Return the figures that would state a line, of each system that lacks them, by path."""
    fields = "/".join(model.OF_SYSTEMS.get(line, ()))
    return tuple(
        f"systems.{id}.{fields} ({visible(scenario.document.systems[id].name)})"
        for id in model.silent_systems(scenario, option, line)
    )
