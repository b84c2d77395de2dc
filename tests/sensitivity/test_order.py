"""The order of keys in the file: it moves rows and columns, and never a figure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import tomli_w
from examples import ROOT

from orgdesign.export.bundle import resolved
from orgdesign.model import coalitions
from orgdesign.model.calculation import evaluate
from orgdesign.parts_of_sensitivity import PARTS, Call
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.sensitivity.draws import draw
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table

SMALL = (ROOT / "tests" / "golden" / "small.toml").read_text("utf-8")
RANGES = {
    "attrition = 0.05": "attrition = { value = 0.05, low = 0.02, high = 0.08 }",
    "hired_factor = 1.4": "hired_factor = { value = 1.4, low = 1.2, high = 1.7 }",
    "training_per_fte = 1_000": "training_per_fte = { value = 1_000, low = 0, high = 9_000 }",
    "vat_recoverable = 0.9": "vat_recoverable = { value = 0.9, low = 0.5, high = 1.0 }",
    "scale_elasticity = 0.97": "scale_elasticity = { value = 0.97, low = 0.9, high = 1.0 }",
    "overlap = 0.05": "overlap = { value = 0.05, low = 0.0, high = 0.2 }",
    "joint_fixed = 40_000": "joint_fixed = { value = 40_000, low = 20_000, high = 90_000 }",
    'title = "Aanname"': 'title = "Aanname, met banden"',
}
TOGETHER = """
[sensitivity]
draws = 200

[sensitivity.groups]
gains = ["tasks.administration.overlap", "tasks.administration.scale_elasticity"]

[sensitivity.correlation]
"staff.hired_factor,overhead.per_fte" = 0.6
"staff.attrition,overhead.per_fte" = -0.3

[sensitivity.keys.running]
option = "host"
pool = "running"
keys = ["grown", "inhabitants", "equal"]
weights = [2, 1, 1]
"""


@cache
def straight() -> Scenario:
    text = SMALL + TOGETHER
    for bare, wide in RANGES.items():
        assert bare in text
        text = text.replace(bare, wide)
    return read(text)


@cache
def turned() -> Scenario:
    return read(tomli_w.dumps(backwards(straight().raw)))


def read(text: str) -> Scenario:
    loaded = load_text(text, "small.toml")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


def backwards(tables: Any) -> Any:
    """The same tables with every key order turned round; lists and work stay in order."""
    if isinstance(tables, Mapping):
        found = {key: backwards(tables[key]) for key in reversed(list(tables))}
        return {**found, "work": dict(tables["work"])} if "work" in tables else found
    return [backwards(each) for each in tables] if isinstance(tables, list) else tables


def cells(table: Table) -> dict[tuple[str, str], object]:
    """Figures and marks by row and column, to nine digits: sums are in the order of the file."""
    return {
        (row.id, column.id): float(f"{cell:.9g}") if isinstance(cell, float) else cell
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if not isinstance(cell, str)
    }


def part(name: str, scenario: Scenario) -> Table:
    settings = settings_for(scenario, name, options=("host", "network"))
    return PARTS[name](Call(scenario, settings, (), on_and_on)).table


def test_every_figure_has_the_same_draws_whatever_its_place_in_the_file() -> None:
    assert list(straight().figures) != list(turned().figures)
    one, other = draw(straight()).cases.values, draw(turned()).cases.values
    assert {path: each.tolist() for path, each in one.items()} == {
        path: each.tolist() for path, each in other.items()
    }


def test_the_file_of_an_export_has_the_draws_of_the_file_that_was_exported() -> None:
    one, other = (draw(each).cases.values for each in (straight(), read(resolved(straight()))))
    assert list(one) == list(other)
    assert all((one[path] == other[path]).all() for path in one)


@pytest.mark.parametrize("name", [name for name in PARTS if name != "switching"])
def test_the_order_of_keys_changes_no_cell_of_the_sensitivity(name: str) -> None:
    assert cells(part(name, turned())) == cells(part(name, straight()))


def test_the_order_of_keys_changes_no_switching_value() -> None:
    """Sentences stand in the order of the options that they compare."""
    one, other = (
        sorted(str(cell) for (row, _), cell in cells(part("switching", each)).items()
               if row.startswith("flip"))
        for each in (straight(), turned())
    )  # fmt: skip
    assert one == other


def test_the_share_that_nobody_signed_off_is_told_where_a_key_is_uncertain() -> None:
    notes = " ".join(part("assumptions", straight()).notes)
    assert "spreiding" in notes


@pytest.mark.parametrize("name", ["tornado", "indices", "morris"])
def test_the_widest_comes_first_whatever_the_order_of_keys(name: str) -> None:
    one, other = part(name, straight()), part(name, turned())
    assert [row.id for row in one.rows] == [row.id for row in other.rows]


def test_figures_with_bars_as_wide_stand_in_the_order_of_their_paths() -> None:
    system = 'tasks = ["administration"], joint_fixed = { value = 0, low = 0, high = 5_000 }'
    systems = [f'{id} = {{ name = "{id}", {system} }}' for id in ("zebra", "adder")]
    text = SMALL.replace(
        "[systems.case_system]", "\n".join([*("[systems]", *systems), "[systems.case_system]"]), 1
    )
    found = part("tornado", read(text))
    equal = [each.id for each in found.rows if each.id.startswith("systems.")]
    assert equal == ["systems.adder.joint_fixed", "systems.zebra.joint_fixed"]


def test_the_order_of_criteria_changes_no_share_of_weight_sets() -> None:
    one, other = (
        TABLES["criteria"](evaluate(each), settings_for(each, "criteria"))
        for each in (straight(), turned())
    )
    assert cells(one) == cells(other)


def test_the_order_of_municipalities_changes_no_sampled_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coalitions, "MOST_EXACT", 2)
    one, other = (coalitions.option_game(each, "host") for each in (straight(), turned()))
    assert one.players != other.players
    amounts = [dict(zip(g.players, g.sampled[0].amounts, strict=True)) for g in (one, other)]
    assert amounts[0] == pytest.approx(amounts[1])
