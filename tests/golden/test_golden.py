"""Every table and every format, letter for letter; run this file to write them anew."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from orgdesign.export.registry import FORMATS
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.parts_of_sensitivity import PARTS, Call
from orgdesign.scenario.load import load, load_text
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.asked_for import asked_for
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table

HERE = Path(__file__).parent


@cache
def small() -> Result:
    with contextlib.chdir(HERE):  # the place of the checkout must not widen a column
        loaded = load(Path("small.toml"))
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def written(table: str, form: str, **changes: object) -> str:
    found = TABLES[table](small(), settings_for(small().scenario, table, **changes))
    return FORMATS[form](found).replace("\r\n", "\n")


OWN = """
[sensitivity]
draws = 400

[tables.own]
number = 3
title = "Wat het kost, en hoe zeker dat is"
measure = "structural_cost"
range = true
switching = true
notes = ["Besproken met de controllers."]
"""


@cache
def own() -> Table:
    scenario = load_text((HERE / "small.toml").read_text("utf-8") + OWN, "small.toml").scenario
    assert scenario is not None
    return asked_for(evaluate(scenario), settings_for(scenario, "own"), "own")


def of_sensitivity(part: str) -> str:
    scenario = small().scenario
    table = PARTS[part](Call(scenario, settings_for(scenario, part), (), on_and_on, 500)).table
    return FORMATS["text"](table)


def expected() -> Iterator[tuple[str, str]]:
    """Yield the name of every golden file with what it must hold."""
    for table in TABLES:
        yield f"{table}.txt", written(table, "text")
    for part in PARTS:
        yield f"sensitivity.{part}.txt", of_sensitivity(part)
    for form in FORMATS:
        yield f"compare.{form}", written("compare", form)
        yield f"lines.en.{form}", written("lines", form, language="en", numbers="en_GB")
        yield f"own.{form}", FORMATS[form](own()).replace("\r\n", "\n")
    yield "compare.cents.txt", written("compare", "text", unit="cents", against="absolute")
    yield "compare.per_inhabitant.txt", written("compare", "text", per_inhabitant=True)
    yield "compare.percentage.txt", written("compare", "text", percentage=True)


NAMES = (
    *(f"{table}.txt" for table in TABLES),
    *(f"sensitivity.{part}.txt" for part in PARTS),
    *(f"compare.{form}" for form in FORMATS),
    *(f"lines.en.{form}" for form in FORMATS),
    *(f"own.{form}" for form in FORMATS),
    "compare.cents.txt",
    "compare.per_inhabitant.txt",
    "compare.percentage.txt",
)


@cache
def everything() -> dict[str, str]:
    return dict(expected())


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_is_what_was_written(name: str) -> None:
    golden = (HERE / "expected" / name).read_text("utf-8")
    assert everything()[name] == golden


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in (HERE / "expected").iterdir()} == set(NAMES)


if __name__ == "__main__":
    (HERE / "expected").mkdir(exist_ok=True)
    for name, text in expected():
        (HERE / "expected" / name).write_bytes(text.encode("utf-8"))
