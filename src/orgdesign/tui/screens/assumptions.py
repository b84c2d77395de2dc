"""Every figure with its range and source; a figure is changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from orgdesign.tui.register import register
from orgdesign.tui.screens.editing import Editing
from orgdesign.tui.widgets.content import Content
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.workspace import Workspace
from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table


class AssumptionsScreen(Editing):
    """The register of figures."""

    ID = "assumptions"
    CSS_PATH = "editing.tcss"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._table: tuple[Scenario, Language, Table] | None = None

    def body(self) -> list[Widget]:
        """Return the list and the line in which a figure is changed."""
        return [NumberGrid("row", id="register"), EditBar(id="edit")]

    # ------------------------------------------------------------------ drawing

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
        scenario = self.scenario
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
        if table is None or self.scenario is None:
            return None
        if len(content.rows) == len(table.rows):
            from orgdesign.tables.settings import settings_for

            return self.cited(table, settings_for(self.scenario, language=self.language))
        return table._replace(rows=tuple(table.row(row.id) for row in content.rows))
