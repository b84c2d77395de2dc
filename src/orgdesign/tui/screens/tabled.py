"""A screen over tables: which table, which year, and of those of one option which option."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.types import CSSPathType
from textual.widget import Widget

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.arranging import Arrangement, arranged
from orgdesign.tui.itself import Itself
from orgdesign.tui.layout import Memory
from orgdesign.tui.pages import OF_ONE_OPTION, heeded_by, tables_of
from orgdesign.tui.screens.arranged import Arranged
from orgdesign.tui.screens.one_option import ChoosesOption
from orgdesign.tui.table_content import content_of, with_marks
from orgdesign.tui.threads import in_thread
from orgdesign.tui.widgets.bars import ContextLine
from orgdesign.tui.widgets.content import Content, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table


class TableScreen(Arranged):
    """The tables of a page one by one, made beside the screen; the old one stays meanwhile."""

    CSS_PATH: ClassVar[CSSPathType | None] = "tabled.tcss"
    BINDINGS = bindings_for("page")

    @dataclass
    class Made(Message):
        """A table is there, or words for why there is none."""

        about: object
        found: Table | str

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.chosen = ""
        self.mask_below = 0.0
        self.table: Table | None = None
        self.fault = ""
        self._made: object = None
        self._asked: object = None
        self._shown = ""

    def body(self) -> list[Widget]:
        """Return the grid and the panel of notes."""
        return [NumberGrid(id="table"), Panel(id="notes")]

    def memory(self) -> Memory:
        """Return how the table is looked at, and which of them it is."""
        return {**super().memory(), "table": self.chosen or self.name_of_table}

    def recall(self, memory: Memory) -> None:
        """Go to the table that was remembered, as it was looked at."""
        super().recall(memory)
        self.chosen = str(memory.get("table", ""))

    # ------------------------------------------------------------------ choices

    @property
    def names(self) -> Sequence[str]:
        """The tables that the screen goes through."""
        return tables_of(self.ID)

    @property
    def name_of_table(self) -> str:
        """The table in sight: the one chosen, else the first."""
        return self.chosen if self.chosen in self.names else self.names[0]

    @property
    def heeded(self) -> frozenset[str]:
        """The choices that the table in sight heeds."""
        return heeded_by(self.name_of_table)

    def action_next_table(self, steps: int) -> None:
        """Go to another table of the page."""
        names = self.names
        self.chosen = names[(names.index(self.name_of_table) + steps) % len(names)]
        self.redraw()

    def settings(self, result: Result) -> Settings:
        """Return the settings of the table in sight."""
        settings = self.seen.settings(result, self.language, self.name_of_table)
        return settings.change(mask_below=self.mask_below)

    def asked(self, result: Result) -> list[str]:
        """Return the options of the command line that ask for what the table is about."""
        return ["--mask", f"{self.mask_below:g}"] if self.mask_below else []

    # ------------------------------------------------------------------ drawing

    def draw(self) -> None:
        """Draw the table; one that is not made yet is asked for."""
        result, session = self.result, self.session
        if result is None:
            self.table = self._made = self._asked = None
        else:
            self._ask(result)
        grid = self.query_one(NumberGrid)
        grid.set_class(self.late or bool(session and (session.busy or session.stale)), "-busy")
        if self.table is None:
            grid.show(Content(), self.language)
            self.tell(self.fault or self.waiting())
            return
        how = self.arrangement
        grid.show(with_marks(self.content(arranged(self.table, how)), how), self.language)
        self.tell(self.told())

    def told(self) -> str:
        """Return what of the title and the row under the cursor cannot be read, and the notes."""
        unread = list(self.query_one(NumberGrid).unread())
        if self.table and self.query_one(ContextLine).is_cut:
            unread.insert(0, visible(self.table.title))
        notes = map(visible, self.table.notes if self.table else ())
        return "\n".join([*unread, *([""] if unread else []), *notes])

    def content(self, table: Table) -> Content:
        """Return what the grid shows of a table."""
        return content_of(table)

    def tell(self, text: str) -> None:
        """Show what is wrong with the file, else the notes of the table, or why there is none."""
        self.query_one(Panel).show(plain_lines(self.rendered(self.problems) or text))

    def _ask(self, result: Result) -> None:
        settings, about = self.settings(result), self.about(result)
        if about != self._asked:
            self._asked = about
            self.starting(result, settings)
            self.make(result, self.name_of_table, settings, about)

    def about(self, result: Result) -> object:
        """Return what the table in sight is about: another one is made where that differs."""
        return Itself(result), self.name_of_table, self.settings(result)

    def starting(self, result: Result, settings: Settings) -> None:
        """Get ready for a table that is about to be made."""

    @in_thread("table")
    def make(self, result: Result, name: str, settings: Settings, about: object) -> None:
        """Make a table and post it."""
        from orgdesign.tui.engine import table_of

        self.post_message(self.Made(about, table_of(result, name, settings)))

    def on_table_screen_made(self, message: Made) -> None:
        """Show a table, unless another was asked for since."""
        if message.about != self._asked:
            return
        self._made, found = message.about, message.found
        self._shown = self.name_of_table
        if isinstance(found, str):
            self.table, self.fault = None, self.say("failed", reason=found)
        else:
            self.table, self.fault = found, ""
        self.redraw()

    def on_number_grid_moved(self) -> None:
        """Show the lines of the cell under the cursor."""
        if self.table is not None:
            self.tell(self.told())
        self.redraw_lines()

    def on_resize(self) -> None:
        """Tell anew what cannot be read in the grid."""
        self.call_after_refresh(self.on_number_grid_moved)

    def waiting(self) -> str:
        """Return why there is no table yet."""
        return super().waiting() if self.result is None else self.say("computing")

    @property
    def late(self) -> bool:
        """Whether the table that was asked for is not there yet."""
        return self._made != self._asked

    def alarm(self) -> str:
        """Return what is wrong with what is shown, or that the table is being made."""
        return super().alarm() or (self.told_late() if self.late else "")

    def told_late(self) -> str:
        """Return what is said where what was asked for is not there yet."""
        return self.say("computing")

    def context(self) -> list[str]:
        """Return the place of the table among the others and its title, or which is still shown."""
        place = f"{self.names.index(self.name_of_table) + 1}/{len(self.names)}"
        if self.table is None:
            return [place]
        other = self.late and self._shown != self.name_of_table
        title = self.table.title
        return [place, self.say("still_shown", title=title) if other else title]

    def command(self) -> str:
        """Return the table on the command line."""
        result = self.result
        words = self.asked(result) if result else []
        return self.command_of(f"table {self.name_of_table}", [*words, *self.seen.options()])

    def shown(self) -> Table | None:
        """Return the table as it is arranged; as it came, it says how to check it.

        One that stays while another is being made is not cited as that.
        """
        if self.table is None or self.result is None:
            return None
        if self.arrangement == Arrangement() and self._made == self._asked:
            return self.cited(self.table, self.settings(self.result))
        return arranged(self.table, self.arrangement)

    def to_export(self, result: Result) -> tuple[str, Settings]:
        """Return the table at hand with its settings."""
        return self.name_of_table, self.settings(result)


class OneOption(TableScreen, ChoosesOption):
    """A page with tables that are about one option."""

    @property
    def about_one(self) -> bool:
        """Whether the table in sight is about one option."""
        return self.name_of_table in OF_ONE_OPTION

    def settings(self, result: Result) -> Settings:
        """Return the settings of the table in sight, of the option at hand where it is of one."""
        option = self.option(result)
        one = self.about_one and option in result.scenario.options
        return super().settings(result).change(options=(option,) if one else ())

    def around(self) -> str:
        """Return the option that the table in sight is about, if it is of one."""
        return f"options.{self.option(self.result)}" if self.result and self.about_one else ""

    def asked(self, result: Result) -> list[str]:
        """Return the options of the command line, that at hand among them where it is of one."""
        one = ["--option", self.option(result)] if self.about_one else []
        return [*one, *super().asked(result)]
