"""`orgdesign verify`: how it may be called, and what is no document."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from calling import Answer, call
from examples import ROOT

CASE = str(ROOT / "tests" / "golden" / "small.toml")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from orgdesign.cli.main import run

    made = tmp_path_factory.mktemp("set")
    assert run(("export", CASE, "--to", str(made), "--table", "structural", "--format", "md")) == 0
    return made


def verify(capsys: Capture, *arguments: object) -> Answer:
    return call(capsys, "verify", *map(str, arguments))


@pytest.mark.parametrize("before", [True, False])
def test_the_language_stands_anywhere(capsys: Capture, folder: Path, before: bool) -> None:
    for words in (("--bundle", folder), (folder / "structural.md", CASE)):
        lang = ("--lang", "en")
        answer = verify(capsys, *lang, *words) if before else verify(capsys, *words, *lang)
        assert answer.code == 0, answer.err
        assert "equal" in answer.out
    answer = verify(capsys, "--numbers", "en_GB", "--bundle", folder)
    assert (answer.code, answer.out) == (2, "")
    assert "--numbers en_GB: opties horen bij een kenmerk" in answer.err


def test_without_a_scenario_file_that_is_what_is_asked_for(capsys: Capture, folder: Path) -> None:
    answer = verify(capsys, folder / "structural.md", "--lang", "nl")
    assert (answer.code, answer.out) == (2, "")
    assert "noem ook het scenariobestand" in answer.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_device_a_pipe_and_a_very_large_file_are_refused(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("zero.md", "pipe.md"):
        answer = verify(capsys, tmp_path / name, CASE)
        assert (answer.code, answer.out) == (2, "")
        assert "apparaat of een kanaal" in answer.err
    (tmp_path / "MANIFEST.json").symlink_to("/dev/zero")
    assert "geen map van orgdesign export" in verify(capsys, "--bundle", tmp_path).err
    with (tmp_path / "large.md").open("wb") as file:
        file.truncate(100_000_001)
    assert "groter dan 100 MB" in verify(capsys, tmp_path / "large.md", CASE).err


def test_a_file_that_became_a_pipe_is_changed_and_is_not_replaced(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / "structural.md").unlink()
    (copy / "structural.md").symlink_to("/dev/zero")
    answer = verify(capsys, "--bundle", copy)
    assert "veranderd sinds het is geschreven: structural.md" in answer.out
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "structural.md").symlink_to("/dev/zero")
    told = call(capsys, "export", CASE, "--to", str(tmp_path / "others"), "--format", "md")
    assert told.code == 2
    assert "structural.md is niet van het programma" in told.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nope.md", CASE), "nope.md bestaat niet."),
        (("--bundle", "nope"), "er is geen map nope."),
        (("--bundle", "memo.md"), "er is geen map memo.md."),
        (("--bundle", "."), ". is geen map van orgdesign export: MANIFEST.json ontbreekt"),
        ((".", CASE), ". is een map: --bundle controleert"),
        (("loop.md", CASE), "loop.md is een verwijzing"),
    ],
)
def test_what_is_not_there_is_said_in_words(
    capsys: Capture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "memo.md").write_text("", "utf-8")
    (tmp_path / "loop.md").symlink_to("loop.md")
    answer = verify(capsys, *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
