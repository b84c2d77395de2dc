"""How sure it is: switching values as sentences, and pictures that refresh while figures change."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from orgdesign.measures import IN_MONEY
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement, arranged
from orgdesign.tui.sampling import SAMPLED, STEPS, Step, can_be_verified, steps_of
from orgdesign.tui.screens.editing import Editing
from orgdesign.tui.screens.measured import Measured
from orgdesign.tui.screens.tabled import OneOption
from orgdesign.tui.table_content import content_of
from orgdesign.tui.threads import in_thread
from orgdesign.tui.widgets.content import Content, Lines, plain_lines
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table
    from orgdesign.tui.sampling import Samples

WITH_FIGURE = ("switching", "tornado", "indices")
"""The parts of which a row is about a figure."""


class SensitivityScreen(OneOption, Measured, Editing):
    """The parts of the sensitivity one after the other, each a picture over its table.

    A part is made in a thread and posted in growing steps; a change or another choice cancels
    what runs, escape stops it and keeps what is there.
    """

    ID = "sensitivity"
    CSS_PATH: ClassVar = ["sensitivity.tcss", "editing.tcss"]
    BINDINGS = bindings_for("sensitivity")
    OUTCOMES = IN_MONEY

    @dataclass
    class Stepped(Message):
        """A part is there, from more draws than before; None where no more will come."""

        about: object
        step: Step | None

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.step: Step | None = None
        self.made_of: Result | None = None
        self.chosen_measure = False
        self.running = False
        self._stop = Event()
        self._drawn: tuple[object, ...] = ()
        self._samples: Samples = {}
        self.pair: tuple[str, ...] = ()

    def body(self) -> list[Widget]:
        """Return the picture with the notes beside or below it, the table and the edit line."""
        panels = Horizontal(Panel(id="picture"), Panel(id="notes"), id="panels")
        return [panels, NumberGrid(id="table"), EditBar(id="edit")]

    # ------------------------------------------------------------------ choices

    def action_measure(self, steps: int) -> None:
        """Go to another outcome, from the one in sight."""
        if self.result:
            self.view = self.view.with_measure(self.settings(self.result).measure)
        self.chosen_measure = True
        super().action_measure(steps)

    def action_municipality(self, steps: int) -> None:
        """Go to another municipality, or to all together."""
        if self.result:
            every = (None, *self.result.scenario.municipalities)
            now = self.workspace.municipality
            at = every.index(now) if now in every else 0
            self.workspace.municipality = every[(at + steps) % len(every)]
            self.redraw()

    @property
    def idle(self) -> frozenset[str]:
        """The keys that would change nothing: those of the grid elsewhere."""
        own = {"grid_rows", "grid_columns"}
        return super().idle.union(own if self.name_of_table != "grid" else ())

    def action_pair(self, side: int) -> None:
        """Take the next figure for the rows of the grid (0) or for its columns (1)."""
        from orgdesign.sensitivity.quantities import uncertain
        from orgdesign.sensitivity.two_way import TwoWay

        made = self.step.made if self.step else ""
        if isinstance(made, str) or not isinstance(made.found, TwoWay) or self.scenario is None:
            if "grid_rows" in self.idle:
                self.program.tell(self.say("only_on_grid"))
            return
        pair = [made.found.row, made.found.column]
        others = [path for path in uncertain(self.scenario) if path != pair[1 - side]]
        at = others.index(pair[side]) if pair[side] in others else -1
        pair[side] = others[(at + 1) % len(others)]
        self.pair = (pair[0], pair[1])
        self.redraw()

    def figures(self, result: Result) -> tuple[str, ...]:
        """Return the figures chosen for the part in sight; none where one has no range."""
        known = result.scenario.figures
        chosen = self.pair if self.name_of_table == "grid" else ()
        every = all(path in known and known[path].uncertain for path in chosen)
        return chosen if every else ()

    def about(self, result: Result) -> object:
        """Return what the part in sight is about: its figures too."""
        return self.figures(result), super().about(result)

    def settings(self, result: Result) -> Settings:
        """Return the settings of the part in sight, with the choices that it knows."""
        from orgdesign.parts_of_sensitivity import USUAL_MEASURES

        settings = super().settings(result)
        one = self.workspace.municipality
        known = one in result.scenario.municipalities
        changes = {"municipalities": (one,) if known else ()}
        if not self.chosen_measure and self.name_of_table in USUAL_MEASURES:
            settings = settings.change(measure=USUAL_MEASURES[self.name_of_table])
        return settings.change(**changes)

    def asked(self, result: Result) -> list[str]:
        """Return the options of the command line that ask for the part in sight."""
        settings, name = self.settings(result), self.name_of_table
        words = [name, *(("--option", self.option(result)) if self.about_one else ())]
        words += [word for m in settings.municipalities for word in ("--municipality", m)]
        words += [word for path in self.figures(result) for word in ("--figure", path)]
        if name in SAMPLED:
            words += ["--draws", str(STEPS[-1])]
        if name == "stress" and self.chosen_measure and settings.measure == "structural_cost":
            words += ["--measure", "structural_cost"]
        return words

    def cited(self, table: Table, settings: Settings) -> Table:
        """Return a table with how to check it, where a command computes it again from its id."""
        done, name = self.step.done if self.step else 0, self.name_of_table
        known = self.scenario and can_be_verified(self.scenario, name, done)
        return super().cited(table, settings) if known and not self.running else table

    def command(self) -> str:
        """Return the part on the command line."""
        words = self.asked(self.result) if self.result else []
        return self.command_of("sensitivity", [*words, *self.view.options()])

    def figure(self) -> str | None:
        """Return the figure that the row under the cursor is about."""
        grid, table = self.query_one(NumberGrid), self.table
        ids = [row.id for row in table.rows] if table else []
        if table is None or table.id not in WITH_FIGURE or grid.row_id not in ids:
            return None
        at = [column.id for column in table.columns].index("figure")
        path = str(table.row(grid.row_id).cells[at])
        return path if self.scenario and path in self.scenario.figures else None

    # ------------------------------------------------------------------ computing

    @in_thread("table")
    def make(self, result: Result, name: str, settings: Settings, about: object) -> None:
        """Make a part and post it, again and again from more draws."""
        worker, stop, samples = get_current_worker(), self._stop, self._samples
        figures = self.figures(result)
        if about != self._asked:
            return

        def told(_done: int, _every: int) -> bool:
            return not (worker.is_cancelled or stop.is_set())

        for step in steps_of(result, name, settings, told, samples, figures):
            if worker.is_cancelled:
                return
            self.post_message(self.Stepped(about, step))
        self.post_message(self.Stepped(about, None))

    def starting(self, result: Result, settings: Settings) -> None:
        """Forget what was drawn of another result, measure or year."""
        drawn = (result, settings.measure, settings.year)
        same = self._drawn and self._drawn[0] is result and self._drawn[1:] == drawn[1:]
        if not same:
            self._drawn, self._samples = drawn, {}
        self.running, self._stop = True, Event()

    def on_sensitivity_screen_stepped(self, message: Stepped) -> None:
        """Show a step, unless something else was asked for since."""
        if message.about != self._asked:
            return
        if message.step is None:
            self.running = False
            self.redraw_lines()
            return
        self.step, self.made_of = message.step, self.result
        made = message.step.made
        if isinstance(made, str):
            self._made, self.table, self.fault = message.about, None, made
            self.redraw()
        else:
            self.on_table_screen_made(self.Made(message.about, made.table))

    def halt(self) -> bool:
        """Stop what runs and keep what is there; False where nothing runs."""
        running, self.running = self.running and not self._stop.is_set(), False
        self._stop.set()
        self.redraw_lines()
        return running

    def on_screen_suspend(self) -> None:
        """Stop what runs; it goes on when the screen comes back."""
        if self.halt():
            self._asked = None

    # ------------------------------------------------------------------ drawing

    def content(self, table: Table) -> Content:
        """Return the grid of a table: a sentence stands behind its figures."""
        if table.id == "switching":
            order = (1, 2, 3, 0)
            rows = (row._replace(cells=tuple(row.cells[at] for at in order)) for row in table.rows)
            columns = tuple(table.columns[at] for at in order)
            table = table._replace(columns=columns, rows=tuple(rows))
        return content_of(table)

    def tell(self, text: str) -> None:
        """Show the picture, and the notes beside it, or below it where the screen is narrow.

        What is wrong with the file, or that no row has the words of the filter, comes instead.
        """
        panel, beside = self.query_one("#picture", Panel), self.query_one("#notes", Panel)
        notes, wide = plain_lines(text, "quiet"), self.has_class("-wide")
        beside.show(notes if wide else ())
        if instead := self.rendered(self.problems) or self.unmatched():
            beside.show(())
            panel.show(plain_lines(instead))
            return
        picture = self._picture(max(panel.size.width - 3, 20))
        panel.show(picture if wide and picture else (*picture, (("", ""),), *notes))

    def _picture(self, width: int) -> Lines:
        from orgdesign.tui.plots.canvas import Look
        from orgdesign.tui.plots.registry import PLOTS

        step, result = self.step, self.made_of
        if step is None or isinstance(step.made, str) or result is None or self.table is None:
            return ()
        settings = self.settings(result).change(options=(self.option(result),))
        look = Look(width, result.scenario, settings, self.query_one(NumberGrid).row_id)
        filtered = arranged(step.made.table, Arrangement(self.words))
        return PLOTS[filtered.id](step.made._replace(table=filtered), look)

    def on_number_grid_moved(self) -> None:
        """Let the picture follow the cursor."""
        if self.table is not None:
            self.tell(self.told())

    def told(self) -> str:
        """Return the notes: what a row says in whole is in the picture."""
        return "\n".join(map(visible, self.table.notes)) if self.table else ""

    def context(self) -> list[str]:
        """Return the place of the part, how many draws it is made of, and its title."""
        place, *title = super().context()
        return [place, self._draws(), *title]

    def _draws(self) -> str:
        from orgdesign.tui.sampling import error_of
        from orgdesign.words.numbers import number

        step = self.step
        if step is None or not step.done or isinstance(step.made, str) or self.table is None:
            return ""
        done = number(step.done, "count", step.made.table.numbers)
        return self.say("draws", done=done, seed=step.seed, error=error_of(step.made))

    def told_late(self) -> str:
        """Return that what is in sight is old; where nothing is there, nothing."""
        return self.say("old_figures") if self.table is not None else ""

    def alarm(self) -> str:
        """Return that what is in sight is old, or still growing, or what is wrong with it."""
        if said := super().alarm():
            return said
        if not self.running:
            return ""
        return self.say("growing") if self.name_of_table in SAMPLED else self.say("computing")
