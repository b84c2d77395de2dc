"""Whether what a formula reads counts in one of its cells: another figure, another cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from orgdesign.cached import kept
from orgdesign.model.axes import JOB, Array, Difference, Product
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.formula import Formula

Cell = tuple[int, int, int, int]
"""Where a cell stands along each axis."""

_OTHERS: tuple[Callable[[Array], Array], ...] = (
    lambda each: each + 1.0,
    np.zeros_like,
    lambda each: each + 1000.0,
)
"""What is tried in place of a figure: a little more, nothing, and past any horizon."""

_Moved = NDArray[np.bool_]


def counts(source: Evaluation, name: str, argument: str, item: int, cell: Cell) -> bool:
    """Return whether an item of an argument counts in a cell of a formula.

    It does where the formula gives another cell for another figure, of all municipalities and
    years of that item. What is no array of figures is taken to count.
    """
    node, whole = source.node(name), source[argument]
    if not isinstance(node, Formula) or not _of_figures(whole) or not _of_figures(source[name]):
        return True
    place = item if whole.shape[JOB] > 1 else 0
    moved = kept(
        source,
        ("moved", name, argument, place),
        lambda: _moved(source, node, name, argument, place),
    )
    return bool(moved[cell])


def _of_figures(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.ndim == 4 and value.dtype.kind == "f"


def _moved(source: Evaluation, node: Formula, name: str, argument: str, item: int) -> _Moved:
    """Return the cells of a formula that are another for another figure."""
    before = source[name]
    moved = np.zeros(before.shape, dtype=bool)
    with np.errstate(all="ignore"):
        for other in _other(source.value(argument), item):
            values = [other if each == argument else source.value(each) for each in node.arguments]
            moved |= np.asarray(node.function(*values)) != before
    return moved


def _other(value: object, item: int) -> Iterator[object]:
    """Yield a figure with other numbers for one item, in parts where formulas read it so."""
    for change in _OTHERS:
        other = np.asarray(value).copy()
        other[:, item] = change(other[:, item])
        if isinstance(value, Difference):
            yield Difference(Product(other), Product(np.zeros((1, 1, 1, 1))))
        else:
            yield Product(other) if isinstance(value, Product) else other
