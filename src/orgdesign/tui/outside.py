"""What reaches outside the app: the person's editor and the clipboard."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from orgdesign.tui.clipboard import keep_copy
from orgdesign.tui.editor import editor_command

if TYPE_CHECKING:
    from orgdesign.tables.table import Table
    from orgdesign.tui.app import OrgdesignApp


def edit(program: OrgdesignApp, place: tuple[Path, int] | str) -> None:
    """Open the person's editor at a place; words tell that it stands in no file of theirs."""
    if isinstance(place, str):
        program.tell(program.say("no_place", place=place), "warning")
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


def copy_table(program: OrgdesignApp, table: Table) -> None:
    """Copy a table with tabs for spreadsheets, and keep it as Markdown too."""
    from orgdesign.export.markdown import markdown
    from orgdesign.export.separated import tsv

    with suppress(OSError):
        keep_copy(markdown(table), program.workspace.state, "last-copy.md")
    copy(program, tsv(table), "last-copy.tsv")


def copy(program: OrgdesignApp, text: str, name: str) -> None:
    """Send a text to the terminal's clipboard and to a file, and say so."""
    program.copy_to_clipboard(text)
    state = program.workspace.state
    try:
        program.tell(program.say("copied", file=keep_copy(text, state, name)))
    except OSError:
        program.tell(program.say("copy_not_written", file=state / name), "warning")
