"""Options made from a form, copied and removed, as changes to a layer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from orgdesign.scenario.key_names import DEFAULT_KEY, POOLS
from orgdesign.scenario.plain import plain_copy
from orgdesign.scenario.scenario import ALONE
from orgdesign.tui.layers import OUT
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario

Changes = tuple[tuple[str, str], ...]
"""Paths with their values as a file writes them; an empty value takes a path out."""


def added(scenario: Scenario, form: str, name: str, employer: str | None) -> Changes:
    """Return the change that adds an option of a form: everyone takes part with all tasks.

    What a form of this sort needs is filled in with what is most usual, to be changed.
    """
    from orgdesign.scenario.inline import inline

    document = scenario.document
    id = free_id(form, (ALONE, *scenario.options))
    table: dict[str, Any] = {"form": form, "name": _unused_name(scenario, name)}
    if employer == "host":
        size = {m: document.municipalities[m].inhabitants.value for m in scenario.municipalities}
        table["host"] = max(size, key=lambda m: size[m])
    table |= {"participants": "all", "from": min(scenario.years[0] + 2, scenario.years[-1])}
    if form != "alone":
        table["scope"] = dict.fromkeys(document.tasks, 1.0)
        table["keys"] = dict.fromkeys(POOLS, DEFAULT_KEY)
    if employer == "joint" and (overhead := _own_overhead(scenario)):
        table["overhead_per_fte"] = round(sum(overhead) / len(overhead))
    return ((f"options.{id}", inline(table)),)


def _own_overhead(scenario: Scenario) -> list[float]:
    """Return the own overhead per fte of the municipalities for which there is one."""
    figures, general = scenario.figures, scenario.figures.get("overhead.per_fte")
    given = [figures.get(f"overhead.values.{m}", general) for m in scenario.municipalities]
    return [figure.value for figure in given if figure is not None]


def copied(scenario: Scenario, option: str, language: Language) -> Changes:
    """Return the change that adds a copy of an option under a name of its own."""
    from orgdesign.scenario.inline import inline

    name = say("app.copy_of", language, name=scenario.document.options[option].name)
    table = {**plain_copy(scenario.raw["options"][option]), "name": _unused_name(scenario, name)}
    return ((f"options.{free_id(option, scenario.options)}", inline(table)),)


def removed(scenario: Scenario, option: str) -> Changes:
    """Return the change that takes an option out, with the scores that people gave it."""
    from orgdesign.scenario.inline import inline

    changes = [(f"options.{option}", OUT)]
    for id, criterion in scenario.raw.get("criteria", {}).items():
        scores = criterion.get("scores", ())
        others = [plain_copy(each) for each in scores if each.get("option") != option]
        if len(others) < len(scores):
            changes.append((f"criteria.{id}.scores", inline(others)))
    return tuple(changes)


def free_id(id: str, taken: Iterable[str]) -> str:
    """Return an id, with a number where it is taken."""
    known, number = set(taken), 2
    if id not in known:
        return id
    while f"{id}_{number}" in known:
        number += 1
    return f"{id}_{number}"


def _unused_name(scenario: Scenario, name: str) -> str:
    names = [table.name for table in scenario.document.options.values()]
    return free_id(name, names).replace("_", " ") if name in names else name
