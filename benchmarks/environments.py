"""Environments to measure in: the program as users install it, and each peer in one of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "bench"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

PEERS = {
    "harlequin": ["harlequin"],
    "posting": ["posting", "tree-sitter<0.26"],
    "coopgame-py": ["coopgame-py==0.3.0"],
    "tucoopy": ["tucoopy==0.1.0", "numpy==2.4.6", "scipy==1.17.1"],
    "coopgt": ["coopgt==0.0.3"],
    "shapley-value": ["shapley-value==0.0.9", "pandas"],
    "tu-games": ["tu-games==1.0.2"],
    "sampling": ["ema-workbench==2.5.3", "SALib==1.6.0"],
}
"""Peers by the name of their command or package, with the packages to install."""


def surroundings() -> dict[str, str]:
    """Return the environment of every measured process: one thread, a home of its own."""
    home = FOLDER / "home"
    home.mkdir(parents=True, exist_ok=True)
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    threads = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    left_out = {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "NO_COLOR"}
    return {
        **{name: value for name, value in os.environ.items() if name not in left_out},
        **dict.fromkeys(folders, str(home)),
        **dict.fromkeys(threads, "1"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


def forget() -> None:
    """Throw away what an earlier run of the program left unsaved, so that it offers nothing."""
    shutil.rmtree(FOLDER / "home" / "orgdesign", ignore_errors=True)


@cache
def program() -> Path:
    """Return the scripts folder of an environment with the wheel of this checkout, compiled."""
    wheels = FOLDER / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    build = ["-m", "build", "--no-isolation", "--wheel", "--outdir", str(wheels), str(ROOT)]
    _run([sys.executable, *build])
    scripts = _environment("program")
    wheel = str(next(wheels.glob("*.whl")))
    _install(scripts, "--constraint", str(ROOT / "constraints.txt"), wheel)
    _install(scripts, "--force-reinstall", "--no-deps", wheel)
    return scripts


@cache
def peer(name: str) -> Path | None:
    """Return the command of a peer; None where it cannot be installed here."""
    scripts = _environment(name)
    try:
        _install(scripts, *PEERS[name])
    except subprocess.CalledProcessError as fault:
        sys.stderr.write(f"{name} cannot be installed: {fault.stderr.strip()[-300:]}\n")
        return None
    return scripts / name


@cache
def beside(name: str) -> Path | None:
    """Return the Python of an environment with a peer and the program; None as for a peer."""
    program()
    wheel = next((FOLDER / "wheel").glob("*.whl"))
    command = peer(name)
    if command is None:
        return None
    _install(command.parent, "--constraint", str(ROOT / "constraints.txt"), str(wheel))
    _install(command.parent, "--force-reinstall", "--no-deps", str(wheel))
    return command.with_name("python")


def _environment(name: str) -> Path:
    home = FOLDER / name
    if not (home / SCRIPTS).exists():
        venv.create(home, with_pip=True)
    return home / SCRIPTS


def _install(scripts: Path, *packages: str) -> None:
    options = ["--quiet", "--disable-pip-version-check", "--compile"]
    _run([str(scripts / "python"), "-m", "pip", "install", *options, *packages])


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
