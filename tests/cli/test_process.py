"""The program as a process: start-up, pipes, interrupts and code pages."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from examples import ROOT

TINY = str(ROOT / "scenarios" / "tiny.toml")
PROGRAM = (sys.executable, "-m", "orgdesign")


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
    return subprocess.run(
        (*PROGRAM, *arguments),
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=kept | {"LANG": "C"} | environment,
    )


def seconds(*command: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def test_help_takes_less_than_four_times_the_start_of_python() -> None:
    bare = (sys.executable, "-c", "pass")
    ratios = [seconds(*PROGRAM, "--help") / seconds(*bare) for _ in range(7)]
    assert statistics.median(ratios) < 4


@pytest.mark.parametrize("argument", ["--version", "--help", "-h"])
def test_version_and_help_need_no_library(argument: str) -> None:
    code = (
        "import os, sys; os._exit = sys.exit; before = set(sys.modules)\n"
        f"sys.argv = ['orgdesign', {argument!r}]; from orgdesign.__main__ import main\n"
        "try: main()\nexcept SystemExit as end: assert end.code == 0\n"
        "else: assert False\n"
        "dear = {'click', 'numpy', 'pathlib', 'pydantic', 'pydantic_core', 'textual', 'typing'}\n"
        "assert not dear & (set(sys.modules) - before), sys.modules"
    )
    subprocess.run((sys.executable, "-c", code), check=True, stdout=subprocess.DEVNULL)


def test_the_help_is_the_same_with_and_without_the_library() -> None:
    assert process("--help").stdout == process("--lang", "nl", "--help").stdout
    assert b"Commands:" in process("--help", LANG="en_GB.UTF-8").stdout


def test_output_is_utf8_whatever_the_platform_says() -> None:
    answer = process("compare", TINY, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert answer.returncode == 0
    assert "−10.113" in answer.stdout.decode("utf-8")


@pytest.mark.parametrize("lines", [0, 1], ids=["at once", "later"])
def test_a_reader_who_leaves_is_no_fault(lines: int) -> None:
    with subprocess.Popen(
        (*PROGRAM, "results", str(ROOT / "tests" / "data" / "example.toml")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        for _ in range(lines):
            running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            (*PROGRAM, "compare", TINY), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert answer.returncode == 2
    assert answer.stderr.decode() == "orgdesign: de schijf is vol: de uitvoer is niet geschreven.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of other systems")
def test_an_interrupt_ends_quietly() -> None:
    code = (
        "import os, signal, sys, orgdesign.cli.files as files\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "files.scenario_of = lambda *a: os.kill(os.getpid(), signal.SIGINT)\n"
        "from orgdesign.cli.main import run\n"
        f"sys.exit(run(['compare', {TINY!r}]))"
    )
    answer = subprocess.run((sys.executable, "-c", code), capture_output=True, check=False)
    assert answer.returncode == 128 + signal.SIGINT
    assert b"Traceback" not in answer.stderr


def test_a_fault_of_the_program_is_a_sentence() -> None:
    code = (
        "import sys, orgdesign.cli.files as files\n"
        "files.scenario_of = None\n"
        "from orgdesign.cli.main import run\n"
        f"sys.exit(run(['compare', {TINY!r}]))"
    )
    answer = subprocess.run((sys.executable, "-c", code), capture_output=True, check=False)
    assert answer.returncode == 2
    assert answer.stderr.count(b"\n") == 1
    assert b"TypeError" in answer.stderr


def test_no_colour_is_ever_written() -> None:
    assert b"\x1b" not in process("compare", TINY, CLICOLOR_FORCE="1").stdout
