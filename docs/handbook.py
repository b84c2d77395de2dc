"""The handbook: every formula of the model on its page, from the formula's own docstring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable
from typing import Any

from figures import inputs

from orgdesign.allocation import bounds, by_game, keys, rules
from orgdesign.lines import LINES
from orgdesign.model import coalitions, nodes, outcomes, payback
from orgdesign.model.choices import CHOICES
from orgdesign.model.formula import parameters
from orgdesign.model.inputs import INPUTS
from orgdesign.model.nodes import FORMULAS, PAGES
from orgdesign.words import catalogue

Function = Callable[..., Any]

ALLOCATION: tuple[Function, ...] = (
    keys.by_weight,
    keys.equal,
    keys.mixed,
    keys.moving_mean,
    keys.growing,
    by_game.by_game,
    by_game.game_own,
    by_game.game_pools,
    coalitions.option_game,
    bounds.bound,
    bounds.within_bounds,
    rules.with_fixed_part,
    rules.settlement,
)
OUTCOMES: tuple[Function, ...] = (
    outcomes.structural_cost,
    outcomes.transition_cost,
    outcomes.total_cost,
    outcomes.present_value,
    payback.payback,
    payback.joint_payback,
    outcomes.programme_effect,
    outcomes.grant_effect,
    outcomes.against_alone,
)
INTRODUCTION = """\
# Handbook

How every figure is computed, from the formulas themselves: `make docs` writes this page from \
their docstrings, and a test compares. `orgdesign explain` shows the same formulas with the \
numbers of one cell.

A figure varies over municipalities m, jobs j (or tasks, systems, scales, budgets, amounts), \
years y and cases. Years are counted from the first year: y = 0 is `scenario.first_year`. The \
option runs from s to e, and k = y - s. P are the participants, |P| their number. A name that a \
formula reads is another formula of this page or, with its path, a figure of the scenario file; \
capitals in a path stand for an id. `[N]` is a place in a list. What begins with `model.` stands \
in no file: the program sets it, to see what an overrun or leaving does.

What the model leaves open, and how it is read here, is in [conventions](conventions.md).
"""


def handbook() -> str:
    """Return the handbook as Markdown."""
    parts = [INTRODUCTION, *(_page(page, functions) for page, functions in PAGES.items())]
    parts.append(_functions("Keys and the rules around them", ALLOCATION))
    parts.append(_outcomes())
    parts += [_given(), _bill()]
    return "\n".join(parts)


def _page(page: str, functions: tuple[Function, ...]) -> str:
    title = inspect.getdoc(getattr(nodes, page)) or page
    return _functions(title.splitlines()[0].rstrip("."), functions)


def _functions(title: str, functions: tuple[Function, ...]) -> str:
    return "\n".join([f"## {title}\n", *(_entry(function) for function in functions)])


def _outcomes() -> str:
    rows = []
    for function in OUTCOMES:
        says, unit, formula = sentences(function)
        rows.append(f"| {function.__name__} | {says} {_capital(formula)} | {unit} |")
    head = "| outcome | what it is | unit |\n|---|---|---|"
    return "\n".join(["## Outcomes\n", head, *rows, ""])


def _entry(function: Function) -> str:
    name = function.__name__
    says, unit, formula = sentences(function)
    rows = [
        ("Unit", unit),
        ("Formula", formula),
        ("In Dutch", _dutch(name)),
        ("Reads", ", ".join(map(_argument, parameters(function)))),
        ("Lines that rest on it", _lines_with(name)),
    ]
    listed = "".join(f"- {head}: {text}\n" for head, text in rows if text)
    return f"### {name}\n\n{says}\n\n{listed}"


def sentences(function: Function) -> tuple[str, str, str]:
    """Return what a formula gives, its unit and its formula, from its docstring."""
    text = " ".join((inspect.getdoc(function) or "").split())
    text = re.sub(r",? (?:\(municipality[^)]*\)|shape \([^)]*\))", "", text)
    parts = re.split(r"\b(Unit|Formula): ", text.removeprefix("Return "))
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    says = parts[0].strip()
    unit, formula = found.get("Unit", "").strip(), found.get("Formula", "").strip()
    return _capital(says), unit.rstrip("."), formula


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _dutch(name: str) -> str:
    entry = catalogue("terms").get(name) or catalogue("terms").get(name.removesuffix("_cost"))
    return entry["nl"] if entry else ""


def _argument(name: str) -> str:
    known = {function.__name__ for functions in PAGES.values() for function in functions}
    if name in known:
        return f"[{name}](#{name})"
    if name in inputs():
        return f"{name} (`{inputs()[name][0]}`)"
    given = {**INPUTS, **CHOICES}.get(name)
    return f"[{name}](#what-the-file-gives)" if given and sentences(given)[0] else name


def _lines_with(name: str) -> str:
    """Return the lines that rest on a formula; the few that do not where most do."""
    found = [line for line in LINES if name in _below(line, set())]
    others = [line for line in LINES if line not in found]
    if len(found) <= len(others):
        return _quoted(found)
    return f"all but {_quoted(others)}" if others else "all"


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _below(name: str, seen: set[str]) -> set[str]:
    """Return the names of the formulas that a figure rests on."""
    if name not in seen and name in FORMULAS:
        seen.add(name)
        for argument in FORMULAS[name].arguments:
            _below(argument, seen)
    return seen


def _given() -> str:
    """Return the section on what formulas read from the file: figures, and facts beside them."""
    rows = []
    for name, node in {**INPUTS, **CHOICES}.items():
        path, otherwise = inputs().get(name, ("", ""))
        meaning = f"`{path}`" if path else sentences(node)[0]
        if meaning:
            rows.append(f"| {name} | {meaning} | {otherwise} |")
    head = "| name | figure of the file, or what it is | where absent |\n|---|---|---|"
    return "\n".join(["## What the file gives\n", head, *rows, ""])


def _bill() -> str:
    rows = [
        f"| `{line.id}` | {catalogue('terms')[line.id]['nl']} | {line.borne.replace('_', '-')} "
        f"| {line.kind.replace('_', '-')} | {line.follows} |"
        for line in LINES.values()
    ]
    head = "| line | in Dutch | borne | kind | index |\n|---|---|---|---|---|"
    return "\n".join(["## The lines of the bill\n", head, *rows, ""])
