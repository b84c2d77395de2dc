"""Municipalities by options, and the cell under the cursor explained."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widget import Widget

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement
from orgdesign.tui.comparison import Comparison, View, comparison
from orgdesign.tui.explanation import explained
from orgdesign.tui.pages import heeded_by_outcome
from orgdesign.tui.places import place_of
from orgdesign.tui.screens.bill import Bill
from orgdesign.tui.screens.compared import Compared
from orgdesign.tui.table_content import with_marks
from orgdesign.tui.widgets.content import Content, Lines, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.widgets.years import YearStrip
from orgdesign.tui.workspace import Workspace
from orgdesign.words import Language
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table


class CompareScreen(Compared):
    """The comparison with the choices of measure, year and difference."""

    ID = "compare"
    CSS_PATH = "compare.tcss"
    BINDINGS = bindings_for("compare")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.comparison: Comparison | None = None
        self._drawn: tuple[Result, View, Language, Arrangement] | None = None
        self._explained: tuple[Result, tuple[object, ...], Lines] | None = None
        self._noted: tuple[Result, Settings, tuple[str, ...]] | None = None

    def body(self) -> list[Widget]:
        """Return the years, the grid and the panel."""
        panels = Horizontal(Panel(id="explanation"), Panel(id="notes"), id="panels")
        return [YearStrip(markup=False), NumberGrid(id="comparison"), panels]

    # ------------------------------------------------------------------ choices

    def on_number_grid_chosen(self) -> None:
        """Show the lines of the cell that was clicked twice."""
        self.action_bill()

    def action_bill(self) -> None:
        """Show the lines of the cell under the cursor, which lead to the lines of the file."""
        grid, result = self.query_one(NumberGrid), self.result
        if result and grid.row_id and grid.column_id:
            settings = self.seen.settings(result, self.language)
            self.app.push_screen(Bill(result, settings, grid.row_id, grid.column_id))

    @property
    def heeded(self) -> frozenset[str]:
        """The choices that the outcome in sight heeds."""
        return heeded_by_outcome(self.view.measure)

    def action_tables(self) -> None:
        """Go on to the other tables of outcomes."""
        self.program.action_show("overview")

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the grid, and when it is painted the explanation; without a result, why not."""
        grid, session = self.query_one(NumberGrid), self.session
        result = session.result if session else None
        if result is None:
            self.comparison = None
            grid.show(Content(), self.language)
        elif not self._is_drawn(result):
            how = self.arrangement
            self.comparison = comparison(result, self.seen, self.language, how)
            grid.show(with_marks(self.comparison.content(), how), self.language)
        self._drawn = (result, self.seen, self.language, self.arrangement) if result else None
        grid.set_class(bool(session and (session.busy or session.stale)), "-busy")
        self.draw_years(*([result] if result else []))
        self.call_after_refresh(self._explain)

    def _is_drawn(self, result: Result) -> bool:
        """Return whether the grid shows this very result as it is looked at now."""
        if self._drawn is None:
            return False
        drawn, *look = self._drawn
        return drawn is result and look == [self.seen, self.language, self.arrangement]

    def on_number_grid_moved(self) -> None:
        """Explain the cell under the cursor, once the grid itself is painted."""
        self.call_after_refresh(self._explain)
        self.redraw_lines()

    def on_resize(self) -> None:
        """Draw the bars anew: they fill the panel."""
        self.call_after_refresh(self._explain)

    def _explain(self) -> None:
        panel, beside = self.query_one("#explanation", Panel), self.query_one("#notes", Panel)
        explanation = self._explanation(max(panel.size.width - 3, 20))
        notes = plain_lines("\n".join(map(visible, self._notes())), "quiet")
        wide = self.has_class("-wide")
        beside.show(notes if wide else ())
        if self.problems:
            panel.show(plain_lines(self.rendered(self.problems)))
        else:
            panel.show(explanation if wide else (*explanation, (("", ""),), *notes))

    def _notes(self) -> tuple[str, ...]:
        result = self.result
        if self.comparison is None or result is None:
            return ()
        from orgdesign.tables.compare import compare

        settings, known = self.seen.settings(result, self.language), self._noted
        if known is None or known[0] is not result or known[1] != settings:
            known = self._noted = result, settings, compare(result, settings).notes
        return known[2]

    def _explanation(self, width: int) -> Lines:
        grid, result = self.query_one(NumberGrid), self.result
        if self.comparison is None or result is None:
            return plain_lines(self.waiting())
        if grid.row_id is None or grid.column_id is None:
            return ()
        about = (self.seen, self.language, grid.row_id, grid.column_id, width)
        known = self._explained
        if known is None or known[0] is not result or known[1] != about:
            settings = self.seen.settings(result, self.language)
            lines = explained(result, settings, grid.row_id, grid.column_id, width)
            known = self._explained = result, about, lines
        return known[2]

    def context(self) -> list[str]:
        """Return the title of the table."""
        return [self.comparison.table.title] if self.comparison else []

    def command(self) -> str:
        """Return the comparison on the command line."""
        return self.command_of("compare", self.seen.options())

    def shown(self) -> Table | None:
        """Return the comparison; as it came, it says how to check it."""
        if self.comparison is None or self.result is None:
            return None
        table = self.comparison.table._replace(notes=self._notes())
        settings = self.seen.settings(self.result, self.language)
        return self.cited(table, settings) if self.arrangement == Arrangement() else table

    def to_export(self, result: Result) -> tuple[str, Settings]:
        """Return the comparison as it is looked at."""
        return "compare", self.seen.settings(result, self.language)

    def place(self) -> tuple[Path, int] | str:
        """Return where the option under the cursor stands."""
        option = self.query_one(NumberGrid).column_id
        return place_of(self.session, f"options.{option}") if self.session else ""
