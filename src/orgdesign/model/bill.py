"""The bill: which formula gives each line."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from orgdesign.lines import LINES, Line
from orgdesign.model import charge, leaving
from orgdesign.model.axes import Array
from orgdesign.model.formula import Formula

COMPUTED = {
    "own_staff": "own_staff_cost",
    "own_overhead": "own_overhead_cost",
    "own_systems": "own_systems_cost",
    "client_role": "client_role_cost",
    "stranded_overhead": "stranded_overhead_cost",
    "parallel_systems": "parallel_systems_cost",
    "formation": "formation_cost",
    "overhead": "overhead_cost",
    "systems": "systems_cost",
    "governance": "governance_cost",
    "vat": "vat_cost",
    "surplus": "surplus_cost",
    "process": "process_cost",
    "startup": "startup_cost",
    "social_plan": "social_plan_cost",
    "vat_one_off": "vat_one_off_cost",
    "disintegration": "leaving_cost",
    "programme": "programme_cost",
}
"""The formula that computes each line; a line without one is only stated in amounts."""


def amounts_of(line: str) -> Formula:
    """Return the formula of the municipal amounts on one line."""

    def municipal(municipal_amounts: Array) -> Array:
        """Return the amounts of one municipality alone on this line. Unit: euros a year."""
        return _line(municipal_amounts, line)

    return Formula.of(municipal)


def shared_of(line: str) -> Formula:
    """Return the formula of the amounts that the participants share on one line."""

    def shared(shared_amounts: Array) -> Array:
        """Return the amounts that the participants share on this line. Unit: euros a year."""
        return _line(shared_amounts, line)

    return Formula.of(shared)


def _line(by_line: Array, line: str) -> Array:
    position = list(LINES).index(line)
    return by_line[:, position : position + 1]


def _nodes(line: Line) -> dict[str, Formula]:
    """Return the nodes of a line: its stated amounts, its total where shared, and the line."""
    municipal, shared, total = f"municipal:{line.id}", f"shared:{line.id}", f"total:{line.id}"
    nodes = {municipal: amounts_of(line.id), shared: shared_of(line.id)}
    parts = {"municipal": municipal, "shared": shared, "cost": COMPUTED.get(line.id, "")}
    if line.borne == "own":
        parts["shares"] = f"key_of:{line.pool}"
        rule: Callable[..., Array] = charge.own_line if line.id in COMPUTED else charge.stated_line
    else:
        together = charge.running_total if line.borne == "running" else charge.pool_total
        nodes[total] = Formula.of(together, **parts)
        parts |= {"shares": f"shares:{line.id}", "total": total, "own": "own_surplus_cost"}
        parts["settlement"] = f"settlement:{line.id}"
        rule = charge.running_line if line.borne == "running" else charge.joint_line
        rule = charge.surplus_line if line.id == "surplus" else rule
    nodes[line.id] = Formula.of(rule, **parts)
    return nodes


BILL: dict[str, Formula] = {
    name: formula for line in LINES.values() for name, formula in _nodes(line).items()
}
"""The nodes of the bill, by name: `formation`, `total:formation`, `municipal:formation`, ..."""


def structural_alone(*alone: Array) -> Array:
    """Return the structural cost of staying alone. Unit: euros a year.

    Formula: sum of the structural lines of the zero option.
    """
    few, *others = sorted(alone, key=lambda amounts: amounts.size)  # few numbers: added up first
    return np.asarray(sum(others, start=few))


def structural_own(
    own_staff: Array, own_overhead: Array, own_systems: Array, client_role: Array
) -> Array:
    """Return a municipality's own structural lines. Unit: euros a year."""
    return own_staff + own_overhead + own_systems + client_role


OTHER_NODES: dict[str, Formula] = {
    "alone_structural": Formula(
        structural_alone,
        tuple(f"alone:{id}" for id, row in LINES.items() if row.kind == "structural"),
    ),
    "own_structural": Formula.of(structural_own),
    "compensation_received": Formula.of(leaving.compensation_received, shares="key_of:running"),
}
"""What floor and cap compare with, and who gets what a leaver pays."""
