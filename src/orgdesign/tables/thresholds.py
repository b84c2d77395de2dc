"""The frames of the councils: what was required of an option and what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgdesign.measures import YEARLY, Measure
from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.quantities import Quantity
from orgdesign.scenario.frames import Frame, Threshold, frames
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import make, name_or_together, option_name, text_column
from orgdesign.tables.cents import amounts
from orgdesign.tables.operating import outside_their_years
from orgdesign.tables.settings import CENTS_IN, Settings, shown_options
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import Language, say
from orgdesign.words.numbers import number

MEASURES: dict[Threshold, Measure] = {
    "transition_cost_at_most": "transition_cost",
    "structural_gain_at_least": "structural_cost",
}
"""The measure that a frame is about; of one that is yearly in the report year."""


class Check(NamedTuple):
    """One frame, of the option as a whole or of one municipality, in cents.

    `parts` holds for each participant what counts for it and what is taken off.
    """

    threshold: Threshold
    municipality: str | None
    required: int
    parts: tuple[tuple[int, int], ...]

    @property
    def actual(self) -> int:
        """What comes out."""
        return self.printed(1)

    def printed(self, unit: int) -> int:
        """Return what comes out in units of so many cents: the sum of what is printed."""
        return sum(rounded(counts, unit) - rounded(off, unit) for counts, off in self.parts)

    @property
    def passed(self) -> bool:
        """Whether the option stays within the frame."""
        if self.threshold == "transition_cost_at_most":
            return self.actual <= self.required
        return self.actual >= self.required


def checks(result: Result, option: str) -> list[Check]:
    """Return every frame of an option with its outcome in the central case."""
    asked = tuple(frames(result.scenario.document.options[option]))
    actual = {each: _actual(result, option, each) for each in {f.threshold for f in asked}}
    return [
        Check(
            frame.threshold,
            frame.municipality,
            _cents(frame.required),
            _parts(actual[frame.threshold], frame),
        )
        for frame in asked
    ]


def verdict(result: Result, option: str) -> bool | None:
    """Return whether an option passes all its frames, None where it has none."""
    found = checks(result, option)
    return all(check.passed for check in found) if found else None


def failing_notes(result: Result, options: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Return for each option that fails a frame which one, what it requires and what comes out."""
    failing = {o: [each for each in checks(result, o) if not each.passed] for o in options}
    return tuple(
        say(
            "interface.note_failing",
            settings.language,
            option=option_name(result.scenario, option, settings.language),
            frames="; ".join(_in_words(result, each, settings) for each in found),
        )
        for option, found in failing.items()
        if found
    )


def whole_transition_notes(result: Result, settings: Settings) -> tuple[str, ...]:
    """Return that transition cost is the whole amount, where staying alone has some too.

    Nothing where it has none: then the amount and its difference from alone are the same.
    """
    scenario = result.scenario
    alone = sum(amounts(result, ALONE, "transition_cost", scenario.report_year))
    if not alone:
        return ()
    euros = number(alone / 100, "euros", settings.numbers)
    return (say("interface.note_whole_transition", settings.language, alone=euros),)


def _in_words(result: Result, check: Check, settings: Settings) -> str:
    language = settings.language
    who = of_whom(result, check, language)
    return say(
        "interface.failing_frame",
        language,
        who=who if check.municipality else who.lower(),
        threshold=say(f"interface.{check.threshold}", language),
        required=number(check.required / 100, "euros", settings.numbers),
        actual=number(check.printed(100), "euros", settings.numbers),
    )


def of_whom(result: Result, check: Check, language: Language) -> str:
    """Return who a frame is about, with the year of what comes in every year."""
    scenario, one = result.scenario, check.municipality
    name = name_or_together(scenario, one, language)
    return f"{name}, {scenario.report_year}" if MEASURES[check.threshold] in YEARLY else name


def _parts(actual: Mapping[str, tuple[int, int]], frame: Frame) -> tuple[tuple[int, int], ...]:
    """Return what counts and what is taken off: of the municipality, or of each participant."""
    if frame.municipality is None:
        return tuple(actual.values())
    return (actual.get(frame.municipality, (0, 0)),)


def _cents(quantity: Quantity) -> int:
    return round(quantity.value * 100)


def _actual(result: Result, option: str, threshold: Threshold) -> dict[str, tuple[int, int]]:
    """Return the transition cost, or the structural cost alone and in the option, in cents."""
    scenario, year = result.scenario, result.scenario.report_year
    inside = frozenset(scenario.participants(option))
    if threshold == "transition_cost_at_most":
        cost = amounts(result, option, "transition_cost", year)
        pairs = [(amount, 0) for amount in cost]
    else:
        before = amounts(result, ALONE, "structural_cost", year)
        after = amounts(result, option, "structural_cost", year)
        pairs = list(zip(before, after, strict=True))
    return {m: pair for m, pair in zip(scenario.municipalities, pairs, strict=True) if m in inside}


def thresholds(result: Result, settings: Settings) -> Table:
    """Return every frame with what is required, what comes out, and the verdict."""
    scenario, language = result.scenario, settings.language
    options = [each for each in shown_options(scenario, settings) if checks(result, each)]
    rows = [
        _row(result, option, check, settings)
        for option in options
        for check in checks(result, option)
    ]
    columns = (
        text_column("option", settings),
        text_column("municipality", settings),
        text_column("threshold", settings),
        Column("required", say("interface.required", language), settings.unit),
        Column("actual", say("interface.actual", language), settings.unit),
        text_column("verdict", settings),
    )
    return make(
        "thresholds",
        say("terms.table_thresholds", language),
        columns,
        rows,
        (
            *notes.price_notes(scenario, settings),
            notes.year_note(scenario.report_year, settings),
            notes.unit_note(settings.change(per_inhabitant=False)),
            *([] if rows else [say("sensitivity.no_frames", language)]),
            *outside_their_years(result, options, settings.change(year=None)),
            *whole_transition_notes(result, settings),
            *notes.gap_notes(scenario, options, settings),
        ),
        scenario,
        settings,
    )


def _row(result: Result, option: str, check: Check, settings: Settings) -> Row:
    language, unit = settings.language, CENTS_IN[settings.unit]
    whose = check.municipality
    return Row(
        f"{option}.{check.threshold}.{whose or 'together'}",
        (
            option_name(result.scenario, option, language),
            name_or_together(result.scenario, whose, language),
            say(f"interface.{check.threshold}", language),
            rounded(check.required, unit),
            check.printed(unit),
            say(f"interface.{'pass' if check.passed else 'fail'}", language),
        ),
    )
