"""Keys at random on every screen: nothing breaks, no edit is lost, no worker hangs.

A few hundred in the suite; `--monkey 10000` presses so many on each screen, `--seed` others.
"""

import random
import shutil
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from string import ascii_letters

import pytest
from textual.pilot import Pilot

from orgdesign.tui.actions import ACTIONS
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens import BESIDES, SCREENS
from orgdesign.tui.screens.exporting import Exporting
from tui.driving import LARGE, MEDIUM, ROOT, SMALL, settled

LETTERS = f"{ascii_letters}0123456789.,-+=[]{{}}\"' ;*%"
PLAIN = tuple("space" if letter == " " else letter for letter in LETTERS)
MOVES = (
    "up",
    "down",
    "left",
    "right",
    "tab",
    "shift+tab",
    "enter",
    "escape",
    "backspace",
    "ctrl+u",
)
KEYS = tuple(key for action in ACTIONS for key in action.keys.split(","))
SIZES = (SMALL, MEDIUM, LARGE, (40, 12))
STRETCH = 50
"""Keys after which everything is looked at and the screen is gone back to."""
PATIENCE = 120.0
"""Seconds that all that was asked may take: several exports of whole sets can be among it."""


def drawn(chance: random.Random, number: int) -> Iterator[str]:
    """Keys of actions, of moving and of typing, now and then another size of the terminal."""
    for _ in range(number):
        kind = chance.random()
        if kind < 0.01:
            yield "resize"
        else:
            yield chance.choice(KEYS if kind < 0.5 else MOVES if kind < 0.8 else PLAIN)


def check(app: OrgdesignApp) -> None:
    """What is tried is in the journal, and can be taken back and done again to the letter."""
    for session in app.workspace.sessions.values():
        session.end_preview(keep=False)
        tried = session.layer
        assert session.journal.read(session.path) == tried
        steps = 0
        while session.undo():
            steps += 1
        assert session.layer == ()
        for _ in range(steps):
            assert session.redo()
        assert session.layer == tried


async def go_back(pilot: Pilot[None], app: OrgdesignApp, screen: str) -> None:
    """Close whatever stands over the screens, and go to one."""
    for _ in range(10):
        if app.screen is app.screen_at_hand:
            break
        await pilot.press("escape")
    assert app.screen is app.screen_at_hand
    if screen in BESIDES:
        app.workspace.marked[:] = sorted(app.workspace.folder.glob("?.toml"))
    app.action_show(screen)
    await pilot.pause()


async def press_at_random(
    app: OrgdesignApp, screens: tuple[str, ...], keys: int, seed: int
) -> None:
    last: deque[str] = deque(maxlen=2 * STRETCH)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        for screen in screens:
            chance = random.Random(f"{seed} {screen}")
            await go_back(pilot, app, screen)
            for number, key in enumerate(drawn(chance, keys), 1):
                last.append(key)
                try:
                    if key == "resize":
                        await pilot.resize_terminal(*chance.choice(SIZES))
                    else:
                        await pilot.press(key)
                    if number % STRETCH == 0 or number == keys:
                        if isinstance(app.screen, Exporting):
                            # Everything that can be exported takes minutes: this stops it.
                            await pilot.press("escape")
                        await settled(pilot, PATIENCE)
                        check(app)
                        await go_back(pilot, app, screen)
                except BaseException as fault:
                    fault.add_note(f"on {screen}, seed {seed}, key {number}: {' '.join(last)}")
                    raise
        assert app.return_code is None


def no_exit(app: OrgdesignApp) -> None:
    """The app stays, so that keys that leave are among the others."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    every = (*SCREENS, *BESIDES)
    full = metafunc.config.getoption("monkey")
    if "screens" in metafunc.fixturenames:
        given = [(screen,) for screen in every] if full else [every]
        metafunc.parametrize("screens", given, ids="-".join)


async def test_no_key_breaks_anything_or_loses_an_edit(
    screens: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(OrgdesignApp, "exit", no_exit)
    # Keys that export write beside the file that is open: only in a folder of the test.
    monkeypatch.setattr("orgdesign.tui.file_list.gallery", tuple)
    full, seed = request.config.getoption("monkey"), request.config.getoption("seed")
    source = ROOT / ("tests/golden/small.toml" if full else "scenarios/tiny.toml")
    other = source.read_text("utf-8").replace("inhabitants = 20_000", "inhabitants = 21_000")
    (tmp_path / "b.toml").write_text(other, "utf-8")
    app = OrgdesignApp(Path(shutil.copy(source, tmp_path / "a.toml")), tmp_path / "state")
    await press_at_random(app, screens, full or 20, seed)
