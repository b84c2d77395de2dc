"""A cell explained: one sentence whose arithmetic gives it, and the tree below it as a table."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from orgdesign.lines import LINES
from orgdesign.model.arithmetic import Expression, Factor, Product
from orgdesign.model.explain import Explanation, Step
from orgdesign.model.explain_together import MOST
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.build import municipality_name, option_name
from orgdesign.tables.table import Column, Mark, Row, Table
from orgdesign.tables.units import as_counted
from orgdesign.words import Language, catalogue, say
from orgdesign.words.numbers import decimal_mark, number

MULTIPLY = " × "
DIGITS = 12
"""Significant digits of a factor, so that the arithmetic on paper gives the cell."""


def sentence(explanation: Explanation, language: Language, numbers: str) -> str:
    """Return one sentence whose arithmetic gives the cell to the cent."""
    scenario, municipality = explanation.scenario, explanation.municipality
    if municipality:
        who = municipality_name(scenario, municipality)
        arithmetic = _arithmetic(explanation.expression, scenario, language, numbers)
    else:
        who = say("interface.together", language)
        arithmetic = _by_municipality(explanation, language, numbers)
    return say(
        "explained.sentence",
        language,
        municipality=who,
        option=option_name(scenario, explanation.option, language),
        year=explanation.year,
        line=node_name(scenario, explanation.line, language),
        arithmetic=arithmetic or "0",
        amount=number(round(explanation.value * 100), "cents", numbers),
    )


def _by_municipality(explanation: Explanation, language: Language, numbers: str) -> str:
    """Return the amounts of the municipalities as a sum, the name of each behind its own.

    Of too many it says of how many.
    """
    factors = [product.factors[0] for product in explanation.expression.products]
    if len(factors) > MOST:
        return say("explained.sum_of_many", language, number=len(factors))
    return " + ".join(
        f"{plain(each.value, numbers)} ({municipality_name(explanation.scenario, each.name)})"
        for each in factors
    )


def _arithmetic(
    expression: Expression, scenario: Scenario, language: Language, numbers: str
) -> str:
    products = [_product(one, scenario, language, numbers) for one in expression.products]
    return " + ".join(products)


def _product(product: Product, scenario: Scenario, language: Language, numbers: str) -> str:
    factors = MULTIPLY.join(
        f"{plain(factor.value, numbers)} ({_label(factor, product, scenario, language)})"
        for factor in product.factors
        if len(product.factors) == 1 or factor.value != 1.0
    )
    return factors or f"1 ({_label(product.factors[0], product, scenario, language)})"


def _label(factor: Factor, product: Product, scenario: Scenario, language: Language) -> str:
    name = node_name(scenario, factor.name, language)
    first = factor is product.factors[0]
    if first and product.item and product.item != factor.name:
        return f"{item_name(scenario, product.item)}: {name}"
    return name


def plain(value: float, numbers: str) -> str:
    """Return a number with the digits that arithmetic needs and the decimal mark of a locale."""
    text = format(Decimal(f"{value:.{DIGITS}g}").normalize(), "f")
    return text.replace(".", decimal_mark(numbers)).replace("-", "−")


def item_name(scenario: Scenario, item: str) -> str:
    """Return the name of a job, task, system or budget; the id where it has none."""
    document = scenario.document
    for table in (document.jobs, document.tasks, document.systems, document.budgets):
        found = table.get(item)
        if found is not None:
            return str(getattr(found, "name", item))
    return item


def node_name(scenario: Scenario, name: str, language: Language) -> str:
    """Return what a formula or an input is called."""
    if name in LINES:
        return say(f"terms.{name}", language)
    kind, colon, id = name.partition(":")
    if not colon:
        return say(f"formulas.{name}", language)
    inner = _named(scenario, kind, id, language)
    return say(f"formulas.{kind}", language, name=inner)


def _named(scenario: Scenario, kind: str, id: str, language: Language) -> str:
    """Return what the part of a name after its colon is called."""
    if kind == "alone":
        return node_name(scenario, id, language)
    if id in ("running", "one_off"):
        return say(f"terms.pool_{id}", language)
    if id in LINES:
        return say(f"terms.{id}", language)
    if f"key_{id}" in catalogue("terms"):
        return say(f"terms.key_{id}", language)
    table = scenario.document.keys.get(id) or scenario.document.figures.get(id)
    return table.name if table else id


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
    cells = (label, value, place_of(scenario, step.path), source_of(scenario, step.path))
    yield Row(f"{step.name}/{step.municipality}/{step.item}", cells, level=level)
    if level < depth:
        for below in step.steps:
            yield from _rows(below, scenario, language, level + 1, depth)


def step_label(step: Step, scenario: Scenario, language: Language) -> str:
    """Return what a step is, with the municipality and the job or system it is about."""
    parts = [node_name(scenario, step.name, language)]
    if step.item:
        parts.append(item_name(scenario, step.item))
    if step.municipality:
        parts.append(municipality_name(scenario, step.municipality))
    return ", ".join(parts)


def place_of(scenario: Scenario, path: str) -> str:
    """Return the file, the line and the path of a figure; nothing for a formula."""
    if not path:
        return ""
    origin = scenario.origins.get(path)
    return f"{origin.file}:{origin.line} {path}" if origin else path


def source_of(scenario: Scenario, path: str) -> str:
    """Return the title of a figure's source, its own or that of its table."""
    from orgdesign.scenario.figures import source_of as id_of

    id = id_of(scenario, path) if path else None
    table = scenario.document.sources.get(id) if id else None
    return table.title if table else id or ""
