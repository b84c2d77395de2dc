"""The scenarios of the folder with their state, and the problems of the one under the cursor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement, arranged
from orgdesign.tui.command_line import command_line
from orgdesign.tui.engine import FileState
from orgdesign.tui.file_list import file_table, listed
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.content import Content, GridCell, GridColumn, GridRow, Tone, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tables.table import Row, Table

WIDEST = {"file": 40, "state": 30, "title": 44, "region": 30}


class FilesScreen(MainScreen):
    """The list of scenario files; enter opens one."""

    ID = "files"
    CSS_PATH = "files.tcss"
    BINDINGS = bindings_for("files")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.states: dict[Path, FileState] = {}
        self._opened: Path | None = None
        """The file at hand when the list was last drawn."""

    def body(self) -> list[Widget]:
        """Return the list, and the panel of what is cut there and of problems."""
        return [NumberGrid("row", id="files"), Panel(id="problems")]

    # ------------------------------------------------------------------ files

    def look(self) -> tuple[Path, ...]:
        """Return the files of the folder, then the worked cases, and list them."""
        opened = [session.path for session in self.workspace.sessions.values()]
        files = dict.fromkeys((*listed(self.workspace.folder), *opened))
        self.states = {path: self.states.get(path) or FileState(path, "reading") for path in files}
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
        """Tell about the file under the cursor."""
        self._tell()
        self.redraw_lines()

    def on_resize(self) -> None:
        """Tell anew what cannot be read in the list."""
        self.call_after_refresh(self._tell)

    def on_number_grid_chosen(self) -> None:
        """Open the file that was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the file under the cursor."""
        if self.at_hand is not None:
            self.program.open(self.at_hand.path)

    def action_mark(self) -> None:
        """Mark the file under the cursor, or take its mark off, and go to the next."""
        state, marked = self.at_hand, self.workspace.marked
        if state is None:
            return
        if state.path in marked:
            marked.remove(state.path)
        else:
            marked.append(state.path)
        self.redraw()
        self.query_one(NumberGrid).action_move(1, 0)

    def action_beside(self) -> None:
        """Put the marked files side by side; with none that under the cursor and the open one."""
        marked, session, state = self.workspace.marked, self.session, self.at_hand
        if len(marked) < 2:
            here, opened = [state.path] if state else [], [session.path] if session else []
            found = dict.fromkeys([*marked, *here] if marked else [*here, *opened])
            marked[:] = found if len(found) > 1 else marked
        if len(marked) < 2:
            self.program.tell(self.say("mark_two"))
        else:
            self.program.action_show("beside")

    def action_new(self) -> None:
        """Make a new scenario from a page of questions."""
        from orgdesign.tui.screens.starting import new_scenario

        self.program.run_worker(new_scenario(self.program), exit_on_error=False)

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the list and the problems."""
        table = self.shown()
        columns = tuple(
            GridColumn(column.id, column.title, right=False, widest=WIDEST[column.id])
            for column in table.columns
        )
        rows = tuple(self._row(row) for row in arranged(table, Arrangement(self.words)).rows)
        self.query_one(NumberGrid).show(Content(columns, rows), self.language)
        self._go_to_opened()
        self._tell()

    def _go_to_opened(self) -> None:
        """Go to the file at hand where another was opened since."""
        opened, grid = self.session.path if self.session else None, self.query_one(NumberGrid)
        rows = [row.id for row in grid.content.rows]
        if opened != self._opened and str(opened) in rows:
            self._opened = opened
            grid.go_to(rows.index(str(opened)), grid.column)

    def _row(self, row: Row) -> GridRow:
        state = self.states[Path(row.id)]
        tone: Tone = "loss" if state.problems else "mark" if self.workspace.kept(state.path) else ""
        file, words, *others = (visible(str(cell)) for cell in row.cells)
        cells = (GridCell(self._mark(state.path) + file), GridCell(words, tone))
        return GridRow(row.id, (*cells, *map(GridCell, others)))

    def _mark(self, path: Path) -> str:
        """Return the number that a marked file has side by side with the others."""
        marked = self.workspace.marked
        if path in marked:
            return f"{marked.index(path) + 1}: "
        return "   " if marked else ""

    def _tell(self) -> None:
        """Tell what cannot be read of the file under the cursor, and what is wrong with it."""
        state, panel = self.at_hand, self.query_one(Panel)
        problems = self.rendered(state.problems) if state else ""
        said = "\n".join(filter(None, (*self.query_one(NumberGrid).unread(), problems)))
        panel.display = bool(said)
        panel.show(plain_lines(said))

    def context(self) -> list[str]:
        """Return the folder."""
        if not self.states:
            return [self.say("no_files", folder=self.workspace.folder)]
        marked = len(self.workspace.marked)
        told = [self.say("marked", number=marked)] if marked else []
        return [*told, self.say("files_in", number=len(self.states), folder=self.workspace.folder)]

    def command(self) -> str:
        """Return the comparison of the marked files, else the check of the one under the cursor.

        Where no file is listed it opens this screen.
        """
        language, marked = self.workspace.chosen_language, self.workspace.marked
        if len(marked) > 1:
            return command_line("compare", marked, language=language)
        if self.at_hand is None:
            return command_line("", language=language)
        return command_line("check", [self.at_hand.path], language=language)

    def shown(self) -> Table:
        """Return the list."""
        kept = filter(self.workspace.kept, self.states)
        return file_table(self.states.values(), self.workspace.folder, kept, self.language)

    def to_edit(self) -> tuple[Path, int] | str:
        """Return where the editor opens: in the file under the cursor, whichever is open."""
        return self.place()

    def place(self) -> tuple[Path, int] | str:
        """Return the first problem of the file under the cursor, else its beginning."""
        state = self.at_hand
        if state is None:
            return ""
        return state.path, max(state.problems[0].line, 1) if state.problems else 1
