"""The scenarios of the folder with their state, and the problems of the one under the cursor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget

from orgdesign.scenario.gallery import gallery, scenario_files
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.command_line import command_line
from orgdesign.tui.engine import FileState
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow, Tone, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.table import Table


class FilesScreen(MainScreen):
    """The list of scenario files; enter opens one."""

    ID = "files"
    CSS_PATH = "files.tcss"
    BINDINGS = bindings_for("files")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.states: dict[Path, FileState] = {}

    def body(self) -> list[Widget]:
        """Return the list and the panel of problems."""
        return [NumberGrid("row", id="files"), Panel(id="problems")]

    # ------------------------------------------------------------------ files

    def look(self) -> tuple[Path, ...]:
        """Return the files of the folder, then the worked cases, and list them."""
        files = dict.fromkeys(
            path.resolve() for path in (*scenario_files(self.workspace.folder), *gallery())
        )
        for session in self.workspace.sessions.values():
            files.setdefault(session.path)
        unread = {path: FileState(path, "reading") for path in files}
        self.states = {path: self.states.get(path, unread[path]) for path in files}
        self.redraw()
        return tuple(self.states)

    def take(self, state: FileState) -> None:
        """Take the state of a file in."""
        if state.path in self.states:
            self.states[state.path] = state
            self.redraw()

    @property
    def at_hand(self) -> FileState | None:
        """The file under the cursor."""
        row = self.query_one(NumberGrid).row_id
        return self.states.get(Path(row)) if row else None

    def on_number_grid_moved(self) -> None:
        """Show the problems of the file under the cursor."""
        self._show_problems()
        self.redraw_lines()

    def on_number_grid_chosen(self) -> None:
        """Open the file that was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the file under the cursor."""
        if self.at_hand is not None:
            self.program.open(self.at_hand.path)

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the list and the problems."""
        columns = (
            GridColumn("file", self.say("column_file"), right=False, widest=40),
            GridColumn("state", self.say("column_state"), right=False, widest=30),
            GridColumn("title", self.say("column_title"), right=False, widest=44),
            GridColumn("region", self.say("column_region"), right=False, widest=30),
        )
        rows = tuple(self._row(state) for state in self.states.values())
        self.query_one(NumberGrid).show(Content(columns, rows), self.language)
        self._show_problems()

    def _row(self, state: FileState) -> GridRow:
        words = self._state_words(state)
        tone: Tone = "loss" if state.problems else "mark" if self.workspace.kept(state.path) else ""
        cells = (
            GridCell(visible(self._file_name(state.path))),
            GridCell(words, tone),
            GridCell(visible(state.title)),
            GridCell(visible(state.region)),
        )
        return GridRow(str(state.path), cells)

    def _file_name(self, path: Path) -> str:
        try:
            return str(path.relative_to(self.workspace.folder.resolve()))
        except ValueError:
            return str(Path(path.parent.name) / path.name)

    def _state_words(self, state: FileState) -> str:
        if state.state == "reading":
            return self.say("state_reading")
        number = len(state.problems)
        entries = {0: "state_ok", 1: "state_one_problem"}
        words = self.say(entries.get(number, "state_problems"), number=number)
        if self.workspace.kept(state.path):
            words += f", {self.say('state_unsaved')}"
        return words

    def _show_problems(self) -> None:
        state, panel = self.at_hand, self.query_one(Panel)
        problems = state.problems if state else ()
        panel.display = bool(problems)
        if problems:
            panel.show(plain_lines(self.rendered(problems)))

    def context(self) -> list[str]:
        """Return the folder."""
        if not self.states:
            return [self.say("no_files", folder=self.workspace.folder)]
        return [self.say("files_in", number=len(self.states), folder=self.workspace.folder)]

    def command(self) -> str:
        """Return the check of the file under the cursor."""
        language = self.workspace.chosen_language
        return command_line("check", self.at_hand.path if self.at_hand else None, language=language)

    def shown(self) -> Table:
        """Return the list."""
        from orgdesign.tables.table import Column, Row, Table

        content = self.query_one(NumberGrid).content
        return Table(
            "files",
            self.say("screen_files"),
            tuple(Column(column.id, column.title) for column in content.columns),
            tuple(Row(row.id, tuple(cell.text for cell in row.cells)) for row in content.rows),
            language=self.language,
        )

    def place(self) -> tuple[Path, int] | str:
        """Return the first problem of the file under the cursor, else its beginning."""
        state = self.at_hand
        if state is None:
            return ""
        return state.path, max(state.problems[0].line, 1) if state.problems else 1
