"""The options beside each other, every cell to be changed, with the comparison moving along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Container, Vertical
from textual.widget import Widget

from orgdesign.scenario.scenario import ALONE
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement, arranged
from orgdesign.tui.comparison import View, comparison
from orgdesign.tui.option_changes import Changes, copied, removed
from orgdesign.tui.option_columns import go_to_new, point_at, stay_beside
from orgdesign.tui.option_rows import SAID, kind_of, path_of, place_of_row, with_new_rows
from orgdesign.tui.option_typed import (
    choices_of,
    not_own,
    only_in_file,
    read_cell,
    read_pieces,
    typed_in_row,
)
from orgdesign.tui.option_words import about_cell, has_row, how_typed
from orgdesign.tui.places import place_of
from orgdesign.tui.screens.typed_in import TypedIn
from orgdesign.tui.table_content import content_of, totals_first
from orgdesign.tui.typed import ObjectionError
from orgdesign.tui.widgets.cell_edit import CellEdit
from orgdesign.tui.widgets.content import Content, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.words.visible import visible_lines

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table


class OptionsScreen(TypedIn):
    """Options are made, changed, copied and removed here."""

    ID = "options"
    CSS_PATH = "options.tcss"
    BINDINGS = bindings_for("options")
    AUTO_FOCUS = "#options"

    _edited: tuple[Result, str, str] | None = None
    """The result as it was when a cell was opened, and the option and row of that cell.

    What is typed is laid over that and goes there, wherever the cursor is by then.
    """

    def body(self) -> list[Widget]:
        """Return the options, the comparison beside or below them, and the lines about a cell."""
        grid = NumberGrid(id="options")
        grid.column = 1
        matrix = Vertical(grid, Panel(id="about"), CellEdit(id="edit"), id="matrix")
        return [Container(matrix, NumberGrid(id="beside"), id="both")]

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the last good answer."""
        return self.session.scenario if self.session else None

    @property
    def cell(self) -> tuple[str, str] | None:
        """The option, or staying alone, and the row under the cursor."""
        grid, scenario = self.query_one("#options", NumberGrid), self.scenario
        option, row = grid.column_id, grid.row_id
        known = scenario and option in (*scenario.options, ALONE)
        return (option, row) if known and option and row else None

    # ------------------------------------------------------------------ editing a cell

    def on_number_grid_chosen(self) -> None:
        """Change the cell that was clicked twice."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the cell under the cursor."""
        from orgdesign.tables.options import value_of

        result = self.session.result if self.session else None
        if self.back_to_typing() or self.cell is None or result is None:
            return
        scenario, (option, row) = result.scenario, self.cell
        if not has_row(option, row) and self._is_alone():
            return
        if only := only_in_file(row, self.language):
            self.program.tell(only)
            return
        self._edited = (result, option, row)
        text = typed_in_row(scenario, row, value_of(scenario, option, row)[0], self.language)
        about, place = path_of(option, row), place_of_row(row)
        if self.has_class("-narrow"):
            pieces = self.say(SAID[kind_of(option, place)].about) if place else ""
            about += f"  {pieces or how_typed(scenario, row, self.language, brief=True)}"
        self.add_class("-editing")
        choices = choices_of(scenario, option, row, self.language)
        several = place is not None or row == "participants"
        self.query_one(CellEdit).open(about, text, choices, pieces=several)

    def on_cell_edit_typed(self, event: CellEdit.Typed) -> None:
        """Try what is typed, or say what is wrong with it."""
        self._try(event.text)

    def _try(self, text: str) -> bool:
        bar, session = self.query_one(CellEdit), self.session
        if session is None or self._edited is None:
            return False
        result, option, row = self._edited
        try:
            changes, objection = read_cell(result.scenario, option, row, text, self.language), ""
        except ObjectionError as fault:
            changes, objection = (), str(fault)
        bar.object(objection)
        session.preview(changes)
        self.program.recompute()
        return not objection

    def on_cell_edit_taken(self, event: CellEdit.Taken) -> None:
        """Take over what was typed, unless something is wrong with it."""
        session = self.session
        if session is None or (session.objections and not session.busy):
            return
        if self._try(event.text):
            self._close(keep=True)

    def on_cell_edit_left(self) -> None:
        """Leave everything as it was."""
        self._close(keep=False)

    def _close(self, *, keep: bool) -> None:
        if self.session and self.session.previewing:
            self.session.end_preview(keep=keep)
            self.program.recompute()
        self.query_one(CellEdit).display = False
        self.remove_class("-editing")
        self.query_one("#options").focus()

    # ------------------------------------------------------------------ whole options

    def action_add(self) -> None:
        """Add an option of a form."""
        from orgdesign.tui.screens.adding import add_option

        if self.session and self.scenario:
            self.program.run_worker(add_option(self.program, self.session), exit_on_error=False)

    def action_copy_option(self) -> None:
        """Add a copy of the option under the cursor."""
        if self.cell and self.session and self.scenario and not self._is_alone():
            self._put(copied(self.scenario, self.cell[0], self.language))

    def action_remove(self) -> None:
        """Take the option under the cursor out; on a measure or an amount that alone."""
        scenario = self.scenario
        if self.cell and scenario and not self._remove_row(*self.cell) and not self._is_alone():
            name = scenario.document.options[self.cell[0]].name
            self._put(removed(scenario, self.cell[0]))
            self.program.tell(self.say("option_taken_out", option=name))

    def _is_alone(self) -> bool:
        """Return whether the cursor is on staying alone, which is no option, and say so."""
        alone = self.cell is not None and self.cell[0] == ALONE
        if alone:
            self.program.tell(self.say("only_amounts"))
        return alone

    def action_own(self) -> None:
        """Take back what is tried on a cell; else take the option's own value out."""
        if self.cell is None or self.session is None or self.scenario is None:
            return
        path = path_of(*self.cell)
        if self.session.reset(path):
            self.program.recompute()
            self.program.tell(self.say("own_from_file", path=path))
        elif not self._remove_row(*self.cell) and not self._is_alone():
            if objection := not_own(self.scenario, *self.cell, self.language):
                self.program.tell(objection)
                return
            self._put(((path, ""),))
            self.program.tell(self.say("own_taken_out", path=path))

    def _remove_row(self, option: str, row: str) -> bool:
        """Take a measure or an amount out; False where the row is about something else."""
        place = place_of_row(row)
        if place is None or self.scenario is None:
            return False
        if changes := read_pieces(self.scenario, option, place, "", self.language):
            self._put(changes)
        else:
            self.program.tell(self.say("nothing_own"))
        return True

    def _put(self, changes: Changes) -> None:
        if self.session:
            self.session.put(changes)
            self.program.recompute()

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the options, the comparison and the lines about the cell."""
        grid, session = self.query_one("#options", NumberGrid), self.session
        table = self._listed(with_new=True)
        before = [row.id for row in grid.content.rows]
        options, at = [column.id for column in grid.content.columns], grid.column
        grid.show(Content() if table is None else content_of(table), self.language)
        self._find_edited(grid, before)
        go_to_new(grid, options)
        stay_beside(grid, options[at] if at < len(options) else "", at)
        without = self._edited[0] if self._edited and session and session.objections else None
        result = without or (session.result if session else None)
        compared = comparison(result, View(), self.language).content() if result else Content()
        beside = self.query_one("#beside", NumberGrid)
        beside.show(totals_first(compared), self.language)
        point_at(beside, self.cell)
        for each in (grid, beside):
            each.set_class(bool(session and (session.busy or session.stale)), "-busy")
        if session and session.objections and not session.busy:
            from orgdesign.scenario.problems import message

            self.query_one(CellEdit).object(message(session.objections[0], self.language))
        self._tell()

    def _find_edited(self, grid: NumberGrid, before: list[str]) -> None:
        """Go back to the row that is typed in where it was gone: without text it is taken out."""
        rows = [row.id for row in grid.content.rows]
        edited = self._edited[2] if self._edited else ""
        if edited in rows and edited not in before:
            grid.go_to(rows.index(edited), grid.column)
        if not self.has_class("-editing") and not (self.session and self.session.busy):
            self._edited = None

    def on_number_grid_moved(self, event: NumberGrid.Moved) -> None:
        """Tell about the cell under the cursor; the comparison shows its option."""
        if event.grid.id != "options":
            return
        point_at(self.query_one("#beside", NumberGrid), self.cell)
        self._tell()
        self.redraw_lines()

    def _tell(self) -> None:
        panel = self.query_one("#about", Panel)
        if self.problems:
            panel.show(plain_lines(self.rendered(self.problems)))
        elif self.cell and self.session and self.session.result:
            lines = about_cell(self.session.result, *self.cell, self.language)
            grid, stated = self.query_one("#options", NumberGrid), place_of_row(self.cell[1])
            unread = grid.unread(0) if stated else grid.unread(0, grid.column)
            panel.show(plain_lines("\n".join((*unread, visible_lines(lines)))))
        else:
            panel.show(plain_lines(self.waiting()))

    def context(self) -> list[str]:
        """Return how many options there are."""
        table = self._listed()
        return [table.title, str(len(table.columns) - 2)] if table else []

    def command(self) -> str:
        """Return the options on the command line."""
        return self.command_of("table options")

    def shown(self) -> Table | None:
        """Return the options as they are filtered; all of them say how to check them."""
        from orgdesign.tables.settings import settings_for

        table, scenario = self._listed(), self.scenario
        if table is None or scenario is None or self.words:
            return table
        return self.cited(table, settings_for(scenario, "options", language=self.language))

    def _listed(self, *, with_new: bool = False) -> Table | None:
        """Return the options as they are filtered, if asked with the rows in which one adds."""
        from orgdesign.tables.options import options
        from orgdesign.tables.settings import settings_for

        if self.scenario is None:
            return None
        settings = settings_for(self.scenario, "options", language=self.language)
        table = options(self.scenario, settings)
        if with_new:
            table = with_new_rows(table, self.scenario, self.language)
        return arranged(table, Arrangement(self.words)) if self.words else table

    def place(self) -> tuple[Path, int] | str:
        """Return where the cell under the cursor stands."""
        if self.cell is None or self.session is None:
            return ""
        option, row = self.cell
        scenario = self.session.scenario
        own, around = path_of(option, row), ALONE if option == ALONE else f"options.{option}"
        there = scenario is not None and own in scenario.origins
        return place_of(self.session, own if there else around)
