"""The commands: what they print, what they say, and how they end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from calling import call
from examples import EXAMPLE, ROOT, example

from orgdesign.cli.commands import COMMANDS
from orgdesign.lines import LINES
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.key_names import ALWAYS
from orgdesign.tables.registry import TABLES

TINY = str(ROOT / "scenarios" / "tiny.toml")
CASE = str(EXAMPLE)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said about work that takes long has a test of its own, whatever the machine."""
    monkeypatch.setattr("orgdesign.cli.talk.PATIENCE", 600.0)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    file = tmp_path / "broken.toml"
    file.write_text('format = 1\n[scenario]\ntitle = 3\nyears = "x"\n', "utf-8")
    return str(file)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_a_command(capsys: Capture, name: str) -> None:
    answer = call(capsys, "table", name.replace("_", "-"), TINY)
    assert answer.code == 0
    assert answer.out
    assert not answer.err


def test_compare_is_the_table(capsys: Capture) -> None:
    assert call(capsys, "compare", CASE).out == call(capsys, "table", "compare", CASE).out


def test_data_and_talk_are_apart(capsys: Capture, broken: str) -> None:
    answer = call(capsys, "compare", broken)
    assert answer.code == 2
    assert not answer.out
    assert f"{broken}:3:9" in answer.err


def test_problems_of_all_files_are_told(capsys: Capture, broken: str) -> None:
    answer = call(capsys, "check", broken, TINY, "/nowhere.toml")
    assert answer.code == 2
    assert f"{broken}:4:9" in answer.err
    assert "/nowhere.toml" in answer.err
    assert "geen fouten" in answer.err


def test_a_good_file_is_fine(capsys: Capture) -> None:
    answer = call(capsys, "check", TINY)
    assert answer.code == 0
    assert not answer.out
    assert "zegt niets over" in answer.err


def test_what_is_tried_counts(capsys: Capture) -> None:
    before = call(capsys, "compare", TINY, "--format", "json").out
    after = call(capsys, "compare", TINY, "--format", "json", "--set", "salary.8=80_000").out
    assert json.loads(before)["rows"] != json.loads(after)["rows"]


@pytest.mark.parametrize(
    "given", ["salary.8", "salary.8=x y", "nothing.here=1", "=", "salary.8=-5"]
)
def test_what_cannot_be_tried_is_a_problem(capsys: Capture, given: str) -> None:
    answer = call(capsys, "compare", TINY, "--set", given)
    assert answer.code == 2
    assert answer.err
    assert not answer.out


def test_thresholds_decide_where_asked(capsys: Capture) -> None:
    strict = ("--set", "options.host_zuid.thresholds.transition_cost_at_most=1")
    assert call(capsys, "compare", TINY, *strict).code == 0
    answer = call(capsys, "compare", TINY, *strict, "--fail-on", "thresholds")
    assert answer.code == 1
    assert "Centrumgemeente Zuid" in answer.err
    assert "voldoet niet" in answer.out
    wide = ("--set", "options.host_zuid.thresholds.transition_cost_at_most=1e9")
    assert call(capsys, "compare", TINY, *wide, "--fail-on", "thresholds").code == 0


def test_a_table_of_the_file_has_its_own_name(capsys: Capture, tmp_path: Path) -> None:
    own = '[tables.once]\nnumber = 7\ntitle = "Eenmalig"\nmeasure = "transition_cost"\n'
    file = tmp_path / "own.toml"
    file.write_text(Path(TINY).read_text("utf-8") + own, "utf-8")
    found = json.loads(call(capsys, "table", "once", str(file), "--format", "json").out)
    assert found["title"] == "Tabel 7. Eenmalig"
    expected = json.loads(call(capsys, "table", "transition", TINY, "--format", "json").out)
    assert found["rows"] == expected["rows"]


