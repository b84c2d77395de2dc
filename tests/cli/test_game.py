"""`orgdesign game`: a study done elsewhere, through the command."""

from __future__ import annotations

import io
import itertools
import json
import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from calling import Answer, call
from examples import ROOT

from orgdesign.allocation.games.registry import METHODS
from orgdesign.tables.games.registry import GAME_TABLES

EXAMPLES = ROOT / "scenarios" / "games"
TVA = str(EXAMPLES / "tennessee-valley.toml")
TOWNS = str(EXAMPLES / "two-towns.toml")
PUBLISHED = ROOT / "tests" / "allocation" / "games" / "published"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _dutch_and_patient(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("orgdesign.cli.talk.PATIENCE", 600.0)


def data(capsys: Capture, *arguments: str) -> dict[str, Any]:
    answer = call(capsys, "game", *arguments, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def write(folder: Path, costs: dict[str, float], name: str = "game.csv") -> str:
    file = folder / name
    rows = "".join(f"{group},{cost!r}\n" for group, cost in costs.items())
    file.write_text(f"coalition,cost\n{rows}", "utf-8")
    return str(file)


def test_the_data_have_players_allocations_stability_and_warnings(capsys: Capture) -> None:
    found = data(capsys, TVA)
    assert list(found) == ["players", "allocations", "stability", "warnings"]
    assert found["players"] == ["navigation", "flood_control", "power"]
    assert list(found["allocations"]) == list(found["stability"]) == list(METHODS)
    assert found["allocations"]["shapley"] == pytest.approx(
        {"navigation": 117_829, "flood_control": 100_756.5, "power": 193_998.5}
    )
    assert found["stability"]["nucleolus"]["verified"] is True
    assert found["stability"]["nucleolus"]["in_core"] is True
    assert found["stability"]["nucleolus"]["largest_excess"] == pytest.approx(-47_286)
    assert found["warnings"] == []


def test_an_undefined_method_is_null_with_a_warning_that_names_it_and_why(
    capsys: Capture, tmp_path: Path
) -> None:
    file = write(tmp_path, {"a": 1, "b": 1, "a+b": 3})
    found = data(capsys, file, "--lang", "en")
    assert found["allocations"]["nucleolus"] is None
    assert found["stability"]["nucleolus"] is None
    assert found["allocations"]["prenucleolus"] == pytest.approx({"a": 1.5, "b": 1.5})
    said = [warning for warning in found["warnings"] if "(nucleolus)" in warning]
    assert said == [
        "nucleolus (nucleolus): undefined, because working together costs more than staying alone, "
        "so someone always pays more than alone."
    ]
    undefined = [m for m, amounts in found["allocations"].items() if amounts is None]
    assert all(any(f"({m})" in warning for warning in found["warnings"]) for m in undefined)


def test_a_pair_that_costs_more_together_is_a_warning(capsys: Capture, tmp_path: Path) -> None:
    costs = {"a": 10, "b": 8.5, "c": 6, "a+b": 19, "a+c": 15, "b+c": 13, "a+b+c": 22}
    found = data(capsys, write(tmp_path, costs))
    assert found["warnings"] == ["Niet subadditief: a en b kosten samen 0,5 meer dan apart."]
    answer = call(capsys, "game", write(tmp_path, costs), "--table", "allocations")
    assert answer.code == 0
    assert "Niet subadditief: a en b" in answer.err
    assert "Niet subadditief" not in answer.out


def test_missing_groups_are_an_error_that_lists_them(capsys: Capture, tmp_path: Path) -> None:
    answer = call(capsys, "game", write(tmp_path, {"a": 1, "b": 2, "c": 3}), "--format", "json")
    assert answer.code == 2
    assert not answer.out
    assert "a+b, a+c, b+c, a+b+c" in answer.err


def test_the_first_tables_are_shown_and_any_by_name(capsys: Capture) -> None:
    answer = call(capsys, "game", TVA)
    assert answer.code == 0
    for title in (
        "Kerncijfers van het kostenspel",
        "Verdeling per methode",
        "Stabiliteit per methode",
    ):
        assert f"{title}: Tennessee Valley" in answer.out
    every = call(capsys, "game", TVA, "--table", "all").out
    for name in GAME_TABLES:
        one = call(capsys, "game", TVA, "--table", name)
        assert one.code == 0
        assert one.out in every


def test_a_table_of_a_game_has_every_format(capsys: Capture) -> None:
    table = ("game", TVA, "--table", "allocations", "--method", "shapley")
    found = json.loads(call(capsys, *table, "--format", "json").out)
    assert found["id"] == "allocations"
    assert [column["id"] for column in found["columns"]] == ["player", "shapley"]
    assert "117.829,00" in call(capsys, *table).out
    assert "117,829.00" in call(capsys, *table, "--lang", "en").out
    assert "| 117.829,00 |" in call(capsys, *table, "--format", "md").out
    assert "Scheepvaart;117829,00" in call(capsys, *table, "--format", "csv").out
    assert "Scheepvaart, Shapley-waarde: 117.829,00" in call(capsys, *table, "--plain").out


def test_several_tables_for_a_spreadsheet_say_once_how_they_are_coded(capsys: Capture) -> None:
    assert call(capsys, "game", TVA, "--format", "csv").out.count("\ufeff") == 1


def test_several_tables_are_one_page_and_one_list_of_data(capsys: Capture) -> None:
    both = ("game", TVA, "--table", "game", "--table", "stability")
    page = call(capsys, *both, "--format", "html").out
    assert (page.count("<html"), page.count("<table")) == (1, 2)
    found = json.loads(call(capsys, *both, "--format", "json").out)
    assert [table["id"] for table in found] == ["game", "stability"]


def test_only_the_methods_asked_for_are_computed(capsys: Capture) -> None:
    found = data(capsys, TOWNS, "--method", "equal-saving", "--method", "stand_alone")
    assert found["allocations"] == {
        "equal_saving": {"A": 9.5, "B": 5.5},
        "stand_alone": pytest.approx({"A": 9.1667, "B": 5.8333}, abs=1e-4),
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((TVA, "--method", "shaply"), "Bedoelt u shapley?"),
        ((TVA, "--table", "alocations"), "Bedoelt u allocations?"),
        ((TVA, "--plain", "--format", "csv"), "--plain"),
        ((TVA, "--numbers", "xx_YY"), "nl_NL"),
        ((str(EXAMPLES / "shortfall.toml"), "--method", "shapley"), "talmud"),
        ((str(ROOT / "scenarios" / "tiny.toml"),), "orgdesign compare"),
        (("/nowhere.toml",), "/nowhere.toml"),
        ((), "ontbreekt"),
    ],
)
def test_a_wrong_call_says_what_can(capsys: Capture, arguments: tuple[str, ...], said: str) -> None:
    answer = call(capsys, "game", *arguments)
    assert answer.code == 2
    assert not answer.out
    assert said in answer.err


def test_a_shortfall_is_shared_by_every_rule(capsys: Capture) -> None:
    file = str(EXAMPLES / "shortfall.toml")
    found = data(capsys, file)
    assert list(found) == ["players", "allocations", "stability", "warnings"]
    assert found["allocations"]["talmud"] == {"first": 50, "second": 75, "third": 75}
    assert list(found["allocations"]) == ["proportional", "cea", "cel", "talmud"]
    only = call(capsys, "game", file, "--method", "talmud", "--format", "csv").out
    assert "first;100,00;50,00" in only


def through_stdin(monkeypatch: pytest.MonkeyPatch, capsys: Capture, text: bytes) -> Answer:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    return call(capsys, "game", "-", "--format", "json")


def test_a_game_may_come_through_a_pipe(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("tennessee-valley.toml", "two-towns.toml", "two-towns.csv", "shortfall.toml"):
        expected = call(capsys, "game", str(EXAMPLES / name), "--format", "json").out
        piped = through_stdin(monkeypatch, capsys, (EXAMPLES / name).read_bytes())
        assert (piped.code, piped.out) == (0, expected)
    broken = through_stdin(monkeypatch, capsys, b"[costs]\na = -1\n")
    assert broken.code == 2
    assert "-:2:5: costs.a" in broken.err


def test_what_is_written_as_values_gives_what_the_tables_gave(
    capsys: Capture, tmp_path: Path
) -> None:
    given = tomllib.loads(Path(TVA).read_text("utf-8"))
    found, again = data(capsys, TVA), data(capsys, write(tmp_path, given["costs"]))
    assert again == found


def concave_costs(players: str) -> dict[str, float]:
    draws = np.random.default_rng(7)
    weight = dict(zip(sorted(players), draws.uniform(1, 9, len(players)), strict=True))
    groups = [m for n in range(1, len(players) + 1) for m in itertools.combinations(players, n)]
    return {"+".join(m): float(sum(weight[i] for i in m) ** 0.7) * 1e4 for m in groups}


@pytest.mark.parametrize("order", ["edcba", "caebd"])
def test_the_order_of_players_and_groups_is_irrelevant(
    capsys: Capture, tmp_path: Path, order: str
) -> None:
    first = data(capsys, write(tmp_path, concave_costs("abcde")))
    other = data(capsys, write(tmp_path, concave_costs(order)))
    assert other["players"] == list(order)
    for method, amounts in first["allocations"].items():
        assert other["allocations"][method] == pytest.approx(amounts, rel=1e-7)
        for fact in ("in_core", "objecting", "carried", "verified"):
            assert other["stability"][method][fact] == first["stability"][method][fact]
    assert sorted(first["warnings"]) == sorted(other["warnings"])


CASES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in PUBLISHED.glob("*.toml")}
NAMES = sorted(name for name, case in CASES.items() if "airport" not in case)
UNSHIFTED = {"proportional_nucleolus", "stand_alone", "epm", "least_core", "cea", "cel", "talmud"}
"""Methods for which a cost that everyone has on top is not simply added to what each pays."""


def costs_of(case: dict[str, Any]) -> list[float]:
    """What every group costs, the empty one left out; a saving is a negative cost."""
    groups = range(1, 1 << len(case["players"]))
    if "claims" in case:
        others = [sum(d for at, d in enumerate(case["claims"]) if not s >> at & 1) for s in groups]
        return [-max(0.0, case["estate"] - other) for other in others]
    if "largest" in case:
        return [max(c for at, c in enumerate(case["largest"]) if s >> at & 1) for s in groups]
    costs: list[float] = case.get("costs") or [-saving for saving in case["savings"]]
    return costs


@pytest.mark.parametrize("name", NAMES)
def test_a_published_case_comes_through_the_command(
    capsys: Capture, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    ids = [f"p{at}" for at in range(len(case["players"]))]
    # A cost may not be negative: what everyone has on top moves each amount by as much.
    shift = -min(0.0, *costs_of(case))
    costs = {
        "+".join(id for at, id in enumerate(ids) if s >> at & 1): cost + shift * s.bit_count()
        for s, cost in enumerate(costs_of(case), 1)
    }
    weights = case.get("weights", [1] * len(ids))
    players = "".join(f"{i} = {{ weight = {w} }}\n" for i, w in zip(ids, weights, strict=True))
    lines = "".join(f'"{group}" = {cost!r}\n' for group, cost in costs.items())
    file = tmp_path / "case.toml"
    file.write_text(f"[players]\n{players}[costs]\n{lines}", "utf-8")
    found = data(capsys, str(file))["allocations"]
    for method, printed in case.get("printed", {}).items():
        if not (shift and method in UNSHIFTED):
            expected = printed.get("amounts") or [shift - award for award in printed["awards"]]
            within = printed["within"] * (1 + 1e-6)
            assert [*found[method].values()] == pytest.approx(expected, rel=0, abs=within), method
    for method in case.get("undefined", {}):
        assert found[method] is None


@pytest.mark.parametrize("name", [name for name in NAMES if "rules" in CASES[name]])
def test_a_published_shortfall_comes_through_the_command(
    capsys: Capture, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    claims = "".join(f"p{at} = {claim}\n" for at, claim in enumerate(case["claims"]))
    file = tmp_path / "case.toml"
    file.write_text(f"estate = {case['estate']}\n[claims]\n{claims}", "utf-8")
    found = data(capsys, str(file))["allocations"]
    for rule, printed in case["rules"].items():
        awards = [*found[rule].values()]
        assert awards == pytest.approx(printed["awards"], rel=0, abs=printed["within"])
