"""A page of the state folder for each file: whole whatever runs keep it at the same time."""

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from orgdesign.tui.last_frame import Frame, LastFrame
from orgdesign.tui.layout import Layout, Layouts


@pytest.fixture
def in_turns() -> Iterator[None]:
    """Let threads take over from each other as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def at_once(*calls: Callable[[], None]) -> None:
    threads = [threading.Thread(target=call) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.untraced
def test_two_runs_that_keep_a_layout_at_once_leave_one_of_both(
    tmp_path: Path, in_turns: None
) -> None:
    layouts, scenario = Layouts(tmp_path), tmp_path / "a.toml"
    long = Layout("compare", {"compare": {"column": "x" * 20_000}})
    short = Layout("plan", {"plan": {"column": "y" * 400}})
    for _ in range(150):
        at_once(*(partial(layouts.keep, scenario, each) for each in (long, short)))
        assert layouts.of(scenario) in (long, short)
    assert [page.suffix for page in tmp_path.iterdir()] == [".json"]


@pytest.mark.untraced
def test_two_runs_that_keep_a_picture_at_once_leave_one_of_both(
    tmp_path: Path, in_turns: None
) -> None:
    frames, scenario, size = LastFrame(tmp_path), tmp_path / "a.toml", (80, 24)
    scenario.touch()
    pictures = [Frame(["x" * 200] * 100, "one"), Frame(["y"], "two")]
    for _ in range(150):
        at_once(*(partial(frames.keep, scenario, [scenario], size, each) for each in pictures))
        assert frames.last(scenario, size) in pictures
