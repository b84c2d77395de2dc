"""The notes under a table: prices, unit, sign rule, keys, gaps by name, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgdesign.model.gaps import gaps
from orgdesign.scenario.key_names import ALL, POOLS, key_of
from orgdesign.scenario.layers.overrides import split_override
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Mark, Table, Unit
from orgdesign.tables.units import as_counted
from orgdesign.words import Language, say
from orgdesign.words.numbers import MINUS, CalendarYear, given_share, number


def price_notes(scenario: Scenario, settings: Settings) -> tuple[str, ...]:
    """Return the status and the price level."""
    about, language = scenario.document.scenario, settings.language
    draft = (say("interface.note_draft", language),) if about.status == "draft" else ()
    prices = say("interface.note_prices", language, price_level=about.price_level)
    return (*draft, prices, *_tried(scenario, settings))


def _tried(scenario: Scenario, settings: Settings) -> tuple[str, ...]:
    """Return what is tried out, and what of the file is gone."""
    changes = [f"{path} = {_as_tried(scenario, path, settings)}" for path in scenario.tried]
    changes += [" = ".join(split_override(each)) for each in scenario.tried_beside]
    found = {"note_tried": "; ".join(changes), "note_taken_out": "; ".join(scenario.taken_out)}
    return tuple(
        say(f"interface.{entry}", settings.language, changes=told)
        for entry, told in found.items()
        if told
    )


def _as_tried(scenario: Scenario, path: str, settings: Settings) -> str:
    value = as_counted(path, scenario.figures[path].value)
    unit: Unit = "year" if isinstance(value, CalendarYear) else "number"
    return number(value, unit, settings.numbers)


def year_note(year: int, settings: Settings) -> str:
    """Return the report year."""
    return say("interface.note_report_year", settings.language, year=year)


def quoted_year_note(scenario: Scenario, year: int, settings: Settings) -> str:
    """Return the year that is quoted; one that is not the report year has that beside it."""
    report = scenario.report_year
    if year == report:
        return year_note(report, settings)
    return say("interface.note_other_year", settings.language, year=year, report=report)


def horizon_notes(scenario: Scenario, settings: Settings, *, discounted: bool) -> tuple[str, ...]:
    """Return the years of a measure over all years, and the discount rate where it has one."""
    language, years = settings.language, scenario.years
    entry = "note_horizon_of_one" if len(years) == 1 else "note_horizon"
    span = say(f"interface.{entry}", language, first=years[0], last=years[-1])
    if not discounted:
        return (span,)
    quantity = scenario.document.scenario.discount_rate
    rate = given_share(quantity.value if quantity else 0.0, settings.numbers)
    return (span, say("interface.note_discount", language, rate=rate, year=years[0]))


def unit_note(settings: Settings) -> str:
    """Return the unit of money and how it is rounded."""
    entry = "note_per_inhabitant" if settings.per_inhabitant else f"note_{settings.unit}"
    return say(f"interface.{entry}", settings.language)


def amounts_note(settings: Settings) -> str:
    """Return the unit of money of a table without totals."""
    unit = "per_inhabitant" if settings.per_inhabitant else settings.unit
    return say(f"interface.note_amounts_{unit}", settings.language)


def percentage_notes(settings: Settings) -> tuple[str, ...]:
    """Return what percentages are of, or that the measure asked for has none."""
    if not settings.percentage:
        return ()
    entry = "note_percentage" if settings.in_percent else "note_no_percentage"
    return (say(f"interface.{entry}", settings.language),)


def sign_note(settings: Settings) -> str:
    """Return the sign rule of differences."""
    return say("interface.note_sign", settings.language, minus=MINUS)


def beside_alone_note(settings: Settings) -> str:
    """Return what options show that stand beside the amounts of staying alone."""
    return say("interface.note_beside_alone", settings.language, minus=MINUS)


def masked_notes(settings: Settings) -> tuple[str, ...]:
    """Return below which number of people a figure is masked, nothing where none is."""
    if not settings.mask_below:
        return ()
    least = number(settings.mask_below, "fte", settings.numbers)
    return (say("interface.note_masked", settings.language, least=least),)


def masked_figures_notes(settings: Settings) -> tuple[str, ...]:
    """Return that figures of people are masked as the tables are, nothing where none is."""
    if not settings.mask_below:
        return ()
    least = number(settings.mask_below, "fte", settings.numbers)
    return (say("interface.note_masked_figures", settings.language, least=least),)


def selection_notes(settings: Settings) -> tuple[str, ...]:
    """Return that a total is not of everyone, where it is not."""
    if not settings.municipalities:
        return ()
    return (say("interface.note_selection", settings.language),)


def key_notes(scenario: Scenario, options: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Return for each option the keys that share its joint lines."""
    changes = tuple(
        say(
            "interface.note_then",
            settings.language,
            option=table.name,
            year=table.then.year.whole,
            other=scenario.document.options[table.then.option].name,
        )
        for option in in_turn(scenario, options)
        if (table := scenario.document.options[option]).then is not None
    )
    keys = (_key_note(scenario, each, settings.language) for each in in_turn(scenario, options))
    return (*changes, *keys)


