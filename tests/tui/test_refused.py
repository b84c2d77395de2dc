"""What the rules of the file refuse: it goes back to where they last agreed."""

from pathlib import Path

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.session import Session
from tui.driving import SMALL, opened, settled, shown

FIGURE = "overhead.per_fte"


def session(app: OrgdesignApp) -> Session:
    assert app.workspace.current is not None
    return app.workspace.current


async def test_changes_that_follow_each_other_at_once_are_refused_together(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        tried = session(app)
        for path, value in (("options.host_zuid.until", "2020"), (FIGURE, "60_000")):
            tried.set(path, value)
            app.recompute()
        await settled(pilot)
        assert "Niet overgenomen" in shown(app)
        assert not tried.dirty
        tried.set(FIGURE, "61_000")
        app.recompute()
        await settled(pilot)
        assert tried.layer == ((FIGURE, "61_000"),)
        assert not tried.is_behind


async def test_a_file_that_breaks_while_a_change_is_taken_back_is_told(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        tried = session(app)
        tried.set(FIGURE, "60_000")
        app.recompute()
        tried.undo()
        tried.path.write_text("format = 1\nx =\n", encoding="utf-8")
        app.recompute()
        await settled(pilot)
        assert tried.stale
        assert not tried.dirty
