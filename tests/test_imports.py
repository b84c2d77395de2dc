"""What a command may load, seen in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from examples import ROOT

TINY = str(ROOT / "scenarios" / "tiny.toml")


def loaded(*arguments: str) -> set[str]:
    """Return the modules that a command has loaded by its end."""
    code = (
        "import sys\n"
        f"sys.argv = ['orgdesign', *{arguments!r}]\n"
        "from orgdesign.cli.main import run\n"
        f"run({arguments!r})\n"
        "sys.stdout = sys.__stdout__\n"
        "print('\\x00' + ' '.join(sys.modules))"
    )
    answer = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return set(answer.stdout.rpartition("\x00")[2].split())


def test_a_broken_file_is_checked_without_numpy(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\n[scenario]\ntitle = 3\n", "utf-8")
    modules = loaded("check", str(broken))
    assert "orgdesign.scenario.load" in modules
    assert not modules & {"numpy", "scipy", "textual", "babel"}


@pytest.mark.parametrize(
    "arguments",
    [("compare", TINY), ("table", "keys", TINY), ("check", TINY), ("results", TINY)],
    ids=lambda arguments: arguments[0],
)
def test_the_central_case_needs_neither_textual_nor_scipy(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    assert "numpy" in modules
    assert not modules & {"textual", "scipy", "pandas", "rich"}


def test_results_need_no_number_formats() -> None:
    assert "babel" not in loaded("results", TINY)


def test_the_schema_needs_no_numpy() -> None:
    assert not loaded("schema") & {"numpy", "textual", "babel"}
