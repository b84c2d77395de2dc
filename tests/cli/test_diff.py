"""What differs between two files, in every format."""

import json
from pathlib import Path

import pytest
from calling import call

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]
TINY = str(ROOT / "scenarios" / "tiny.toml")


def test_diff_says_what_differs_and_what_it_does(capsys: Capture, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(Path(TINY).read_text("utf-8").replace("noord = 4.0", "noord = 5.0"), "utf-8")
    answer = call(capsys, "diff", TINY, str(other))
    assert answer.code == 1
    assert "van 4 naar 5" in answer.out
    assert "+126.600" in answer.out
    same = call(capsys, "diff", TINY, TINY)
    assert (same.code, same.out) == (0, "Geen verschil.\n")


def test_a_difference_as_data_is_data(capsys: Capture, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text(Path(TINY).read_text("utf-8").replace("76_600", "80_000"), "utf-8")
    found = json.loads(call(capsys, "diff", TINY, str(other), "--format", "json").out)
    assert found["differences"][0]["path"] == "salary.8"
    assert [table["id"] for table in found["tables"]] == [
        "effect_structural_cost",
        "effect_present_value",
    ]


@pytest.mark.parametrize("form", ["csv", "iso-csv", "tsv"])
def test_a_difference_for_a_spreadsheet_is_values_alone(
    capsys: Capture, tmp_path: Path, form: str
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(Path(TINY).read_text("utf-8").replace("76_600", "80_000"), "utf-8")
    written = call(capsys, "diff", TINY, str(other), "--format", form).out
    assert written.removeprefix("\ufeff").startswith("Gemeente")
    assert written.count("\ufeff") == written.startswith("\ufeff")
    same = call(capsys, "diff", TINY, TINY, "--format", form)
    assert same.out.removeprefix("\ufeff").startswith("Pad")
    assert (same.code, "Geen verschil." in same.out) == (0, True)


def test_a_difference_as_a_page_or_for_latex_has_its_sentences_as_a_table(
    capsys: Capture, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(Path(TINY).read_text("utf-8").replace("76_600", "80_000"), "utf-8")
    page = call(capsys, "diff", TINY, str(other), "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert (page.count("<html"), page.count("<table")) == (1, 3)
    assert "van 76.600 naar 80.000" in page
    written = call(capsys, "diff", TINY, str(other), "--format", "latex").out
    assert written.startswith("%")
    assert written.count(r"\begin{longtable}") == 3
    assert "van 76.600 naar 80.000" in written


def test_no_difference_is_data_too(capsys: Capture) -> None:
    found = json.loads(call(capsys, "diff", TINY, TINY, "--format", "json").out)
    assert found == {"differences": [], "tables": []}