def in_turn(scenario: Scenario, options: Iterable[str]) -> tuple[str, ...]:
    """Return options and those that take over from them, each once."""
    return tuple(dict.fromkeys(each for o in options for each in scenario.phases(o)))


def _key_note(scenario: Scenario, option: str, language: Language) -> str:
    table = scenario.document.options[option]
    pools = (ALL,) if ALL in table.keys else POOLS
    keys = "; ".join(
        say(
            "interface.note_key",
            language,
            pool=pool_name(pool, language),
            key=key_name(scenario, key_of(table.keys, pool), language),
        )
        for pool in dict.fromkeys((*pools, *table.keys))
    )
    return say("interface.note_keys", language, option=table.name, keys=keys)


def pool_name(pool: str, language: Language) -> str:
    """Return what is shared by a key: a pool, everything, or a line of the bill."""
    entry = f"pool_{pool}" if pool in (*POOLS, ALL) else pool
    return say(f"terms.{entry}", language)


def key_name(scenario: Scenario, key: str, language: Language) -> str:
    """Return the name of a key, a figure or a built-in rule."""
    document = scenario.document
    if key in document.keys:
        return document.keys[key].name
    if key in document.figures:
        return document.figures[key].name
    return say(f"terms.key_{key}", language)


def gap_notes(scenario: Scenario, options: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Return for each option its lines without a statement, by name."""
    language = settings.language
    return tuple(
        say(
            "interface.note_gaps",
            language,
            option=scenario.document.options[option].name,
            gaps="; ".join(say(f"terms.{line}", language) for line in missing),
        )
        for option in in_turn(scenario, options)
        if (missing := gaps(scenario, option))
    )


def former_notes(scenario: Scenario, options: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """Return for each merger that the rows are of former municipalities."""
    return tuple(
        say(
            "interface.note_former",
            settings.language,
            option=scenario.document.options[option].name,
        )
        for option in options
        if scenario.property(option, "merges")
    )


def with_legend(table: Table) -> Table:
    """Return the table with a note that explains the marks it uses."""
    return table._replace(notes=(*table.notes, *legend(table)))


def legend(table: Table) -> tuple[str, ...]:
    """Return what the marks of a table mean, nothing where it has none."""
    used = {cell for row in table.rows for cell in row.cells if isinstance(cell, Mark)}
    if not used:
        return ()
    language = table.language
    marks = "; ".join(
        f"{say(f'terms.mark_{mark.value}', language)} = "
        f"{say(f'terms.meaning_{mark.value}', language)}"
        for mark in Mark
        if mark in used
    )
    return (say("interface.note_legend", language, marks=marks),)


def joined(parts: Sequence[str]) -> str:
    """Return parts of a list, with semicolons where one of them has a comma of its own."""
    return ("; " if any("," in part for part in parts) else ", ").join(parts)


def listed(names: Sequence[str], language: Language) -> str:
    """Return names in a sentence, the last two joined by the word for and."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('interface.and', language)} {names[-1]}"
