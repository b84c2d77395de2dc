"""Options are made and changed in the app, and the comparison moves along."""

from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from orgdesign.library.loader import form_ids
from orgdesign.scenario.load import load
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.engine import all_forms
from orgdesign.tui.layers import with_changes
from orgdesign.tui.option_changes import added
from orgdesign.tui.screens import SCREENS
from orgdesign.tui.screens.adding import FormChoice
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import CASES, LARGE, MEDIUM, ROOT, SMALL, opened, press, settled, shown

KEY = str(1 + list(SCREENS).index("options"))
CASE = "zuidoost-utrecht.toml"


def grid(app: OrgdesignApp, id: str = "options") -> NumberGrid:
    return app.screen.query_one(f"#{id}", NumberGrid)


def options(app: OrgdesignApp) -> list[str]:
    return [column.id for column in grid(app).content.columns[1:-1]]


def beside(app: OrgdesignApp) -> list[str]:
    return [cell.text for row in grid(app, "beside").content.rows for cell in row.cells]


async def go_to(pilot: Pilot[None], row: str, column: int = 1) -> None:
    rows = grid(app := pilot.app).content.rows  # type: ignore[arg-type]
    grid(app).go_to([each.id for each in rows].index(row), column)  # type: ignore[arg-type]
    await settled(pilot)


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Open the cell under the cursor and type a text in place of what it holds."""
    await press(pilot, "enter")
    pilot.app.screen.query_one("#cell", Input).value = text
    await settled(pilot)


async def test_the_comparison_moves_while_typing_and_escape_leaves_all_as_it_was(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        before = beside(app)
        await go_to(pilot, "realisation")
        await type_in(pilot, "0,25")
        moved = beside(app)
        assert moved != before
        await press(pilot, "escape")
        assert beside(app) == before
        assert app.workspace.current is not None
        assert not app.workspace.current.dirty
        await type_in(pilot, "0,25")
        await press(pilot, "enter")
        assert beside(app) == moved
        assert dict(app.workspace.current.layer) == {"options.host_zuid.realisation": "0.25"}
        await press(pilot, "z")
        assert beside(app) == before
        await press(pilot, "Z")
        assert beside(app) == moved


WRONG = (
    ("realisation", "1,5", "breuken"),
    ("realisation", "veel", "8 tot 12"),
    ("realisation", "0,5 0,6 0,7", "in die volgorde"),
    ("host", "Westen", "Noord, Zuid"),
    ("participants", "Noord, Oost", "kan hier niet"),
    ("ramp", "0,1 x", "geen getal"),
)


async def test_what_is_wrong_is_said_below_the_field_and_nothing_is_lost(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        before = beside(app)
        for row, text, words in WRONG:
            await go_to(pilot, row)
            await type_in(pilot, text)
            assert words in shown(app), text
            await press(pilot, "enter")
            assert app.focused is not None
            assert app.focused.id == "cell", text
            assert beside(app) == before, text
            await press(pilot, "escape")
            assert app.workspace.current is not None
            assert not app.workspace.current.dirty, text


async def test_what_is_refused_leaves_no_result_of_its_first_letters(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        before = beside(app)
        await go_to(pilot, "realisation")
        await type_in(pilot, "0,25")
        assert beside(app) != before
        await press(pilot, *["backspace"] * 4, *"25")
        assert "breuken" in shown(app)
        assert beside(app) == before


async def test_an_option_is_added_from_a_form_with_what_the_law_says(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, KEY, "a")
        for _ in range(200):
            if isinstance(app.screen, FormChoice):
                break
            await pilot.pause(0.05)
        await settled(pilot)
        forms = app.screen.query_one(NumberGrid).content
        assert [column.id for column in forms.columns[:2]] == ["form", "name"]
        names = [row.id for row in forms.rows]
        await press(pilot, *["down"] * names.index("joint_operations_body"))
        assert "Wgr" in shown(app)
        await press(pilot, "enter")
        assert options(app) == ["host_zuid", "joint_operations_body"]
        assert grid(app).column_id == "joint_operations_body"
        assert "Bedrijfsvoeringsorganisatie" in " ".join(
            column.title for column in grid(app, "beside").content.columns
        )
        await press(pilot, "z")
        assert options(app) == ["host_zuid"]


async def test_an_option_is_copied_renamed_removed_and_saved(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        first = options(app)[0]
        await press(pilot, "f")
        assert options(app)[-1] == f"{first}_2"
        await go_to(pilot, "name", len(options(app)))
        await type_in(pilot, "Zonder haast")
        await press(pilot, "enter")
        await go_to(pilot, "from", len(options(app)))
        await type_in(pilot, "2023")
        await press(pilot, "enter")
        await go_to(pilot, "name", 2)
        await press(pilot, "D")
        expected = options(app)
        tried = beside(app)
        await press(pilot, "s")
        app.screen.query_one(Input).value = "andere.toml"
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, KEY)
        assert options(app) == expected
        assert beside(app) == tried
    saved = load(tmp_path / "scenarios" / "andere.toml").scenario
    assert saved is not None
    assert saved.document.options[f"{first}_2"].name == "Zonder haast"
    assert len(saved.options) == len(expected)


async def test_a_start_that_the_budget_calendar_cannot_meet_is_warned_of(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        await go_to(pilot, "from", options(app).index("joint_body") + 1)
        await type_in(pilot, "2019")
        await press(pilot, "enter")
        assert "begroting" in shown(app)


async def test_what_was_tried_is_offered_again_after_a_crash(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY, "f", "right", "D")
        expected = options(app)
    again = opened(tmp_path, CASE)
    async with again.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await press(pilot, KEY)
        assert options(again) == expected


async def test_the_filter_gives_the_keys_back_to_the_options(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, KEY, "slash", *"realis", "enter")
        assert app.focused is grid(app)
        assert [row.id for row in grid(app).content.rows] == ["realisation"]


def test_what_only_the_layer_holds_is_forgotten_and_not_taken_out() -> None:
    own = {"options": {"a": {"realisation": 0.5}}}
    layer = with_changes((), [("options.b", "{ ramp = [1] }"), ("options.b.from", "2026")], own)
    assert with_changes(layer, [("options.b", "")], own) == ()
    assert with_changes((), [("options.a", "")], own) == (("options.a", ""),)
    assert with_changes(layer, [("options.b.ramp", "")], own)[-1] == ("options.b.ramp", "")
    assert with_changes((), [("options.a.ramp", "")], own) == ()


read = cache(load)


@pytest.mark.parametrize("form", form_ids())
def test_an_option_of_every_form_can_be_computed_as_it_is_added(form: str) -> None:
    from orgdesign.tables.forms import inherited

    for path in CASES:
        loaded = read(path)
        if loaded.scenario is None:
            continue
        forms = all_forms(loaded.scenario, "nl")
        changes = added(loaded.scenario, form, "Nieuw", inherited(forms, form, "employer"))
        again = load(path, [f"{at}={value}" for at, value in changes])
        assert again.problems == (), (path.name, changes)


@pytest.mark.parametrize("form", ["joint_operations_body", "officials_merger"])
def test_the_overhead_of_a_joint_body_begins_as_the_mean_of_the_municipalities(
    form: str, tmp_path: Path
) -> None:
    text = (ROOT / "scenarios/tiny.toml").read_text("utf-8")
    own = text.replace("per_fte = 50_000", "values = { noord = 40_000, zuid = 50_001 }")
    assert own != text
    (path := tmp_path / "own.toml").write_text(own, "utf-8")
    scenario = load(path).scenario
    assert scenario is not None
    ((at, value),) = added(scenario, form, "Nieuw", "joint")
    again = load(path, [f"{at}={value}"])
    assert again.problems == ()
    assert again.scenario is not None
    assert again.scenario.figures[f"{at}.overhead_per_fte"].value == 45_000


async def test_a_scale_stands_before_the_posts_that_need_one(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        rows = [row.id for row in grid(app).content.rows]
        for scale, posts in (
            ("client_scale", "client_fte"),
            ("coordination_scale", "coordination_fixed_fte"),
            ("coordination_scale", "coordination_fte_per_participant"),
            ("manager_scale", "span_of_control"),
        ):
            assert rows.index(scale) < rows.index(posts)


async def test_municipalities_are_parted_by_semicolons_and_each_is_completed(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        await go_to(pilot, "participants")
        await type_in(pilot, "")
        await press(pilot, *"zuid", "semicolon", "space", *"no", "right")
        assert app.screen.query_one("#cell", Input).value == "zuid; noord"
        await press(pilot, "enter")
        assert app.workspace.current is not None
        layer = dict(app.workspace.current.layer)
        assert layer == {"options.host_zuid.participants": '["zuid", "noord"]'}


async def test_taking_out_what_is_not_there_says_so(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        rows = [row.id for row in grid(app).content.rows]
        await go_to(pilot, next(id for id in rows if id.startswith("amounts")))
        await press(pilot, "D")
        assert "geen eigen waarde" in shown(app)
