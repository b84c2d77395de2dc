"""What a call asks of the tables of sharing."""

from __future__ import annotations

import json

import pytest
from calling import call
from examples import EXAMPLE

CASE = str(EXAMPLE)
Capture = pytest.CaptureFixture[str]


def test_an_overrun_is_a_percentage_or_euros(capsys: Capture) -> None:
    def rows(typed: str) -> object:
        answer = call(
            capsys, "table", "overrun", CASE, "--overrun", typed, "--key", "staff",
            "--format", "json",
        )  # fmt: skip
        return json.loads(answer.out)["rows"]

    assert rows("10%") == rows("10,0 %") != rows("20%")
    assert rows("100000") != rows("200000")
    for typed in ("x", "nan", "1e400", "%"):
        answer = call(capsys, "table", "overrun", CASE, "--overrun", typed)
        assert (answer.code, answer.out) == (2, "")
        assert typed in answer.err


def test_who_leaves_is_given_by_id_or_name(capsys: Capture) -> None:
    answer = call(
        capsys, "table", "exit", CASE, "--leaving", "zeist+De Bilt", "--leaving", "bunnik",
        "--format", "json",
    )  # fmt: skip
    assert [row["id"] for row in json.loads(answer.out)["rows"]] == ["zeist+de_bilt", "bunnik"]
    assert call(capsys, "table", "exit", CASE, "--leaving", "zeist+parijs").code == 2


def test_an_unknown_key_is_named_with_what_was_meant(capsys: Capture) -> None:
    answer = call(capsys, "table", "keys", CASE, "--key", "shaply")
    assert answer.code == 2
    assert "shapley" in answer.err
