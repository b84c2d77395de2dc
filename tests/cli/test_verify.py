"""`orgdesign verify`: a cited table holds, or what differs is named, whatever the format."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from calling import Answer, call
from examples import ROOT

from orgdesign.export.blocks import blocks
from orgdesign.export.citations import citations

CASE = str(ROOT / "tests" / "golden" / "small.toml")
TINY = str(ROOT / "scenarios" / "tiny.toml")
Capture = pytest.CaptureFixture[str]
TABLES = ("structural", "present_value", "staffing-host", "gaps")
NAMES = ("structural", "transition", "present_value", "staffing", "gaps", "compare", "key_list")
FORMS = ("md", "csv", "iso-csv", "tsv", "json", "latex", "text", "plain", "html", "xlsx", "docx")
ENDS = ("md", "csv", "iso.csv", "tsv", "json", "tex", "txt", "plain.txt")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from orgdesign.cli.main import run

    made = tmp_path_factory.mktemp("set")
    few = [part for name in NAMES for part in ("--table", name)]
    forms = [part for form in FORMS for part in ("--format", form)]
    assert run(("export", CASE, "--to", str(made), *few, *forms)) == 0
    return made


def verify(capsys: Capture, *arguments: object) -> Answer:
    return call(capsys, "verify", *map(str, arguments))


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("table", TABLES)
def test_what_was_exported_is_equal(capsys: Capture, folder: Path, table: str, end: str) -> None:
    answer = verify(capsys, folder / f"{table}.{end}", CASE)
    assert answer.code == 0, answer.out + answer.err
    assert answer.out.count("gelijk") == 1


@pytest.mark.parametrize("words", [("structural.md",), ("", "--bundle")])
def test_options_go_with_an_id_alone(capsys: Capture, folder: Path, words: tuple[str, ...]) -> None:
    answer = verify(capsys, folder / words[0], CASE, "--set", "overhead.per_fte=1", *words[1:])
    assert (answer.code, answer.out) == (2, "")
    assert "--set overhead.per_fte=1: opties horen bij een kenmerk" in answer.err
    assert "equal" in verify(capsys, folder / "structural.md", CASE, "--lang", "en").out


@pytest.mark.parametrize("end", ["html", "xlsx", "docx"])
def test_every_table_of_a_document_is_equal(capsys: Capture, folder: Path, end: str) -> None:
    answer = verify(capsys, folder / f"tables.{end}", CASE)
    assert answer.code == 0, answer.out + answer.err
    assert answer.out.count("gelijk") == len(list(folder.glob("*.md")))


def test_a_folder_is_as_it_was_written(capsys: Capture, folder: Path, tmp_path: Path) -> None:
    answer = verify(capsys, folder, "--bundle")
    assert answer.code == 0, answer.out + answer.err
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / "structural.md").write_text("anders", "utf-8")
    (copy / "gaps.csv").unlink()
    answer = verify(capsys, copy, "--bundle")
    assert answer.code == 1
    assert "veranderd sinds het is geschreven: structural.md" in answer.out
    assert "ontbreekt: gaps.csv" in answer.out


def test_an_id_alone_is_checked(capsys: Capture, folder: Path) -> None:
    text = (folder / "staffing-host.md").read_text("utf-8")
    match = re.search(r"orgdesign verify (\S+) \S+ (.*)", text)
    assert match
    reference = match[1].replace("\\", "")
    options = match[2].replace("\\", "").split()
    assert verify(capsys, reference, CASE, *options).code == 0
    assert verify(capsys, reference.rpartition("-")[0], CASE, *options).code == 0
    other = reference[:-1] + ("0" if reference[-1] != "0" else "1")
    assert verify(capsys, other, CASE, *options).code == 1
    assert verify(capsys, reference, TINY, "--option", "host_zuid").code == 1


def test_inputs_that_changed_are_named_by_path(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    changed = tmp_path / "small.toml"
    text = Path(CASE).read_text("utf-8")
    changed.write_text(
        text.replace("training_per_fte = 1_000", "training_per_fte = 1_600"),
        "utf-8",
    )
    answer = verify(capsys, folder / "transition.md", changed)
    assert answer.code == 1
    assert "options.host.training_per_fte: was 1000, nu 1600" in answer.out
    assert "andere invoer" in answer.out


def test_other_formulas_are_said(capsys: Capture, folder: Path, tmp_path: Path) -> None:
    text = (folder / "structural.md").read_text("utf-8")
    old = re.sub(r"formules [\d.]+;", "formules 2019.9;", text)
    (tmp_path / "old.md").write_text(old, "utf-8")
    answer = verify(capsys, tmp_path / "old.md", CASE)
    assert answer.code == 1
    assert "andere formules: het document is gemaakt met 2019.9" in answer.out


def test_a_memo_with_other_text_around_is_read(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    tables = [(folder / f"{name}.md").read_text("utf-8") for name in ("structural", "gaps")]
    other = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    memo = (
        f"# Aan de raad\n\nBesluit.\n\n{other}\n\nZie:\n\n{tables[0]}\nEn:\n\n{tables[1]}\nEinde.\n"
    )
    (tmp_path / "memo.md").write_text(memo, "utf-8")
    answer = verify(capsys, tmp_path / "memo.md", CASE)
    assert answer.code == 0, answer.out
    assert answer.out.count("gelijk") == 2


def test_a_word_memo_is_read_after_editing(capsys: Capture, folder: Path, tmp_path: Path) -> None:
    from docx import Document

    made = Document(str(folder / "tables.docx"))
    made.paragraphs[0].insert_paragraph_before("Aan de raad.")
    made.add_paragraph("Einde.")
    made.save(str(tmp_path / "memo.docx"))
    assert verify(capsys, tmp_path / "memo.docx", CASE).code == 0


def test_a_changed_cent_a_swapped_row_and_a_dropped_note_are_named(
    capsys: Capture, folder: Path, tmp_path: Path
) -> None:
    lines = (folder / "structural.md").read_text("utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("| Noord"))

    def told(changed: list[str]) -> str:
        (tmp_path / "memo.md").write_text("\n".join(changed) + "\n", "utf-8")
        answer = verify(capsys, tmp_path / "memo.md", CASE)
        assert answer.code == 1
        return answer.out

    first = re.search(r"\d[\d.]*", lines[at])
    assert first
    other = first[0][:-1] + str((int(first[0][-1]) + 1) % 10)
    retyped = [*lines[:at], lines[at].replace(first[0], other), *lines[at + 1 :]]
    assert f"Noord, Zelfstandig: {other} in het document, nu {first[0]}" in told(retyped)
    swapped = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
    assert "Noord, Gemeente: Zuid in het document, nu Noord" in told(swapped)
    note = next(at for at, line in enumerate(lines) if "Prijspeil" in line)
    assert "anders in het document: Prijspeil" in told([*lines[:note], *lines[note + 1 :]])
    assert "rij ontbreekt in het document: Noord" in told([*lines[:at], *lines[at + 1 :]])
    assert "andere titel" in told(["## Tabel 1. Iets anders", *lines[1:]])


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _tampered(file: Path, target: Path, chance: random.Random) -> None:
    """Write a document with one cell changed, somewhere in one of its tables."""
    if file.suffix == ".docx":
        _tampered_memo(file, target, chance)
    elif file.suffix == ".xlsx":
        _tampered_workbook(file, target, chance)
    else:
        _tampered_text(file, target, chance)


def _tampered_memo(file: Path, target: Path, chance: random.Random) -> None:
    from docx import Document

    made = Document(str(file))
    tables = list(made.element.body.iter(f"{WORD}tbl"))
    texts = [text for table in tables for text in table.iter(f"{WORD}t") if text.text]
    chance.choice(texts).text += "1"
    made.save(str(target))


def _tampered_workbook(file: Path, target: Path, chance: random.Random) -> None:
    from openpyxl import load_workbook

    book = load_workbook(file, data_only=True)
    cells = []
    for sheet in book:
        first = [str(row[0].value) for row in sheet.iter_rows(max_col=1)]
        if not any("orgdesign verify" in text for text in first):
            continue
        for row in sheet.iter_rows(min_row=3):
            if not any(cell.value is not None for cell in row):
                break
            cells += [cell for cell in row if cell.value is not None]
    cell = chance.choice(cells)
    cell.value = cell.value + 1 if isinstance(cell.value, int | float) else f"{cell.value}1"
    book.save(target)


def _tampered_text(file: Path, target: Path, chance: random.Random) -> None:
    text = file.read_text("utf-8")
    found = list(citations(blocks(file.read_bytes(), file.suffix)))
    rows = [row for citation in found for row in citation.rows[1:]]
    cells = [cell for row in rows for cell in row if re.fullmatch(r"[+−-]?[\d.,]+", cell)]
    cell = chance.choice(cells)
    places = [
        match.start()
        for match in re.finditer(rf"(?<![\w.,]){re.escape(cell)}(?![\w.,])", text)
        if _in_a_table(text, match.start(), file.suffix)
    ]
    last = chance.choice(places) + len(cell) - 1
    changed = text[:last] + str((int(cell[-1]) + 1) % 10) + text[last + 1 :]
    target.write_text(changed, "utf-8")


def _in_a_table(text: str, at: int, suffix: str) -> bool:
    if suffix == ".html":
        return text.rfind("<td", 0, at) > text.rfind("</td>", 0, at)
    start = text.rfind("\n", 0, at) + 1
    return suffix != ".md" or text[start : start + 1] == "|"


@pytest.mark.parametrize("name", ["structural.md", "tables.html", "tables.xlsx", "tables.docx"])
@pytest.mark.parametrize("seed", range(6))
def test_one_cell_that_was_tampered_with_is_found(
    capsys: Capture, folder: Path, tmp_path: Path, name: str, seed: int
) -> None:
    target = tmp_path / f"memo{Path(name).suffix}"
    _tampered(folder / name, target, random.Random(f"{name}{seed}"))
    answer = verify(capsys, target, CASE)
    assert answer.code == 1
    assert answer.out.count(": wijkt af") == 1
    assert len([line for line in answer.out.splitlines() if line.startswith("  ")]) == 1


@pytest.mark.parametrize("end", ["csv", "tsv", "json", "tex", "txt", "plain.txt"])
def test_a_digit_that_was_changed_is_found(
    capsys: Capture, folder: Path, tmp_path: Path, end: str
) -> None:
    text = (folder / f"present_value.{end}").read_bytes().decode("utf-8")
    chance = random.Random(end)
    body = text.split("notes")[0].split("Concept")[0]
    at = chance.choice(
        [
            m.start()
            for m in re.finditer(r"(?<=[\d.,])\d\b", body)
            if at_a_value(body, m.start(), end)
        ]
    )
    changed = text[:at] + str((int(text[at]) + 1) % 10) + text[at + 1 :]
    (tmp_path / f"memo.{end}").write_bytes(changed.encode())
    assert verify(capsys, tmp_path / f"memo.{end}", CASE).code == 1


def at_a_value(body: str, at: int, end: str) -> bool:
    """Whether a digit stands where a reader sees a cell."""
    return end != "json" or '"cells"' in body[:at]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("memo.pdf", b"%PDF", "kan worden gelezen"),
        ("memo.docx", b"geen document", "niet te lezen"),
        ("memo.xlsx", b"", "niet te lezen"),
        ("memo.json", b"{", "niet te lezen"),
        ("memo.json", b"[]", "niet te lezen"),
        ("memo.md", b"\xff\xfe", "niet te lezen"),
        ("memo.md", b"# Geen tabel", "geen tabel met een regel"),
    ],
)
def test_what_cannot_be_checked_is_a_wrong_call(
    capsys: Capture, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    answer = verify(capsys, tmp_path / name, CASE)
    assert answer.code == 2
    assert said in answer.err
    assert not answer.out


@pytest.mark.parametrize("form", ["json", "md"])
def test_percentages_are_verified_as_they_were_given(
    capsys: Capture, tmp_path: Path, form: str
) -> None:
    given = call(capsys, "compare", CASE, "--percentage", "--format", form)
    assert given.code == 0, given.err
    kept = tmp_path / f"percentages.{form}"
    kept.write_text(given.out, "utf-8")
    answer = verify(capsys, kept, CASE)
    assert answer.code == 0, answer.out + answer.err
    reference = re.search(r"verify (compare-\S+) ", given.out)
    assert reference
    assert verify(capsys, reference[1], CASE).code != 0, "without --percentage it is another table"
    assert verify(capsys, reference[1], CASE, "--percentage").code == 0