def test_language_and_numbers_are_two_settings(capsys: Capture) -> None:
    english = call(capsys, "compare", TINY, "--lang", "en").out
    assert "Alone" in english
    assert "506,400" in english
    dutch_numbers = call(capsys, "compare", TINY, "--lang", "en", "--numbers", "en_NL").out
    assert "Alone" in dutch_numbers
    assert "506.400" in dutch_numbers


def test_plain_is_one_fact_a_line(capsys: Capture) -> None:
    lines = call(capsys, "compare", TINY, "--plain").out.splitlines()
    assert "Noord, Zelfstandig: 506.400 euro" in lines
    assert any(line.endswith("euro minder dan zelfstandig") for line in lines)


def test_options_and_municipalities_by_id_or_name(capsys: Capture) -> None:
    ids = call(capsys, "compare", CASE, "--option", "network", "--municipality", "de_bilt")
    names = call(
        capsys, "compare", CASE, "--option", "netwerkorganisatie", "--municipality", "De Bilt"
    )
    assert ids.out == names.out
    assert "Zeist" not in ids.out.split("\n\n")[1]


def test_files_side_by_side(capsys: Capture) -> None:
    found = json.loads(call(capsys, "compare", TINY, CASE, "--format", "json").out)
    assert [column["id"] for column in found["columns"]][:3] == [
        "municipality",
        "1.alone",
        "1.host_zuid",
    ]
    assert any("overhead.per_fte" in note for note in found["notes"])


