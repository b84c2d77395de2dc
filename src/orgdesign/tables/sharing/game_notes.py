"""What a reader must know of a key by game: no answer, an estimate, a share below zero."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from orgdesign.model.evaluation import Evaluation
from orgdesign.model.result import Result
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.settings import Settings
from orgdesign.words import Language, say
from orgdesign.words.numbers import number

if TYPE_CHECKING:
    from orgdesign.allocation.games.method import Allocation
    from orgdesign.model.coalitions import OptionGame


def game_notes(result: Result, options: Iterable[str], settings: Settings) -> list[str]:
    """Return for each option what its keys by game leave to say."""
    found = []
    for option in options:
        name = option_name(result.scenario, option, settings.language)
        found += [
            say("games.note_of_key", settings.language, option=name, key=key, what=what)
            for key, what in _of_option(result, option, settings)
        ]
        phases = tuple(result.options[option].evaluation.phases())
        used = [key for key in BY_GAME for each in phases if f"key:{key}" in each.values]
        found += tax_notes(result, option, used, settings)
    return found


def tax_notes(result: Result, option: str, keys: Iterable[str], settings: Settings) -> list[str]:
    """Return that methods count the tax by key `staff`, where one of the keys is a method."""
    bill = result.options[option].lines
    taxed = any(bill[line].any() for line in ("vat", "vat_one_off"))
    if not taxed or not any(key in BY_GAME for key in keys):
        return []
    name = option_name(result.scenario, option, settings.language)
    return [say("games.note_tax_by_staff", settings.language, option=name)]


def _of_option(result: Result, option: str, settings: Settings) -> Iterator[tuple[str, str]]:
    for phase in result.options[option].evaluation.phases():
        for method in BY_GAME:
            if f"key:{method}" in phase.values:
                name = say(f"terms.key_{method}", settings.language)
                for what in _of_method(phase, method, settings):
                    yield name, what


def _of_method(evaluation: Evaluation, method: str, settings: Settings) -> Iterator[str]:
    language, game = settings.language, evaluation["game"]
    found = game.allocation(method)
    if found.amounts is None:
        why = say(f"games.undefined_{found.undefined}", language)
        yield say("games.note_no_answer", language, why=why)
        return
    yield from remarks(found, language)
    if game.costs is None:
        yield sampling_note(game, settings)
    below = _below_zero(evaluation, method, settings)
    if below:
        yield say("games.note_negative_share", language, shares="; ".join(below))


def remarks(found: Allocation, language: Language) -> Iterator[str]:
    """Yield what a reader must know of an answer."""
    for remark in found.remarks:
        yield say(f"games.remark_{remark}", language)


def sampling_note(game: OptionGame, settings: Settings) -> str:
    """Return the largest standard error of amounts that were estimated."""
    error = number(float(game.sampled[0].errors.max()), "euros", settings.numbers)
    return say("games.note_sampling_error", settings.language, error=error)


def _below_zero(evaluation: Evaluation, method: str, settings: Settings) -> list[str]:
    shares = evaluation[f"key:{method}"][:, 0].min(axis=(1, 2)).tolist()
    scenario = evaluation.reading.scenario
    return [
        f"{municipality_name(scenario, m)} {number(share, 'share', settings.numbers)}"
        for m, share in zip(scenario.municipalities, shares, strict=True)
        if share < -1e-9
    ]
