"""What tests need beside the program itself: LibreOffice, Chromium, libraries of an extra.

Where one is not installed its tests are skipped with that reason; where `ORGDESIGN_ALL_TESTS` is
set, as in `.ci/run`, they fail instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def needed(*names: str) -> str:
    """Return where a program is, of several names; skip or fail where it is not installed."""
    found = next((place for name in names if (place := shutil.which(name))), None)
    if found is None:
        _missing(names[0])
    return found or ""


def installed(library: str) -> None:
    """Skip or fail where a library is not installed."""
    if find_spec(library) is None:
        _missing(library)


def _missing(name: str) -> None:
    reason = f"{name} is not installed: its tests did not run"
    if os.environ.get("ORGDESIGN_ALL_TESTS"):
        pytest.fail(reason)
    pytest.skip(reason)


def converted(file: Path, folder: Path) -> Path:
    """Return the text of a document as LibreOffice saves it."""
    return all_converted([file], "txt", folder)[0]


def all_converted(files: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """Return documents as LibreOffice saves them; it starts once for all."""
    program = needed("soffice", "libreoffice")
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, "utf-8")
    subprocess.run(
        (
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
            *map(str, files),
        ),
        check=True,
        capture_output=True,
        timeout=600,
    )
    return [folder / f"{file.stem}.{form}" for file in files]
