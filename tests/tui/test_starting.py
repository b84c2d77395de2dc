"""A new scenario made wholly in the app: its questions, and the file that they make."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from orgdesign.scenario.load import load, load_text
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.new_answers import FIELDS, Asking, asking, objection, written
from orgdesign.tui.screens.starting import NewScenario
from orgdesign.tui.widgets.pieces import completed
from tui.driving import MEDIUM, SMALL, grid_text, press, settled, shown

ANSWERS = {
    "title": "Samen sterk",
    "municipalities": "zeist; Bunnik 15\u00a0214; Houten 50.000",
    "tasks": "Burgerzaken; Jeugd",
    "forms": "netw; public_body",
    "start": "2027",
    "region": "",
    "file": "samen-sterk.toml",
}


@pytest.fixture(autouse=True)
def _no_worked_cases_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take long to read, and are not what these tests are about."""
    monkeypatch.setattr("orgdesign.tui.file_list.gallery", tuple)


@pytest.fixture
def about(tmp_path: Path) -> Asking:
    return asking(tmp_path, "nl")


async def questions(pilot: Pilot[None]) -> NewScenario:
    """The page of questions, from the list of files."""
    await settled(pilot)
    await press(pilot, "n")
    assert isinstance(pilot.app.screen, NewScenario)
    return pilot.app.screen


async def test_the_answers_become_a_file_that_is_compared_at_once(tmp_path: Path) -> None:
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=SMALL) as pilot:
        page = await questions(pilot)
        page.query_one("#title", Input).value = "Samen"
        page.query_one("#municipalities", Input).value = "Zeist; Bu"
        await press(pilot, "enter", "end", "n", "right", "enter")
        assert page.answers["tasks"] == "Administratie"
        page.query_one("#tasks", Input).value = ""
        await press(pilot, "enter")
        assert "minstens één taak" in shown(app)
        page.query_one("#tasks", Input).value = "Burgerzaken"
        await press(pilot, "enter", "enter", "enter", "enter")
        assert page.answers["municipalities"] == "Zeist; Bunnik 15214"
        assert shown(app).count("samen.toml") == 1
        await press(pilot, "enter")
        assert "samen.toml" in shown(app)
        assert "Zeist" in grid_text(app)
        assert "Netwerkor" in shown(app)
    loaded = load(tmp_path / "samen.toml")
    assert loaded.problems == ()
    assert (tmp_path / "orgdesign.schema.json").exists()


async def test_a_wrong_answer_is_told_below_the_fields_and_holds_the_cursor(tmp_path: Path) -> None:
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=MEDIUM) as pilot:
        page = await questions(pilot)
        await press(pilot, "enter")
        assert "Geef een titel" in shown(app)
        page.query_one("#title", Input).value = "Samen"
        page.query_one("#municipalities", Input).value = "Zeist 1"
        await press(pilot, "enter", "enter")
        assert "minstens twee" in shown(app)
        assert page.focused is page.query_one("#municipalities")
        await press(pilot, "ctrl+s")
        assert page.focused is page.query_one("#municipalities")
        await press(pilot, "escape")
        assert app.screen is not page
    assert not list(tmp_path.glob("*.toml"))


async def test_the_arrows_go_through_the_questions_and_the_file_follows_the_title(
    tmp_path: Path,
) -> None:
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    (tmp_path / "samen.toml").write_text("format = 1\n", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        page = await questions(pilot)
        page.query_one("#title", Input).value = "Samen"
        await press(pilot, "up")
        assert page.query_one("#file", Input).value == "samen-2.toml"
        assert page.focused is page.query_one("#file")
        await press(pilot, "down", "down")
        assert page.focused is page.query_one("#municipalities")


def test_the_file_of_the_answers_has_no_problems(about: Asking) -> None:
    loaded = load_text(written(ANSWERS, about))
    assert loaded.problems == ()
    assert loaded.scenario is not None
    document = loaded.scenario.document
    inhabitants = {m.name: m.inhabitants.value for m in document.municipalities.values()}
    assert inhabitants == {"Zeist": 63_322, "Bunnik": 15_214, "Houten": 50_000}
    assert list(document.options) == ["network", "public_body"]


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("title", " ", "titel"),
        ("municipalities", "Zeist", "minstens twee"),
        ("municipalities", "Zeist; Nergens", "Nergens"),
        ("municipalities", "Zeist; zeist 3", "twee keer"),
        ("municipalities", "Zeist 12.5; Bunnik", "geen heel getal"),
        ("municipalities", "Zeist 63322 2018; Bunnik", "geen getal"),
        ("municipalities", "Zeist 0; Bunnik", "inwoners"),
        ("municipalities", "Noord 5; noord 3", "twee keer"),
        ("tasks", "", "minstens één taak"),
        ("tasks", " ; ,", "minstens één taak"),
        ("forms", "", "minstens één vorm"),
        ("forms", "be", "Coöperatie"),
        ("start", "2050", "2034"),
        ("start", "straks", "2034"),
        ("file", "map/x.toml", "zonder map"),
    ],
)
def test_what_is_wrong_with_an_answer_is_said(
    about: Asking, field: str, text: str, words: str
) -> None:
    assert words in objection(field, text, about)


def test_nothing_is_wrong_with_good_answers(about: Asking) -> None:
    assert {objection(field, ANSWERS[field], about) for field in FIELDS} == {""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zei", "zeist 63322"),
        ("Houten 5; Bun", "Houten 5; Bunnik 15214"),
        ("", None),
        ("Zeist 63322; ", None),
        ("Zeist 63322; x", None),
    ],
)
def test_the_last_piece_of_a_list_is_completed(text: str, expected: str | None) -> None:
    assert completed(text, ("Bunnik 15214", "Zeist 63322")) == expected


async def test_typing_in_a_filled_field_replaces_what_stood_there(tmp_path: Path) -> None:
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=MEDIUM) as pilot:
        page = await questions(pilot)
        assert page.answers["tasks"]
        page.query_one("#tasks", Input).focus()
        await press(pilot, *"Post")
        assert page.answers["tasks"] == "Post"


async def test_what_was_typed_is_added_to_when_one_comes_back(tmp_path: Path) -> None:
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=MEDIUM) as pilot:
        page = await questions(pilot)
        await press(pilot, "S", "down", *"Zeist; Oort", "ctrl+s", *" 12", "up", "o")
        assert page.answers["municipalities"] == "Zeist; Oort 12"
        assert page.answers["title"] == "So"


async def test_a_page_that_is_left_comes_back_as_it_was_until_it_is_made(tmp_path: Path) -> None:
    app = OrgdesignApp(tmp_path, tmp_path / "state")
    async with app.run_test(size=MEDIUM) as pilot:
        page = await questions(pilot)
        await press(pilot, "S", "down", *"Zeist; Bunnik", "up", "up", "x", "escape")
        page = await questions(pilot)
        assert page.answers["title"] == "S"
        assert page.answers["municipalities"] == "Zeist; Bunnik"
        assert page.answers["file"] == "x"
        await press(pilot, "o", "ctrl+s", "1")
        page = await questions(pilot)
        assert page.answers["title"] == ""
    assert (tmp_path / "x.toml").exists()
