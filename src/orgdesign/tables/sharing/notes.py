"""What a reader must know of how the cost of an option was shared."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.notes import key_notes
from orgdesign.tables.settings import Settings
from orgdesign.tables.sharing.bounds_notes import bounds_notes
from orgdesign.tables.sharing.game_notes import game_notes
from orgdesign.words import say


def review_notes(scenario: Scenario, options: Sequence[str], settings: Settings) -> list[str]:
    """Return the keys of some options that the parties will review, with the year."""
    used = {key for option in options for key in scenario.document.options[option].keys.values()}
    return [
        say("sharing.note_review", settings.language, key=key.name, year=key.review)
        for id, key in scenario.document.keys.items()
        if id in used and key.review is not None
    ]


def sharing_notes(result: Result, options: Sequence[str], settings: Settings) -> list[str]:
    """Return the keys of each option, bounds that do not fit, and what keys by game leave."""
    return [
        *key_notes(result.scenario, options, settings),
        *review_notes(result.scenario, options, settings),
        *bounds_notes(result, options, settings),
        *game_notes(result, options, settings),
    ]
