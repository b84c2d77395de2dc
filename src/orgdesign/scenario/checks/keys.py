"""Keys: one rule each, shares that sum to 1, and figures for every participant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgdesign.quantities import Quantity
from orgdesign.scenario.checks.finding import Finding, exact_sum, found, most, near_one
from orgdesign.scenario.key_names import ALL
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.keys import Bound, Key

_RULES = ("figure", "mix", "fixed")
_BOUNDS = ("over_alone", "per_inhabitant")


def one_rule(scenario: Scenario) -> Iterator[Finding]:
    """A key shares by a figure, by a mix or by fixed shares: by one of them."""
    for id, key in scenario.document.keys.items():
        given = tuple(name for name in _RULES if getattr(key, name) is not None)
        if not given:
            yield found("key_without_rule", f"keys.{id}", True)
        elif len(given) > 1:
            yield found("key_with_rules", f"keys.{id}.{given[1]}", True, given=given)


def sums(scenario: Scenario) -> Iterator[Finding]:
    """The weights of a mix and fixed shares sum to 1."""
    for id, key in scenario.document.keys.items():
        for name in ("mix", "fixed"):
            table: Mapping[str, Quantity] | None = getattr(key, name)
            if table is not None and not near_one(total := exact_sum(table.values())):
                details = {"sum": str(total), "difference": str(1 - total)}
                yield Finding("shares_sum", f"keys.{id}.{name}", details)


def _rests_on(key: Key) -> Iterator[tuple[str, str]]:
    """Yield the keys and figures that a key is made of, each with the path below the key."""
    if key.figure is not None:
        yield "figure", key.figure
    for part in key.mix or ():
        yield f"mix.{part}", part
    if key.path is not None:
        yield "path.from", key.path.from_
    if key.fixed_part is not None:
        yield "fixed_part.key", key.fixed_part.key
    if key.settlement is not None:
        yield "settlement.by", key.settlement.by


def circles(scenario: Scenario) -> Iterator[Finding]:
    """No key is made of itself, by way of others either."""
    keys = scenario.document.keys
    for id, key in keys.items():
        for below, part in _rests_on(key):
            if id in parts_of_key(keys, part):
                yield found("key_circle", f"keys.{id}.{below}", key=below.startswith("mix"), id=id)


def parts_of_key(keys: Mapping[str, Key], id: str) -> dict[str, None]:
    """Return a key and all that it is made of, each once."""
    seen: dict[str, None] = {}
    waiting = [id]
    while waiting:
        part = waiting.pop()
        if part not in seen:
            seen[part] = None
            if part in keys:
                waiting.extend(below for _, below in _rests_on(keys[part]))
    return seen


def bounds(scenario: Scenario) -> Iterator[Finding]:
    """A floor and a cap each say how far in one way, and the cap is not below the floor."""
    for id, key in scenario.document.keys.items():
        for name in ("floor", "cap"):
            bound: Bound | None = getattr(key, name)
            given = _given(bound)
            if bound is not None and len(given) != 1:
                code = "bound_twice" if given else "bound_empty"
                yield found(code, f"keys.{id}.{name}", True, name=name)
        floor, cap = _given(key.floor), _given(key.cap)
        for name in _BOUNDS:
            if name in floor and name in cap and cap[name].value < floor[name].value:
                details = {"cap": cap[name].value, "floor": floor[name].value}
                yield Finding("cap_below_floor", f"keys.{id}.cap.{name}", details)


def settlements(scenario: Scenario) -> Iterator[Finding]:
    """What is settled afterwards has no floor or cap: the settlement would undo it."""
    for id, key in scenario.document.keys.items():
        if key.settlement is not None and (key.floor or key.cap):
            yield found("settled_and_bounded", f"keys.{id}.settlement", True)


def _given(bound: Bound | None) -> dict[str, Quantity]:
    given = {name: getattr(bound, name, None) for name in _BOUNDS}
    return {name: quantity for name, quantity in given.items() if quantity is not None}


def pools(scenario: Scenario) -> Iterator[Finding]:
    """A key for all stands alone."""
    for id, option in scenario.document.options.items():
        if ALL in option.keys and len(option.keys) > 1:
            yield found("all_and_others", f"options.{id}.keys.{ALL}", True)


def _used(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    """Yield each option with the keys and figures that its keys are made of, and where used."""
    for id, option in scenario.document.options.items():
        path = f"options.{id}"
        used = {f"{path}.keys.{pool}": key for pool, key in option.keys.items()}
        for name in ("amounts", "unwinding"):
            for position, row in enumerate(getattr(option, name)):
                used |= {f"{path}.{name}[{position}].key": row.key} if row.key else {}
        for where, key in used.items():
            for part in parts_of_key(scenario.document.keys, key):
                yield id, part, where


def figures(scenario: Scenario) -> Iterator[Finding]:
    """A figure that a key shares by is there for every participant, and not 0 for all."""
    told = set()
    for option, id, path in _used(scenario):
        figure = scenario.document.figures.get(id)
        if figure is None:
            continue
        members = scenario.participants(option)
        lacking = tuple(m for m in members if m not in figure.values)
        if lacking and (id, lacking) not in told:
            told.add((id, lacking))
            details = {"lacking": lacking, "figure": id, "option": option, "among": "figures"}
            yield Finding("figure_lacks", f"figures.{id}.values", details, True)
        elif not lacking and not any(_weighs(figure.values[m]) for m in members):
            yield found("figure_is_zero", path, figure=id, among="figures")


def _weighs(given: Quantity | tuple[Quantity, ...]) -> bool:
    return any(most(quantity) > 0 for quantity in (given if isinstance(given, tuple) else (given,)))


def fixed(scenario: Scenario) -> Iterator[Finding]:
    """Fixed shares name exactly the participants of every option that uses them."""
    told = set()
    for option, id, _ in _used(scenario):
        key = scenario.document.keys.get(id)
        if key is None or key.fixed is None:
            continue
        members = scenario.participants(option)
        lacking = tuple(m for m in members if m not in key.fixed)
        outside = tuple(m for m in key.fixed if m not in members and m in scenario.municipalities)
        for code, places in (("fixed_lacks", lacking), ("fixed_outsiders", outside)):
            if places and (code, id, places) not in told:
                told.add((code, id, places))
                details = {"places": places, "option": option, "among": "municipalities"}
                yield Finding(code, f"keys.{id}.fixed", details, True)
