"""`orgdesign verify` holds the line that says where a table came from, however it is wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from calling import Answer, call
from examples import ROOT

CASE = str(ROOT / "tests" / "golden" / "small.toml")
FORMS = ("md", "text", "plain", "html", "latex")
FILES = ("structural.md", "structural.txt", "structural.plain.txt", "structural.tex", "tables.html")
Verify = Callable[[str, str, str], Answer]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from orgdesign.cli.main import run

    made = tmp_path_factory.mktemp("set")
    forms = [part for form in FORMS for part in ("--format", form)]
    assert run(("export", CASE, "--to", str(made), "--table", "structural", *forms)) == 0
    return made


@pytest.fixture
def verify(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verify:
    def answer(file: str, pattern: str, instead: str) -> Answer:
        text = (folder / file).read_text("utf-8")
        changed = re.sub(pattern, instead, text)
        assert changed != text, "nothing was changed"
        (tmp_path / file).write_text(changed, "utf-8")
        return call(capsys, "verify", str(tmp_path / file), CASE)

    return answer


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        ("Herkomst: Klein voorbeeld", "Herkomst: Ander voorbeeld"),
        ("; concept;", "; definitief;"),
        ("invoer [0-9a-f]{12}", "invoer 000000000000"),
        ("teksten [0-9a-f]{12}", "teksten 000000000000"),
        ("uitkomst [0-9a-f]{12}", "uitkomst 000000000000"),
    ],
)
def test_a_changed_origin_is_named(verify: Verify, file: str, pattern: str, instead: str) -> None:
    answer = verify(file, pattern, instead)
    assert answer.code == 1
    assert "andere herkomst" in answer.out
    assert instead.removeprefix("; ") in answer.out


def test_an_origin_that_was_taken_out_is_named(verify: Verify) -> None:
    answer = verify("structural.md", r"- Herkomst.*\n", "")
    assert answer.code == 1
    assert "ontbreekt of is anders in het document: Herkomst" in answer.out


@pytest.mark.parametrize(
    ("pattern", "instead"), [("; teksten", ";\n  teksten"), ("; teksten", ";   teksten")]
)
def test_other_spaces_and_lines_are_no_difference(
    verify: Verify, pattern: str, instead: str
) -> None:
    answer = verify("structural.md", pattern, instead)
    assert (answer.code, "herkomst" in answer.out) == (0, False)


def test_another_version_of_the_program_is_said_and_is_no_difference(verify: Verify) -> None:
    answer = verify("structural.md", r"orgdesign \d[\w.]*\.\n", "orgdesign 9.8.7.\n")
    assert answer.code == 0
    assert "andere versie van het programma" in answer.out
