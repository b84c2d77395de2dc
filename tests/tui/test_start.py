"""What is loaded when: the first paint waits neither for the model nor for the reader."""

import subprocess
import sys
from pathlib import Path

from tui.driving import scenario

PROGRAM = """
import asyncio, sys
from pathlib import Path
from textual.app import App
from orgdesign.tui.app import OrgdesignApp

HEAVY = ("numpy", "scipy", "pydantic_core", "tree_sitter", "babel", "watchfiles", "pyphen")
def loaded():
    return [name for name in HEAVY if name in sys.modules]

print("imported", loaded())
shown, first = [], []
painted, work = App._display, OrgdesignApp.start_work

def display(app, screen, renderable):
    painted(app, screen, renderable)
    if app.visited and app.screen.query("TitleBar"):
        shown.append(True)

def start_work(app):
    first.append((any(shown), loaded()))
    work(app)

App._display, OrgdesignApp.start_work = display, start_work

async def main():
    app = OrgdesignApp(Path(sys.argv[1]), Path(sys.argv[2]))
    async with app.run_test(size=(80, 24)) as pilot:
        while not (app.workspace.current and app.workspace.current.result):
            await pilot.pause(0.05)
    print("painted", *first[0])
    print("computed", "numpy" in sys.modules)

asyncio.run(main())
"""


def test_the_first_paint_loads_no_model(tmp_path: Path) -> None:
    arguments = [str(scenario(tmp_path)), str(tmp_path / "state")]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == ["imported []", "painted True []", "computed True"]
