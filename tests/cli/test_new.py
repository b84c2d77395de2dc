"""`orgdesign new`: in a pipe a starter at once, on a terminal the questions first."""

import io
from pathlib import Path

import pytest
from calling import call

from orgdesign.cli.new import _asked
from orgdesign.scenario.load import load, load_text

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
         "hosts", "network, public_body", "2027"]
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
    assert [("minstens een taak" in question) for question in asked[7:10]] == [False, True, True]
    assert document.municipalities["zeist"].inhabitants.value == 63_322
    assert list(document.tasks) == ["burgerzaken", "jeugd"]
    assert list(document.options) == ["network", "public_body"]
    assert document.options["network"].from_.value == 2027
