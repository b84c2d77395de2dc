"""What reaches outside the app: the person's editor and the clipboard."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from orgdesign.tui.clipboard import keep_copy, to_system
from orgdesign.tui.editor import editor_command
from orgdesign.tui.threads import in_thread

if TYPE_CHECKING:
    from orgdesign.tables.table import Table
    from orgdesign.tui.app import OrgdesignApp


def edit(program: OrgdesignApp, place: tuple[Path, int] | str) -> None:
    """Open the person's editor at a place; words tell that it stands in no file of theirs."""
    if isinstance(place, str):
        words = program.say("no_place", place=place) if place else program.say("nothing_open")
        program.tell(words, "warning")
        return
    command = editor_command(*place, os.environ)
    if command is None:
        program.tell(program.say("no_editor"), "warning")
        return
    try:
        with program.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported:
        program.tell(program.say("no_terminal"), "warning")
    except OSError as fault:
        program.tell(f"{command[0]}: {fault.strerror}", "error")
    program.refresh()


def copy_table(program: OrgdesignApp, table: Table, *, as_markdown: bool = False) -> None:
    """Copy a table with tabs for spreadsheets or as Markdown, and keep it in both in files."""
    from orgdesign.export.markdown import markdown
    from orgdesign.export.separated import tsv

    texts = {"last-copy.tsv": tsv(table), "last-copy.md": markdown(table)}
    name = "last-copy.md" if as_markdown else "last-copy.tsv"
    for other in texts.keys() - {name}:
        with suppress(OSError):
            keep_copy(texts[other], program.workspace.state, other)
    copy(program, texts[name], name)


def copy(program: OrgdesignApp, text: str, name: str) -> None:
    """Send a text to the terminal's clipboard, the system's and a file; say which took it."""
    program.copy_to_clipboard(text)
    _reach_system(program, text, name)


@in_thread("copy")
def _reach_system(program: OrgdesignApp, text: str, name: str) -> None:
    taken, state = to_system(text), program.workspace.state
    try:
        file = str(keep_copy(text, state, name))
    except OSError:
        file = ""
    program.call_from_thread(_tell_where, program, taken, file, state / name)


def _tell_where(program: OrgdesignApp, taken: str, file: str, wanted: Path) -> None:
    """Say where a copy is: the terminal gives no answer, the others do."""
    places = [program.say("copied_system", program=taken)] if taken else []
    places.append(program.say("copied_terminal"))
    places.append(program.say("copied_file" if file else "copied_no_file", file=file or wanted))
    program.tell(
        program.say("copied", places="; ".join(places)), "information" if file else "warning"
    )
