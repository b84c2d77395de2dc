"""Which figures carry the answer, and how much of it rests on what nobody signed off."""

from __future__ import annotations

import pytest
from examples import ROOT, scenario

from orgdesign.sensitivity.carriers import carried_by, carriers
from orgdesign.sensitivity.indices import indices
from orgdesign.sensitivity.outputs import Output
from orgdesign.sensitivity.study import Study
from orgdesign.tables.sensitivity.carriers import assumptions_by_share, carried_note
from orgdesign.tables.settings import settings_for
from sensitivity.analytic import ranges
from sensitivity.test_indices import linear, output_of
from sensitivity.worked import worked

ZOU = scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml")


def test_the_shares_of_a_sum_are_the_squares_of_its_weights_and_sum_to_one() -> None:
    found = carriers(indices(output_of(linear, ranges(["a", "b", "c"])), 1))
    assert [each.figures for each in found] == [("a",), ("b",), ("c",)]
    assert [each.share for each in found] == pytest.approx([9 / 14, 4 / 14, 1 / 14], abs=0.001)
    assert sum(each.share for each in found) == pytest.approx(1.0)


def test_what_two_give_together_is_halved_between_them() -> None:
    """x + 6xy, centred: of the variance x gives 1/12 and both together 36/144."""
    figures = ranges(["x", "y"], -0.5, 0.5)
    found = carriers(indices(output_of(lambda at: at["x"] + 6 * at["x"] * at["y"], figures), 2))
    shares = {each.figures[0]: each.share for each in found}
    whole = 1 / 12 + 36 / 144
    assert shares["y"] == pytest.approx(18 / 144 / whole, rel=1e-6)
    assert shares["x"] == pytest.approx((1 / 12 + 18 / 144) / whole, rel=1e-6)


def test_where_nothing_varies_nothing_carries() -> None:
    assert carriers(indices(output_of(lambda at: 0 * at["a"], ranges(["a"])), 1)) == ()


RATES = """
[sources.counted]
title = "Counted"
kind = "measured"
[sources.guessed]
title = "Guessed"
kind = "assumption"
[measures.sure]
name = "Sure"
tasks = ["work"]
saving = { value = 0.1, low = 0.0, high = 0.2, source = "counted" }
[measures.signed]
name = "Signed"
tasks = ["work"]
saving = { value = 0.1, low = 0.0, high = 0.2, source = "guessed", signed_off = true }
[measures.open]
name = "Open"
tasks = ["work"]
saving = { value = 0.1, low = 0.0, high = 0.2, source = "guessed" }
"""


def test_the_register_says_how_much_rests_on_unsigned_assumptions() -> None:
    rate = "{ value = 50_000, low = 49_999, high = 50_001, source = 'counted' }"
    given = worked(RATES, overhead_per_fte=rate)
    output = Output(Study(given, ("body",), given.municipalities), "body")
    found = indices(output, 1)
    carried = carriers(found)
    table = assumptions_by_share(found, carried, settings_for(given, language="en"))
    share = {row.id: row.cells[2] for row in table.rows}
    assert share["measures.open.saving"] == pytest.approx(1 / 3, abs=0.02)
    unsigned = carried_by(carried, lambda path: path == "measures.open.saving")
    assert unsigned == share["measures.open.saving"]
    (note,) = [note for note in table.notes if "nobody signed off" in note]
    assert note.startswith(f"{unsigned:.1%} of the spread")


def test_what_rests_on_the_choice_of_a_key_rests_on_no_figure() -> None:
    choice = """
[sensitivity.keys.charge]
option = "body"
pool = "running"
keys = ["inhabitants", "equal"]
"""
    smaller = '{ name = "North", inhabitants = 5_000 }'
    given = worked(choice, north=smaller, overhead_per_fte="50_000")
    found = indices(Output(Study(given, ("body",), ("north",)), "body"), 1)
    note = carried_note(found, carriers(found), settings_for(given, language="en"))
    assert "0.0% on measured or agreed figures" in note
    assert note.endswith("100.0% rests on the choice of a key.")


def test_the_register_has_every_figure_once_and_the_carriers_first() -> None:
    output = Output(Study(ZOU, ("network",), ZOU.municipalities), "network")
    found = indices(output, 1, 64)
    table = assumptions_by_share(found, carriers(found), settings_for(ZOU))
    assert sorted(row.id for row in table.rows) == sorted(ZOU.figures)
    shares = [row.cells[2] for row in table.rows if isinstance(row.cells[2], float)]
    assert shares == sorted(shares, reverse=True)
    assert all(isinstance(row.cells[2], float) for row in table.rows[: len(shares)])
