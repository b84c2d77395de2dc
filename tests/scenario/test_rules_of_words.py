"""A rule that other numbers need not be tried on reads no number, or none of some tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawing.steps import Tables
from examples import EXAMPLE, GALLERY, scenario
from hypothesis import given
from strategies import RANDOM, scenario_from, scenarios

from orgdesign.quantities import Quantity
from orgdesign.records.record import Record, unchecked
from orgdesign.scenario import validate
from orgdesign.scenario.checks import references
from orgdesign.scenario.checks.finding import Rule
from orgdesign.scenario.checks.registry import OF_NUMBERS, RULES, check
from orgdesign.scenario.load import load
from orgdesign.scenario.problems import Locate, Problem
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.document import Document

OF_WORDS = [rule for rule in RULES if rule not in (*OF_NUMBERS, references.sources)]
"""The rules that are not tried on other numbers; that of sources goes through every word."""

INVALID = sorted((Path(__file__).parents[1] / "invalid").glob("*.toml"))
Problems = tuple[Problem, ...]
NUMBERS = ("value", "low", "high", "values", "weights")
OF_TABLES = {rule: tables for rule, tables in OF_NUMBERS.items() if tables is not None}
NOTHING: Mapping[Rule, frozenset[str]] = {}


class NumberReadError(AssertionError):
    """A rule read a number."""


class Closed(Quantity):
    """A quantity of which nobody may read a number."""

    def __getattribute__(self, name: str) -> Any:
        if name in NUMBERS:
            raise NumberReadError(name)
        return super().__getattribute__(name)


def closed(given: Any) -> Any:
    """Return a table, or a part of it, with closed quantities."""
    if isinstance(given, Quantity):
        return unchecked(Closed, **dict(given))
    if isinstance(given, Record):
        return given.replaced(**{name: closed(each) for name, each in given})
    if isinstance(given, Mapping):
        return {name: closed(each) for name, each in given.items()}
    return tuple(map(closed, given)) if isinstance(given, tuple) else given


def read_by(
    rules: Iterable[Rule], given: Scenario, open_to: Mapping[Rule, frozenset[str]] = NOTHING
) -> list[str]:
    """Return which of some rules read a number of a scenario, in tables not open to them."""
    tables, figures = closed(given.document), closed(given.figures)
    found = []
    for rule in rules:
        own = open_to.get(rule, frozenset())
        seen = {name: each for name, each in given.document if name in own}
        known = {p: q for p, q in given.figures.items() if p.partition(".")[0] in own}
        fresh = replace(given, document=tables.replaced(**seen), figures={**figures, **known})
        try:
            list(rule(fresh))
        except NumberReadError:
            found.append(f"{rule.__module__}.{rule.__name__}")
    return found


def faulty(monkeypatch: pytest.MonkeyPatch) -> list[Scenario]:
    """Return what the rules see of the faulty files."""
    found: list[Scenario] = []

    def seen(document: Document, figures: Mapping[str, Quantity], at: Locate) -> Problems:
        found.append(Scenario(document, figures, {}))
        return check(document, figures, at)

    monkeypatch.setattr(validate, "check", seen)
    for path in INVALID:
        load(path)
    return found


@pytest.mark.parametrize("path", [*GALLERY, EXAMPLE], ids=lambda path: path.stem)
def test_a_rule_reads_no_number_of_a_file_but_of_its_tables(path: Path) -> None:
    assert read_by(OF_WORDS, scenario(path)) == []
    assert read_by(OF_TABLES, scenario(path), OF_TABLES) == []


def test_a_rule_reads_no_number_of_a_faulty_file_but_of_its_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = faulty(monkeypatch)
    assert {name for each in given for name in read_by(OF_WORDS, each)} == set()
    assert {name for each in given for name in read_by(OF_TABLES, each, OF_TABLES)} == set()
    of_numbers = {f"{rule.__module__}.{rule.__name__}" for rule in OF_NUMBERS}
    assert {name for each in given for name in read_by(RULES, each)} >= of_numbers


@pytest.mark.parametrize(
    ("rule", "table"),
    [(rule, table) for rule, tables in OF_TABLES.items() for table in sorted(tables)],
    ids=lambda given: given if isinstance(given, str) else given.__name__,
)
def test_each_table_of_a_rule_has_numbers_that_it_reads(
    rule: Rule, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = {rule: OF_TABLES[rule] - {table}}
    known = [*faulty(monkeypatch), *map(scenario, GALLERY)]
    assert any(read_by([rule], each, others) for each in known)


@RANDOM
@given(scenarios())
def test_a_rule_reads_no_number_of_what_is_drawn_but_of_its_tables(tables: Tables) -> None:
    assert read_by(OF_WORDS, scenario_from(tables)) == []
    assert read_by(OF_TABLES, scenario_from(tables), OF_TABLES) == []