def test_results_are_every_amount_unrounded(capsys: Capture) -> None:
    answer = call(capsys, "results", CASE, "--lang", "nl")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert list(rows[0]) == ["option", "municipality", "year", "line", "kind", "unit", "value"]
    result = evaluate(example())
    assert len(rows) == len(result.options) * 5 * 10 * len(LINES)
    for row in rows[:: len(rows) // 50]:
        place = example().municipalities.index(row["municipality"])
        year = example().years.index(int(row["year"]))
        exact = result.options[row["option"]].lines[row["line"]][place, year, 0]
        assert float(row["value"]) == exact


def test_results_are_the_same_as_json(capsys: Capture) -> None:
    rows = list(csv.DictReader(io.StringIO(call(capsys, "results", TINY).out)))
    objects = json.loads(call(capsys, "results", TINY, "--format", "json").out)
    assert [{key: str(value) for key, value in each.items()} for each in objects] == rows


def test_explain_gives_the_arithmetic_and_the_tree(capsys: Capture) -> None:
    answer = call(capsys, "explain", TINY, "host_zuid", "noord", "formation", "--year", "2029")
    assert answer.code == 0, answer.err
    assert "300.281,20 euro" in " ".join(answer.out.split())
    assert (
        f"{TINY}:30" in answer.out.replace("\n", "").replace("    ", "") or "salary.8" in answer.out
    )


def test_explain_tells_any_outcome_and_which_lines_it_has(capsys: Capture) -> None:
    asked = ("explain", TINY, "host_zuid", "noord", "--measure")
    whole = call(capsys, *asked, "transition_cost")
    assert whole.code == 0, whole.err
    assert "transitiekosten: " in whole.out
    wrong = call(capsys, "explain", TINY, "host_zuid", "noord", "formation", *asked[-1:], "payback")
    assert wrong.code == 2
    assert "payback is er niet naar kostenpost" in wrong.err
    other = call(
        capsys, "explain", TINY, "host_zuid", "noord", "formation", *asked[-1:], "transition_cost"
    )
    assert other.code == 2
    assert "kies een van: process" in other.err


def test_where_gives_the_line_of_the_file(capsys: Capture) -> None:
    answer = call(capsys, "where", "jobs.administrator.fte.noord", TINY)
    assert answer.code == 0, answer.err
    assert f"{TINY}:" in answer.out
    assert "waarde 4" in answer.out


def test_forms_and_keys_need_no_file(capsys: Capture) -> None:
    forms = json.loads(call(capsys, "forms", "--format", "json").out)
    assert {"network", "host", "merger"} <= {row["id"] for row in forms["rows"]}
    keys = json.loads(call(capsys, "keys", "--format", "json").out)
    assert [row["id"] for row in keys["rows"]] == list(ALWAYS)
    own = json.loads(call(capsys, "keys", CASE, "--format", "json").out)
    assert "clients_and_size" in [row["id"] for row in own["rows"]]


def test_the_schema_is_json(capsys: Capture) -> None:
    assert json.loads(call(capsys, "schema").out)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(capsys: Capture, shell: str) -> None:
    assert "_ORGDESIGN_COMPLETE" in call(capsys, "completion", shell).out


def test_in_a_pipe_a_file_is_compared(capsys: Capture) -> None:
    assert call(capsys, TINY).out == call(capsys, "compare", TINY).out
    assert call(capsys, TINY, "--set", "salary.8=80_000").out != call(capsys, TINY).out


def test_in_a_pipe_every_file_of_the_folder_is_compared(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "geen scenariobestanden" in call(capsys).err
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "tiny.toml").write_bytes(Path(TINY).read_bytes())
    assert "Noord" in call(capsys).out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(capsys: Capture, command: str) -> None:
    answer = call(capsys, command, "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Gebruik: orgdesign {command}")
    assert COMMANDS[command][0] in " ".join(answer.out.split())


def test_completion_completes_commands(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_ORGDESIGN_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "orgdesign com")
    monkeypatch.setenv("COMP_CWORD", "1")
    with pytest.raises(SystemExit):
        call(capsys)
    assert "compare" in capsys.readouterr().out


def test_files_that_give_a_fact_differently_are_told(capsys: Capture, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(Path(CASE).read_text("utf-8").replace("15_214", "15_215"), "utf-8")
    alone = call(capsys, "check", CASE).err + call(capsys, "check", str(other)).err
    answer = call(capsys, "check", CASE, str(other))
    assert answer.code == 0
    (said,) = set(answer.err.splitlines()) - set(alone.splitlines())
    assert "municipalities.bunnik.inhabitants" in said
    assert "15.215" in said


def test_work_that_takes_long_says_so_beside_the_data(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = call(capsys, "compare", CASE)
    monkeypatch.setattr("orgdesign.cli.talk.PATIENCE", 0.0)
    told = call(capsys, "compare", CASE)
    assert "Bezig met rekenen" in told.err
    assert told.out == quiet.out


@pytest.mark.parametrize(
    "arguments", [("--lang", "en"), ("--lang", "en", TINY), (TINY, "--lang", "en")]
)
def test_the_app_opens_in_the_language_of_the_call(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("orgdesign.cli.open.somebody_looks", lambda: True)
    monkeypatch.setattr("orgdesign.tui.start.run", lambda _, **how: asked.append(how["chosen"]))
    assert call(capsys, *arguments).code == 0
    assert asked == ["en"]


@pytest.mark.parametrize(
    "arguments",
    [("--ascii",), ("--ascii", TINY), (TINY, "--ascii"), ("--lang", "en", "--ascii", TINY)],
)
def test_the_app_opens_in_ascii_wherever_that_is_asked(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    asked: list[object] = []
    monkeypatch.setattr("orgdesign.cli.open.somebody_looks", lambda: True)
    monkeypatch.setattr(
        "orgdesign.tui.start.run", lambda _, **how: asked.append(how["plain_letters"])
    )
    assert call(capsys, *arguments).code == 0
    assert asked == [True]


def test_explain_tells_what_is_temporary_as_the_part_of_the_transition_cost_that_it_is(
    capsys: Capture,
) -> None:
    answer = call(capsys, "explain", TINY, "host_zuid", "total", "kind_temporary")
    assert answer.code == 0
    assert answer.out.startswith("Samen, Centrumgemeente Zuid, 2025-2029, tijdelijk")
