import ast
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App

import orgdesign.tui
from orgdesign.model.result import Result
from orgdesign.tui.screens import assumptions
from orgdesign.tui.screens.assumptions import AssumptionsScreen
from orgdesign.tui.threads import in_thread
from orgdesign.tui.weighing import Weighed, weighed
from tui.driving import MEDIUM, press, settled, uncertain


@dataclass
class Large:
    """Something that is dear to write out."""

    written: list[str] = field(default_factory=list)

    def __repr__(self) -> str:
        self.written.append("once")
        return "something large"


class Working(App[None]):
    """An app with work that takes something large."""

    seen: object = None

    @in_thread("work")
    def work_with(self, large: Large) -> None:
        """Keep what it was given."""
        self.seen = large


async def test_work_begins_without_writing_out_what_it_is_given() -> None:
    app, large = Working(), Large()
    async with app.run_test() as pilot:
        await app.work_with(large).wait()
        await pilot.pause()
        assert (app.seen, large.written) == (large, [])


STARTS = {"Thread", "ThreadPoolExecutor", "run_in_executor", "start_new_thread", "work"}


def starts_a_thread(node: ast.AST) -> bool:
    """Return whether something starts a thread that goes on by itself.

    What awaits `asyncio.to_thread` goes on when it has its answer.
    """
    match node:
        case ast.keyword(arg="thread") | ast.Name(id="work") | ast.alias(name="work"):
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in STARTS
    return False


@pytest.mark.parametrize(
    "text",
    [
        "@work(thread=True)\ndef f(): ...",
        "from textual import work as beside",
        "app.run_worker(f, thread=True)",
        "threading.Thread(target=f).start()",
        "loop.run_in_executor(None, f)",
    ],
)
def test_any_way_to_start_a_thread_is_seen(text: str) -> None:
    assert any(map(starts_a_thread, ast.walk(ast.parse(text))))


def test_the_app_starts_its_threads_in_that_one_way() -> None:
    folder = Path(orgdesign.tui.__file__).parent
    own = {
        path.name
        for path in folder.rglob("*.py")
        if any(map(starts_a_thread, ast.walk(ast.parse(path.read_text("utf-8")))))
    }
    assert own == {"threads.py"}


async def test_shares_are_not_computed_for_a_screen_out_of_sight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[object] = []
    left = Event()
    monkeypatch.setattr(assumptions, "sleep", lambda _seconds: left.wait(20))

    def counted(result: Result, option: str, *rest: Any) -> Weighed | str:
        computed.append(option)
        return weighed(result, option, *rest)

    monkeypatch.setattr(assumptions, "weighed", counted)
    app = uncertain(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await pilot.press("3", "2")
        await pilot.pause()
        left.set()
        await press(pilot, "full_stop")
        assert computed == []
        await press(pilot, "3")
        await settled(pilot)
        assert len(computed) == 1
        screen = app.screen_at_hand
        assert isinstance(screen, AssumptionsScreen)
        assert screen.is_weighed
