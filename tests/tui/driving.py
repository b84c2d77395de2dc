"""Helpers that drive the app in tests: files of its own, and waiting until it has computed."""

import asyncio
import shutil
from pathlib import Path

from textual.pilot import Pilot

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.typed import Writing
from orgdesign.tui.widgets.grid import NumberGrid

ROOT = Path(__file__).resolve().parents[2]
CASES = [path for name in ("scenarios", "tests/data") for path in (ROOT / name).glob("*.toml")]
DUTCH = Writing("nl", "nl_NL")
"""How numbers are typed in a Dutch scenario."""
SMALL, MEDIUM, LARGE = (80, 24), (120, 40), (200, 60)


def scenario(folder: Path, name: str = "tiny.toml") -> Path:
    """A copy of a worked case in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    source = next(path for path in CASES if path.name == name)
    return Path(shutil.copy(source, folder / name))


def opened(folder: Path, name: str = "tiny.toml") -> OrgdesignApp:
    """The app on a copy of a worked case, with a state folder of its own."""
    return OrgdesignApp(scenario(folder / "scenarios", name), folder / "state")


def uncertain(folder: Path) -> OrgdesignApp:
    """The app on the smallest case with ranges and a frame of the council."""
    app, given = opened(folder), folder / "scenarios" / "tiny.toml"
    text = given.read_text("utf-8")
    for sure, range in (
        ("per_fte = 50_000", "per_fte = { value = 50_000, low = 30_000, high = 69_000 }"),
        ("= 0.97 ", "= { value = 0.97, low = 0.9, high = 1.05 } "),
        ('form = "host"', 'form = "host"\nthresholds = { structural_gain_at_least = 0 }'),
    ):
        assert sure in text
        text = text.replace(sure, range)
    given.write_text(text, "utf-8")
    return app


def busy(app: OrgdesignApp) -> bool:
    """Whether the app has yet to start, or computes or reads."""
    groups = ("compute", "scan", "explain", "table", "copy", "export")
    running = any(w.group in groups and not w.is_finished for w in app.workers)
    session = app.workspace.current
    waiting = not app.watched or app.has_keys
    return waiting or running or bool(session and session.busy)


async def settled(pilot: Pilot[None], seconds: float = 20.0) -> None:
    """Wait until nothing is computed or read and everything is drawn."""
    app = pilot.app
    assert isinstance(app, OrgdesignApp)
    deadline = asyncio.get_running_loop().time() + seconds
    await pilot.pause()
    while busy(app):
        assert asyncio.get_running_loop().time() < deadline, "the app does not come to rest"
        await asyncio.sleep(0.02)
    await pilot.pause()


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until what is shown stays as it is: layout follows what was drawn a little later."""
    app = pilot.app
    assert isinstance(app, OrgdesignApp)
    before = ""
    while before != (before := shown(app)):
        await asyncio.sleep(0.1)
        await settled(pilot)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each when the consequences of the one before it are drawn."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def grids(app: OrgdesignApp) -> list[NumberGrid]:
    """The grids of the screen in sight."""
    return list(app.screen.query(NumberGrid))


def grid_text(app: OrgdesignApp) -> str:
    """What the grid in sight shows, as plain text."""
    grid = app.screen.query_one(NumberGrid)
    return "\n".join(grid.render_line(y).text for y in range(grid.size.height))


def shown(app: OrgdesignApp) -> str:
    """Everything in sight as plain text, colours left out."""
    rows = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in row) for row in rows)
