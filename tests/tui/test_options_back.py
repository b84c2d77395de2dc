"""What is tried on an option goes back, and what is taken out leaves the cursor where it was."""

from pathlib import Path

import pytest

from orgdesign.scenario.load import load
from orgdesign.tui.app import OrgdesignApp
from tui.driving import MEDIUM, opened, press, settled, shown
from tui.test_options import CASE, KEY, go_to, grid, options, type_in


def cell(app: OrgdesignApp) -> str:
    """The cell of the options under the cursor."""
    of = grid(app)
    return of.content.rows[of.row].cells[of.column].text


def told(app: OrgdesignApp) -> str:
    """What the app told last."""
    return " ".join(note.message for note in app._notifications)


async def test_u_goes_back_to_the_file_and_takes_the_own_value_out_where_nothing_is_tried(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        await go_to(pilot, "from")
        own = cell(app)
        await type_in(pilot, "2030")
        await press(pilot, "enter", "u")
        assert cell(app) == own
        assert "is terug zoals in het bestand" in told(app)
        await press(pilot, "u")
        assert cell(app) == own
        assert "Dit kan niet leeg zijn" in told(app)
        await type_in(pilot, "")
        assert "Dit kan niet leeg zijn" in shown(app)
        await press(pilot, "escape")
        await go_to(pilot, "overhead_per_fte", options(app).index("host_zeist") + 1)
        own = cell(app)
        await press(pilot, "u")
        assert cell(app) != own
        assert "de eigen waarde is weg" in told(app)
        await press(pilot, "u")
        assert cell(app) == own
        await go_to(pilot, "until")
        await press(pilot, "u")
        assert "geen eigen waarde" in told(app)
        session = app.workspace.current
        assert session is not None
        assert not session.dirty


async def test_what_the_model_takes_where_nobody_gives_it_stands_in_brackets(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        for row in ("realisation", "ramp", "process_profile"):
            await go_to(pilot, row)
            await press(pilot, "u")
            assert cell(app) == "(1)"


@pytest.mark.parametrize("at", [0, 1, 2])
async def test_the_cursor_stays_where_an_option_was_taken_out(tmp_path: Path, at: int) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, KEY, "f", "f")
        before = options(app)
        out = before[at]
        await go_to(pilot, "form", before.index(out) + 1)
        await press(pilot, "D")
        left = [each for each in before if each != out]
        assert options(app) == left
        assert grid(app).column_id == left[min(before.index(out), len(left) - 1)]
        assert "z brengt" in told(app)


async def test_an_option_goes_with_its_scores_and_comes_back_with_them(tmp_path: Path) -> None:
    app = opened(tmp_path, CASE)
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        await go_to(pilot, "from", options(app).index("joint_body") + 1)
        await press(pilot, "D")
        assert "joint_body" not in options(app)
        session = app.workspace.current
        assert session is not None
        assert session.scenario is not None
        criteria = session.scenario.document.criteria
        scored = {score.option for each in criteria.values() for score in each.scores}
        assert scored == {"improved", "network", "host_zeist"}
        await press(pilot, "z")
        assert "joint_body" in options(app)
        assert not session.dirty
        await press(pilot, "Z")
        assert "joint_body" not in options(app)
        assert session.save_as(session.path.with_name("zonder.toml")) == ""
    assert load(session.path.with_name("zonder.toml")).problems == ()


async def test_what_is_refused_tells_where_it_stands(tmp_path: Path) -> None:
    app = opened(tmp_path)
    given = tmp_path / "scenarios" / "tiny.toml"
    text = given.read_text("utf-8")
    other = (
        '[options.later]\nname = "Later"\nform = "host"\nhost = "noord"\nparticipants = "all"\n'
        "from = 2028\nscope = { administration = 1.0 }\n"
    )
    then = 'then = { option = "later", year = 2028 }\n'
    given.write_text(text.replace("[options.host_zuid]\n", "[options.host_zuid]\n" + then) + other)
    async with app.run_test(size=MEDIUM, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, KEY)
        await go_to(pilot, "from", options(app).index("later") + 1)
        await press(pilot, "D")
        assert "later" in options(app)
        assert "options.host_zuid.then.option" in shown(app)
