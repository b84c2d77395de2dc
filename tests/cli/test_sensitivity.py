"""`orgdesign sensitivity`: what it prints, in which order, and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
from pathlib import Path

import pytest
from calling import call
from examples import ROOT, scenario

from orgdesign.cli.progress import progress
from orgdesign.parts_of_sensitivity import PARTS

SMALL = str(ROOT / "tests" / "golden" / "small.toml")
ZOU = str(ROOT / "scenarios" / "zuidoost-utrecht.toml")
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("what", PARTS)
@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_every_part_prints_its_table_in_every_format(capsys: Capture, what: str, form: str) -> None:
    answer = call(capsys, "sensitivity", SMALL, what, "--format", form, "--draws", "200")
    assert answer.code == 0, answer.err
    assert answer.out
    if form == "json":
        assert json.loads(answer.out)


def test_the_help_names_every_part(capsys: Capture) -> None:
    told = call(capsys, "sensitivity", "--help").out.split()
    assert not set(PARTS) - {word.strip(",.") for word in told}


def test_switching_values_are_what_is_asked_where_nothing_is_said(capsys: Capture) -> None:
    assert (
        call(capsys, "sensitivity", SMALL).out
        == call(capsys, "sensitivity", SMALL, "switching").out
    )


def test_a_sentence_holds_the_figure_its_switching_value_and_who_is_cheaper(
    capsys: Capture,
) -> None:
    path = "options.joint_body.overhead_per_fte"
    answer = call(capsys, "sensitivity", ZOU, "--figure", path, "--format", "csv", "--lang", "en")
    rows = list(csv.DictReader(io.StringIO(answer.out.lstrip("\ufeff"))))
    told = {row["What flips"]: row["Switching value"] for row in rows}
    sentence = (
        "For Bunnik: alone stays cheaper than Bedrijfsvoeringsorganisatie until this figure falls "
        "below 45,181 euros: overhead per fte (Bedrijfsvoeringsorganisatie), now 47,000 euros."
    )
    assert float(told[sentence]) == pytest.approx(45_181.36, abs=0.01)
    assert any(row.startswith("None in the range: ") for row in told)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tornados",), "tornados is geen onderdeel"),
        (("--figure", "overhead.per_ft"), "Bedoelt u overhead.per_fte?"),
        (("--figure", "staff.attrition"), "heeft geen bandbreedte"),
        (("--measure", "payback"), "payback kan hier niet"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(
    capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    answer = call(capsys, "sensitivity", SMALL, *arguments)
    assert answer.code == 2
    assert said in answer.err
    assert not answer.out


def test_a_file_without_ranges_says_what_to_do(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "bare.toml"
    text = (ROOT / "scenarios" / "tiny.toml").read_text("utf-8")
    text = text.replace('form = "host"', 'form = "alone"').replace('host = "zuid"', "")
    file.write_text(text, "utf-8")
    answer = call(capsys, "sensitivity", str(file))
    assert answer.code == 0
    assert "geef low en high" in " ".join(answer.out.split())


def test_the_first_interrupt_asks_to_stop_and_the_second_ends(capsys: Capture) -> None:
    with progress("en") as told:
        assert told(1, 3)
        os.kill(os.getpid(), signal.SIGINT)
        assert not told(2, 3)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert "Stopped" in capsys.readouterr().err


def test_work_over_a_second_says_how_far_it_is(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orgdesign.cli.talk.PATIENCE", -1.0)
    monkeypatch.setattr("orgdesign.cli.progress.EVERY_ELSEWHERE", -1.0)
    with progress("nl") as told:
        told(3, 7)
    assert "3 van 7" in capsys.readouterr().err


def test_more_processes_print_the_same_table(capsys: Capture) -> None:
    arguments = ("sensitivity", SMALL, "bands", "--draws", "700")
    alone = call(capsys, *arguments)
    assert call(capsys, *arguments, "--workers", "2").out == alone.out


def test_a_cluster_that_is_not_there_is_said_in_words(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orgdesign.cli.executors.SECONDS", 1)
    answer = call(capsys, "sensitivity", SMALL, "bands", "--scheduler", "tcp://127.0.0.1:9")
    assert answer.code == 2
    assert "tcp://127.0.0.1:9" in answer.err
    assert not answer.out


@pytest.mark.parametrize("what", ["bands", "ranks", "grid", "stress", "tornado", "morris"])
def test_amounts_per_inhabitant_are_those_of_whom_they_are_divided_by_their_number(
    capsys: Capture, what: str
) -> None:
    told = ("sensitivity", SMALL, what, "--format", "json", "--draws", "200")
    whole = json.loads(call(capsys, *told).out)
    each = json.loads(call(capsys, *told, "--per-inhabitant").out)
    document = scenario(Path(SMALL)).document.municipalities
    inhabitants = {id: table.inhabitants.value for id, table in document.items()}
    per = {column["id"] for column in each["columns"] if column["unit"] == "euros_per_inhabitant"}
    assert per == {column["id"] for column in whole["columns"] if column["unit"] == "euros"}
    assert per
    for before, after in zip(whole["rows"], each["rows"], strict=True):
        whose = before["id"].rpartition(".")[2]
        number = inhabitants.get(whose, sum(inhabitants.values()))
        for column in per:
            euros, divided = before["cells"][column], after["cells"][column]
            if isinstance(euros, int | float):
                assert divided == pytest.approx(euros / number, abs=0.01)


def test_an_option_in_which_nobody_shown_takes_part_has_no_rank(capsys: Capture) -> None:
    told = ("sensitivity", SMALL, "ranks", "--municipality", "west", "--format", "json")
    found = json.loads(call(capsys, *told, "--draws", "200").out)
    assert {column["id"] for column in found["columns"]} >= {"rank_1", "rank_2"}
    assert "rank_3" not in {column["id"] for column in found["columns"]}
    (outside,) = [row["cells"] for row in found["rows"] if row["id"] == "network"]
    assert all(cell == {"mark": "not_applicable"} for id, cell in outside.items() if id != "option")
