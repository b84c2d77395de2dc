"""What is done while nobody waits, and not in the midst of an edit."""

import gc
from pathlib import Path

import pytest

from orgdesign.tui.resting import PAUSE
from tui.driving import SMALL, opened, settled


async def test_garbage_is_looked_for_once_the_answers_have_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[int] = []
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await pilot.pause(2 * PAUSE)
        session = app.workspace.current
        assert session is not None
        monkeypatch.setattr(gc, "collect", looked.append)
        for value in ("51000", "52000"):
            session.set("overhead.per_fte", value)
            app.recompute()
            await settled(pilot)
            assert looked == []
        await pilot.pause(2 * PAUSE)
        assert looked == [1]
