"""A screen as text says what the screen shows, in the same numbers."""

import datetime
import re
from pathlib import Path

import pytest
from calling import call
from examples import ROOT
from tui.driving import LARGE, grids, opened, press, settled, uncertain

from orgdesign.tui.pages import PAGES
from orgdesign.tui.screens import SCREENS, number_of
from orgdesign.words.numbers import date_text

TINY = str(ROOT / "scenarios" / "tiny.toml")
CASE = str(ROOT / "scenarios" / "zuidoost-utrecht.toml")
OWN = ("assumptions", "sensitivity")
"""Screens that are compared on a case with few ranges: what they show takes long."""
SHORT_DATE = re.compile(r"\b(\d\d)-(\d\d)-(\d{4})\b")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("sampling", "screens.sensitivity"):
        monkeypatch.setattr(f"orgdesign.tui.{place}.STEPS", (20, 40))


def test_every_screen_can_be_read_without_a_screen() -> None:
    assert ["files", *PAGES] == list(SCREENS)


def test_a_screen_is_the_table_in_sentences(capsys: Capture) -> None:
    for screen, command in (
        ("compare", ("table", "compare", TINY)),
        ("assumptions", ("sensitivity", TINY, "assumptions")),
    ):
        page = call(capsys, "show", screen, TINY, "--plain")
        assert page.code == 0
        assert page.out == call(capsys, *command, "--plain").out


def in_words(found: re.Match[str]) -> str:
    day, month, year = map(int, found.groups())
    return date_text(datetime.date(year, month, day), "nl")


async def test_the_text_has_every_number_of_the_screen(tmp_path: Path, capsys: Capture) -> None:
    app, cells = opened(tmp_path, "zuidoost-utrecht.toml"), {}
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        for screen in (page for page in PAGES if page not in OWN):
            await press(pilot, str(number_of(screen)))
            rows = [row for grid in grids(app) for row in grid.content.rows]
            texts = " ".join(cell.text for row in rows for cell in row.cells)
            cells[screen] = SHORT_DATE.sub(in_words, texts)
    for screen, texts in cells.items():
        shown = set(re.findall(r"\d+(?:[.,]\d+)*", texts))
        shown -= set(re.findall(r"\d+", str(tmp_path)))  # the place of the file is no number of it
        text = call(capsys, "show", screen, CASE, "--plain").out
        assert shown, screen
        assert shown <= set(re.findall(r"\d+(?:[.,]\d+)*", text)), screen


async def test_the_text_has_the_register_with_shares_as_the_screen_has_it(
    tmp_path: Path, capsys: Capture
) -> None:
    from orgdesign.export.registry import FORMATS

    app = uncertain(tmp_path)
    text = call(capsys, "show", "assumptions", str(tmp_path / "scenarios/tiny.toml"), "--plain")
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, "3", "o")
        table = app.screen_at_hand.shown()
        assert table is not None
        places = [column.id for column in table.columns].index("place")
        rows = [row._replace(cells=(*row.cells[:places], "")) for row in table.rows]
        plain = FORMATS["plain"](table._replace(rows=tuple(rows)))
        for line in plain.splitlines():
            assert line in text.out, line


async def test_the_text_has_every_part_of_the_sensitivity_as_the_screen_has_it(
    tmp_path: Path, capsys: Capture
) -> None:
    from orgdesign.export.registry import FORMATS
    from orgdesign.tui.pages import tables_of

    app = uncertain(tmp_path)
    text = call(capsys, "show", "sensitivity", str(tmp_path / "scenarios/tiny.toml"), "--plain")
    async with app.run_test(size=LARGE) as pilot:
        await settled(pilot)
        await press(pilot, str(1 + list(SCREENS).index("sensitivity")))
        for _ in tables_of("sensitivity"):
            table = app.screen_at_hand.shown()
            assert table is not None
            assert FORMATS["plain"](table).strip() in text.out
            await press(pilot, "w")


def test_a_cell_is_explained_with_its_bill(capsys: Capture) -> None:
    asked = ("--option", "host_zuid", "--municipality", "noord", "--plain")
    text = call(capsys, "show", "compare", TINY, *asked).out
    assert "Noord komt bij Centrumgemeente Zuid uit op 496.287 euro, 10.113 minder" in text
    steps = [int(n.replace(".", "")) for n in re.findall(r"Bedrag: (-?[\d.]+) euro", text)]
    assert steps[0] + sum(steps[1:-1]) == steps[-1] == 496_287


def test_the_files_of_a_folder_are_told_with_their_state(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("format = 1\nscenario = 78.500.1\n", "utf-8")
    for given in (tmp_path, tmp_path / "broken.toml"):
        text = call(capsys, "show", "files", str(given), "--plain").out
        assert re.search(r"^broken\.toml, staat: \d fout(en)?$", text, re.MULTILINE)
        assert "tiny.toml, staat: in orde" in text


def test_a_screen_can_be_had_in_ascii(capsys: Capture) -> None:
    with_signs = call(capsys, "show", "compare", CASE).out
    text = call(capsys, "show", "compare", CASE, "--ascii").out
    assert not with_signs.isascii()
    assert text.isascii()
    assert call(capsys, "--ascii", "show", "compare", CASE).out == text
    assert [len(line) for line in text.split("\n")] == [len(x) for x in with_signs.split("\n")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "comparison", TINY), "compare?"),
        (("show", "compare", TINY, "--format", "csv"), "orgdesign table"),
        (("show", "compare", "/nowhere.toml"), "/nowhere.toml"),
    ],
)
def test_what_cannot_be_shown_is_said(
    capsys: Capture, arguments: tuple[str, ...], words: str
) -> None:
    answer = call(capsys, *arguments)
    assert answer.code == 2
    assert words in answer.err
