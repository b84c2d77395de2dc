"""A cell explained: one sentence whose arithmetic gives it, and the tree below it as a table."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.explain_together import MOST
from orgdesign.model.explanation import Explanation, Step
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import (
    municipality_name,
    name_or_together,
    option_name,
    title_of_source,
)
from orgdesign.tables.explaining.node_names import item_name, node_name
from orgdesign.tables.explaining.nothing import why_nothing
from orgdesign.tables.explaining.on_paper import Digits, cents, enough_digits, shown, written
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.tables.units import as_counted
from orgdesign.words import Language, say
from orgdesign.words.numbers import MINUS, CalendarYear, number

MULTIPLY = " × "
DIGITS = 12
"""Significant digits that a number may have."""


def sentence(explanation: Explanation, language: Language, numbers: str) -> str:
    """Return one sentence whose arithmetic gives the cell to the cent."""
    scenario, municipality = explanation.scenario, explanation.municipality
    if explanation.payback is not None:
        sums = _arithmetic(explanation.expression, scenario, language, numbers)
        return payback_sentence(explanation, language, numbers, sums)
    if municipality:
        arithmetic = _arithmetic(explanation.expression, scenario, language, numbers)
    else:
        arithmetic = _by_municipality(explanation, language, numbers)
    first, last = scenario.years[0], scenario.years[-1]
    return say(
        f"explained.{why_nothing(explanation) or 'sentence'}",
        language,
        municipality=name_or_together(explanation.scenario, explanation.municipality, language),
        option=option_name(scenario, explanation.option, language),
        year=explanation.year or (first if first == last else f"{first}-{last}"),
        line=_cell_name(explanation, language),
        arithmetic=arithmetic,
        amount=_cents(explanation.value, numbers),
    )


def _cents(value: float, numbers: str) -> str:
    return number(cents(value), "cents", numbers)


def _cell_name(explanation: Explanation, language: Language) -> str:
    """Return the name of a line or an outcome; of a line over all years the outcome it is in."""
    name = node_name(explanation.scenario, explanation.line, language)
    if explanation.year is not None or explanation.line == explanation.measure:
        return name
    measure = node_name(explanation.scenario, explanation.measure, language)
    return say("explained.line_in_measure", language, line=name, measure=measure)


def payback_sentence(
    explanation: Explanation, language: Language, numbers: str, arithmetic: str = ""
) -> str:
    """Return the payback and the sum of differences that it follows from, or that there is none.

    With the arithmetic of that sum where it is given.
    """
    scenario, answer = explanation.scenario, explanation.payback
    details = {
        "municipality": name_or_together(explanation.scenario, explanation.municipality, language),
        "option": option_name(scenario, explanation.option, language),
    }
    if answer == "not_applicable":
        return say("explained.no_payback", language, **details)
    return say(
        "explained.payback",
        language,
        **details,
        answer=answer if isinstance(answer, int) else say(f"interface.{answer}", language),
        year=explanation.until,
        arithmetic=f"{arithmetic} = " if arithmetic else "",
        amount=_cents(explanation.value, numbers),
    )


def _by_municipality(explanation: Explanation, language: Language, numbers: str) -> str:
    """Return the amounts of the municipalities as a sum, the name of each behind its own.

    Of too many it says of how many.
    """
    expression = explanation.expression
    factors = [product.factors[0] for product in expression.products]
    if len(factors) > MOST:
        return say("explained.sum_of_many", language, number=len(factors))
    names = (municipality_name(explanation.scenario, each.name) for each in factors)
    digits = enough_digits(expression)
    amounts = (written(each.value, digits, numbers, alone=True) for each in factors)
    return _added_up([f"{one} ({name})" for one, name in zip(amounts, names, strict=True)])


def _arithmetic(
    expression: Expression, scenario: Scenario, language: Language, numbers: str
) -> str:
    digits = enough_digits(expression)
    products = [_product(one, digits, scenario, language, numbers) for one in expression.products]
    return _added_up(products)


def _added_up(terms: Sequence[str]) -> str:
    """Return terms as a sum, as it is written by hand: what is below zero is taken off."""
    return " + ".join(terms).replace(f" + {MINUS}", f" {MINUS} ")


def _product(
    product: Product, digits: Digits, scenario: Scenario, language: Language, numbers: str
) -> str:
    factors = shown(product)
    return MULTIPLY.join(
        f"{written(factor.value, digits, numbers, alone=len(factors) == 1)} "
        f"({_label(factor, product, scenario, language)})"
        for factor in factors
    )


def _label(factor: Factor, product: Product, scenario: Scenario, language: Language) -> str:
    name = node_name(scenario, factor.name, language)
    first = factor is product.factors[0]
    if first and product.item and product.item != factor.name:
        return f"{item_name(scenario, product.item, language)}: {name}"
    return name


def plain(value: float, numbers: str) -> str:
    """Return a number in all digits that it may have, as a locale writes it; a year as one."""
    if isinstance(value, CalendarYear):
        return str(value)
    return written(value, Digits(DIGITS, 0), numbers)


def explained(explanation: Explanation, language: Language, numbers: str, depth: int = 99) -> Table:
    """Return the tree of a cell: formulas down to figures with file, line and source."""
    titles = {name: say(f"explained.column_{name}", language) for name in _COLUMNS}
    columns = (
        Column("what", titles["what"]),
        Column("value", titles["value"], "number"),
        Column("place", titles["place"]),
        Column("source", titles["source"]),
    )
    rows = tuple(_rows(explanation.step, explanation.scenario, language, 0, depth))
    if why_nothing(explanation) == "unstated":
        (row,) = rows
        rows = (row._replace(cells=(row.cells[0], Mark.GAP, *row.cells[2:])),)
    about = explanation.scenario.document.scenario
    return Table(
        "explain",
        sentence(explanation, language, numbers),
        columns,
        rows,
        (),
        language,
        numbers,
        about.status,
    )


_COLUMNS = ("what", "value", "place", "source")


def _rows(
    step: Step, scenario: Scenario, language: Language, level: int, depth: int
) -> Iterator[Row]:
    label = step_label(step, scenario, language)
    if step.again:
        label = say("explained.see_above", language, what=label)
    finite = math.isfinite(step.value)
    value = as_counted(step.path, step.value) if finite else Mark.NOT_APPLICABLE
    source = source_of(scenario, step.path, language)
    cells = (label, value, place_of(scenario, step.path), source)
    yield Row(f"{step.name}/{step.municipality}/{step.item}", cells, level=level)
    if level < depth:
        for below in step.steps:
            yield from _rows(below, scenario, language, level + 1, depth)


def step_label(step: Step, scenario: Scenario, language: Language) -> str:
    """Return what a step is, with the year, the municipality and the item it is about."""
    parts = [node_name(scenario, step.name, language)]
    if step.item:
        parts.append(item_name(scenario, step.item, language))
    if step.municipality:
        parts.append(municipality_name(scenario, step.municipality))
    label = ", ".join(parts)
    return label if step.year is None else f"{step.year}: {label}"


def place_of(scenario: Scenario, path: str) -> str:
    """Return the file, the line and the path of a figure; nothing for a formula."""
    if not path:
        return ""
    origin = scenario.origins.get(path)
    return f"{origin.file}:{origin.line} {path}" if origin else path


def source_of(scenario: Scenario, path: str, language: Language) -> str:
    """Return the title of a figure's source, its own or that of its table."""
    from orgdesign.scenario.figures import source_of as id_of

    id = id_of(scenario, path) if path else None
    return title_of_source(scenario, id, language) or id or ""
