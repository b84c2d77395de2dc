"""The arithmetic of one cell: a sum of products of named figures that gives it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from orgdesign.lines import LINES
from orgdesign.model.axes import Array
from orgdesign.model.bill import COMPUTED
from orgdesign.model.evaluation import Evaluation


@dataclass(frozen=True, slots=True)
class Factor:
    """A number with the name of the figure it is."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Product:
    """Factors that are multiplied; `item` names the job, system or line it is about."""

    factors: tuple[Factor, ...]
    item: str = ""

    @property
    def value(self) -> float:
        """The product of the factors."""
        return math.prod(factor.value for factor in self.factors)


@dataclass(frozen=True, slots=True)
class Expression:
    """Products that are added up."""

    products: tuple[Product, ...]

    @property
    def value(self) -> float:
        """The sum of the products."""
        return math.fsum(product.value for product in self.products)


PRODUCTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "own_staff": (("local", "own_cost_per_fte", "wage_index"),),
    "own_overhead": (
        ("local", "own_overhead_rate", "price_index"),
        ("client_posts", "own_overhead_rate", "price_index"),
    ),
    "own_systems": (("system_local", "system_kept", "price_index"),),
    "client_role": (("client_posts", "client_price", "wage_index"),),
    "stranded_overhead": (
        ("pooled_at_start", "own_overhead_rate", "stranded_part", "price_index"),
    ),
    "parallel_systems": (("system_local", "system_doubled", "price_index"),),
    "vat": (("vat_factor", "vat_base"),),
    "vat_one_off": (("vat_factor", "vat_one_off_base"),),
    "programme": (("budget_in_year", "programme_effect", "programme_part"),),
}
"""For each line that a municipality bears itself, the figures whose product it is."""


def arithmetic(evaluation: Evaluation, lines: Sequence[str], place: int, year: int) -> Expression:
    """Return the arithmetic of a line; of several, that of the sum of what each is."""
    if len(lines) == 1:
        told = evaluation.told(lines[0], place, year)
        return Expression(tuple(p for each in told for p in _signed(*each, lines[0], place, year)))
    amounts = [(each, float(evaluation.lines[each][place, year, 0])) for each in lines]
    return Expression(
        tuple(Product((Factor(each, value),), each) for each, value in amounts if value)
    )


def _signed(
    evaluation: Evaluation, sign: float, line: str, place: int, year: int
) -> Iterator[Product]:
    for product in _line(evaluation, line, place, year):
        first, *others = product.factors
        yield Product((Factor(first.name, sign * first.value), *others), product.item)


def _line(evaluation: Evaluation, line: str, place: int, year: int) -> Iterator[Product]:
    row = LINES[line]
    if row.borne == "own":
        for names in PRODUCTS.get(line, ()) if line in COMPUTED else ():
            yield from _products(evaluation, names, place, year)
        yield from _shared(evaluation, f"key_of:{row.pool}", f"shared:{line}", place, year)
    else:
        yield from _shared(evaluation, f"shares:{line}", f"total:{line}", place, year)
    plain = [f"municipal:{line}"]
    plain += [f"settlement:{line}"] if row.borne == "running" else []
    plain += ["own_surplus_cost"] if line == "surplus" else []
    for name in plain:
        value = _at(evaluation, name, place, 0, year)
        if value:
            yield Product((Factor(name, value),))


def _shared(
    evaluation: Evaluation, shares: str, total: str, place: int, year: int
) -> Iterator[Product]:
    whole = _at(evaluation, total, place, 0, year)
    if whole:
        yield Product(
            (Factor(shares, _at(evaluation, shares, place, 0, year)), Factor(total, whole))
        )


def _products(
    evaluation: Evaluation, names: tuple[str, ...], place: int, year: int
) -> Iterator[Product]:
    """Return one product for each item; items that differ in the first factor only are added."""
    sizes = [evaluation[name].shape[1] for name in names]
    if 0 in sizes:
        return
    items = max(sizes)
    if items > 1 and max(sizes[1:]) == 1:
        first = sum(_at(evaluation, names[0], place, item, year) for item in range(items))
        others = [Factor(name, _at(evaluation, name, place, 0, year)) for name in names[1:]]
        product = Product((Factor(names[0], first), *others))
        yield from [product] if product.value else []
        return
    for item in range(items):
        factors = [Factor(name, _at(evaluation, name, place, item, year)) for name in names]
        product = Product(tuple(factors), _label(evaluation, names[0], item) if items > 1 else "")
        if product.value:
            yield product


def _label(evaluation: Evaluation, name: str, item: int) -> str:
    from orgdesign.model.places import labels

    known = labels(evaluation, name)
    return known[item] if item < len(known) else ""


def _at(evaluation: Evaluation, name: str, place: int, item: int, year: int) -> float:
    value: Array = evaluation[name]
    at = (place, item, year, 0)
    return float(value[tuple(min(i, size - 1) for i, size in zip(at, value.shape, strict=True))])
