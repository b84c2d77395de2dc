"""A file comes back as it was left: the screen, the table, and how it was looked at."""

import json
from pathlib import Path

import pytest

from orgdesign.tui.comparison import View
from orgdesign.tui.layout import Layout, Layouts, order_of, view_of
from tui.driving import SMALL, opened, press, settled, shown


async def test_a_file_comes_back_as_it_was_left(tmp_path: Path) -> None:
    app = opened(tmp_path, "zuidoost-utrecht.toml")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "percent_sign", "m", "t", "d", "i", "right", "right", "p", "o", "5", "w")
        left = app.made["compare"].memory()
        assert shown(app).splitlines()[1].startswith(" 2/8")
    again = opened(tmp_path, "zuidoost-utrecht.toml")
    async with again.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert again.visited == ["files", "staffing"]
        assert shown(again).splitlines()[1].startswith(" 2/8")
        await press(pilot, "2")
        assert again.made["compare"].memory() == left
        assert left["against"] == "absolute"
        assert left["pinned"]
        assert left["percentage"]


async def test_each_file_has_its_own(tmp_path: Path) -> None:
    app = opened(tmp_path)
    other = opened(tmp_path, "zuidoost-utrecht.toml").given
    assert other is not None
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "d", "3")
        app.open(other)
        await settled(pilot)
        assert app.visited[-1] == "compare"
        assert app.made["compare"].memory()["against"] == "alone"
        app.open(app.given or other)
        await settled(pilot)
        assert app.visited[-1] == "assumptions"
        assert app.made["compare"].memory()["against"] == "absolute"


@pytest.mark.parametrize(
    "text", ["", "[]", "3", '{"screen": "compare"}', '{"screen": [], "screens": 3}', "\udcff"]
)
def test_a_damaged_layout_is_as_at_first(tmp_path: Path, text: str) -> None:
    layouts = Layouts(tmp_path)
    layouts.keep(Path("a.toml"), Layout("keys"))
    (page,) = tmp_path.iterdir()
    page.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert layouts.of(Path("a.toml")) == Layout()


def test_what_a_screen_cannot_remember_is_as_at_first(tmp_path: Path) -> None:
    odd = {"measure": "x", "year": "y", "against": 3, "per_inhabitant": 1, "rising": "no"}
    assert view_of(odd) == View()
    assert not order_of(odd).rising
    layouts = Layouts(tmp_path)
    layouts.keep(Path("a.toml"), Layout("nowhere", {"nowhere": {}, "keys": {"year": 2030}}))
    assert layouts.of(Path("a.toml")) == Layout("compare", {"keys": {"year": 2030}})
    assert json.loads(next(tmp_path.iterdir()).read_text("utf-8"))["screen"] == "nowhere"
