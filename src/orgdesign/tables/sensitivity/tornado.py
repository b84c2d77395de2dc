"""The tornado of an option as a table: the widest bar first, and why others have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from orgdesign.scenario.scenario import ALONE
from orgdesign.sensitivity.silent import Silent
from orgdesign.sensitivity.study import Study
from orgdesign.sensitivity.tornado import Bar, Tornado
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name
from orgdesign.tables.sensitivity.naming import cell_of, path_of, spoken_name
from orgdesign.tables.sensitivity.parts import (
    against_note,
    amount_column,
    heads,
    measure_notes,
    money,
    money_text,
    stopped_note,
    title_of_option,
)
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say

Explain = Callable[[str], str]
"""Gives the reason, in words, why a figure moves no line of the bill at all."""


def tornado_table(
    found: Tornado,
    option: str,
    silent: Mapping[str, Silent],
    explain: Explain,
    settings: Settings,
    asked: int,
) -> Table:
    """Return the bars of an option; of `asked` quantities those that were done."""
    study, language = found.study, settings.language
    against = None if settings.against == "absolute" else ALONE
    bars = found.bars(option, study.municipalities, against)
    central = float(found.outcome(option, study.municipalities, against)[0])
    per = heads(study.scenario, study.municipalities, settings)
    said = money_text(central, settings, per, signed=against is not None)
    extra = [say("sensitivity.note_tornado", language, central=said)]
    if not asked:
        extra.append(say("sensitivity.no_uncertain", language))
    if against is not None:
        extra.append(against_note(study.scenario, against, settings))
    still = [bar for bar in bars if not bar.moves]
    extra += _without_effect(still, found, silent, explain, settings)
    if len(found.paths) < asked:
        extra.append(stopped_note(len(found.paths), asked, "figures", settings))
    return make(
        "tornado",
        title_of_option("tornado", study, option, settings, against),
        tuple(_columns(settings, against is not None)),
        [_row(bar, study, settings) for bar in bars if bar.moves],
        [*measure_notes(study, settings), notes.amounts_note(settings), *extra],
        study.scenario,
        settings,
    )


def _columns(settings: Settings, against: bool) -> Iterator[Column]:
    def title(id: str) -> str:
        return say(f"sensitivity.{id}", settings.language)

    than = say("interface.than_alone", settings.language) if against else ""
    yield Column("name", title("figure"))
    yield from (Column(end, title(end), "number") for end in ("low", "high"))
    yield from (
        amount_column(end, title(end), settings, than=than) for end in ("at_low", "at_high")
    )
    yield amount_column("swing", title("swing"), settings)
    yield Column("figure", say("interface.path", settings.language))


def _row(bar: Bar, study: Study, settings: Settings) -> Row:
    scenario = study.scenario
    ends = (cell_of(scenario, bar.path, end, settings) for end in (bar.low, bar.high))
    per = heads(scenario, study.municipalities, settings)
    outcomes = (money(euros, settings, per) for euros in (bar.at_low, bar.at_high, bar.swing))
    name = spoken_name(scenario, bar.path, settings.language)
    return Row(bar.path, (name, *ends, *outcomes, path_of(scenario, bar.path)))


def _without_effect(
    still: Sequence[Bar],
    found: Tornado,
    silent: Mapping[str, Silent],
    explain: Explain,
    settings: Settings,
) -> Iterator[str]:
    """Yield the quantities without effect, those with one reason together."""
    reasons: dict[str, list[str]] = {}
    for bar in still:
        reasons.setdefault(reason(silent, bar, found, explain, settings), []).append(
            spoken_name(found.study.scenario, bar.path, settings.language)
        )
    for why, names in reasons.items():
        figures = "; ".join(names)
        yield say("sensitivity.no_effect", settings.language, figures=figures, why=why)


def reason(
    silent: Mapping[str, Silent], bar: Bar, found: Tornado, explain: Explain, settings: Settings
) -> str:
    """Return in words why a figure does nothing to the outcome."""
    why = silent.get(bar.path)
    if why is None or why.why in ("unread", "inert"):
        return explain(bar.path)
    language = settings.language
    if why.why == "elsewhere":
        names = [option_name(found.study.scenario, option, language) for option in why.names]
    else:
        names = [say(f"terms.{line}", language) for line in why.names]
    details = {"names": notes.listed(names, language)} if names else {}
    return say(f"sensitivity.silent_{why.why}", language, **details)
