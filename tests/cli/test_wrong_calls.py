"""Calls that cannot be done: what is wrong, what can be, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import Answer, call
from examples import ROOT

TINY = str(ROOT / "scenarios" / "tiny.toml")
Capture = pytest.CaptureFixture[str]


def wrong(answer: Answer) -> str:
    assert answer.code == 2
    assert not answer.out
    assert "Traceback" not in answer.err
    return answer.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tabel", "x"), "Bedoelt u table?"),
        (("table", "strutural", TINY), "Bedoelt u structural?"),
        (("compare", TINY, "--option", "host_zuit"), "Bedoelt u host_zuid?"),
        (("compare", TINY, "--municipality", "nord"), "Bedoelt u noord?"),
        (
            (
                "compare",
                TINY,
                "--set",
                "options.copy={name='centrumgemeente zuid', form='network', from=2026}",
            ),
            "options.host_zuid heet ook",
        ),
        (("compare", TINY, "--year", "2050"), "2025-2029"),
        (("compare", TINY, "--year", "x"), "--year"),
        (("compare", TINY, "--measure", "x"), "structural_cost"),
        (("compare", TINY, "--numbers", "xx_YY"), "nl_NL"),
        (("compare", TINY, "--plain", "--format", "csv"), "--plain"),
        (("compare", TINY, "--measur", "x"), "Bedoelt u --measure?"),
        (("table", "staffing", TINY, "--mask", "-1"), "--mask is een aantal fte: 0 of meer"),
        (("table", "staffing", TINY, "--mask", "nan"), "--mask is een aantal fte: 0 of meer"),
        (("export", TINY, "--to", "x", "--mask", "-1"), "--mask is een aantal fte: 0 of meer"),
        (("verify", "T1-000000000000", TINY, "--mask=-1"), "--mask is een aantal fte: 0 of meer"),
        (("--ascii", "table", "structural", TINY), "de optie --ascii bestaat niet"),
        (("compare",), "ontbreekt"),
        (("export", TINY), "--to ontbreekt"),
        (("explain", TINY, "host_zuid", "noord", "formatie"), "formation"),
        (("where", "salary.9", TINY), "Bedoelt u salary.8?"),
        (("results", TINY, "--format", "xml"), "csv, json"),
        ((TINY, TINY), "orgdesign --help"),
        (("completion", "tcsh"), "bash, zsh, fish"),
    ],
)
def test_a_wrong_call_says_what_can(capsys: Capture, arguments: tuple[str, ...], said: str) -> None:
    assert said in wrong(call(capsys, *arguments))


NASTY = (
    "",
    "-",
    "--",
    "-x",
    "\ud800",
    "\x1b[2J",
    "=",
    "a" * 5000,
    "%s{}",
    "../..",
    "nul",
    "--set=",
)


@pytest.mark.parametrize("word", NASTY)
@pytest.mark.parametrize(
    "before",
    [
        (),
        ("compare",),
        ("table", "lines"),
        ("compare", TINY, "--set"),
        ("compare", TINY, "--option"),
        ("explain", TINY, "host_zuid"),
        ("where",),
        ("compare", TINY, "--numbers"),
        ("diff", TINY),
    ],
    ids=" ".join,
)
def test_no_word_breaks_the_program(
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    before: tuple[str, ...],
    word: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call(capsys, *before, word)
    assert answer.code in (0, 1, 2)
    assert "Onverwachte fout" not in answer.err
    assert "\x1b" not in answer.err
    assert answer.out or answer.err
