from pathlib import Path

import pytest

from orgdesign.scenario.gallery import gallery, scenario_files, scenario_folder
from scenario.files import BASE, write


def test_the_folder_given_is_the_scenario_folder(tmp_path: Path) -> None:
    assert scenario_folder(tmp_path) == tmp_path


def test_else_it_is_the_folder_called_scenarios_else_the_current_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert scenario_folder() == tmp_path
    (tmp_path / "scenarios").mkdir()
    assert scenario_folder() == tmp_path / "scenarios"


def test_scenarios_are_the_toml_files_by_name(tmp_path: Path) -> None:
    write(tmp_path, b=BASE, a=BASE, below__c=BASE)
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    assert [path.name for path in scenario_files(tmp_path)] == ["a.toml", "b.toml"]
    assert scenario_files(tmp_path / "wanting") == ()


def test_the_gallery_comes_with_the_program() -> None:
    names = [path.stem for path in gallery()]
    assert {"tiny", "zuidoost-utrecht"} <= set(names)
    assert names == sorted(names)
