"""Every key on every option: who gains and who loses, by how much, and who would object."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.allocation.games.stability import objections
from orgdesign.model.result import Result
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import make, municipality_name, option_name
from orgdesign.tables.cents import amounts
from orgdesign.tables.settings import CENTS_IN, Settings, quoted_year, shown_options
from orgdesign.tables.sharing.about import (
    chosen,
    column,
    measured,
    names,
    own_game_notes,
    phase_notes,
    silent_notes,
    usual_notes,
    year_of,
)
from orgdesign.tables.sharing.game_notes import tax_notes
from orgdesign.tables.sharing.under import UnderKeys, under_keys
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words import say

TODAY = "history"
"""The key that comes to what each pays today for what it brings in."""


def tournament(result: Result, settings: Settings) -> Table:
    """Return for every key on every option who pays more, how much, and who would object."""
    settings = measured(settings.change(per_inhabitant=False))
    scenario, language = result.scenario, settings.language
    year = year_of(scenario, settings)
    tried = [under_keys(result, o, year) for o in shown_options(scenario, settings)]
    found = [under for under in tried if _shares(under)]
    rows = [row for under in found for row in _rows(under, settings)]
    lines = [*usual_notes(scenario, settings), notes.sign_note(settings)]
    lines += [say("sharing.note_today", language), say("sharing.note_objections", language)]
    for under in found:
        lines += [*phase_notes(under, year, settings), *own_game_notes(under, settings)]
        lines += silent_notes(under, settings)
        lines += tax_notes(result, under.option, chosen(under, settings, under.keys), settings)
    lines += _left_out(scenario, [under for under in tried if under not in found], settings)
    lines += notes.gap_notes(scenario, [under.option for under in found], settings)
    title = say("terms.table_tournament", language)
    return make("tournament", title, _columns(settings), rows, lines, scenario, settings)


def _shares(under: UnderKeys) -> bool:
    """Return whether several share the cost of an option."""
    return len(under.players) > 1 and not under.scenario.stays_alone(under.phase)


def _left_out(scenario: Scenario, left: list[UnderKeys], settings: Settings) -> Iterator[str]:
    """Yield why an option has no rows, of those that are cooperation or were asked for."""
    for under in left:
        if under.option in settings.options or not scenario.stays_alone(under.option):
            entry = "note_one_pays" if len(under.players) == 1 else "note_no_cooperation"
            name = option_name(scenario, under.option, settings.language)
            yield say(f"sharing.{entry}", settings.language, option=name)


def _columns(settings: Settings) -> tuple[Column, ...]:
    loss = column("largest_loss", settings, settings.unit)
    return (
        column("option", settings),
        column("key", settings),
        column("dearer_than_alone", settings),
        column("dearer_than_today", settings),
        loss._replace(signed=True),
        column("largest_loser", settings),
        column("spread", settings, "euros_per_inhabitant"),
        column("objecting", settings, "count"),
    )


def _rows(under: UnderKeys, settings: Settings) -> Iterator[Row]:
    scenario, language = under.scenario, settings.language
    today = _cents(under, TODAY, under.option, settings)
    for key in chosen(under, settings, under.keys):
        paid = _cents(under, key, under.option, settings)
        alone = _cents(under, key, ALONE, settings)
        losses = {m: paid[m] - alone[m] for m in under.players}
        worst = max(under.players, key=lambda m: losses[m])
        unit = CENTS_IN[settings.unit]
        cells: tuple[Cell, ...] = (
            option_name(scenario, under.option, language),
            notes.key_name(scenario, key, language),
            names(scenario, [m for m in under.players if losses[m] > 0], language),
            names(scenario, [m for m in under.players if paid[m] > today[m]], language),
            rounded(paid[worst], unit) - rounded(alone[worst], unit),
            municipality_name(scenario, worst),
            _spread(under, losses),
            objecting(under, key),
        )
        yield Row(f"{under.option}.{key}", cells)


def _cents(under: UnderKeys, key: str, option: str, settings: Settings) -> dict[str, int]:
    """Return what each participant pays under a key, or alone, in cents."""
    year = quoted_year(under.scenario, settings)
    paid = amounts(under.under(key), option, settings.measure, year)
    return {m: paid[place] for m, place in zip(under.players, under.places, strict=True)}


def _spread(under: UnderKeys, losses: dict[str, int]) -> Cell:
    """Return how far the differences with alone lie apart, in euros per inhabitant."""
    places = under.scenario.document.municipalities
    heads = {m: places[m].inhabitants.value for m in losses}
    each = [losses[m] / 100 / heads[m] for m in losses if heads[m]]
    return round(max(each) - min(each), 2) if each else Mark.NOT_APPLICABLE


def objecting(under: UnderKeys, key: str) -> Cell:
    """Return how many groups would be better off on their own."""
    if under.exact is None:
        return Mark.UNKNOWN
    found = objections(under.exact, under.amounts(key))
    return sum(len(groups.coalitions) for groups in found.values())
