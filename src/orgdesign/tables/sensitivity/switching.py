"""Switching values as sentences, the most decisive first."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.sensitivity.quantities import ends, in_steps
from orgdesign.sensitivity.single import is_choice, members, quantity
from orgdesign.sensitivity.study import Comparison, Study
from orgdesign.sensitivity.switching import Flip, Switching
from orgdesign.tables.build import make
from orgdesign.tables.sensitivity.naming import cell_of, path_of, spoken_name, spoken_value
from orgdesign.tables.sensitivity.parts import (
    for_whom,
    measure_notes,
    spoken_option,
    stopped_note,
    title_of,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.words import say

FEW = 3
"""Figures up to which each that flips nothing has a row of its own."""


def switching_table(found: Switching, study: Study, settings: Settings) -> Table:
    """Return one sentence for each flip, and then what flips nothing."""
    language = settings.language
    columns = (
        Column("statement", say("sensitivity.statement", language)),
        Column("figure", say("interface.path", language)),
        Column("now", say("sensitivity.now", language), "number"),
        Column("switching_value", say("sensitivity.switching_value", language), "number"),
    )
    return make(
        "switching",
        title_of("switching", study, language),
        columns,
        [*_flips(found, study, settings), *_none(found, study, settings)],
        [*measure_notes(study, settings), *_notes(found, settings)],
        study.scenario,
        settings,
    )


def _notes(found: Switching, settings: Settings) -> Iterator[str]:
    if len(found.paths) < found.asked:
        yield stopped_note(len(found.paths), found.asked, "figures", settings)
    if not found.asked:
        yield say("sensitivity.no_uncertain", settings.language)
        return
    yield say("sensitivity.note_switching", settings.language)
    yield say("sensitivity.note_together", settings.language)


def _flips(found: Switching, study: Study, settings: Settings) -> Iterator[Row]:
    for number, flip in enumerate(found.flips, start=1):
        scenario, id = study.scenario, flip.path
        now = quantity(scenario, id).value
        cells = (
            sentence(flip, study, settings),
            path_of(scenario, id),
            cell_of(scenario, id, now, settings),
            cell_of(scenario, id, flip.value, settings),
        )
        yield Row(f"flip_{number}", cells)


def sentence(flip: Flip, study: Study, settings: Settings) -> str:
    """Return a flip in one sentence."""
    scenario, language = study.scenario, settings.language
    figure = quantity(scenario, flip.path)
    over = flip.value > figure.value
    near, far = (flip.below, flip.above) if over else (flip.above, flip.below)
    steps = in_steps(flip.path, figure)
    where = ("at_least" if over else "at_most") if steps else ("above" if over else "below")
    if is_choice(scenario, flip.path):
        where = "key"
    elif members(scenario, flip.path):
        where = "group"
    said = say(
        f"sensitivity.{'until' if flip.nearest else 'beyond'}_{where}",
        language,
        cheaper=spoken_option(scenario, near, language),
        dearer=spoken_option(scenario, far, language),
        figure=spoken_name(scenario, flip.path, language),
        value=spoken_value(scenario, flip.path, flip.value, settings),
        now=spoken_value(scenario, flip.path, figure.value, settings),
    )
    return for_whom(scenario, flip.comparison, said, language)


def _none(found: Switching, study: Study, settings: Settings) -> Iterator[Row]:
    for number, comparison in enumerate(found.comparisons, start=1):
        quiet = found.without(comparison)
        if found.asked <= FEW:
            for path in quiet:
                said = _none_of_one(comparison, study, settings, path)
                now = quantity(study.scenario, path).value
                shown = (study.scenario, path, now, settings)
                cells = (
                    said, path_of(study.scenario, path), cell_of(*shown), Mark.NOT_APPLICABLE
                )  # fmt: skip
                yield Row(f"none_{number}.{path}", cells)
        elif quiet:
            some = len(quiet) < len(found.paths)
            said = say(
                f"sensitivity.none_of_{'many' if some else 'all'}",
                settings.language,
                **{"number": len(quiet)} if some else {},
                all=len(found.paths),
                **_names(comparison, study, settings),
            )
            whose = for_whom(study.scenario, comparison, said, settings.language)
            yield Row(f"none_{number}", (whose, "", "", Mark.NOT_APPLICABLE))


def _none_of_one(comparison: Comparison, study: Study, settings: Settings, path: str) -> str:
    scenario, language = study.scenario, settings.language
    low, high = ends(quantity(scenario, path))
    said = say(
        "sensitivity.none_in_range",
        language,
        figure=spoken_name(scenario, path, language),
        low=spoken_value(scenario, path, low, settings),
        high=spoken_value(scenario, path, high, settings),
        **_names(comparison, study, settings),
    )
    return for_whom(scenario, comparison, said, language)


def _names(comparison: Comparison, study: Study, settings: Settings) -> dict[str, str]:
    named = {"first": comparison.first, "second": comparison.second}
    return {
        place: spoken_option(study.scenario, option, settings.language)
        for place, option in named.items()
    }
