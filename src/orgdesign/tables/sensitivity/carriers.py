"""The register of figures with the share of the spread that each carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from orgdesign.model.calculation import evaluate
from orgdesign.sensitivity.carriers import Carrier, carried_by
from orgdesign.sensitivity.indices import Indices
from orgdesign.tables.assumptions import assumptions, is_unsigned_assumption, source_table
from orgdesign.tables.build import option_name
from orgdesign.tables.people.figures import masked_figures
from orgdesign.tables.sensitivity.parts import measure_notes, whom
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Table
from orgdesign.words import say
from orgdesign.words.numbers import number


def assumptions_by_share(found: Indices, carried: Sequence[Carrier], settings: Settings) -> Table:
    """Return the register, the figures on which the outcome of an option rests most first."""
    shares = {path: each.share for each in carried for path in each.figures}
    remarks = tuple(_remarks(found, tuple(carried), settings))
    scenario = found.output.study.scenario
    masked = masked_figures(evaluate(scenario), settings) if settings.mask_below else ()
    return assumptions(scenario, settings, masked=masked, shares=shares, remarks=remarks)


def _remarks(found: Indices, carried: tuple[Carrier, ...], settings: Settings) -> Iterator[str]:
    yield measure_notes(found.output.study, settings)[-1]
    yield carried_note(found, carried, settings)
    if carried:
        yield say("sensitivity.note_share", settings.language)


def carried_note(found: Indices, carried: Sequence[Carrier], settings: Settings) -> str:
    """Return how much of the spread rests on what nobody signed off, and on the choice of a key."""
    study, language = found.output.study, settings.language
    scenario, carried = study.scenario, tuple(carried)
    if not carried:
        return say("sensitivity.note_no_spread", language)
    unsigned = carried_by(carried, lambda path: is_unsigned_assumption(scenario, path))
    chosen = carried_by(carried, lambda path: path not in scenario.figures)
    known = 1.0 - chosen - carried_by(carried, lambda path: _is_assumption(found, path))
    said = say(
        "sensitivity.note_carried",
        language,
        unsigned=number(unsigned, "share", settings.numbers),
        sourced=number(max(0.0, known), "share", settings.numbers),
        measure=say(f"terms.measure_{study.measure}", language).lower(),
        option=option_name(scenario, found.output.option, language),
        whom=whom(scenario, study.municipalities, language),
    )
    share = number(chosen, "share", settings.numbers)
    keys = [say("sensitivity.note_carried_by_keys", language, share=share)] if chosen else []
    return " ".join([said, *keys])


def _is_assumption(found: Indices, path: str) -> bool:
    scenario = found.output.study.scenario
    source = source_table(scenario, path)
    return path in scenario.figures and (source is None or source.kind == "assumption")
