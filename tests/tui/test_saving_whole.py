"""What was tried, saved as a whole new scenario."""

from pathlib import Path

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.messages import ChangedOnDisk
from tui.driving import SMALL, grid_text, opened, press, scenario, settled, shown

FIGURE = "overhead.per_fte"


async def test_saving_as_a_whole_writes_a_file_that_extends_no_other(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        session = app.workspace.current
        assert session is not None
        session.set(FIGURE, "60000")
        app.recompute()
        await settled(pilot)
        tried = grid_text(app)
        await press(pilot, "S", *"-2", "ctrl+u", *"tiny-whole", "enter")
        assert "tiny-whole.toml" in shown(app).splitlines()[1]
        assert app.workspace.current is not session
        assert grid_text(app) == tried
    text = (tmp_path / "scenarios" / "tiny-whole.toml").read_text(encoding="utf-8")
    assert "extends" not in text.replace("extends no other", "")
    assert "per_fte = 60_000" in text
    assert text.count("# ") > 5


async def test_that_it_was_saved_is_not_hidden_by_the_news_of_its_own_file(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "S", "enter")
        session = app.workspace.current
        assert session is not None
        app.post_message(ChangedOnDisk(frozenset({session.path})))
        await settled(pilot)
        assert "Bewaard: tiny-whole.toml" in shown(app)
        text = session.path.read_text("utf-8")
        session.path.write_text(text.replace("per_fte = 50_000", "per_fte = 60_000"), "utf-8")
        app.post_message(ChangedOnDisk(frozenset({session.path})))
        await settled(pilot)
        assert "op schijf gewijzigd" in shown(app)


async def test_the_news_is_of_the_file_that_was_written_not_of_the_one_that_extends_it(
    tmp_path: Path,
) -> None:
    base = scenario(tmp_path / "scenarios")
    variant = base.with_name("other.toml")
    variant.write_text('format = 1\nextends = "tiny.toml"\n', "utf-8")
    app = OrgdesignApp(variant, tmp_path / "state")
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        text = base.read_text("utf-8")
        base.write_text(text.replace("per_fte = 50_000", "per_fte = 60_000"), "utf-8")
        app.post_message(ChangedOnDisk(frozenset({base})))
        await settled(pilot)
        assert "tiny.toml is op schijf gewijzigd" in shown(app)
