"""A shortfall shared among claims by each rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from orgdesign.allocation.games.bankruptcy import RULES
from orgdesign.scenario.games.given import GivenShortfall
from orgdesign.tables.games.parts import make, method_name, shared, text, total, unit_of
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number


def shortfall(given: GivenShortfall, settings: Settings, rules: Sequence[str] = ()) -> Table:
    """Return what each player gets of the estate by each rule asked for, beside its claim."""
    rules = tuple(rules) or tuple(RULES)
    language, unit = settings.language, unit_of(max(given.claims))
    claims = np.array(given.claims)
    cells = [shared(RULES[rule](claims, given.estate), given.players, unit) for rule in rules]
    columns = [
        text("player", settings),
        Column("claim", say("game_tables.claim", language), unit, total=True),
        *(Column(rule, method_name(rule, language), unit, total=True) for rule in rules),
    ]
    rows = [
        Row(id, (name, claim, *(column[at] for column in cells)))
        for at, (id, name, claim) in enumerate(
            zip(given.players, given.names, shared(claims, given.players, unit), strict=True)
        )
    ]
    note = say(
        "game_tables.note_claims",
        language,
        estate=number(given.estate, unit, settings.numbers),
        whole=number(float(claims.sum()), unit, settings.numbers),
    )
    body = [*rows, total(columns, rows, settings)]
    return make("shortfall", given.heading, columns, body, [note], settings)
