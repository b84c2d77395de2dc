"""The pages of the cases are true: the commands they name print the figures they quote."""

import csv
import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from calling import call
from source_tree import ROOT

PAGES = sorted((ROOT / "docs" / "cases").glob("*.md"))
SED = ROOT / "docs" / "cases" / "sed.md"
COMMAND = re.compile(r"`orgdesign ([^`\n]+)`")
QUOTED = re.compile(r"\*\*([^*]+)\*\*|(?<![\d.])(\d{1,3}(?:\.\d{3})+)(?!\d)")
FINDINGS = re.compile(r"^## Wat het model zegt\n(.*?)^## ", re.DOTALL | re.MULTILINE)
LETTERS = {"S": "Stede Broec", "E": "Enkhuizen", "D": "Drechterland", "niemand": "niemand"}

Run = Callable[[str], str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give what a command prints, on one line."""
    monkeypatch.chdir(ROOT)

    @cache
    def printed(command: str) -> str:
        answer = call(capsys, *command.split())
        assert answer.code == 0, answer.err
        return " ".join(answer.out.split())

    return printed


def each_page() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])


def findings(page: Path) -> list[str]:
    found = FINDINGS.search(page.read_text(encoding="utf-8"))
    assert found
    return found[1].strip().split("\n\n")


def quoted(paragraph: str) -> list[str]:
    return [bold or figure for bold, figure in QUOTED.findall(paragraph)]


def table_in(page: Path) -> list[list[str]]:
    lines = page.read_text(encoding="utf-8").splitlines()
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]


def is_printed(words: str, text: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(words)}(?![\d.]*\d)", text) is not None


def test_every_case_has_its_page() -> None:
    cases = {path.stem for path in (ROOT / "scenarios").glob("*.toml")} - {"tiny"}
    assert {page.stem for page in PAGES} == cases


@each_page()
def test_the_commands_of_a_page_print_the_figures_that_it_quotes(page: Path, run: Run) -> None:
    for paragraph in filter(quoted, findings(page)):
        text = " ".join(run(command) for command in COMMAND.findall(paragraph))
        assert not [words for words in quoted(paragraph) if not is_printed(words, text)]


@each_page()
def test_a_page_has_findings_and_says_that_they_follow_from_assumptions(page: Path) -> None:
    assert sum(len(quoted(paragraph)) for paragraph in findings(page)) >= 10
    assert "volgen uit de aannamen van dat bestand" in page.read_text(encoding="utf-8")


@each_page()
def test_the_other_commands_of_a_page_work(page: Path, run: Run) -> None:
    named = set(COMMAND.findall(page.read_text(encoding="utf-8")))
    told = {command for paragraph in findings(page) for command in COMMAND.findall(paragraph)}
    assert all(run(command) for command in named - told)


def test_the_page_of_sed_says_who_pays_more_under_each_key(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    head, *keys = table_in(SED)
    (command,) = (each for each in COMMAND.findall(SED.read_text("utf-8")) if "tournament" in each)
    answer = call(capsys, *command.split(), "--format", "csv")
    rows = [row for row in csv.reader(io.StringIO(answer.out), delimiter=";") if len(row) > 2]
    losers = {(option, key): who for option, key, who, *_ in rows}
    assert keys
    for key, *told in keys:
        spelled = [", ".join(LETTERS[each] for each in cell.split(", ")) for cell in told]
        assert [losers[option, key] for option in head[1:]] == spelled, key
