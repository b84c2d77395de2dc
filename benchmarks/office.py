"""LibreOffice computing an exported workbook again and again, a figure changed each time."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from environments import FOLDER, program, surroundings
from pairs import Timer

if TYPE_CHECKING:
    from measures import Row

FEW, MANY = 1, 9
"""Computations of a workbook; opening it, and the start of LibreOffice, are in both."""
CASES = 2048
MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" \
script:language="StarBasic">
Sub Again(place As String, number As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(place, &quot;_blank&quot;, 0, hidden())
  cell = book.Sheets.getByIndex(0).getCellRangeByName(&quot;B4&quot;)
  For turn = 1 To number
    cell.setValue(100000 + turn)
    book.calculateAll()
  Next turn
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


def office(case: Path) -> Iterator[Row]:
    """Yield a case of a scenario against one computation of its workbook, on processor time."""
    from measures import Row

    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        return
    ours, theirs = _ours(case)(), _theirs(soffice, _exported(case))()
    what = f"a case in a block of {CASES}, five municipalities"
    ratio, both = f"{theirs / ours:.0f} x faster", f"{ours * 1000:.3g} / {theirs * 1000:.3g}"
    yield Row(what, "LibreOffice, the sums of its workbook", ratio, "800 x", both)


def _exported(case: Path) -> Path:
    folder = FOLDER / "workbook"
    command = [str(program() / "orgdesign"), "export", str(case), "--to", str(folder)]
    options = ["--format", "xlsx", "--force"]
    subprocess.run([*command, *options], env=surroundings(), capture_output=True, check=True)
    return next(folder.glob("*.xlsx"))


def _ours(case: Path) -> Timer:
    """Return a timer of the processor time of one case out of many."""
    from measures import EVALUATION

    command = [str(program() / "python"), "-c", EVALUATION, str(case), str(CASES)]

    def timer() -> float:
        done = subprocess.run(
            command, env=surroundings(), capture_output=True, encoding="utf-8", check=True
        )
        return float(done.stdout) / CASES

    return timer


def _theirs(soffice: str, book: Path) -> Timer:
    """Return a timer of the processor time of one computation: what more of them take more."""
    profile = _profile(soffice)

    def timer() -> float:
        few, many = (_used(soffice, profile, book, number) for number in (FEW, MANY))
        return (many - few) / (MANY - FEW)

    return timer


def _profile(soffice: str) -> Path:
    """Let LibreOffice make a profile, and put the macro into it."""
    profile = FOLDER / "office"
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    if not module.exists():
        begin = [*_start(soffice, profile), "--terminate_after_init"]
        subprocess.run(begin, env=surroundings(), capture_output=True, check=True)
    module.write_text(MODULE, encoding="utf-8")
    return profile


def _start(soffice: str, profile: Path) -> list[str]:
    return [soffice, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]


def _used(soffice: str, profile: Path, book: Path, number: int) -> float:
    """Return the processor seconds of LibreOffice and all that it starts."""
    macro = f'macro:///Standard.Module1.Again("{book.as_uri()}",{number})'
    child = subprocess.Popen(
        [*_start(soffice, profile), macro],
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, used = os.wait4(child.pid, 0)
    return used.ru_utime + used.ru_stime
