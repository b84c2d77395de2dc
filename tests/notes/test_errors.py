"""Keys that weigh nothing where there is something to share are errors."""

import pytest

from orgdesign.notes.note import message

from .cases import faults, remarks

NOTHING = "[figures.visits]\nname = 'Visits'\nyear = 2019\nsource = 'counted'\nvalues = {values}\n"


def visits(values: str) -> str:
    return "\n" + NOTHING.format(values=values)


ENDING = visits("{ ape = [1, 0], bee = [2, 0], cat = [3, 0] }")
"""Visits in the first year alone, before the start."""


def test_a_figure_of_nothing_shares_no_cost() -> None:
    (fault,) = faults(ENDING, {"options.body.keys": {
        "running": "visits", "one_off": "inhabitants"}})  # fmt: skip
    assert fault.path == "figures.visits"
    assert "figures.visits sums to nil in 2021" in message(fault, "en")


@pytest.mark.parametrize("key", ["staff", "history", "demand"])
def test_a_key_of_what_is_brought_in_asks_for_the_scope_where_there_is_none(key: str) -> None:
    changes = {"options.body.scope": {}, "options.body.keys": {"all": key}}
    found = faults("", changes)
    assert {fault.path for fault in found} == {"options.body"}
    assert "below [options.body.scope], such as care = 1.0" in message(found[0], "en")
    assert "no_scope" not in {note.code for note in remarks("", changes)}


def test_a_figure_of_nothing_is_no_error_where_the_line_costs_nothing() -> None:
    changes = {"options.body.keys.startup": "visits", "systems.desk.migration_per_participant": 0}
    assert not faults(ENDING, changes)


@pytest.mark.parametrize(
    ("weight", "found"), [("visits = 0.5, clients = 0.5", 1), ("visits = 0.0, clients = 1.0", 0)]
)
def test_a_part_of_a_mix_that_weighs_is_looked_at(weight: str, found: int) -> None:
    mix = f"[keys.mixed]\nname = 'Mixed'\nmix = {{ {weight} }}\n"
    extra = ENDING + mix
    assert len(faults(extra, {"options.body.keys.running": "mixed"})) == found


def test_a_year_without_weight_is_named() -> None:
    extra = visits("{ ape = [1, 1, 0], bee = [2, 1, 0], cat = [0, 1, 0] }")
    (fault,) = faults(extra, {"options.body.keys.running": "visits"})
    assert fault.details["year"] == 2022


def test_a_year_without_cost_needs_no_weight() -> None:
    extra = visits("{ ape = [0, 1], bee = [0, 1], cat = [0, 1] }")
    assert not faults(extra, {"options.body.keys.running": "visits"})


@pytest.mark.parametrize(("yearly", "found"), [("[1, 1, 1, 0]", 0), ("[1, 1, 0]", 1)])
def test_the_old_key_counts_only_while_the_path_lasts(yearly: str, found: int) -> None:
    path = (
        "[keys.grown]\nname = 'Grown'\nfigure = 'clients'\npath = { from = 'visits', years = 2 }\n"
    )
    extra = visits(f"{{ ape = {yearly}, bee = {yearly}, cat = {yearly} }}") + path
    assert len(faults(extra, {"options.body.keys.running": "grown"})) == found


@pytest.mark.parametrize(("yearly", "found"), [("[0, 0, 1]", 0), ("[0, 0, 0, 1]", 1)])
def test_the_new_key_counts_only_from_its_first_step(yearly: str, found: int) -> None:
    path = (
        "[keys.grown]\nname = 'Grown'\nfigure = 'visits'\npath = { from = 'clients', years = 2 }\n"
    )
    extra = visits(f"{{ ape = {yearly}, bee = {yearly}, cat = {yearly} }}") + path
    assert len(faults(extra, {"options.body.keys.running": "grown"})) == found


def test_a_built_in_key_can_weigh_nothing_too() -> None:
    changes = {
        "options.body.scope": {"care": 0.0},
        "options.body.keys": {"running": "staff", "one_off": "inhabitants"},
    }
    (fault,) = faults("", changes)
    assert fault.path == "options.body"
    assert "staff brought in" in message(fault, "en")
