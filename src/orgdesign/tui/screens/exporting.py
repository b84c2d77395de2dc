"""The export screen: what is in sight as it will be written, in which formats, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from orgdesign.export.usual import MASK, SET
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.exports import Wanted, can_be_alone, entries_of, names_of_set, write_files
from orgdesign.tui.places import near
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.screens.dialogs import Dialogue
from orgdesign.tui.threads import in_thread
from orgdesign.tui.widgets.bars import CommandLog
from orgdesign.tui.widgets.content import plain_lines
from orgdesign.tui.widgets.objection import Objection
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.widgets.ticks import Ticks
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.table import Table
    from orgdesign.tui.working import WorkingApp

AT_FIRST = ("xlsx", "docx")
"""The formats that are on when the screen opens."""
NAMED = 6
"""Files that are named after they were written; of more their number tells enough."""


class Exporting(Dialogue):
    """A table with the formats, the folder and the command that writes the same."""

    CSS_PATH: ClassVar = ["dialogs.tcss", "exporting.tcss"]
    BINDINGS = bindings_for("export")

    @dataclass
    class Previewed(Message):
        """The table is there as it will be written, or words for why there is none."""

        found: Table | str

    @dataclass
    class Written(Message):
        """The names of the files, or words for why they were not written."""

        found: tuple[str, ...] | str

    def __init__(self, wanted: Wanted, command_of: Callable[[list[str]], str]) -> None:
        super().__init__()
        self.first = wanted
        self.command_of = command_of
        self.command = ""
        self.found: Table | str | None = None
        self.about: Wanted | None = None
        self.writing = False

    def say(self, entry: str, **details: object) -> str:
        """Return words in the language of the table."""
        return say(f"app.{entry}", self.first.settings.language, **details)

    def compose(self) -> ComposeResult:
        """Yield the preview, what can be on or off, the folder, what is wrong, the command."""
        with Vertical(id="window"):
            with Horizontal(id="middle"):
                yield Panel(id="preview")
                yield Ticks(id="ticks")
            with Horizontal(id="to"):
                yield Static(self.say("export_folder"), markup=False)
                yield Input(str(near(self.first.folder)), select_on_focus=False)
            yield Objection()
            yield CommandLog(markup=False)

    def on_mount(self) -> None:
        """Offer the choices, the usual ones on, and begin on them."""
        self.query_one("#window").border_title = Content(self.say("export_keys")).markup
        ticks = self.query_one(Ticks)
        rows = [("whole", self.say("export_whole")), *((form, form) for form in SET)]
        rows += [("masked", self.say("export_masked", fte=f"{MASK:g}"))]
        rows += [("force", self.say("export_force"))]
        ticks.offer(rows, {*AT_FIRST, "masked", *(["whole"] if self.first.whole else [])})
        ticks.focus()
        self._look()

    @property
    def wanted(self) -> Wanted:
        """What is asked for at the moment."""
        ticked = self.query_one(Ticks).ticked
        return self.first._replace(
            whole=self.first.whole or "whole" in ticked,
            masked="masked" in ticked,
            force="force" in ticked,
            forms=tuple(form for form in SET if form in ticked),
            folder=Path(self.query_one(Input).value.strip()).expanduser(),
        )

    # ------------------------------------------------------------------ looking

    def on_ticks_ticked(self) -> None:
        """Show what is asked for at the moment."""
        self._look()

    def on_input_changed(self) -> None:
        """Show the command with the folder as it is typed."""
        if self.query_one(Ticks).rows:
            self._look()

    def on_resize(self) -> None:
        """Break the preview anew."""
        self.call_after_refresh(self._draw)

    def _look(self) -> None:
        wanted = self.wanted
        self.command = self.command_of(wanted.options())
        self.query_one(CommandLog).show(self.command)
        self._object("")
        about = wanted._replace(forms=(), folder=Path(), force=False)
        if about == self.about:
            return
        self.about, self.found = about, None
        self._draw()
        if not wanted.whole:
            self.preview(wanted)

    def _draw(self) -> None:
        from orgdesign.export.text import text

        panel, wanted = self.query_one("#preview", Panel), self.wanted
        if wanted.whole:
            names = ", ".join(names_of_set(wanted.result))
            entry = "export_only_whole" if self.first.whole else "export_all"
            panel.show(plain_lines(self.say(entry, names=names)))
        elif self.found is None or isinstance(self.found, str):
            panel.show(plain_lines(visible(self.found or self.say("computing"))))
        else:
            panel.show(plain_lines(text(self.found, max(panel.size.width - 2, 20))))

    @in_thread("table")
    def preview(self, wanted: Wanted) -> None:
        """Make the table as it will be written and post it."""
        worker = get_current_worker()
        try:
            made = entries_of(wanted, lambda: worker.is_cancelled)
            found = made[0].table if made else say("export.empty", wanted.settings.language)
        except Exception as fault:  # a table must not take the app down
            found = f"{type(fault).__name__}: {fault}"
        if not worker.is_cancelled:
            self.post_message(self.Previewed(found))

    def on_exporting_previewed(self, message: Previewed) -> None:
        """Show the table, or say why there is none."""
        self.found = message.found
        self._draw()

    # ------------------------------------------------------------------ writing

    def on_input_submitted(self) -> None:
        """Write."""
        self.action_write()

    def action_write(self) -> None:
        """Write what is asked for, unless that is nothing."""
        wanted = self.wanted
        if self.writing:
            return
        if not wanted.forms or not self.query_one(Input).value.strip():
            self._object(self.say("export_nothing"))
            return
        self.writing = True
        self._object(self.say("export_writing"))
        self.write(wanted)

    @in_thread("export")
    def write(self, wanted: Wanted) -> None:
        """Make and write the files and post their names; closing the screen stops it."""
        worker = get_current_worker()
        try:
            found = write_files(wanted, lambda: worker.is_cancelled)
        except Exception as fault:  # as above
            found = f"{type(fault).__name__}: {fault}"
        if not worker.is_cancelled:
            self.post_message(self.Written(found))

    def on_exporting_written(self, message: Written) -> None:
        """Close with what was written, or say why nothing was."""
        from orgdesign.export.bundle import unmasked

        self.writing, found = False, message.found
        if isinstance(found, str):
            self._object(found)
            return
        names = ", ".join(found[:NAMED]) + (", ..." if len(found) > NAMED else "")
        folder = near(self.wanted.folder)
        said = [self.say("export_written", number=len(found), folder=folder, names=names)]
        for name in unmasked(found, self.wanted.mask_below):
            said.append(self.say("export_not_public", file=name))
        self.dismiss("\n".join(said))

    def _object(self, words: str) -> None:
        self.query_one(Objection).tell(words)


async def export_in_sight(program: WorkingApp) -> None:
    """Ask how to write what is in sight, write it and tell which files there are."""
    screen = program.screen_at_hand
    session = screen.session
    if session is None or session.result is None or session.stale:
        program.tell(screen.unexported())
        return
    table, settings = screen.to_export(session.result)
    folder = session.path.parent / f"export-{session.path.stem}"
    alone = can_be_alone(session.result, table)
    wanted = Wanted(session.result, table, settings, whole=not alone, folder=folder)
    page = Exporting(wanted, lambda options: screen.command_of("export", options))
    said = await program.push_screen_wait(page)
    if said:
        program.tell(said)
        program.call_after_refresh(_log, screen, page.command)


def _log(screen: MainScreen, command: str) -> None:
    """Show the command that writes the same, until the screen shows something else."""
    screen.query_one(CommandLog).show(command)
