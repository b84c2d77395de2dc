"""`orgdesign sweep`: a folder of files in one table, whoever computes it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from calling import call
from examples import GALLERY, ROOT

from orgdesign.cli.sweep import swept_of
from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import against_alone
from orgdesign.scenario.load import load

Capture = pytest.CaptureFixture[str]
SCENARIOS = str(ROOT / "scenarios")


def rows(out: str) -> list[dict[str, str]]:
    read = csv.DictReader(io.StringIO(out.lstrip("\ufeff")))
    return [row for row in read if row.get("Problems")]


def test_every_option_of_every_file_has_its_row(capsys: Capture) -> None:
    answer = call(capsys, "sweep", SCENARIOS, "--format", "csv", "--lang", "en")
    assert answer.code == 0, answer.err
    expected = 0
    for path in GALLERY:
        scenario = load(path).scenario
        assert scenario is not None
        expected += len(scenario.options)
    assert len(rows(answer.out)) == expected
    (zeist,) = [row for row in rows(answer.out) if row["Option"] == "Centrumgemeente Zeist"]
    scenario = load(ROOT / "scenarios" / "zuidoost-utrecht.toml").scenario
    assert scenario is not None
    cost = against_alone(evaluate(scenario), "host_zeist", "structural_cost").sum()
    assert float(zeist["Structural cost"]) == round(cost)


def test_more_processes_give_the_same_table(capsys: Capture) -> None:
    alone = call(capsys, "sweep", SCENARIOS)
    assert call(capsys, "sweep", SCENARIOS, "--workers", "2").out == alone.out


def test_a_file_with_faults_is_counted_and_the_others_are_computed(
    capsys: Capture, tmp_path: Path
) -> None:
    (tmp_path / "good.toml").write_bytes((ROOT / "scenarios" / "tiny.toml").read_bytes())
    (tmp_path / "wrong.toml").write_text("format = 1\n[scenario]\ntitle = 3\n", "utf-8")
    answer = call(capsys, "sweep", str(tmp_path), "--format", "csv", "--lang", "en")
    assert answer.code == 2
    good, wrong = rows(answer.out)
    assert good["File"] == "good.toml"
    assert int(good["Problems"]) == 0
    assert int(wrong["Problems"]) == swept_of(str(tmp_path / "wrong.toml")).faults > 0


def test_an_empty_folder_is_said_in_words(capsys: Capture, tmp_path: Path) -> None:
    answer = call(capsys, "sweep", str(tmp_path))
    assert answer.code == 2
    assert "geen scenariobestanden" in answer.err
