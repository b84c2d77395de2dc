"""A game as files of all sorts give it: the same game whatever the format."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from examples import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.scenario.games.amounts import amount
from orgdesign.scenario.games.given import GivenGame, GivenShortfall
from orgdesign.scenario.games.load import game_of_bytes, load_game

EXAMPLES = ROOT / "scenarios" / "games"


def game_of(text: str, file: str = "-") -> GivenGame:
    loaded = game_of_bytes(text.encode(), file)
    assert isinstance(loaded.game, GivenGame), loaded.problems
    return loaded.game


TWO = ("a", "b"), [0.0, 11.0, 7.0, 15.0]


@pytest.mark.parametrize(
    "text",
    [
        'costs = { a = 11, b = 7, "a+b" = 15 }',
        '[costs]\na = 11\nb = 7.0\n"a+b" = 15',
        '[costs]\na = 11\nb = 7\n"b+a" = 15',
        '[costs]\na = 11\nb = 7\n" a + b " = { value = 15, note = "x", source = "y" }',
        "coalition,cost\na,11\nb,7\na+b,15",
        "coalition,cost\na,11\nb,7\nb+a,15\n\n\n",
        "coalition;cost\na;11,0\nb;7\na+b;15,00\n",
        "\ufeffsep=;\r\ncoalition;cost\r\na;11\r\nb;7\r\na+b;15\r\n;\r\n",
        'Coalition, Cost\n"a","11"\nb , 7\na + b, 15.0',
        "coalition\tcost\na\t11,0\nb\t7\na+b\t15",
        "# Young 1994\n\ncoalition,cost\na,11\n# a comment\nb,7\na+b,1.5e1\n",
        'note,cost,coalition\nx,11,a\n,7,b\n"y, z",15,a+b\n',
    ],
)
def test_a_game_reads_the_same_in_every_way_to_write_it(text: str) -> None:
    found = game_of(text)
    assert (found.players, list(found.costs)) == TWO


@pytest.mark.parametrize(
    ("written", "decimal", "number"),
    [
        ("1.234,50", ",", 1234.5),
        ("1.234.567", ",", 1234567),
        ("1,234.50", ".", 1234.5),
        ("1,234,567", ".", 1234567),
        ("12,5", ",", 12.5),
        (" 12.5 ", ".", 12.5),
        ("1,2E+06", ",", 1.2e6),
        ("0", ".", 0),
    ],
)
def test_an_amount_is_read_where_it_can_mean_one_thing(
    written: str, decimal: str, number: float
) -> None:
    assert amount(written, decimal) == number


@pytest.mark.parametrize(
    ("written", "decimal"),
    [("78.500", ","), ("78,500", "."), ("1.5", ","), ("1,5", "."), ("", ",")],
)
def test_an_amount_that_may_mean_two_things_is_not_guessed_at(written: str, decimal: str) -> None:
    assert isinstance(amount(written, decimal), tuple)


def test_players_come_in_the_order_of_their_table_with_names_and_weights() -> None:
    found = game_of(
        "title = 'T'\nunit = 'euro'\nsource = 'S'\n"
        "[players]\nb = { name = 'B-stad', weight = 2 }\na = { weight = 1.5 }\n"
        "[costs]\na = 11\nb = 7\n'a+b' = 15"
    )
    assert found.players == ("b", "a")
    assert found.names == ("B-stad", "a")
    assert found.weights == (2.0, 1.5)
    assert list(found.costs) == [0, 7, 11, 15]
    assert found.heading == ("-", "T", "euro", "S")


def test_a_name_may_hold_what_names_of_municipalities_hold() -> None:
    names = ("'s-Hertogenbosch", "Súdwest-Fryslân", "Bergen (NH)", "St. Anna")
    rows = [
        f"{'+'.join(members)};{len(members)}"
        for size in range(1, 5)
        for members in itertools.combinations(names, size)
    ]
    assert game_of("coalition;cost\n" + "\n".join(rows)).players == names


def test_an_accent_written_in_two_ways_is_one_player() -> None:
    assert game_of("coalition,cost\né,1\nb,1\nb+e\u0301,2").players == ("é", "b")


def test_a_shortfall_is_claims_and_what_there_is_to_share() -> None:
    found = load_game(EXAMPLES / "shortfall.toml").game
    assert isinstance(found, GivenShortfall)
    assert found.claims == (100, 200, 300)
    assert found.estate == 200


def test_the_examples_are_games() -> None:
    files = sorted(path for path in EXAMPLES.iterdir())
    assert {path.suffix for path in files} == {".toml", ".csv"}
    for path in files:
        loaded = load_game(path)
        assert loaded.game is not None, loaded.problems
    two = [load_game(EXAMPLES / f"two-towns.{kind}").game for kind in ("toml", "csv")]
    assert isinstance(two[0], GivenGame)
    assert isinstance(two[1], GivenGame)
    assert list(two[0].costs) == list(two[1].costs)


@pytest.mark.parametrize("guide", ["gids-adviseur.md", "guide-advisers.md"])
def test_the_game_of_a_guide_is_a_game(guide: str) -> None:
    text = (ROOT / "docs" / guide).read_text("utf-8")
    (shown,) = [t for t in re.findall(r"```toml\n(.*?)```", text, re.DOTALL) if "[costs]" in t]
    assert game_of(shown).names == ("Bunnik", "Houten", "Zeist")


def test_a_folder_and_a_name_that_is_none_are_told(tmp_path: Path) -> None:
    assert [p.code for p in load_game(tmp_path).problems] == ["is_folder"]
    assert [p.code for p in load_game(tmp_path / "x.toml").problems] == ["no_such_file"]


@settings(deadline=None)
@given(
    st.permutations(
        [
            f"{'+'.join(m)},{len(m)}"
            for size in range(1, 5)
            for m in itertools.combinations("abcd", size)
        ]
    )
)
def test_lines_may_stand_in_any_order(rows: list[str]) -> None:
    found = game_of("coalition,cost\n" + "\n".join(rows))
    assert sorted(found.players) == list("abcd")
    assert all(found.costs[group] == group.bit_count() for group in range(16))
