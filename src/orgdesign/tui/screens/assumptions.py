"""Every figure with its range and source; a figure is changed where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.places import place_of
from orgdesign.tui.register import register
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.typed import ObjectionError, as_typed, changed, read_typed
from orgdesign.tui.widgets.content import Content
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.workspace import Workspace
from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table


class AssumptionsScreen(MainScreen):
    """The register of figures."""

    ID = "assumptions"
    CSS_PATH = "assumptions.tcss"
    BINDINGS = bindings_for("assumptions")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._table: tuple[Scenario, Language, Table] | None = None

    def body(self) -> list[Widget]:
        """Return the list and the line in which a figure is changed."""
        return [NumberGrid("row", id="register"), EditBar(id="edit")]

    # ------------------------------------------------------------------ editing

    def on_number_grid_chosen(self) -> None:
        """Change the figure that was clicked twice."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the figure under the cursor."""
        path, scenario = self.query_one(NumberGrid).row_id, self._scenario
        if path is None or scenario is None:
            return
        quantity = scenario.figures[path]
        self.query_one(EditBar).open(path, as_typed(quantity, self.language), self.language)

    def on_edit_bar_submitted(self, event: EditBar.Submitted) -> None:
        """Try what was typed, or say what is wrong with it."""
        bar, session, scenario = self.query_one(EditBar), self.session, self._scenario
        if session is None or scenario is None:
            return
        try:
            typed = read_typed(event.typed, self.language)
        except ObjectionError as objection:
            bar.object(str(objection))
            return
        bar.action_leave()
        change = changed(scenario.figures[event.path], typed)
        if change is not None:
            session.set(event.path, *change)
            self.program.recompute()

    def on_edit_bar_left(self) -> None:
        """Give the list the keys again."""
        self.query_one(NumberGrid).focus()

    def action_reset(self) -> None:
        """Put the figure under the cursor back to what the file says."""
        path = self.query_one(NumberGrid).row_id
        if self.session and path and self.session.reset(path):
            self.program.recompute()

    # ------------------------------------------------------------------ drawing

    @property
    def _scenario(self) -> Scenario | None:
        return self.session.scenario if self.session else None

    def draw(self) -> None:
        """Draw the list."""
        grid, session, table = self.query_one(NumberGrid), self.session, self._register()
        if session is None or table is None:
            grid.show(Content(), self.language)
        else:
            grid.show(register(table, session.tried, self.words), self.language)
        grid.set_class(bool(session and (session.busy or session.stale)), "-busy")

    def _register(self) -> Table | None:
        """Return the table of figures, made once for a scenario and a language."""
        scenario = self._scenario
        if scenario is None:
            return None
        kept = self._table
        if kept is None or kept[0] is not scenario or kept[1] != self.language:
            from orgdesign.tables.assumptions import assumptions
            from orgdesign.tables.settings import settings_for

            settings = settings_for(scenario, language=self.language)
            kept = self._table = (scenario, self.language, assumptions(scenario, settings))
        return kept[2]

    def on_number_grid_moved(self) -> None:
        """Show the command of the figure under the cursor."""
        self.redraw_lines()

    def context(self) -> list[str]:
        """Return how many of the figures are shown."""
        table, grid = self._register(), self.query_one(NumberGrid)
        if table is None:
            return [self.waiting()]
        shown = self.say("figures_shown", shown=len(grid.content.rows), total=len(table.rows))
        return [table.title, shown]

    def command(self) -> str:
        """Return the register on the command line."""
        return self.command_of("table assumptions")

    def shown(self) -> Table | None:
        """Return the rows of the register that the list shows."""
        table, content = self._register(), self.query_one(NumberGrid).content
        if table is None or self._scenario is None:
            return None
        if len(content.rows) == len(table.rows):
            from orgdesign.tables.settings import settings_for

            return self.cited(table, settings_for(self._scenario, language=self.language))
        return table._replace(rows=tuple(table.row(row.id) for row in content.rows))

    def place(self) -> tuple[Path, int] | str:
        """Return where the figure under the cursor stands."""
        path = self.query_one(NumberGrid).row_id
        return place_of(self.session, path) if self.session and path else ""
