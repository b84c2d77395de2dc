"""Why a cell is what it is: the tree of formulas and figures below it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from orgdesign.tui.actions import Scope, bindings_for
from orgdesign.tui.places import place_of
from orgdesign.tui.screens.base import WIDE
from orgdesign.tui.screens.dialogs import Dialogue
from orgdesign.tui.threads import in_thread
from orgdesign.tui.widgets.content import Content as Tree
from orgdesign.tui.widgets.content import GridCell, GridColumn, GridRow, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.words import say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Row, Table

WIDEST = {"what": 60, "place": 60, "source": 40}
NARROW = {**WIDEST, "what": 30, "place": 30}
"""The same in a terminal that is not wide: of a place the file and the line are in sight."""


class Why(Dialogue):
    """A line of a municipality in an option, or its structural cost, down to the lines of the file.

    What is no municipality stands for all of them: each has its own tree. The editor opens at the
    figure under the cursor; the tree follows what is changed.
    """

    BINDINGS = bindings_for("tree")
    SCOPES: ClassVar[tuple[Scope, ...]] = ("tree",)

    @dataclass
    class Explained(Message):
        """The tree is there, or words for why there is none."""

        found: Table | str

    def __init__(
        self,
        result: Result,
        settings: Settings,
        municipality: str,
        option: str,
        line: str | None = None,
    ) -> None:
        super().__init__()
        self.result = result
        self.settings = settings
        self.municipality = municipality
        self.option = option
        self.line = line
        self.table: Table | None = None

    def compose(self) -> ComposeResult:
        """Yield the sentence and the tree."""
        with Vertical(id="window", classes="-tall -broad"):
            yield Panel(id="said")
            yield NumberGrid("row", id="tree")
            yield Static("", id="at", markup=False)

    def on_mount(self) -> None:
        """Have the tree made, and anew when the figures change."""
        self.query_one("#window").border_title = Content(f"$ {self.command}").markup
        self.query_one(Panel).show(plain_lines(say("app.computing", self.settings.language)))
        self.query_one(NumberGrid).focus()
        self.explain()
        self.program.recomputed.subscribe(self, self.follow)

    def follow(self, result: Result) -> None:
        """Have the tree made of another result."""
        self.result = result
        self.explain()

    @in_thread("explain")
    def explain(self) -> None:
        """Make the tree and post it."""
        from orgdesign.tui.engine import why

        found = why(self.result, self.settings, self.municipality, self.option, self.line)
        self.post_message(self.Explained(found))

    def on_why_explained(self, message: Explained) -> None:
        """Show the tree."""
        found = message.found
        if isinstance(found, str):
            words = say("app.failed", self.settings.language, reason=found)
            self.query_one(Panel).show(plain_lines(visible(words)))
            return
        self.table = found
        self.query_one(Panel).show(plain_lines(visible(found.title)))
        self.query_one(NumberGrid).show(tree(found, self.app.size.width), found.language)

    def on_number_grid_moved(self) -> None:
        """Tell in whole what is under the cursor, where it stands and whence it comes."""
        row = self.row
        if row is not None and self.table is not None:
            pairs = zip(row.cells, self.table.columns, strict=True)
            told = [str(cell) for cell, column in pairs if column.unit == "text" and cell]
            self.query_one("#at", Static).update(Content("\n".join(map(visible, told))))

    def action_edit_line(self) -> None:
        """Open the editor at the line of the figure under the cursor."""
        from orgdesign.tui.outside import edit

        session, path = self.program.workspace.current, self.figure
        if session is None or not path:
            self.program.tell(say("app.why_no_figure", self.settings.language))
        else:
            edit(self.program, place_of(session, path))

    @property
    def command(self) -> str:
        """The command line that gives the same explanation."""
        from orgdesign.measures import YEARLY
        from orgdesign.scenario.scenario import TOGETHER

        settings = self.settings
        known = self.municipality in self.result.scenario.municipalities
        words = [self.option, self.municipality if known else TOGETHER]
        words += [self.line] if self.line else []
        words += ["--measure", settings.measure] if settings.measure != "structural_cost" else []
        dated = settings.year is not None and settings.measure in YEARLY
        words += ["--year", str(settings.year)] if dated else []
        return self.program.screen_at_hand.command_of("explain", words)

    def action_copy_command(self) -> None:
        """Copy that command line."""
        from orgdesign.tui.outside import copy

        copy(self.program, self.command, "last-command.txt")

    @property
    def figure(self) -> str:
        """The path of the figure under the cursor; empty for a formula."""
        if self.row is None or self.table is None:
            return ""
        at = [column.id for column in self.table.columns].index("place")
        return str(self.row.cells[at]).rpartition(" ")[2]

    @property
    def row(self) -> Row | None:
        """The row under the cursor; None where there is no tree yet."""
        at, rows = self.query_one(NumberGrid).row, self.table.rows if self.table else ()
        return rows[at] if 0 <= at < len(rows) else None


class WhyTogether(Why):
    """A line of all municipalities together; enter tells why it is what it is for one of them."""

    BINDINGS = bindings_for("together")
    SCOPES = ("together", "tree")

    def action_why_of_one(self) -> None:
        """Tell why the line is what it is for the municipality under the cursor."""
        place = self.row.id.split("/")[1] if self.row is not None else ""
        if place:
            one = Why(self.result, self.settings, place, self.option, self.line)
            self.app.push_screen(one)
        else:
            self.program.tell(say("app.why_needs_a_municipality", self.settings.language))

    def on_number_grid_chosen(self) -> None:
        """Tell it for the municipality that was clicked twice."""
        self.action_why_of_one()


def tree(table: Table, width: int) -> Tree:
    """Return the rows of a tree for a terminal of a width, each further in the deeper it lies."""
    widest = WIDEST if width >= WIDE else NARROW
    columns = tuple(
        GridColumn(c.id, visible(c.title), c.unit != "text", widest.get(c.id, 16))
        for c in table.columns
    )
    rows = enumerate(table.rows)
    return Tree(columns, tuple(_row(number, row, table) for number, row in rows))


def _place(text: str) -> str:
    """Return a file with its line and a path, without the folder of the file."""
    file, gap, path = text.partition(" ")
    return PurePath(file).name + gap + path


def _row(number: int, row: Row, table: Table) -> GridRow:
    from orgdesign.words.numbers import cell_text

    pairs = zip(row.cells, table.columns, strict=True)
    texts = {column.id: visible(cell_text(cell, column, table)) for cell, column in pairs}
    first, *others = (texts | {"place": _place(texts["place"])}).values()
    cells = (GridCell("  " * row.level + first), *map(GridCell, others))
    return GridRow(f"{number}/{row.id}", cells)
