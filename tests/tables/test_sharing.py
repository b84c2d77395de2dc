"""Keys side by side: who loses, who pays an overrun, who would object."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from examples import EXAMPLE, GALLERY, SYSTEMS, example, gallery, result
from properties.test_option_games import many

from orgdesign.allocation.games.stability import in_core
from orgdesign.model.calculation import evaluate
from orgdesign.model.coalitions import option_game
from orgdesign.model.result import Cases, Result
from orgdesign.scenario.key_names import BY_GAME
from orgdesign.scenario.load import load, load_text
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import Overrun, settings_for
from orgdesign.tables.sharing.chance import Drawn
from orgdesign.tables.sharing.under import UnderKeys, under_keys
from orgdesign.tables.table import Mark, Table

OPTION = "joint_body"


def under() -> UnderKeys:
    return under_keys(result(), OPTION)


def table(name: str, **changes: object) -> Table:
    found = result()
    return TABLES[name](found, settings_for(found.scenario, name, options=(OPTION,), **changes))


def cells(found: Table, column: str) -> dict[str, object]:
    at = [each.id for each in found.columns].index(column)
    return {row.id: row.cells[at] for row in found.rows}


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_under_every_key_all_pay_the_cost_of_all_together(path: Path) -> None:
    for option in result(path).scenario.options:
        each = under_keys(result(path), option)
        for key in ("", *each.keys):
            assert each.amounts(key).sum() == pytest.approx(each.game.central.total, rel=1e-12)


def test_a_method_pays_what_it_says_and_the_nucleolus_has_no_objection() -> None:
    game = under().game
    for key in under().keys:
        if key in BY_GAME:
            said = game.allocation(key).amounts
            assert said is not None
            assert under().amounts(key) == pytest.approx(said, rel=1e-12)
    assert in_core(game.central, under().amounts("nucleolus"))
    row = table("stability").row("nucleolus")
    assert row.cells[1:4] == ("ja", 0, "")


def test_the_tournament_has_every_key_and_agrees_with_the_keys_side_by_side() -> None:
    found = table("tournament")
    assert [row.id for row in found.rows] == [f"{OPTION}.{key}" for key in under().keys]
    side_by_side = table("keys", keys=under().keys)
    for key in under().keys:
        paid = {m: side_by_side.row(m).cells[_place(side_by_side, key)] for m in under().players}
        row = found.row(f"{OPTION}.{key}")
        assert row.cells[4] == max(float(str(each)) for each in paid.values())
        names = example().document.municipalities
        dearer = [names[m].name for m, each in paid.items() if float(str(each)) > 0]
        assert row.cells[2] == (", ".join(dearer) or "niemand")


def tournament(*overrides: str, **changes: object) -> Table:
    scenario = load_text(SYSTEMS, overrides=overrides).scenario
    assert scenario is not None
    return TABLES["tournament"](evaluate(scenario), settings_for(scenario, "tournament", **changes))


def test_the_tournament_has_an_option_that_shares_no_work_but_systems() -> None:
    assert tournament().row("net.equal").cells[4] == 0


def test_the_tournament_says_why_an_option_has_no_rows() -> None:
    one = tournament('options.net.participants=["north"]', options=("net",))
    assert not one.rows
    assert "Network: one participant, who pays everything under every key." in one.notes
    alone = tournament('options.net.form="alone"', 'remove=["options.net.scope"]')
    assert not any("no cooperation" in note for note in alone.notes)
    asked = tournament('options.net.form="alone"', 'remove=["options.net.scope"]', options=("net",))
    assert "Network is no cooperation: no key was tried on it." in asked.notes


def _place(found: Table, key: str) -> int:
    return [column.id for column in found.columns].index(f"{key}.cost")


def test_by_the_cost_of_today_nobody_is_dearer_than_today() -> None:
    assert table("tournament").row(f"{OPTION}.history").cells[3] == "niemand"


def test_a_tenth_more_is_a_tenth_of_every_contribution_under_a_key_by_figure() -> None:
    # In joint_body the VAT is recovered, so the overrun is that of the pool alone.
    shares = under().evaluation("staff")["shares:formation"][:, 0, 0, 0]
    found = table("overrun", keys=("staff",))
    whole = 0.1 * under().running(example().report_year)
    for share, more in zip(shares, found.row("staff").cells[1:-1], strict=True):
        assert more == pytest.approx(share * whole, abs=1)


def test_an_overrun_in_euros_is_the_same_as_its_part() -> None:
    part = table("overrun", overrun=Overrun(0.1))
    euros = table("overrun", overrun=Overrun(0.1 * under().running(example().report_year), "euros"))
    assert part.rows == euros.rows


def test_whoever_pays_it_the_overrun_is_the_same() -> None:
    found = table("overrun", unit="thousand_euros", overrun=Overrun(0.01))
    sums = [row.cells[-1] for row in found.rows if isinstance(row.cells[-1], int)]
    assert len(sums) > 10
    assert max(sums) - min(sums) <= len(under().players)


def below(cell: object) -> bool:
    return isinstance(cell, int) and cell < 0


def test_a_key_under_which_someone_gains_from_an_overrun_is_named() -> None:
    found = table("overrun", overrun=Overrun(100_000, "euros"))
    losing = [row.id for row in found.rows if any(below(c) for c in row.cells[1:])]
    # Megiddo (1974): the nucleolus of a game can fall for someone when the whole costs more.
    assert losing == ["prenucleolus"]
    assert any("prenucleolus" in note and "minder" in note for note in found.notes)


def test_a_method_that_has_no_answer_to_the_dearer_whole_shares_nothing() -> None:
    # A tenth more makes working together dearer than staying alone.
    found = table("overrun")
    assert set(found.row("nucleolus").cells[1:]) == {Mark.NOT_APPLICABLE}
    assert any("nucleolus" in note for note in found.notes)


def test_groups_overpay_what_they_pay_above_their_own_cost() -> None:
    found = table("groups", keys=("inhabitants",))
    n = len(under().players)
    assert len(found.rows) == 2**n - 2
    excess = [row.cells[4] for row in found.rows]
    assert excess == sorted(excess, key=lambda each: -float(str(each)))
    for row in found.rows:
        own, pays, more = (float(str(cell)) for cell in row.cells[2:5])
        assert more == pays - own
        assert row.cells[1] == len(row.id.split("+"))
    objecting = sum(float(str(each)) > 0 for each in excess)
    assert cells(table("stability"), "objecting")["inhabitants"] == objecting


def test_the_smallest_change_that_is_named_leaves_nobody_to_object() -> None:
    found = table("stability")
    at = [each.id for each in found.columns].index("to_move")
    for row in found.rows:
        stays, moved = row.cells[1], row.cells[at]
        assert (stays == "ja") == (moved == 0)


def test_shares_by_year_sum_to_a_whole_and_follow_the_growth_path() -> None:
    found = table("shares")
    assert found.row("total").cells[1:] == (1.0,) * len(example().years)
    path = [float(str(each)) for each in found.row("bunnik").cells[1:]]
    assert path[0] == path[2] > path[3] > path[6]
    assert path[6] == path[-1]


def test_above_twenty_participants_objections_are_unknown_and_it_is_said() -> None:
    found = evaluate(many(21))
    settings = settings_for(found.scenario, "tournament", language="en")
    tournament = TABLES["tournament"](found, settings)
    assert {row.cells[-1] for row in tournament.rows} == {Mark.UNKNOWN}
    assert "together.shapley" in {row.id for row in tournament.rows}
    stability = TABLES["stability"](found, settings)
    assert not stability.rows
    assert any("more than twenty" in note for note in stability.notes)


def test_a_key_by_game_without_an_answer_is_said_under_the_comparison() -> None:
    (sed,) = [each for each in gallery() if each.file.endswith("sed.toml")]
    found = evaluate(sed.with_keys(OPTION, {"all": "nucleolus"}))
    shares = found.options[OPTION].evaluation["shares:formation"][:, 0, 0, 0]
    heads = np.array([m.inhabitants.value for m in sed.document.municipalities.values()])
    assert shares == pytest.approx(heads / heads.sum())
    compared = TABLES["compare"](found, settings_for(sed, "compare", language="en"))
    assert any("nucleolus" in note and "has no answer" in note for note in compared.notes)


def ruled() -> Result:
    """Return the example with every rule around the key of the joint body."""
    loaded = load(
        EXAMPLE,
        [
            'keys.product={name="Product", figure="youth_clients", review=2024}',
            'keys.product.fixed_part={amount=200_000, key="equal"}',
            'keys.product.settlement={by="inhabitants", after=2}',
            'options.joint_body.keys={running="product"}',
        ],
    )
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def test_the_rules_around_a_key_are_told() -> None:
    found = ruled()
    settings = settings_for(found.scenario, "key_list", language="en", numbers="en_GB")
    rule = str(TABLES["key_list"](found, settings).row("product").cells[2])
    for told in ("fixed part of 200,000 euros", "settled 2 years later", "reviewed in 2024"):
        assert told in rule
    compared = TABLES["compare"](found, settings)
    assert any("is reviewed in 2024" in note for note in compared.notes)
    settled = "Key Product is settled 2 years later by inhabitants: shares are those before"
    for name in ("compare", "shares"):
        made = TABLES[name](found, settings.change(options=("joint_body",)))
        assert sum(settled in note for note in made.notes) == 1


def test_a_price_for_each_unit_is_the_pool_by_the_volume() -> None:
    found = ruled()
    english = {"language": "en", "numbers": "en_GB"}
    settings = settings_for(found.scenario, "shares", options=(OPTION,), **english)
    evaluation = found.options[OPTION].evaluation
    at = found.scenario.years.index(found.scenario.report_year)
    volume = evaluation["figure:youth_clients"][:, 0, -1, 0].sum()
    price = f"{evaluation['bounded_total'][0, 0, at, 0] / volume:,.2f} euros for each"
    assert any(price in note for note in TABLES["shares"](found, settings).notes)


def test_a_single_participant_pays_all_under_every_key() -> None:
    loaded = load(
        EXAMPLE,
        [
            'options.host_zeist.participants=["zeist"]',
            'options.host_zeist.keys={running="inhabitants"}',
        ],
    )
    assert loaded.scenario is not None, loaded.problems
    found = evaluate(loaded.scenario)
    alone = under_keys(found, "host_zeist")
    assert {"inhabitants", "equal", "shapley", "nucleolus"} <= set(alone.keys)
    for key in alone.keys:
        shares = alone.evaluation(key)["shares:formation"]
        assert (shares.sum(axis=0) == 1.0).all()
        assert shares[loaded.scenario.municipalities.index("zeist")].min() == 1.0
    settings = settings_for(found.scenario, "stability", options=("host_zeist",))
    for name in ("keys", "tournament", "overrun", "stability", "groups", "shares", "exit"):
        TABLES[name](found, settings)


def test_how_often_nobody_objects_is_that_of_each_draw_by_itself() -> None:
    drawn = Drawn(under())
    for key in ("", "inhabitants", "nucleolus"):
        stays = drawn.stays(key)
        for case in range(0, stays.size, 40):
            values = {path: each[case : case + 1] for path, each in drawn.cases.values.items()}
            game = option_game(example(), OPTION, Cases(1, values)).central
            paid = drawn.amounts(key)[:, case]
            there = bool(np.isfinite(paid).all())
            assert stays[case] == (there and in_core(game, paid)), (key, case)
            if there:
                assert paid.sum() == pytest.approx(game.total, rel=1e-9)
    found = table("stability_chance")
    assert float(str(found.row("inhabitants").cells[1])) == drawn.stays("inhabitants").mean()
    assert float(str(found.row("agreed").cells[3])) == 1.0
