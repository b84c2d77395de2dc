"""Several scenario files side by side, and what differs between two of them in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from orgdesign.measures import IN_MONEY, YEARLY
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import arranged
from orgdesign.tui.command_line import command_line
from orgdesign.tui.pages import heeded_by_outcome
from orgdesign.tui.places import standing
from orgdesign.tui.screens.compared import Compared
from orgdesign.tui.screens.tabled import TableScreen
from orgdesign.tui.session import Session
from orgdesign.tui.side_by_side import NAMES, Side, read, settings_of, table_of
from orgdesign.tui.table_content import content_of
from orgdesign.tui.threads import in_thread
from orgdesign.tui.widgets.content import Content
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.years import YearStrip
from orgdesign.tui.workspace import Workspace
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.problems import Problem
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table

SENTENCE = 400
"""The width that a sentence may have: as wide as the terminal is."""


class BesideScreen(TableScreen, Compared):
    """The files that were marked, as they are on disk; what is tried is in none of them."""

    ID = "beside"
    TAB = "compare"
    BINDINGS = bindings_for("beside")
    OUTCOMES = IN_MONEY

    @dataclass
    class Arrived(Message):
        """The files were read."""

        sides: tuple[Side, ...]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.sides: tuple[Side, ...] = ()
        self.other = 1
        self._wanted: tuple[Path, ...] = ()
        self._reading = False

    @property
    def session(self) -> Session | None:
        """None: nothing is tried here."""
        return None

    def body(self) -> list[Widget]:
        """Return the years, the grid and the panel of notes."""
        return [YearStrip(markup=False), *super().body()]

    # ------------------------------------------------------------------ files

    def look(self) -> tuple[Path, ...]:
        """Read again what was written since; the screen lists no files of its own."""
        if any(side.is_overtaken for side in self.sides):
            self._wanted = ()
        self.redraw()
        return ()

    @in_thread("scan")
    def read_files(self, paths: tuple[Path, ...], known: tuple[Side, ...]) -> None:
        """Read and compute the files and post them."""
        self.post_message(self.Arrived(read(paths, self.workspace.named, known)))

    def on_beside_screen_arrived(self, message: Arrived) -> None:
        """Show what was read, unless other files were asked for since."""
        if tuple(side.path for side in message.sides) == self._wanted:
            self.sides, self._reading = message.sides, False
            self.redraw()

    @property
    def results(self) -> tuple[Result, ...]:
        """The results of the files; none where one has problems or others are still read."""
        found = tuple(side.result for side in self.sides if side.result is not None)
        paths = tuple(side.path for side in self.sides)
        return found if paths == self._wanted and len(found) == len(paths) > 1 else ()

    @property
    def result(self) -> Result | None:
        """The result of the first file: of what is compared with it."""
        return self.results[0] if self.results else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files."""
        return tuple(problem for side in self.sides for problem in side.problems)

    # ------------------------------------------------------------------ choices

    @property
    def names(self) -> Sequence[str]:
        """The tables of the screen."""
        return NAMES

    @property
    def heeded(self) -> frozenset[str]:
        """The choices that the outcome in sight heeds; a difference between files heeds none."""
        inside = self.name_of_table == "compare"
        return heeded_by_outcome(self.view.measure) if inside else frozenset()

    @property
    def idle(self) -> frozenset[str]:
        """The keys that would change nothing; no other file where none is held to the first."""
        held = self.name_of_table != "compare" and len(self._wanted) > 2
        return super().idle | (frozenset() if held else {"other_file"})

    @property
    def held(self) -> tuple[Result, ...]:
        """The results that the table in sight compares: all of them, or the first and another."""
        if self.name_of_table == "compare" or not self.results:
            return self.results
        return self.results[0], self.results[self.pair]

    @property
    def years(self) -> Sequence[int]:
        """The years that every file of the table in sight has."""
        every = [set(result.scenario.years) for result in self.held]
        return sorted(set.intersection(*every)) if every else ()

    @property
    def dated(self) -> Sequence[int]:
        """The places of the files that the table in sight shows one year of."""
        if self.name_of_table == "effect_structural_cost":
            return (0, self.pair)
        inside = self.name_of_table == "compare" and self.view.measure in YEARLY
        return range(len(self.results)) if inside else ()

    def years_shown(self) -> Mapping[int, str]:
        """Return the years that the table is of, each with the files where these differ."""
        chosen = self.seen.year if self.seen.year in self.years else None
        files: dict[int, list[str]] = {}
        for at in self.dated if self.results else ():
            year = chosen or self.results[at].scenario.report_year
            files.setdefault(year, []).append(str(at + 1))
        return {
            year: f"{', '.join(numbers)}: " if len(files) > 1 else ""
            for year, numbers in files.items()
        }

    @property
    def pair(self) -> int:
        """Which file is held against the first."""
        return 1 + (self.other - 1) % max(len(self._wanted) - 1, 1)

    def action_other_file(self, steps: int) -> None:
        """Hold the next file against the first."""
        self.other = self.pair + steps
        self.redraw()

    def action_open(self) -> None:
        """Open the file under the cursor."""
        if self.sides:
            self.program.open(self.sides[self._at_hand()].path)

    def on_number_grid_chosen(self) -> None:
        """Open the file that was clicked twice."""
        self.action_open()

    def _at_hand(self) -> int:
        """Return the file of the column under the cursor, that of a difference elsewhere."""
        number, dot, _ = (self.query_one(NumberGrid).column_id or "").partition(".")
        inside = self.name_of_table == "compare" and dot
        return int(number) - 1 if inside else min(self.pair, len(self.sides) - 1)

    def settings(self, result: Result) -> Settings:
        """Return the settings of the table in sight."""
        view = self.seen.settings(result, self.language)
        view = view.change(year=view.year if view.year in self.years else None)
        return settings_of(self.results, self.name_of_table, self.pair, view)

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the table; files that were not read yet are asked for."""
        wanted = tuple(self.workspace.marked)
        if wanted != self._wanted:
            self._wanted, self._reading = wanted, True
            self.read_files(wanted, self.sides)
        self.draw_years(*self.held)
        super().draw()

    def about(self, result: Result) -> object:
        """Return what the table in sight is about."""
        read = tuple((side.path, side.stamps) for side in self.sides)
        return read, self.pair, self.name_of_table, self.settings(result)

    @in_thread("table")
    def make(self, result: Result, name: str, settings: Settings, about: object) -> None:
        """Make a table of all the files and post it."""
        try:
            found: Table | str = table_of(self.results, name, self.pair, settings)
        except Exception as fault:  # a fault of the program must reach the person
            found = f"{type(fault).__name__}: {fault}"
        self.post_message(self.Made(about, found))

    def content(self, table: Table) -> Content:
        """Return the grid of a table; a sentence has the whole width."""
        content = content_of(table)
        if table.id != "differences":
            return content
        columns = (column._replace(widest=SENTENCE) for column in content.columns[1:])
        rows = (row._replace(cells=row.cells[1:]) for row in content.rows)
        return Content(tuple(columns), tuple(rows))

    def on_number_grid_moved(self) -> None:
        """Show the sentence under the cursor in whole."""
        super().on_number_grid_moved()
        at, table = self.query_one(NumberGrid).row_id, self.table
        if table is not None and table.id == "differences":
            told = [cell for row in table.rows if row.id == at for cell in reversed(row.cells)]
            self.tell("\n\n".join(visible(str(cell)) for cell in told or table.notes))

    def waiting(self) -> str:
        """Return why there is no table yet."""
        if self.results:
            return self.say("computing")
        return self.say("reading" if len(self._wanted) > 1 else "mark_two")

    def alarm(self) -> str:
        """Return that a file has problems, or that they are being computed."""
        if self.problems:
            return self.say("broken", number=len(self.problems))
        return self.say("computing") if self._reading or self.late else ""

    def opened(self) -> str:
        """Return the files by their number."""
        return "  ".join(f"{at}: {path.name}" for at, path in enumerate(self._wanted, 1))

    def context(self) -> list[str]:
        """Return the place of the table among the others, which two differ, and its title."""
        place, *title = super().context()
        pair = "" if self.name_of_table == "compare" else f"1 > {self.pair + 1}"
        return [place, pair, *title]

    def command(self) -> str:
        """Return the table on the command line."""
        language = self.workspace.chosen_language
        if self.name_of_table == "compare":
            paths, options = self._wanted, self.seen.options()
            return command_line("compare", paths, (), options, language)
        return command_line("diff", self._two(), language=language)

    def _two(self) -> tuple[Path, ...]:
        return tuple(self._wanted[at] for at in (0, self.pair) if at < len(self._wanted))

    def shown(self) -> Table | None:
        """Return the table as it is arranged."""
        return arranged(self.table, self.arrangement) if self.table is not None else None

    def unexported(self) -> str:
        """Return why it does not leave as files."""
        return self.say("beside_stays")

    def to_edit(self) -> tuple[Path, int] | str:
        """Return where the editor opens: in the file under the cursor, whichever is open."""
        return self.place()

    def place(self) -> tuple[Path, int] | str:
        """Return where the difference under the cursor stands, else the file of its column."""
        if not self.sides:
            return ""
        side, path = self.sides[self._at_hand()], self.query_one(NumberGrid).row_id
        if self.name_of_table == "differences" and path and side.result:
            return standing(side.result.scenario, side.path, path)
        return side.path, 1
