"""Calls of the command line within the test's own process."""

from __future__ import annotations

import sys
from typing import NamedTuple

import pytest

from orgdesign.cli.main import run


class Answer(NamedTuple):
    """What a call gave: its exit code, its data and its talk."""

    code: int
    out: str
    err: str


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    """Return what the command line answers to arguments."""
    kept, sys.argv = sys.argv, ["orgdesign", *arguments]
    try:
        code = run(arguments)
    finally:
        sys.argv = kept
    return Answer(code, *capsys.readouterr())
