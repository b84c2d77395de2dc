"""Municipalities by options, and the cell under the cursor explained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from textual.content import Content as Text
from textual.widget import Widget

from orgdesign.tui.command_line import command_line
from orgdesign.tui.comparison import Comparison, View, comparison
from orgdesign.tui.explanation import explained
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.widgets.content import Content, Tone
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace


class CompareScreen(MainScreen):
    """The comparison with the choices of measure, year and difference."""

    ID = "compare"
    CSS_PATH = "compare.tcss"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.view = View()
        self.comparison: Comparison | None = None

    def body(self) -> list[Widget]:
        """Return the grid and the panel."""
        return [NumberGrid(id="comparison"), Panel(id="explanation")]

    def on_mount(self) -> None:
        """Give the grid the keys."""
        self.query_one(NumberGrid).focus()

    # ------------------------------------------------------------------ choices

    def action_measure(self, steps: int) -> None:
        """Go to another measure."""
        self._see(self.view.next_measure(steps))

    def action_year(self, steps: int) -> None:
        """Go to another year."""
        if self.session and self.session.result:
            self._see(self.view.next_year(self.session.result, steps))

    def action_against(self) -> None:
        """Turn between the difference from alone and the amounts."""
        self._see(self.view.turned())

    def action_per_inhabitant(self) -> None:
        """Turn between per inhabitant and the whole."""
        self._see(replace(self.view, per_inhabitant=not self.view.per_inhabitant))

    def _see(self, view: View) -> None:
        self.view = view
        self.redraw()

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the grid and the explanation; without a result, why there is none."""
        grid, session = self.query_one(NumberGrid), self.session
        result = session.result if session else None
        if result is None:
            self.comparison = None
            grid.show(Content(), self.language)
        else:
            self.comparison = comparison(result, self.view, self.language)
            grid.show(self.comparison.content(), self.language)
        grid.set_class(bool(session and (session.busy or session.stale)), "-busy")
        self._explain()

    def on_number_grid_moved(self) -> None:
        """Explain the cell under the cursor."""
        self._explain()
        self.redraw_lines()

    def on_resize(self) -> None:
        """Draw the bars anew: they fill the panel."""
        self.call_after_refresh(self._explain)

    def _explain(self) -> None:
        panel = self.query_one(Panel)
        panel.show(self._problems() or self._explanation(max(panel.size.width - 3, 20)))

    def _problems(self) -> str:
        session = self.session
        if session is None or not session.problems:
            return ""
        from orgdesign.scenario.problems import render

        return "\n".join(render(problem, self.language) for problem in session.problems)

    def _explanation(self, width: int) -> Text | str:
        grid, session = self.query_one(NumberGrid), self.session
        if self.comparison is None or session is None or session.result is None:
            return self.say("reading") if session else self.say("nothing_open")
        if grid.row_id is None or grid.column_id is None:
            return ""
        settings = self.view.settings(session.result, self.language)
        lines = explained(session.result, settings, grid.row_id, grid.column_id, width)
        notes: list[tuple[str, Tone]] = [(note, "quiet") for note in self.comparison.table.notes]
        return _coloured([*lines, ("", ""), *notes])

    def context(self) -> list[str]:
        """Return the title of the table."""
        return [self.comparison.table.title] if self.comparison else []

    def command(self) -> str:
        """Return the comparison on the command line."""
        if self.session is None:
            return command_line("compare")
        return command_line(
            "compare", self.session.path, self.session.layer, self.view.options()
        )

    def shown(self) -> Content:
        """Return the grid."""
        return self.query_one(NumberGrid).content

    def place(self) -> tuple[Path, int] | str:
        """Return where the option under the cursor stands."""
        option = self.query_one(NumberGrid).column_id
        return self.program.place_of(f"options.{option}")


def _coloured(lines: Iterable[tuple[str, Tone]]) -> Text:
    """Return lines of text in the colours of their tones."""
    tones = {"gain": "$gain", "loss": "$loss", "quiet": "$quiet", "mark": "bold", "": ""}
    return Text("\n").join(Text(line).stylize(tones[tone]) for line, tone in lines)
