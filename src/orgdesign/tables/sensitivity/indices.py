"""Sobol indices and the screening of Morris as tables; what is no more than noise says so."""

from __future__ import annotations

import math
from collections.abc import Iterator

from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.indices import GOOD, MOST, Index, Indices
from orgdesign.sensitivity.morris import Effect, Screening
from orgdesign.sensitivity.saltelli import Bounded
from orgdesign.sensitivity.study import Study
from orgdesign.tables import notes
from orgdesign.tables.build import make
from orgdesign.tables.sensitivity.parts import (
    amount_column,
    heads,
    measure_notes,
    money,
    stopped_note,
    title_of_option,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number

MUCH = 1.5
"""How many times its first index a total is where a figure works with others too."""
SMALL = 0.0005
"""A share below this is printed as 0.0%."""


def indices_table(found: Indices, seed: int, settings: Settings) -> Table:
    """Return the first and total index of everything that can reach an option, with bounds."""
    output, language = found.output, settings.language
    columns = [Column("figure", say("sensitivity.figure", language))]
    for id in ("first", "total"):
        title = say(f"sensitivity.{id}", language)
        columns.append(Column(id, title, "share"))
        columns += [
            Column(f"{id}_{end}", say(f"sensitivity.{end}_of", language, title=title), "share")
            for end in ("low", "high")
        ]
    columns.append(Column("meaning", say("sensitivity.meaning", language)))
    rows = [
        Row(
            " + ".join(each.factors),
            (" + ".join(each.factors), *each.first, *each.total, _meaning(each, settings)),
        )
        for each in found.indices
    ]
    return make(
        "indices",
        title_of_option("indices", output.study, output.option, settings, ALONE),
        columns,
        rows,
        [*measure_notes(output.study, settings), *_notes(found, seed, settings)],
        output.study.scenario,
        settings,
    )


def _meaning(index: Index, settings: Settings) -> str:
    """Return in words whether a figure counts, and whether it does so by itself."""
    if not index.total.is_distinct:
        entry = "not_distinct"
    elif index.total.high < SMALL:
        entry = "negligible"
    elif not index.first.is_distinct:
        entry = "only_together" if _apart(index) else "not_distinct"
    else:
        large = index.total.value > MUCH * index.first.value and _apart(index)
        entry = "alone_and_together" if large else "by_itself"
    return say(f"sensitivity.{entry}", settings.language)


def _apart(index: Index) -> bool:
    """Return whether the bounds of the two indices do not overlap."""
    first: Bounded = index.first
    return index.total.low > first.high


def _notes(found: Indices, seed: int, settings: Settings) -> Iterator[str]:
    language, numbers = settings.language, settings.numbers
    cases = number(found.cases, "count", numbers)
    if not found.indices:
        yield say("sensitivity.no_uncertain", language)
    yield say("sensitivity.note_indices", language)
    # Rounded down: it is never shown better than it is.
    r2 = "" if math.isnan(found.r2) else number(math.floor(found.r2 * 1e3) / 1e3, "factor", numbers)
    if found.method == "chaos":
        yield say("sensitivity.note_chaos", language, cases=cases, r2=r2, seed=seed)
    else:
        if r2:
            good = number(GOOD, "factor", numbers)
            yield say("sensitivity.note_refused", language, r2=r2, good=good)
        elif any(len(each.factors) > 1 for each in found.indices):
            yield say("sensitivity.note_dependent", language)
        elif len(found.indices) > MOST:
            yield say("sensitivity.note_many", language, most=MOST)
        rows = number(found.rows, "count", numbers)
        yield say("sensitivity.note_saltelli", language, rows=rows, cases=cases, seed=seed)
    if found.rows < found.asked:
        yield stopped_note(found.rows, found.asked, "rows", settings)
    yield say("sensitivity.note_left_out", language)


def morris_table(found: Screening, seed: int, settings: Settings) -> Table:
    """Return the mean size of the effect of each figure, the largest first."""
    output, language = found.output, settings.language
    size, spread = (say(f"sensitivity.{id}", language) for id in ("size", "spread"))
    columns = (
        Column("figure", say("sensitivity.figure", language)),
        amount_column("size", size, settings),
        amount_column("spread", spread, settings),
        amount_column("error", say("sensitivity.error_of", language, title=size), settings),
        Column("meaning", say("sensitivity.meaning", language)),
    )
    steps = len(found.effects)
    said = {"paths": found.paths, "steps": steps, "seed": seed}
    extra = [] if found.effects else [say("sensitivity.no_uncertain", language)]
    extra.append(say("sensitivity.note_morris", language, **said))
    if found.paths < found.asked:
        extra.append(stopped_note(found.paths, found.asked, "paths", settings))
    return make(
        "morris",
        title_of_option("morris", output.study, output.option, settings, ALONE),
        columns,
        [Row(each.factor, _cells(each, output.study, settings)) for each in found.effects],
        [*measure_notes(output.study, settings), notes.amounts_note(settings), *extra],
        output.study.scenario,
        settings,
    )


def _cells(effect: Effect, study: Study, settings: Settings) -> tuple[Cell, ...]:
    per = heads(study.scenario, study.municipalities, settings)
    words = "" if effect.is_distinct else say("sensitivity.not_distinct", settings.language)
    amounts = (effect.size, effect.spread, effect.error)
    cells = (Mark.UNKNOWN if math.isnan(x) else money(x, settings, per) for x in amounts)
    return (effect.factor, *cells, words)
