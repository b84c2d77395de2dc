"""`orgdesign new`: in a pipe a starter at once, on a terminal the questions first."""

import io
from pathlib import Path

import pytest
from calling import call

from orgdesign.cli.new import _asked
from orgdesign.library.loader import form_ids
from orgdesign.notes.notes import notes
from orgdesign.scenario.load import load, load_text
from orgdesign.scenario.starting.new import starter

Capture = pytest.CaptureFixture[str]


def test_a_new_file_computes_and_is_never_overwritten(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    target = tmp_path / "regio"
    assert call(capsys, "new", str(target)).code == 0
    written = target.with_suffix(".toml").read_text("utf-8")
    assert written.startswith("#:schema ./orgdesign.schema.json")
    assert (tmp_path / "orgdesign.schema.json").exists()
    assert load(target.with_suffix(".toml")).scenario is not None
    assert call(capsys, "compare", f"{target}.toml").code == 0
    assert call(capsys, "new", str(target)).code == 2
    assert target.with_suffix(".toml").read_text("utf-8") == written


def test_on_a_terminal_the_questions_are_asked_and_a_form_that_is_not_known_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(
        ["Samen", "Vallei", "Zeist", "", "Houten", "50.000", "", "", " , ", "Burgerzaken, Jeugd",
         "2027", "network, public_body", "2", "2027"]
    )  # fmt: skip
    asked: list[str] = []

    def prompt(question: str, **_: object) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("click.prompt", prompt)
    scenario = load_text(_asked(tmp_path / "samen.toml", "nl")).scenario
    assert scenario is not None
    document = scenario.document
    assert "63322" in asked[3]
    assert [("minstens één taak" in question) for question in asked[7:10]] == [False, True, True]
    assert "De vorm 2027 bestaat niet; er zijn: network" in asked[-3]
    assert "2 kan niet: een jaar van 2025" in asked[-1]
    assert document.municipalities["zeist"].inhabitants.value == 63_322
    assert list(document.tasks) == ["burgerzaken", "jeugd"]
    assert list(document.options) == ["network", "public_body"]
    assert document.options["network"].from_.value == 2027


def test_municipalities_that_the_app_refuses_are_asked_again_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(
        ["Samen", "", "", "zeist", "63322 (2018)", "15.214,0", "abc", "-5", "0", "63 322 2018",
         "63 322", "", "Zeist", "Dorp", "", "", "Post", "network", ""]
    )  # fmt: skip
    asked: list[str] = []

    def prompt(question: str, **_: object) -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr("click.prompt", prompt)
    scenario = load_text(_asked(tmp_path / "samen.toml", "nl")).scenario
    assert scenario is not None
    found = {m.name: m.inhabitants.value for m in scenario.document.municipalities.values()}
    assert found == {"Zeist": 63_322, "Dorp": 25_000}
    assert asked[3] == "Geef minstens twee gemeenten. Gemeente 1 (leeg: klaar)"
    reasons = ["geen getal", "geen heel getal", "geen getal", "kan het aantal inwoners"]
    for said, question in zip([*reasons, reasons[-1], "geen getal"], asked[5:11], strict=True):
        assert said in question
        assert question.endswith("Inwoners van Zeist (leeg: 63322)")
    assert asked[12].startswith("Geef minstens twee gemeenten. Gemeente 2")
    assert asked[13].startswith("Zeist staat er twee keer. Gemeente 2")


@pytest.mark.parametrize(("name", "said"), [("", "een naam"), (" ", "een naam"), (".", "een naam"),
                                            ("sub/x", "map sub bestaat niet")])  # fmt: skip
def test_what_is_no_name_or_in_no_folder_is_said(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call(capsys, "new", name)
    assert answer.code == 2
    assert said in answer.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", form_ids())
def test_every_figure_of_a_starter_is_read(form: str) -> None:
    loaded = load_text(starter(forms=[form], language="en"))
    assert loaded.scenario is not None, loaded.problems
    assert [note for note in notes(loaded.scenario) if note.code == "unread"] == []
