"""Dialogues: a choice between a few answers, a name for a file, the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.types import CSSPathType
from textual.widgets import Input, Static

from orgdesign.tui.actions import Scope, bindings_for, help_of, keys_of
from orgdesign.tui.file_names import with_ending
from orgdesign.tui.settings import NO_SETTINGS, Settings
from orgdesign.tui.widgets.content import Content as Table
from orgdesign.tui.widgets.content import GridCell, GridColumn, GridRow, Lines, Spans, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.objection import Objection
from orgdesign.tui.widgets.panel import Panel
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.tui.app import OrgdesignApp
    from orgdesign.tui.workspace import Workspace

KEYS_WIDE, WORDS_WIDE = 16, 50
"""Columns of the help: the keys, and what they do."""


class Dialogue(ModalScreen[str | None]):
    """A window over a screen; escape closes it without an answer."""

    CSS_PATH: ClassVar[CSSPathType | None] = "dialogs.tcss"
    BINDINGS = bindings_for("dialog")
    SCOPES: ClassVar[tuple[Scope, ...]] = ()
    """The actions that the window tells of at its foot, beside closing it."""

    @property
    def program(self) -> OrgdesignApp:
        """The app."""
        return cast("OrgdesignApp", self.app)

    def on_mount(self) -> None:
        """Clear what would hide it, and say its keys and how it is closed."""
        self.app.clear_notifications()
        language = self.program.workspace.language
        own = self.program.workspace.settings.keys
        told = [action for scope in (*self.SCOPES, "dialog") for action in keys_of(scope, own)]
        keys = "  ".join(f"{action.key} {action.label(language)}" for action in told)
        self.query_one("#window").border_subtitle = Content(keys).markup

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Choice(Dialogue):
    """A question with a few answers, each with its id."""

    BINDINGS = bindings_for("choice")
    SCOPES = ("choice",)

    def __init__(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.question = question
        self.answers = answers

    def compose(self) -> ComposeResult:
        """Yield the question and the answers."""
        with Vertical(id="window"):
            yield Static(visible(self.question), markup=False)
            yield NumberGrid("row", id="answers")

    def on_mount(self) -> None:
        """List the answers and give them the keys."""
        grid = self.query_one(NumberGrid)
        grid.show(self.listed(), self.program.workspace.language)
        grid.focus()

    def listed(self) -> Table:
        """Return the answers as they are listed."""
        rows = (GridRow(id, (GridCell(visible(words)),)) for id, words in self.answers)
        return Table((GridColumn("answer", "", right=False, widest=60),), tuple(rows))

    def action_answer(self) -> None:
        """Close with the answer under the cursor."""
        self.dismiss(self.query_one(NumberGrid).row_id)

    def on_number_grid_chosen(self) -> None:
        """Close with the answer that was clicked twice."""
        self.action_answer()


class NameOfFile(Dialogue):
    """Asks for a name; `check` returns what is wrong with it, or nothing."""

    def __init__(self, question: str, name: str, check: Callable[[str], str]) -> None:
        super().__init__()
        self.question = question
        self.proposal = name
        self.check = check

    def compose(self) -> ComposeResult:
        """Yield the question, the field and the place of the objection."""
        with Vertical(id="window"):
            yield Static(visible(self.question), markup=False)
            yield Input(self.proposal)
            yield Objection()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with the name, or say what is wrong with it."""
        name = with_ending(event.value)
        objection = self.check(name)
        if objection:
            self.query_one(Objection).tell(objection)
        else:
            self.dismiss(name)


class Help(Dialogue):
    """About the screen at hand, and every key that works there."""

    def __init__(self, screen: Scope, workspace: Workspace) -> None:
        super().__init__()
        self.about = screen
        self.workspace = workspace

    def compose(self) -> ComposeResult:
        """Yield the text."""
        with Vertical(id="window", classes="-tall"):
            yield Panel(id="help")
            yield Static("", id="more", markup=False)

    def on_mount(self) -> None:
        """Fill the text in, and say how much of it is in sight."""
        language, settings = self.workspace.language, self.workspace.settings
        panel = self.query_one(Panel)
        panel.show(help_text(self.about, language, settings))
        self.watch(panel, "scroll_y", self.tell_more, init=False)
        self.call_after_refresh(self.tell_more)

    def on_resize(self) -> None:
        """Say anew how much is in sight."""
        self.call_after_refresh(self.tell_more)

    def tell_more(self) -> None:
        """Say which lines of how many are in sight; nothing where all are."""
        panel = self.query_one(Panel)
        first, seen, total = panel.scroll_offset.y, panel.size.height, panel.virtual_size.height
        lines = {"first": first + 1, "last": min(first + seen, total), "total": total}
        words = say("app.more_lines", self.workspace.language, **lines) if seen < total else ""
        self.query_one("#more", Static).update(words)


def help_text(screen: Scope, language: Language, settings: Settings = NO_SETTINGS) -> Lines:
    """Return the help of a screen: what it is, its keys with what they do, and where to choose."""
    lines: list[Spans] = [
        ((say(f"app.screen_{screen}", language), "mark"),),
        *plain_lines(say(f"app.about_{screen}", language)),
        (("", ""),),
    ]
    for action in help_of(screen, settings.keys):
        first, *rest = wrap(action.sentence(language), WORDS_WIDE)
        lines.append(((f"{action.all_keys:<{KEYS_WIDE}}", "mark"), (first, "")))
        lines += [((" " * KEYS_WIDE + words, ""),) for words in rest]
    if settings.file:
        own = say("app.own_settings", language, file=settings.file)
        lines += [(("", ""),), *plain_lines(visible(own))]
    return tuple(lines)
