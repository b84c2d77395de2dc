"""Measures the program against its peers in one run: `python benchmarks/run.py [PART...]`.

Without parts everything is measured and the report is written to RESULTS.md.
"""

from __future__ import annotations

import platform
import sys
from importlib.metadata import version
from pathlib import Path

from measures import PARTS, Row, rows

REPORT = Path(__file__).resolve().parent / "RESULTS.md"
INTRODUCTION = """\
# Benchmarks

`make bench` writes this page. Both sides of a line are measured in turn, in one run, and the \
ratio is the median over the pairs; the milliseconds are medians of this machine and only \
information. The program is the installed wheel, compiled; numpy has one thread. An app counts \
as painted when a hundred characters are on a screen of 120 by 40: the first time what the file \
says it is about, later the last picture; the comparison itself has a line of its own.
"""


def report(measured: list[Row]) -> str:
    """Return the report as Markdown."""
    head = "| what | against | ratio | asked | ms, ours / theirs |\n|---|---|--:|--:|--:|"
    lines = [
        f"| {row.what} | {row.peer} | {row.ratio} | {row.at_least} | {row.seconds} |"
        for row in measured
    ]
    machine = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}, "
    libraries = ", ".join(f"{name} {version(name)}" for name in ("numpy", "textual", "pydantic"))
    return "\n".join([INTRODUCTION, head, *lines, "", f"{machine}{libraries}.", ""])


def main(names: list[str]) -> None:
    """Measure some parts and print them, or everything and write it down too."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.exit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    text = report(list(rows(names)))
    print(text)
    if not names:
        REPORT.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
