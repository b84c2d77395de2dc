"""Modules that are loaded when something of them is asked for, each in a fresh interpreter."""

from __future__ import annotations

import subprocess
import sys

import pytest
from examples import ROOT

START = "from orgdesign.cli.later import import_later; import sys\n"
LATER = START + "import_later('colorsys', 'rgb_to_hls'); import_later('importlib.metadata')\n"


def said(code: str) -> str:
    """Return what a program prints."""
    answer = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, check=True, text=True, encoding="utf-8"
    )
    return answer.stdout.strip()


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("import colorsys; print(type(colorsys).__name__)", "Later"),
        ("from colorsys import rgb_to_hls; print(type(sys.modules['colorsys']).__name__)", "Later"),
        ("from colorsys import rgb_to_hls; print(rgb_to_hls(1, 0, 0))", "(0.0, 0.5, 1.0)"),
        ("from colorsys import hls_to_rgb; print(hls_to_rgb(0, 1, 0))", "(1, 1, 1)"),
        (
            "import colorsys; colorsys.ONE_SIXTH; print(sys.modules['colorsys'].__file__[-3:])",
            ".py",
        ),
        ("import importlib.metadata; print(importlib.metadata.version('orgdesign'))", "0.1.0"),
        ("import importlib.metadata as it; print(it.distribution('orgdesign').version)", "0.1.0"),
        ("import colorsys; print(hasattr(colorsys, '__path__'))", "False"),
    ],
)
def test_a_module_that_waits_is_as_good_as_loaded(code: str, answer: str) -> None:
    assert said(LATER + code) == answer


def test_a_module_that_is_there_stays() -> None:
    assert said(f"import colorsys\n{LATER}print(type(colorsys).__name__)") == "module"


def test_the_program_reads_a_file_without_the_models_of_pydantic() -> None:
    compare = f"['orgdesign', 'compare', {str(ROOT / 'scenarios' / 'tiny.toml')!r}]"
    modules = said(
        "import os, sys; os._exit = lambda code: None; before = set(sys.modules)\n"
        f"sys.argv = {compare}\nfrom orgdesign.__main__ import main\nmain()\n"
        "print('\\x00' + ' '.join(set(sys.modules) - before))"
    )
    loaded = set(modules.rpartition("\x00")[2].split())
    assert "pydantic_core" in loaded
    assert not loaded & {"pydantic", "email", "ipaddress", "zipfile", "hmac", "socket"}
