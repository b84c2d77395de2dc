"""`orgdesign export`: the whole set, written whole or not at all, and never over another's file."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
from pathlib import Path

import pytest
from calling import Answer, call
from examples import EXAMPLE, ROOT, scenario
from openpyxl import load_workbook

from orgdesign.export.bundle import MANIFEST, RESOLVED
from orgdesign.export.folder import NotWrittenError, reason_of, write
from orgdesign.export.registry import DOCUMENTS
from orgdesign.identity.canonical import canonical
from orgdesign.identity.ids import input_id
from orgdesign.model.calculation import evaluate
from orgdesign.scenario.load import load
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for

TINY = str(ROOT / "scenarios" / "tiny.toml")
Capture = pytest.CaptureFixture[str]


def export(capsys: Capture, folder: Path, *more: str, file: str = TINY) -> Answer:
    few = (
        ()
        if "--table" in more or "--all" in more
        else ("--table", "structural", "--table", "staffing")
    )
    asked = [option for option in more if option != "--all"]
    return call(capsys, "export", file, "--to", str(folder), *few, *asked)


def test_the_set_has_every_table_in_every_format(capsys: Capture, tmp_path: Path) -> None:
    every = ("md", "csv", "iso-csv", "tsv", "json", "latex", "text", "plain", *DOCUMENTS)
    answer = export(capsys, tmp_path / "uit", "--all", *(f"--format={form}" for form in every))
    assert answer.code == 0, answer.err
    names = {path.name for path in (tmp_path / "uit").iterdir()}
    found = evaluate(scenario(ROOT / "scenarios" / "tiny.toml"))
    for table in set(TABLES) - {"compare", "stability_chance"}:
        made = TABLES[table](found, settings_for(found.scenario, table, options=("host_zuid",)))
        if not made.rows and table != "gaps":
            continue
        for end in ("md", "csv", "iso.csv", "tsv", "json", "tex", "txt", "plain.txt"):
            assert any(name in (f"{table}.{end}", f"{table}-host_zuid.{end}") for name in names), (
                table,
                end,
            )
    assert {"tables.html", "tables.xlsx", "tables.docx", RESOLVED, MANIFEST} <= names


def test_the_manifest_holds_the_digest_of_every_file(capsys: Capture, tmp_path: Path) -> None:
    export(capsys, tmp_path, "--format", "md")
    manifest = json.loads((tmp_path / MANIFEST).read_text("utf-8"))
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in tmp_path.iterdir()
        if path.name != MANIFEST
    }
    assert manifest["files"] == found


@pytest.mark.parametrize("file", [TINY, str(EXAMPLE)], ids=["tiny", "example"])
def test_the_resolved_file_gives_the_same_inputs(
    capsys: Capture, tmp_path: Path, file: str
) -> None:
    export(capsys, tmp_path, "--format", "md", file=file)
    loaded = load(tmp_path / RESOLVED)
    assert loaded.scenario is not None, loaded.problems
    manifest = json.loads((tmp_path / MANIFEST).read_text("utf-8"))
    assert input_id(canonical(loaded.scenario).inputs) == manifest["inputs"]


def test_two_exports_are_the_same_bytes(capsys: Capture, tmp_path: Path) -> None:
    for name in ("een", "twee"):
        assert export(capsys, tmp_path / name).code == 0
    for path in (tmp_path / "een").iterdir():
        assert path.read_bytes() == (tmp_path / "twee" / path.name).read_bytes(), path.name


def test_small_counts_of_people_are_masked_unless_asked(capsys: Capture, tmp_path: Path) -> None:
    few = ("--format", "csv", "--set", "jobs.administrator.fte.noord=1.5")
    export(capsys, tmp_path / "masked", *few)
    export(capsys, tmp_path / "open", *few, "--mask", "0")
    masked, shown = (
        (tmp_path / name / "staffing.csv").read_text("utf-8-sig") for name in ("masked", "open")
    )
    assert "•" in masked
    assert "•" not in shown.partition("\r\n\r\n")[0]


def test_what_is_masked_in_a_table_stands_in_no_other_file_for_publication(
    capsys: Capture, tmp_path: Path
) -> None:
    tables = ("--table", "staffing_by_job", "--table", "assumptions", "--format", "csv,xlsx")
    small = ("--set", "jobs.administrator.fte.noord=1.5")
    answer = export(capsys, tmp_path, *tables, *small, "--public")
    assert answer.code == 0, answer.err
    assert RESOLVED not in answer.err
    assert RESOLVED not in {path.name for path in tmp_path.iterdir()}
    text = (tmp_path / "assumptions.csv").read_text("utf-8-sig")
    row = next(line for line in text.splitlines() if ";jobs.administrator.fte.noord;" in line)
    assert row.split(";")[2:5] == ["•", "•", "•"]
    sheet = load_workbook(tmp_path / "tables.xlsx")["Cijfers"]
    values = {path: value for path, value, *_ in sheet.iter_rows(values_only=True)}
    assert values["jobs.administrator.fte.noord"] == "•"
    assert values["jobs.administrator.fte.zuid"] == "•"  # the posts of the job less the other
    assert values["overhead.per_fte"] == 50_000
    assert call(capsys, "verify", str(tmp_path / "assumptions.csv"), TINY).code == 0
    assert call(capsys, "verify", "--bundle", str(tmp_path), TINY).code == 0
    assert call(capsys, "verify", "--bundle", str(tmp_path)).code == 2


def test_the_files_that_hold_unmasked_figures_are_named(capsys: Capture, tmp_path: Path) -> None:
    answer = export(capsys, tmp_path, "--format", "md")
    assert f"{RESOLVED} bevat alle cijfers van mensen onafgeschermd" in answer.err
    manifest = json.loads((tmp_path / MANIFEST).read_text("utf-8"))
    assert manifest["mask_below"] == 3.0
    assert manifest["not_for_publication"] == [RESOLVED]
    answer = export(capsys, tmp_path, "--format", "md", "--mask", "0")
    assert "onafgeschermd" not in answer.err


def test_a_table_is_exported_of_the_option_and_measure_asked_for(
    capsys: Capture, tmp_path: Path
) -> None:
    option = [*load(EXAMPLE).scenario.options][1]  # type: ignore[union-attr]
    asked = ("--table", "lines", "--table", "compare", "--option", option)
    answer = export(
        capsys,
        tmp_path,
        *asked,
        "--measure",
        "transition_cost",
        "--format",
        "md",
        file=str(EXAMPLE),
    )
    assert answer.code == 0, answer.err
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {f"lines-{option}.md", "compare.md", RESOLVED, MANIFEST}
    assert "Transitie" in (tmp_path / "compare.md").read_text("utf-8")
    assert call(capsys, "verify", "--bundle", str(tmp_path)).code == 0


def test_a_table_without_rows_is_said(capsys: Capture, tmp_path: Path) -> None:
    answer = export(capsys, tmp_path / "uit", "--table", "plan")
    assert answer.code == 2
    assert "heeft geen rijen" in answer.err
    assert not (tmp_path / "uit").exists()


def test_the_programs_own_files_are_replaced(capsys: Capture, tmp_path: Path) -> None:
    assert export(capsys, tmp_path, "--format", "md").code == 0
    assert export(capsys, tmp_path, "--format", "md", "--set", "salary.8=90_000").code == 0


def test_a_file_of_a_person_is_never_replaced_without_force(
    capsys: Capture, tmp_path: Path
) -> None:
    own = tmp_path / "structural.md"
    own.write_text("van mij", "utf-8")
    answer = export(capsys, tmp_path, "--format", "md")
    assert answer.code == 2
    assert "structural.md" in answer.err
    assert [path.name for path in tmp_path.iterdir()] == ["structural.md"]
    assert own.read_text("utf-8") == "van mij"
    assert export(capsys, tmp_path, "--format", "md", "--force").code == 0
    own.write_text(own.read_text("utf-8") + "aantekening", "utf-8")
    assert export(capsys, tmp_path, "--format", "md").code == 2


def test_a_memo_is_renewed_in_the_folder_and_left_as_it_was(
    capsys: Capture, tmp_path: Path
) -> None:
    from docx import Document

    export(capsys, tmp_path / "eerst", "--format", "docx")
    memo = Document(str(tmp_path / "eerst" / "tables.docx"))
    memo.add_paragraph("Advies van het college.")
    memo.save(str(tmp_path / "memo.docx"))
    before = (tmp_path / "memo.docx").read_bytes()
    more = ("--format", "md", "--memo", str(tmp_path / "memo.docx"), "--set", "salary.8=90_000")
    answer = export(capsys, tmp_path / "dan", *more)
    assert answer.code == 0, answer.err
    assert (tmp_path / "memo.docx").read_bytes() == before
    made = Document(io.BytesIO((tmp_path / "dan" / "memo.docx").read_bytes()))
    assert "Advies van het college." in [paragraph.text for paragraph in made.paragraphs]
    assert (tmp_path / "dan" / "memo.docx").read_bytes() != before


def test_what_is_no_memo_is_said(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "memo.docx").write_text("geen document", "utf-8")
    for option in ("--memo", "--template"):
        answer = export(capsys, tmp_path / "uit", option, str(tmp_path / "memo.docx"))
        assert answer.code == 2
        assert "geen Word-document" in answer.err


def test_a_folder_that_is_a_file_is_said(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "uit").write_text("x", "utf-8")
    answer = export(capsys, tmp_path / "uit", "--format", "md")
    assert answer.code == 2
    assert "geen map" in answer.err


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (OSError(errno.ENOSPC, "x"), "disk_full"),
        (PermissionError(errno.EACCES, "x"), "read_only"),
        (OSError(errno.EROFS, "x"), "read_only"),
        (NotADirectoryError(errno.ENOTDIR, "x"), "no_folder"),
        (OSError(errno.EIO, "x"), "not_written"),
    ],
)
def test_why_nothing_was_written_is_said_in_words(fault: OSError, reason: str) -> None:
    assert reason_of(fault) == reason


def test_a_file_that_is_open_on_windows_is_said_to_be() -> None:
    fault = PermissionError(errno.EACCES, "x")
    fault.winerror = 32  # type: ignore[attr-defined, unused-ignore]
    assert reason_of(fault) == "in_use"


@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    write(tmp_path, {"a.md": b"oud", MANIFEST: b"{}"}, force=True)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "x")

    if at == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(NotWrittenError, match="disk_full"):
        write(tmp_path, {"a.md": b"nieuw"}, force=True)
    assert (tmp_path / "a.md").read_bytes() == b"oud"
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", MANIFEST}


def test_a_disk_that_fills_up_half_way_leaves_the_whole_set_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"a.md": b"oud", "b.md": b"oud", MANIFEST: b"{}"}
    write(tmp_path, old)
    sync, room = os.fsync, iter([True, False])

    def filling(handle: int) -> None:
        if not next(room):
            raise OSError(errno.ENOSPC, "x")
        sync(handle)

    monkeypatch.setattr(os, "fsync", filling)
    with pytest.raises(NotWrittenError, match=r"disk_full.*b\.md"):
        write(tmp_path, dict.fromkeys(old, b"nieuw"), force=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == old
