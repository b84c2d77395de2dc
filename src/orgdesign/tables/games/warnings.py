"""What is odd about a game, in sentences: said beside the figures, never refused."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.allocation.games import sanity
from orgdesign.allocation.games.study import Study
from orgdesign.tables.games.parts import amount_text, group, method_name
from orgdesign.tables.settings import Settings
from orgdesign.words import say


def warnings(study: Study, settings: Settings) -> list[str]:
    """Return every warning on a game and on the methods asked for."""
    return [*of_game(study, settings), *of_methods(study, settings)]


def of_game(study: Study, settings: Settings) -> Iterator[str]:
    """Yield what is odd about the costs: the pairs that break a rule, and an empty core."""
    language = settings.language
    found = study.subadditivity
    for broken in found.worst:
        yield say(
            "game_tables.not_subadditive",
            language,
            first=group(study, broken.first, settings),
            second=group(study, broken.second, settings),
            more=amount_text(study, broken.more, settings),
        )
    if found.number > len(found.worst):
        yield say("game_tables.more_pairs", language, number=found.number - len(found.worst))
    less = sanity.cheaper(study.game)
    if less is not None:
        yield say(
            "game_tables.not_monotone",
            language,
            first=group(study, less.first, settings),
            second=group(study, less.second, settings),
            more=amount_text(study, less.more, settings),
        )
    if study.core_is_empty:
        level = amount_text(study, study.least_core_level, settings)
        yield say("game_tables.empty_core", language, level=level)


def not_concave(study: Study, settings: Settings) -> Iterator[str]:
    """Yield where a player adds more to a larger group: common, and no fault of the costs."""
    worst = sanity.steeper(study.game)
    if worst is not None:
        yield say(
            "game_tables.not_concave" if worst.group else "game_tables.not_concave_at_once",
            settings.language,
            group=group(study, worst.group, settings),
            first=group(study, worst.first, settings),
            second=group(study, worst.second, settings),
            more=amount_text(study, worst.more, settings),
        )


def of_methods(study: Study, settings: Settings) -> Iterator[str]:
    """Yield why each method without an answer has none."""
    language = settings.language
    for method, found in study.allocations.items():
        if found.amounts is None:
            yield say(
                "game_tables.method_undefined",
                language,
                method=method_name(method, language),
                id=method,
                why=say(f"games.undefined_{found.undefined}", language),
            )


def remarks(study: Study, settings: Settings) -> Iterator[str]:
    """Yield what a reader must know of the answers."""
    language = settings.language
    for method, found in study.allocations.items():
        for remark in found.remarks:
            words = say(f"games.remark_{remark}", language)
            name = method_name(method, language)
            yield say("game_tables.method_remark", language, method=name, remark=words)
