"""All keys on one option: what each municipality would pay if the parties chose another."""

from __future__ import annotations

from collections.abc import Sequence

from orgdesign.model.outcomes import year_index
from orgdesign.model.result import Result
from orgdesign.money import rounded, split
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.scenario import ALONE, Scenario
from orgdesign.tables import notes
from orgdesign.tables.build import (
    make,
    money_column,
    municipality_name,
    option_name,
    row_total,
    text_column,
)
from orgdesign.tables.cents import amounts, order
from orgdesign.tables.operating import not_operating
from orgdesign.tables.settings import (
    CENTS_IN,
    Settings,
    first_option,
    quoted_year,
    shown_municipalities,
)
from orgdesign.tables.sharing.about import chosen, phase_notes, silent_notes, together
from orgdesign.tables.sharing.game_notes import tax_notes
from orgdesign.tables.sharing.under import UnderKeys, by_figure
from orgdesign.tables.table import Cell, Column, Row, Table
from orgdesign.words import say


def keys(result: Result, settings: Settings) -> Table:
    """Return shares and structural cost under every key, side by side."""
    scenario, language = result.scenario, settings.language
    option = first_option(scenario, settings)
    settings = settings.change(against=settings.against or "alone", per_inhabitant=False)
    under = together(result, settings, quoted_year(scenario, settings))
    found = () if under is None else chosen(under, settings, usual(under))
    shown = shown_municipalities(scenario, settings)
    cells = {} if under is None else {key: _under(under, key, settings) for key in found}
    rows = [
        Row(m, (municipality_name(scenario, m), *(c for key in found for c in cells[key][m])))
        for m in shown
    ]
    columns = [text_column("municipality", settings)]
    columns += [column for key in found for column in _columns(scenario, key, settings)]
    title = say("terms.table_keys", language)
    name = option_name(scenario, option, language)
    return make(
        "keys",
        say("interface.for_option", language, title=title, option=name),
        columns,
        [*rows, _total(columns, rows, settings)],
        _notes(under, result, option, found, settings),
        scenario,
        settings,
    )


def usual(under: UnderKeys) -> tuple[str, ...]:
    """Return the keys to show where nobody asks: those by figure, and what was agreed.

    The methods on the cost game take more to compute; `tournament` has them all.
    """
    agreed = under.scenario.document.options[under.phase].keys.values()
    methods = [key for key in dict.fromkeys(agreed) if key in BY_GAME]
    return (*by_figure(under.scenario, under.phase), *methods)


def _under(under: UnderKeys, key: str, settings: Settings) -> dict[str, tuple[Cell, Cell]]:
    """Return for each municipality its share and its structural cost under a key."""
    scenario, year = under.scenario, quoted_year(under.scenario, settings)
    tried, option = under.under(key), under.option
    shares = under.evaluation(key)["shares:formation"]
    at = year_index(tried, year) if shares.shape[2] > 1 else 0
    places = scenario.municipalities
    parts = split([float(shares[i, 0, at, 0]) for i in range(len(places))], order(scenario), 1000)
    unit = CENTS_IN[settings.unit]
    cost, before = (amounts(tried, o, "structural_cost", year) for o in (option, ALONE))
    base = 1 if settings.against == "alone" else 0
    return {
        m: (parts[i] / 1000, rounded(cost[i], unit) - base * rounded(before[i], unit))
        for i, m in enumerate(places)
    }


def _columns(scenario: Scenario, key: str, settings: Settings) -> tuple[Column, Column]:
    language = settings.language
    name = notes.key_name(scenario, key, language)

    def title(what: str) -> str:
        words = say(f"interface.{what}", language)
        return say("interface.under_key", language, key=name, what=words)

    signed = settings.against == "alone"
    return (
        Column(f"{key}.share", title("share"), "share", total=True),
        money_column(f"{key}.cost", title("cost"), settings, against=signed),
    )


def _total(columns: list[Column], rows: list[Row], settings: Settings) -> Row:
    sums = [row_total(row.cells[i] for row in rows) for i in range(1, len(columns))]
    return Row("total", (say("interface.total", settings.language), *sums), total=True)


def _notes(
    under: UnderKeys | None,
    result: Result,
    option: str,
    shown: Sequence[str],
    settings: Settings,
) -> list[str]:
    scenario = result.scenario
    lines = [
        *notes.price_notes(scenario, settings),
        notes.quoted_year_note(scenario, quoted_year(scenario, settings), settings),
        notes.unit_note(settings.change(per_inhabitant=False)),
    ]
    if settings.against == "alone":
        lines.append(notes.sign_note(settings))
    lines.append(say("interface.note_under_keys", settings.language))
    lines += notes.selection_notes(settings)
    if option == ALONE:
        return lines
    lines += not_operating(result, option, settings)
    if under is not None:
        lines += phase_notes(under, quoted_year(scenario, settings), settings)
        lines += silent_notes(under, settings) if settings.keys else []
    return [
        *lines,
        *notes.key_notes(scenario, [option], settings),
        *tax_notes(result, option, shown, settings),
        *notes.gap_notes(scenario, [option], settings),
    ]
