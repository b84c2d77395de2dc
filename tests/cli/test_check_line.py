"""The options of a check line: all that a table was made with, and what a file does not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from calling import Answer, call
from examples import ROOT

from orgdesign.cli.options import FORMATS
from orgdesign.identity.call import known_flags

CASE = str(ROOT / "tests" / "golden" / "small.toml")
Capture = pytest.CaptureFixture[str]


def verify(capsys: Capture, *arguments: str) -> Answer:
    return call(capsys, "verify", *arguments)


@pytest.mark.parametrize(
    ("table", "options"),
    [
        ("exit", ["--option", "host", "--leaving", "noord+west", "--year", "2027"]),
        ("overrun", ["--overrun", "2,5%", "--key", "staff", "--key", "equal"]),
        ("overrun", ["--overrun", "250000"]),
    ],
)
def test_the_check_line_under_a_table_of_sharing_finds_it_as_it_is(
    capsys: Capture, table: str, options: list[str]
) -> None:
    shown = call(capsys, "table", table, CASE, "--plain", *options)
    match = re.search(r"orgdesign verify (\S+) \S+(.*)", shown.out)
    assert match
    answer = verify(capsys, match[1], CASE, *match[2].split())
    assert answer.code == 0, answer.out + answer.err


TRIED = (
    "options.host.keys.running=equal",
    "options.host.stranded=[1.0, 0.0]",
    'options.extra={ name = "Net \'s", form = "network", participants = "all", from = 2026 }',
    'remove=["options.extra.from", "options.host.stranded"]',
    "options.extra.from=2027",
)


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_tried_and_taken_out_is_told_and_found_again(
    capsys: Capture, tmp_path: Path, form: str
) -> None:
    tried = [part for each in TRIED for part in ("--set", each)]
    shown = call(capsys, "table", "structural", CASE, "--format", form, *tried)
    assert shown.code == 0, shown.err
    end = {"text": "txt", "latex": "tex", "iso-csv": "csv"}.get(form, form)
    document = tmp_path / f"table.{end}"
    document.write_text(shown.out, "utf-8")
    answer = verify(capsys, str(document), CASE)
    assert answer.code == 0, answer.out + answer.err


def test_notes_tell_what_is_tried_beside_figures_and_what_is_gone(capsys: Capture) -> None:
    tried = ("--set", TRIED[0], "--set", 'remove=["options.host.stranded"]')
    said = call(capsys, "table", "structural", CASE, "--plain", *tried).out
    assert 'options.host.keys.running = "equal".' in said
    assert "weg is options.host.stranded." in said


def test_an_export_of_which_something_is_taken_out_holds(capsys: Capture, tmp_path: Path) -> None:
    made = str(tmp_path / "set")
    tried = ("--set", 'remove=["options.host.stranded"]')
    few = ("--table", "structural", "--format", "docx,md")
    assert call(capsys, "export", CASE, "--to", made, *few, *tried).code == 0
    for asked in ((f"{made}/tables.docx", CASE), (made, "--bundle"), (made, CASE, "--bundle")):
        answer = verify(capsys, *asked)
        assert answer.code == 0, answer.out + answer.err


@pytest.mark.parametrize("given", [("--leaving", "nobody"), ("--key", "x"), ("--option", "x")])
def test_who_or_what_the_file_does_not_have_is_a_wrong_call(
    capsys: Capture, given: tuple[str, str]
) -> None:
    answer = verify(capsys, "exit-000000000000", CASE, *given)
    assert (answer.code, answer.out) == (2, "")
    assert given[1] in answer.err
    assert "onverwacht" not in answer.err.lower()


def test_the_help_of_verify_lists_exactly_the_options_of_a_check_line(capsys: Capture) -> None:
    told = verify(capsys, "--help").out
    own, of_table = told.split("Opties waarmee de tabel is gemaakt")
    assert set(re.findall(r"^  (--[a-z-]+)", of_table, re.MULTILINE)) == known_flags()
    assert set(re.findall(r"^  (--[a-z-]+)", own, re.MULTILINE)) == {"--bundle", "--was", "--help"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("--measure=nonsense", "--measure is een van"),
        ("--unit=y", "--unit is een van"),
        ("--lang=fr", "--lang is een van"),
        ("--numbers=zz", "schrijfwijze van getallen zz"),
        ("--year=a", "de waarde bij --year klopt niet"),
        ("--year=1999", "buiten de looptijd"),
        ("--format=md", "kent de optie --format niet"),
    ],
)
def test_a_value_that_an_option_of_a_check_line_cannot_have_is_a_wrong_call(
    capsys: Capture, given: str, told: str
) -> None:
    answer = verify(capsys, "compare-000000000000", CASE, given)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
