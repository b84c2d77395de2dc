"""The parts of the sensitivity by name, each from a call to a table: for commands and the app."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.sensitivity.run import Told
from orgdesign.sensitivity.study import Study
from orgdesign.tables.settings import Settings, first_option, shown_municipalities, shown_options
from orgdesign.tables.table import Table

if TYPE_CHECKING:
    from orgdesign.sensitivity.outputs import Output
    from orgdesign.sensitivity.sample import Sample
    from orgdesign.sensitivity.switching import Switching
    from orgdesign.sensitivity.tornado import Bar
    from orgdesign.sensitivity.two_way import TwoWay

    Found = Switching | tuple[Bar, ...] | TwoWay | str | None


class TooFewFiguresError(ValueError):
    """A grid was asked of other than two figures with a range."""


class Made(NamedTuple):
    """A part of the sensitivity: its table, and what it was made from, for a picture of it."""

    table: Table
    found: Found = None


class Call(NamedTuple):
    """What was asked for: a scenario, how to show it, the figures named, and who is told.

    A sample that is there already (`known`) is not drawn again.
    """

    scenario: Scenario
    settings: Settings
    figures: tuple[str, ...]
    told: Told
    draws: int | None = None
    seed: int | None = None
    method: str | None = None
    executor: Executor | None = None
    known: Sample | None = None

    def sample(self, *measures: str) -> Sample:
        """Return the sample asked for, with other measures beside the one asked for."""
        if self.known is not None:
            return replace(self.known, study=self.study)
        from orgdesign.sensitivity.draws import draw
        from orgdesign.sensitivity.sample import sample

        drawn = draw(self.scenario, self.draws, self.seed, self.method)
        return sample(self.study, drawn, self.told, measures)

    @property
    def first_seed(self) -> int:
        """The seed asked for, else that of the file."""
        return self.scenario.document.sensitivity.seed if self.seed is None else self.seed

    @property
    def output(self) -> Output:
        """The first option asked for, above staying alone."""
        from orgdesign.sensitivity.outputs import Output

        option = first_option(self.scenario, self.settings)
        return Output(replace(self.study, options=(option,)), option)

    @property
    def study(self) -> Study:
        """The scenario with the measure, options and municipalities asked for."""
        settings = self.settings
        return Study(
            self.scenario,
            shown_options(self.scenario, settings),
            shown_municipalities(self.scenario, settings),
            settings.measure,
            settings.year,
            self.executor,
        )


def _switching(call: Call) -> Made:
    from orgdesign.sensitivity.switching import switching
    from orgdesign.tables.sensitivity.switching import switching_table

    found = switching(call.study, call.figures or None, call.told)
    return Made(switching_table(found, call.study, call.settings), found)


def _tornado(call: Call) -> Made:
    from orgdesign.model.calculation import evaluate
    from orgdesign.notes.silence import why_silent
    from orgdesign.notes.survey import Survey
    from orgdesign.sensitivity.silent import silent
    from orgdesign.sensitivity.single import every, members
    from orgdesign.sensitivity.tornado import tornado
    from orgdesign.tables.sensitivity.tornado import tornado_table

    study, settings = call.study, call.settings
    option = first_option(call.scenario, settings)
    against = None if settings.against == "absolute" else ALONE
    asked = call.figures or every(call.scenario)
    found = tornado(study, asked, call.told)
    bars = found.bars(option, study.municipalities, against)
    still = [bar.path for bar in bars if not bar.moves]
    why = silent(study, option, study.municipalities, still, against)
    survey = Survey(call.scenario, evaluate(call.scenario))

    def explain(path: str) -> str:
        first, *_ = members(call.scenario, path) or (path,)
        return why_silent(survey, first, settings.language)

    table = tornado_table(found, option, why, explain, settings, len(asked))
    return Made(table, tuple(bar for bar in bars if bar.moves))


def _grid(call: Call) -> Made:
    from orgdesign.sensitivity.quantities import uncertain
    from orgdesign.sensitivity.tornado import tornado
    from orgdesign.sensitivity.two_way import two_way
    from orgdesign.tables.sensitivity.two_way import two_way_table

    study, settings = call.study, call.settings
    first, second = (*(settings.options or (first_option(call.scenario, settings),)), ALONE)[:2]
    if len(call.figures) > 2 or len(uncertain(call.scenario)) < 2:
        raise TooFewFiguresError(len(call.figures))
    widest = tornado(study, uncertain(call.scenario)).bars(first, study.municipalities, second)
    known = call.scenario.figures
    others = (bar.path for bar in widest if bar.path in known and bar.path not in call.figures)
    figures = (*call.figures, *others)[:2]
    found = two_way(study, first, second, (figures[0], figures[1]), study.municipalities, call.told)
    return Made(two_way_table(found, study, settings), found)


def _stress(call: Call) -> Made:
    from orgdesign.sensitivity.stress import stress
    from orgdesign.tables.sensitivity.stress import stress_table

    return Made(stress_table(stress(call.study, call.told), call.settings))


def _bands(call: Call) -> Made:
    from orgdesign.tables.sensitivity.sampled import bands_table

    return Made(bands_table(call.sample(), call.settings))


def _ranks(call: Call) -> Made:
    from orgdesign.tables.sensitivity.sampled import ranks_table

    return Made(ranks_table(call.sample(), call.settings))


def _frames(call: Call) -> Made:
    from orgdesign.sensitivity.bands import FRAMES
    from orgdesign.tables.sensitivity.sampled import frames_table

    return Made(frames_table(call.sample(*FRAMES), call.settings))


def _indices(call: Call) -> Made:
    from orgdesign.sensitivity.indices import indices
    from orgdesign.tables.sensitivity.indices import indices_table

    found = indices(call.output, call.first_seed, told=call.told)
    return Made(indices_table(found, call.first_seed, call.settings))


def _morris(call: Call) -> Made:
    from orgdesign.sensitivity.morris import morris
    from orgdesign.tables.sensitivity.indices import morris_table

    found = morris(call.output, call.first_seed, told=call.told)
    return Made(morris_table(found, call.first_seed, call.settings))


def _assumptions(call: Call) -> Made:
    from orgdesign.sensitivity.carriers import carriers
    from orgdesign.sensitivity.indices import indices
    from orgdesign.tables.sensitivity.carriers import assumptions_by_share, carried_note

    found = indices(call.output, call.first_seed, told=call.told)
    carried = carriers(found)
    table = assumptions_by_share(found, carried, call.settings)
    return Made(table, carried_note(found, carried, call.settings))


PARTS: dict[str, Callable[[Call], Made]] = {
    "switching": _switching,
    "tornado": _tornado,
    "bands": _bands,
    "ranks": _ranks,
    "indices": _indices,
    "morris": _morris,
    "grid": _grid,
    "stress": _stress,
    "frames": _frames,
    "assumptions": _assumptions,
}
"""What makes the table of each part, in the order in which readers meet them."""

USUAL_MEASURES: dict[str, str] = {"stress": "present_value"}
"""The measure of a part for which none is asked, where it is not the structural cost."""
