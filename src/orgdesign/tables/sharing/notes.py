"""What a reader must know of how the cost of an option was shared."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.allocation.pools import running_key
from orgdesign.model.result import Result
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.notes import key_name, key_notes
from orgdesign.tables.settings import Settings
from orgdesign.tables.sharing.bounds_notes import bounds_notes
from orgdesign.tables.sharing.game_notes import game_notes
from orgdesign.words import say
from orgdesign.words.numbers import years_told


def review_notes(scenario: Scenario, options: Sequence[str], settings: Settings) -> list[str]:
    """Return the keys of some options that the parties will review, with the year."""
    used = {key for option in options for key in scenario.document.options[option].keys.values()}
    return [
        say("sharing.note_review", settings.language, key=key.name, year=key.review)
        for id, key in scenario.document.keys.items()
        if id in used and key.review is not None
    ]


def settlement_notes(result: Result, options: Sequence[str], settings: Settings) -> list[str]:
    """Return by what the running cost of some options is settled afterwards, and when."""
    scenario, language = result.scenario, settings.language
    readings = [each.reading for o in options for each in result.options[o].evaluation.phases()]
    found = []
    for key in map(running_key, readings):
        if key is not None and key.settlement is not None:
            by = key_name(scenario, key.settlement.by, language)
            after = key.settlement.after
            years = years_told(1 if after is None else after.whole, language, settings.numbers)
            found.append(say("sharing.note_settled", language, key=key.name, by=by, years=years))
    return list(dict.fromkeys(found))


def sharing_notes(result: Result, options: Sequence[str], settings: Settings) -> list[str]:
    """Return the keys of each option, their settlement, bounds that do not fit, and games."""
    return [
        *key_notes(result.scenario, options, settings),
        *settlement_notes(result, options, settings),
        *review_notes(result.scenario, options, settings),
        *bounds_notes(result, options, settings),
        *game_notes(result, options, settings),
    ]
