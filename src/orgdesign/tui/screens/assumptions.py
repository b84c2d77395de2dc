"""Every figure with its range and source, and how much of the answer hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.itself import Itself
from orgdesign.tui.register import register
from orgdesign.tui.screens.editing import Editing
from orgdesign.tui.screens.one_option import ChoosesOption
from orgdesign.tui.threads import in_thread
from orgdesign.tui.weighing import Weighed, in_order_of_file, weighed, with_old_shares
from orgdesign.tui.widgets.content import Content, plain_lines
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.table import Table


PATIENCE = 0.3
"""Seconds of rest before the shares are computed: painting and typing come first."""


class AssumptionsScreen(Editing, ChoosesOption):
    """The register of figures; the share of each in the spread is computed beside it."""

    ID = "assumptions"
    CSS_PATH: ClassVar = ["assumptions.tcss", "editing.tcss"]
    BINDINGS = bindings_for("assumptions")

    @dataclass
    class Found(Message):
        """The shares of the figures are there, or words for why not."""

        about: object
        found: Weighed | str

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.by_share = False
        self.fault = ""
        self._asked: object = None
        self._weighed: Weighed | None = None
        self._table: tuple[tuple[object, ...], Table] | None = None

    def body(self) -> list[Widget]:
        """Return the list, on what the answer rests, and the line in which a figure is changed."""
        return [NumberGrid("row", id="register"), Panel(id="carried"), EditBar(id="edit")]

    def action_by_share(self) -> None:
        """Put the figures on which most rests first, or all in the order of the file."""
        self.by_share = not self.by_share
        self.redraw()
        self.query_one(NumberGrid).action_first()

    # ------------------------------------------------------------------ shares

    def _weigh(self) -> None:
        """Ask for the shares of the figures, unless they were asked for."""
        result = self.session.result if self.session else None
        if result is None:
            return
        about = Itself(result), self.option(result), self.language
        if about != self._asked:
            self._asked, self.fault = about, ""
            self.weigh(result, about)

    @in_thread("table")
    def weigh(self, result: Result, about: object) -> None:
        """Compute how much of the answer hangs on each figure, and post it."""
        worker, option, language = get_current_worker(), self.option(result), self.language
        sleep(PATIENCE)

        def told(_done: int, _every: int) -> bool:
            return not worker.is_cancelled

        if worker.is_cancelled:
            return
        found = weighed(result, option, language, about, told)
        if not worker.is_cancelled:
            self.post_message(self.Found(about, found))

    def on_assumptions_screen_found(self, message: Found) -> None:
        """Show the shares, unless others were asked for since."""
        if message.about != self._asked:
            return
        if isinstance(message.found, str):
            self.fault = self.say("failed", reason=message.found)
        else:
            self._weighed = message.found
        self.redraw()

    def on_screen_suspend(self) -> None:
        """Stop what is computed: what is in sight comes first. It begins anew on coming back."""
        if not self.is_weighed:
            self.workers.cancel_group(self, "table")
            self._asked = None

    @property
    def is_weighed(self) -> bool:
        """Whether the shares are those of what is shown."""
        return self._weighed is not None and self._weighed.about == self._asked

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the list."""
        self._weigh()
        grid, session, table = self.query_one(NumberGrid), self.session, self._register()
        if session is None or table is None:
            grid.show(Content(), self.language)
        else:
            grid.show(register(table, session.tried, self.words), self.language)
        grid.set_class(bool(session and (session.busy or session.stale)), "-busy")
        self._tell()

    def _tell(self) -> None:
        """Tell what cannot be read of the figure under the cursor, and on what the answer rests."""
        panel, weighed = self.query_one(Panel), self._weighed
        unread = " · ".join(self.query_one(NumberGrid).unread())
        rests = visible(weighed.said) if self.is_weighed and weighed else ""
        said = self.waiting() if self.scenario is None else "\n".join(filter(None, (unread, rests)))
        panel.display = bool(said)
        panel.set_class(bool(self.problems), "-wrong")
        panel.show(plain_lines(self.rendered(self.problems) or said))

    def _register(self) -> Table | None:
        """Return the table of figures, made once for what it shows."""
        scenario, known = self.scenario, self._weighed
        if scenario is None:
            return None
        about = (scenario, known, self.is_weighed, self.language, self.by_share)
        if self._table is None or self._table[0] != about:
            if known is None or not self.is_weighed:
                table = with_old_shares(scenario, known, self.language)
            else:
                table = known.table
            if not self.by_share:
                table = in_order_of_file(table, scenario)
            self._table = about, table
        return self._table[1]

    def on_number_grid_moved(self) -> None:
        """Tell about the figure under the cursor."""
        self._tell()
        self.redraw_lines()

    def on_resize(self) -> None:
        """Tell anew what cannot be read in the list."""
        self.call_after_refresh(self._tell)

    def alarm(self) -> str:
        """Return that the shares are still to come, or what is wrong."""
        said = super().alarm() or self.fault
        if said or self.is_weighed or self._asked is None:
            return said
        return self.say("shares_old" if self._weighed else "shares_growing")

    def context(self) -> list[str]:
        """Return how many of the figures are shown."""
        table, grid = self._register(), self.query_one(NumberGrid)
        if table is None:
            return []
        shown = self.say("figures_shown", shown=len(grid.content.rows), total=len(table.rows))
        return [table.title, shown]

    def command(self) -> str:
        """Return the register on the command line."""
        result = self.session.result if self.session else None
        if result is None:
            return self.command_of("table assumptions")
        return self.command_of("sensitivity", ["assumptions", "--option", self.option(result)])

    def shown(self) -> Table | None:
        """Return the rows of the register that the list shows."""
        table, content = self._register(), self.query_one(NumberGrid).content
        if table is None:
            return None
        return table._replace(rows=tuple(table.row(row.id) for row in content.rows))
