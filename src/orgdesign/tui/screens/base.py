"""What the main screens share: the lines around them and how they follow the session."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from orgdesign.tui.actions import Scope, bindings_for
from orgdesign.tui.command_line import command_line
from orgdesign.tui.journal import changes
from orgdesign.tui.painting import paint_numbers
from orgdesign.tui.places import is_tried, named_from, place_of
from orgdesign.tui.session import Session
from orgdesign.tui.table_content import MANY
from orgdesign.tui.widgets.bars import ActionFooter, CommandLog, ContextLine, TitleBar
from orgdesign.tui.widgets.filter import Filter
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.workspace import Workspace
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.problems import Problem
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table
    from orgdesign.tui.app import OrgdesignApp
    from orgdesign.tui.engine import FileState
    from orgdesign.tui.layout import Memory

WIDE = 110
"""Columns from which panels stand beside each other."""


class MainScreen(Screen[None]):
    """A screen of the app: a body between what is open and the keys."""

    ID: ClassVar[Scope] = "app"
    """The id of the screen in the table of actions."""
    TAB: ClassVar[str] = ""
    """The screen at whose name it stands, where it has no number of its own."""
    BINDINGS = bindings_for("screen")
    AUTO_FOCUS = "NumberGrid"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
        self.workspace = workspace

    @property
    def program(self) -> OrgdesignApp:
        """The app."""
        return cast("OrgdesignApp", self.app)

    @property
    def language(self) -> Language:
        """The language at hand."""
        return self.workspace.language

    @property
    def session(self) -> Session | None:
        """The session at hand."""
        return self.workspace.current

    def say(self, entry: str, **details: object) -> str:
        """Return words of the app in the language at hand."""
        return say(f"app.{entry}", self.language, **details)

    # ------------------------------------------------------------------ for each screen to give

    def body(self) -> list[Widget]:
        """Return what stands between the lines."""
        return []

    def draw(self) -> None:
        """Draw the body as the session is now."""

    def context(self) -> list[str]:
        """Return the parts of the line below the title."""
        return []

    def command(self) -> str:
        """Return the command line that gives what is shown."""
        return ""

    def shown(self) -> Table | None:
        """Return the table to copy, None where there is none."""
        return None

    def to_export(self, result: Result) -> tuple[str, Settings]:
        """Return the name of the table in sight with its settings."""
        from orgdesign.tables.settings import settings_for

        return self.ID, settings_for(result.scenario, self.ID, language=self.language)

    def unexported(self) -> str:
        """Return why nothing of the screen leaves as files."""
        return self.alarm() or self.say("nothing_open")

    def place(self) -> tuple[Path, int] | str:
        """Return the file and line of what is under the cursor, or words for where it stands.

        Empty where that is computed.
        """
        return ""

    def around(self) -> str:
        """Return the path of the table of the file that the screen is about."""
        return ""

    def to_edit(self) -> tuple[Path, int] | str:
        """Return where the editor opens: what is wrong with the file, else what `place` says.

        What is computed has the table that the screen is about, or the beginning of the file.
        """
        if self.session is None:
            return self.place()
        for problem in self.problems:
            if not is_tried(problem):
                return Path(problem.file), max(problem.line, 1)
        around = self.around()
        of_screen = place_of(self.session, around) if around else (self.session.path, 1)
        return self.place() or of_screen

    @property
    def idle(self) -> frozenset[str]:
        """The actions that would change nothing now: the footer leaves them out."""
        return frozenset()

    def halt(self) -> bool:
        """Stop what runs on the screen, and keep what is there; False where nothing runs."""
        return False

    def look(self) -> tuple[Path, ...]:
        """Return the files that the screen lists, to be read."""
        return ()

    def take(self, state: FileState) -> None:
        """Take in the state of a file that was read."""

    def memory(self) -> Memory:
        """Return what the screen remembers until the next time, as plain values."""
        return {}

    def recall(self, memory: Memory) -> None:
        """Look again as it was remembered."""

    # ------------------------------------------------------------------ the frame

    def compose(self) -> ComposeResult:
        """Yield the lines around the body, and the body."""
        yield TitleBar(markup=False)
        yield ContextLine(markup=False)
        yield Filter(id="filter")
        yield from self.body()
        yield CommandLog(markup=False)
        yield ActionFooter(markup=False)

    @property
    def words(self) -> str:
        """The words that narrow the list down."""
        return self.query_one(Filter).value

    def action_filter(self) -> None:
        """Ask for the words that narrow the list down."""
        field = self.query_one(Filter)
        field.display = True
        field.focus()

    def step_back(self) -> bool:
        """Leave the panel, else take the filter away, else stop what runs; False where none is."""
        return self._leave_panel() or self.unfilter() or self.halt()

    def _leave_panel(self) -> bool:
        """Give the list the keys again where a panel has them; False where none has."""
        left = isinstance(self.focused, Panel)
        if left:
            self.query_one(str(self.AUTO_FOCUS)).focus()
        return left

    def unfilter(self) -> bool:
        """Take the filter away; False where there is none."""
        field = self.query_one(Filter)
        filtered = bool(field.value)
        if filtered:
            field.action_leave()
        return filtered

    def on_input_changed(self, event: Input.Changed) -> None:
        """Let the list follow the filter."""
        if isinstance(event.input, Filter):
            self.redraw()

    def on_filter_left(self) -> None:
        """Give the list the keys again."""
        self.query_one(str(self.AUTO_FOCUS)).focus()

    def on_screen_resume(self) -> None:
        """Draw when the screen comes to the front, and have it painted then."""
        self.redraw()
        self.call_after_refresh(self.program.drawn, self)

    def answered(self, refusal: str) -> None:
        """Take up that there is an answer to what was tried, or in words why it was refused."""

    def redraw(self, *, at_once: bool = False) -> None:
        """Draw the lines and the body as the session is now; a screen out of sight waits.

        Where it is to be `at_once`, the numbers of the body are painted before the lines are drawn.
        """
        made = self.query(ActionFooter)  # none where it is not made yet, or being taken down
        if not made or self.program.screen_at_hand is not self:
            return
        self.draw()
        if at_once:
            paint_numbers(self)
        self.redraw_lines()

    def redraw_lines(self) -> None:
        """Draw the lines around the body."""
        self.query_one(TitleBar).show(self.TAB or self.ID, self.language)
        alarm = self.alarm() or self.unmatched()
        self.query_one(ContextLine).show(self.context(), alarm, self.opened())
        self.query_one(CommandLog).show(self.command())
        own = self.workspace.settings.keys
        self.query_one(ActionFooter).show(self.ID, self.language, own, self.idle)

    def opened(self) -> str:
        """Return the name of what is open, and what of it no file holds."""
        session = self.session
        if session is None or not session.dirty:
            return session.path.name if session else ""
        unsaved = self.say("unsaved_changes", number=changes(session.layer))
        return f"{session.path.name} *{unsaved}"

    def command_of(self, command: str, options: Iterable[str] = ()) -> str:
        """Return a command on the file at hand with what is tried on it."""
        session, language = self.session, self.workspace.chosen_language
        if session is None:
            return command_line(command)
        return command_line(command, [session.path], session.layer, options, language)

    def cited(self, table: Table, settings: Settings) -> Table:
        """Return a table as a command prints it: with what it came from and how to check that."""
        from orgdesign.identity.identified import identified

        scenario = self.session.scenario if self.session else None
        return identified(table, scenario, settings) if scenario else table

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what is open: every screen shows it in place of its notes."""
        return self.session.problems if self.session else ()

    def waiting(self) -> str:
        """Return why there is nothing to show: what is wrong, or that it is still being read."""
        session = self.session
        if session is None:
            return self.say("reading" if self.program.given else "nothing_open")
        if session.last is not None and session.last.failure:
            return self.say("failed", reason=session.last.failure)
        return self.rendered(session.problems) or self.unmatched() or self.say("reading")

    def unmatched(self) -> str:
        """Return that no row of the list has the words of the filter; empty where one has them."""
        rows = self.query_one(str(self.AUTO_FOCUS), NumberGrid).content.rows
        found = not self.words or any(not row.total for row in rows[:1]) or len(rows) >= MANY
        return "" if found else self.say("nothing_found", words=self.words)

    def rendered(self, problems: Iterable[Problem]) -> str:
        """Return problems with their lines and carets, files named from the scenario folder."""
        from orgdesign.scenario.problems import render

        folder, tried = self.workspace.folder.resolve(), self.say("tried_here")
        named = (named_from(folder, each, tried) for each in problems)
        return "\n".join(render(problem, self.language) for problem in named)

    def alarm(self) -> str:
        """Return what is wrong with what is shown, or that it is being computed."""
        session = self.session
        if session is None:
            return ""
        if session.stale and session.last is not None:
            if session.last.failure:
                return self.say("failed", reason=session.last.failure)
            if any(map(is_tried, session.problems)):
                return self.say("fits_no_more")
            entry = "stale" if session.good else "broken"
            return self.say(entry, number=len(session.problems))
        return self.say("computing") if session.busy else ""
