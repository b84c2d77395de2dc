"""Bands, ranks and frames from a sample, as tables with their sampling error."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.bands import PERCENTS, band, convergence, frame_chances
from orgdesign.sensitivity.ranks import Rank, ranks
from orgdesign.sensitivity.sample import Estimate, Sample
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, name_or_together, option_name
from orgdesign.tables.sensitivity.parts import (
    amount_column,
    heads,
    measure_notes,
    money,
    money_text,
    stopped_note,
    title_of,
    whom,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say
from orgdesign.words.numbers import number


def bands_table(found: Sample, settings: Settings) -> Table:
    """Return the band of every option, for all together and for each participant shown."""
    study, language = found.study, settings.language
    against = settings.against != "absolute"
    than = say("interface.than_alone", language) if against else ""
    titles = [say("sensitivity.percentile", language, percent=percent) for percent in PERCENTS]
    amounts = [
        amount_column(f"p{percent}", title, settings, than=than)
        for percent, title in zip(PERCENTS, titles, strict=True)
    ]
    chance = Column("cheaper", say("sensitivity.cheaper", language), "share")
    columns = (
        Column("option", say("interface.option", language)),
        Column("municipality", say("interface.municipality", language)),
        *_with_errors([*amounts, chance], settings),
    )
    return make(
        "bands",
        title_of("bands", study, language),
        columns,
        _band_rows(found, settings, against),
        [
            *measure_notes(study, settings),
            notes.amounts_note(settings),
            *([notes.sign_note(settings)] if against else []),
            say("sensitivity.note_bands", language),
            *draw_notes(found, settings),
            *_settling(found, settings),
        ],
        study.scenario,
        settings,
    )


def _band_rows(found: Sample, settings: Settings, against: bool) -> Iterator[Row]:
    study, language = found.study, settings.language
    shown = study.municipalities
    for option in study.options:
        inside = [m for m in study.scenario.participants(option) if m in shown]
        groups = [("together", whom(study.scenario, shown, language), shown)]
        groups += [(m, municipality_name(study.scenario, m), (m,)) for m in inside]
        name = option_name(study.scenario, option, language)
        for id, whose, places in groups if len(shown) > 1 else groups[1:]:
            percentiles, cheaper = band(found, option, places, against=against)
            per = heads(study.scenario, places, settings)
            cells = _numbers(percentiles, [cheaper], settings, per)
            yield Row(f"{option}.{id}", (name, whose, *cells))


def _settling(found: Sample, settings: Settings) -> Iterator[str]:
    """Yield how the median of every option settles, and how many draws suffice."""
    language, shown = settings.language, found.study.municipalities
    per = heads(found.study.scenario, shown, settings)
    for option in found.study.options:
        numbers, medians, proposed = convergence(found, option, shown)
        if math.isnan(medians[-1].error):
            continue
        said = [
            say(
                "sensitivity.settled_at",
                language,
                median=money_text(median.value, settings, per),
                error=money_text(median.error, settings, per, signed=False),
                number=number(draws, "count", settings.numbers),
            )
            for draws, median in zip(numbers, medians, strict=True)
        ]
        yield say(
            "sensitivity.note_settling",
            language,
            option=option_name(found.study.scenario, option, language),
            medians="; ".join(said),
            proposed=number(proposed, "count", settings.numbers),
        )


def ranks_table(found: Sample, settings: Settings) -> Table:
    """Return the chance of each rank of every option, and what choosing it can cost."""
    study, language = found.study, settings.language
    every = ranks(found, study.municipalities)
    places = range(1, len(every) + 1)
    chances = [
        Column(f"rank_{place}", say("sensitivity.rank", language, number=place), "share")
        for place in places
    ]
    amounts = [
        amount_column(id, say(f"sensitivity.{id}", language), settings)
        for id in ("regret", "regret_in_20")
    ]
    who = whom(study.scenario, study.municipalities, language)
    return make(
        "ranks",
        f"{title_of('ranks', study, language)} ({who})",
        (
            Column("option", say("interface.option", language)),
            *_with_errors([*chances, *amounts], settings),
        ),
        _rank_rows(found, every, settings),
        [
            *measure_notes(study, settings),
            notes.amounts_note(settings),
            say("sensitivity.note_ranks", language),
            *draw_notes(found, settings),
        ],
        study.scenario,
        settings,
    )


def _rank_rows(found: Sample, every: Sequence[Rank], settings: Settings) -> Iterator[Row]:
    """Yield the ranks, and without any the options in which nobody shown takes part."""
    study = found.study
    per = heads(study.scenario, study.municipalities, settings)
    ranked = {each.option: each for each in every}
    for option in (ALONE, *study.options):
        numbers: tuple[Cell, ...] = (Mark.NOT_APPLICABLE,) * 2 * (len(every) + 2)
        if each := ranked.get(option):
            regrets = [each.regret, each.regret_in_20]
            numbers = tuple(_numbers(regrets, each.chances, settings, per, last=False))
        yield Row(option, (option_name(study.scenario, option, settings.language), *numbers))


def frames_table(found: Sample, settings: Settings) -> Table:
    """Return the chance that each frame of the councils holds."""
    settings = settings.change(per_inhabitant=False)
    study, language = found.study, settings.language
    scenario = study.scenario
    chance = Column("holds", say("sensitivity.holds", language), "share")
    rows = []
    for each in frame_chances(found):
        whose = each.municipality
        words = (
            option_name(scenario, each.option, language),
            name_or_together(scenario, whose, language),
            say(f"interface.{each.threshold}", language),
        )
        id = f"{each.option}.{each.threshold}.{whose or 'together'}"
        required = money(each.required, settings, 1.0)
        rows.append(Row(id, (*words, required, *_numbers([], [each.holds], settings, 1.0))))
    extra = ["note_frames"] if rows else ["no_frames"]
    return make(
        "frames",
        say("terms.table_frames", language),
        (
            *(
                Column(id, say(f"interface.{id}", language))
                for id in ("option", "municipality", "threshold")
            ),
            amount_column("required", say("interface.required", language), settings),
            *_with_errors([chance], settings),
        ),
        rows,
        [
            *measure_notes(study, settings),
            notes.amounts_note(settings),
            *(say(f"sensitivity.{entry}", language) for entry in extra),
            *draw_notes(found, settings),
        ],
        scenario,
        settings,
    )


def _with_errors(columns: Sequence[Column], settings: Settings) -> Iterator[Column]:
    """Yield columns, and then for each one with its sampling error."""
    yield from columns
    for column in columns:
        title = say("sensitivity.error_of", settings.language, title=column.title)
        yield Column(f"error_{column.id}", title, column.unit)


def _numbers(
    amounts: Sequence[Estimate],
    chances: Sequence[Estimate],
    settings: Settings,
    per: float,
    *,
    last: bool = True,
) -> Iterator[Cell]:
    """Yield estimates and then their errors: the amounts first, or last the chances."""
    for part in ("value", "error"):
        euros = [_money(getattr(each, part), settings, per) for each in amounts]
        shares = [_share(getattr(each, part)) for each in chances]
        yield from (*euros, *shares) if last else (*shares, *euros)


def _money(euros: float, settings: Settings, per: float) -> Cell:
    return Mark.UNKNOWN if math.isnan(euros) else money(euros, settings, per)


def _share(share: float) -> Cell:
    return Mark.UNKNOWN if math.isnan(share) else share


def draws_note(found: Sample, settings: Settings) -> str:
    """Return how many draws were made of how many figures, how, and with which seed."""
    draws, language = found.draws, settings.language
    return say(
        "sensitivity.note_draws",
        language,
        done=number(found.done, "count", settings.numbers),
        factors=len(draws.factors),
        method=say(f"sensitivity.method_{draws.method}", language),
        seed=draws.seed,
    )


def draw_notes(found: Sample, settings: Settings) -> Iterator[str]:
    """Yield how the draws were made, and where they were stopped."""
    draws, language = found.draws, settings.language
    if not draws.factors:
        yield say("sensitivity.no_uncertain", language)
    yield draws_note(found, settings)
    if found.done < draws.number:
        yield stopped_note(found.done, draws.number, "draws", settings)
    yield say("sensitivity.note_error", language)
