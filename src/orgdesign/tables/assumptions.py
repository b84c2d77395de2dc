"""The register: every figure with its range, source, owner and line of the file."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence

from orgdesign.quantities import Quantity
from orgdesign.scenario.figures import source_of
from orgdesign.scenario.scenario import Origin, Scenario
from orgdesign.scenario.schema.facts import Source
from orgdesign.tables import notes
from orgdesign.tables.build import make, text_column, title_of_source
from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.tables.units import as_counted, unit_of
from orgdesign.words import Language, say
from orgdesign.words.numbers import date_text


def numbered(scenario: Scenario) -> dict[str, str]:
    """Return the number A1, A2, ... of every assumption and every figure without a source."""
    assumed = (path for path in scenario.figures if _assumed(scenario, path))
    return {path: f"A{number}" for number, path in enumerate(assumed, start=1)}


def _assumed(scenario: Scenario, path: str) -> bool:
    source = source_table(scenario, path)
    return source is None or source.kind == "assumption"


def source_table(scenario: Scenario, path: str) -> Source | None:
    """Return the source that answers for a figure, None where nobody named one."""
    id = source_of(scenario, path)
    return scenario.document.sources.get(id) if id else None


def is_unsigned_assumption(scenario: Scenario, path: str) -> bool:
    """Return whether a figure is an assumption, or has no source, and nobody signed it off.

    The choice of a key is no figure: it is decided, not assumed.
    """
    figure = scenario.figures.get(path)
    return figure is not None and _assumed(scenario, path) and not figure.signed_off


def assumptions(
    scenario: Scenario,
    settings: Settings,
    *,
    masked: Collection[str] = (),
    shares: Mapping[str, float] | None = None,
    remarks: Sequence[str] = (),
) -> Table:
    """Return every figure that the scenario uses, in the order of the file.

    Those whose paths are `masked` have no numbers. Where the share of the spread that figures carry
    is given, those with the largest come first.
    """
    language = settings.language
    numbers = numbered(scenario)
    rows = [
        Row(
            path,
            (
                numbers.get(path, ""),
                path,
                *([] if shares is None else [shares.get(path, Mark.NOT_APPLICABLE)]),
                *_numbers(path, quantity, masked),
                *_cells(scenario, path, quantity, settings),
            ),
        )
        for path, quantity in _ordered(scenario, shares or {})
    ]
    return make(
        "assumptions" if shares is None else "assumptions_by_share",
        say("terms.table_assumptions", language),
        tuple(_columns(settings, shares is not None)),
        rows,
        [
            *notes.price_notes(scenario, settings),
            say("interface.note_register", language),
            *notes.masked_figures_notes(settings),
            *remarks,
        ],
        scenario,
        settings,
    )


def _columns(settings: Settings, shares: bool) -> Iterator[Column]:
    language = settings.language
    yield text_column("number", settings)
    yield text_column("path", settings)
    if shares:
        yield Column("share_of_spread", say("interface.share_of_spread", language), "share")
    for id in ("value", "low", "high"):
        yield Column(id, say(f"interface.{id}", language), "number")
    for id in ("unit", "source", "source_kind", "owner", "signed_off", "layer", "place"):
        yield text_column(id, settings)


def _ordered(scenario: Scenario, shares: Mapping[str, float]) -> list[tuple[str, Quantity]]:
    """Return the figures that carry most first, then the others in the order of the file."""
    return sorted(scenario.figures.items(), key=lambda each: -shares.get(each[0], -1.0))


def _cells(scenario: Scenario, path: str, quantity: Quantity, settings: Settings) -> Iterator[Cell]:
    source = source_table(scenario, path)
    language = settings.language
    yield unit_of(scenario, path, language)
    yield title_of_source(scenario, source_of(scenario, path), language) or Mark.UNKNOWN
    yield say(f"terms.source_{source.kind}", language) if source else Mark.UNKNOWN
    yield quantity.owner or (source.owner if source else None) or ""
    yield _signed_off(quantity, settings)
    origin = scenario.origins.get(path)
    yield say(f"terms.layer_{origin.layer}", language) if origin else ""
    yield _place_of(origin, language) if origin and origin.layer != "override" else ""


def _place_of(origin: Origin, language: Language) -> str:
    """Return file and line, without its folder: a table is the same wherever its files are."""
    file, line = origin.file.replace("\\", "/").rpartition("/")[2], origin.line
    return say("interface.file_line", language, file=file, line=line) if line else file


def _numbers(path: str, quantity: Quantity, masked: Collection[str]) -> tuple[Cell, ...]:
    """Return a figure and the ends of its range."""
    if path in masked:
        return (Mark.MASKED,) * 3
    return as_counted(path, quantity.value), *_range(path, quantity)


def _range(path: str, quantity: Quantity) -> tuple[Cell, Cell]:
    low, high = quantity.low, quantity.high
    if quantity.values:
        low, high = min(quantity.values), max(quantity.values)
    if low is None or high is None:
        return Mark.NOT_APPLICABLE, Mark.NOT_APPLICABLE
    return as_counted(path, low), as_counted(path, high)


def _signed_off(quantity: Quantity, settings: Settings) -> str:
    given = quantity.signed_off
    if isinstance(given, datetime.date):
        return date_text(given, settings.language)
    return say(f"interface.{'yes' if given else 'no'}", settings.language)
