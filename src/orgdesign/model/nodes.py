"""The nodes that are the same for every option, by name."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.model import (
    amounts,
    charge,
    joint,
    leaving,
    own,
    people,
    planned,
    posts,
    price,
    staff,
    task_years,
)
from orgdesign.model.bill import BILL, OTHER_NODES
from orgdesign.model.formula import Formula, named

PAGES = {
    "planned": planned.FORMULAS,
    "staff": staff.FORMULAS,
    "posts": posts.FORMULAS,
    "task_years": task_years.FORMULAS,
    "people": people.FORMULAS,
    "price": price.FORMULAS,
    "own": own.FORMULAS,
    "joint": joint.FORMULAS,
    "amounts": amounts.FORMULAS,
    "charge": charge.FORMULAS,
    "leaving": leaving.FORMULAS,
}
"""The pages of the handbook: the formulas that have a name of their own."""

FORMULAS: Mapping[str, Formula] = {**named(*PAGES.values()), **BILL, **OTHER_NODES}
"""Every formula that is the same for all options, by the name of its node."""
