"""The scores that people gave: who, when, which step in words, and why."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.criteria import Criterion
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name, text_column
from orgdesign.tables.settings import Settings, shown_options
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say


def scores(scenario: Scenario, settings: Settings) -> Table:
    """Return every score that somebody gave, with the words of its step."""
    language = settings.language
    rows = [
        row
        for id, criterion in scenario.document.criteria.items()
        for row in _rows(scenario, id, criterion, settings)
    ]
    columns = [
        Column("criterion", say("criteria.criterion", language)),
        text_column("option", settings),
        text_column("municipality", settings),
        Column("role", say("criteria.role", language)),
        Column("score", say("criteria.score", language), "count", signed=True),
        *(Column(id, say(f"criteria.{id}", language)) for id in ("step", "who")),
        Column("when", say("criteria.when", language), "date"),
        Column("why", say("criteria.why", language)),
    ]
    empty = () if rows else (say("criteria.no_scores", language),)
    return make(
        "scores",
        say("terms.table_scores", language),
        columns,
        rows,
        [*notes.price_notes(scenario, settings), *empty],
        scenario,
        settings,
    )


def _rows(scenario: Scenario, id: str, criterion: Criterion, settings: Settings) -> Iterator[Row]:
    for position, given in enumerate(criterion.scores):
        if given.option not in shown_options(scenario, settings):
            continue
        everyone = say("interface.everyone", settings.language)
        whose = given.municipality
        yield Row(
            f"{id}.{position}",
            (
                criterion.name,
                option_name(scenario, given.option, settings.language),
                municipality_name(scenario, whose) if whose else everyone,
                given.role,
                given.score,
                criterion.steps[given.score + 2],
                given.who,
                given.when,
                given.why,
            ),
        )
