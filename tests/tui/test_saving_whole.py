"""What was tried, saved as a whole new scenario."""

from pathlib import Path

from tui.driving import SMALL, grid_text, opened, press, settled, shown

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
        await press(pilot, "S", "enter")
        assert "tiny-whole.toml" in shown(app).splitlines()[0]
        assert app.workspace.current is not session
        assert grid_text(app) == tried
    text = (tmp_path / "scenarios" / "tiny-whole.toml").read_text(encoding="utf-8")
    assert "extends" not in text.replace("extends no other", "")
    assert "per_fte = 60_000" in text
    assert text.count("# ") > 5
