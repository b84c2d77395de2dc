"""Dialogues: a choice between a few answers, a name for a file, the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from orgdesign.tui.actions import Scope, actions_on, bindings_for
from orgdesign.tui.widgets.panel import Panel
from orgdesign.words import Language, say
from orgdesign.words.visible import visible


class Dialogue(ModalScreen[str | None]):
    """A window over a screen; escape closes it without an answer."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = bindings_for("dialog")

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Choice(Dialogue):
    """A question with a few answers, each with its id."""

    def __init__(self, question: str, answers: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.question = question
        self.answers = answers

    def compose(self) -> ComposeResult:
        """Yield the question and the answers."""
        options = [Option(Content(visible(words)), id=id) for id, words in self.answers]
        with Vertical(id="window"):
            yield Static(visible(self.question), markup=False)
            yield OptionList(*options, markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the answer chosen."""
        self.dismiss(event.option_id)


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
            yield Static("", id="objection", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Close with the name, or say what is wrong with it."""
        name = event.value.strip()
        objection = self.check(name)
        if objection:
            self.query_one("#objection", Static).update(Content(visible(objection)))
        else:
            self.dismiss(name)


class Help(Dialogue):
    """About the screen at hand, and every key that works there."""

    def __init__(self, screen: Scope, language: Language) -> None:
        super().__init__()
        self.about = screen
        self.language = language

    def compose(self) -> ComposeResult:
        """Yield the text."""
        with Vertical(id="window", classes="-tall"):
            yield Panel()

    def on_mount(self) -> None:
        """Fill the text in."""
        self.query_one(Panel).show(help_text(self.about, self.language))


def help_text(screen: Scope, language: Language) -> Content:
    """Return the help of a screen: what it is, and its keys with what they do."""
    lines = [
        Content(say(f"app.screen_{screen}", language)).stylize("bold"),
        Content(say(f"app.about_{screen}", language)),
        Content(""),
    ]
    for action in actions_on(screen):
        keys = Content(f"{action.all_keys:<14}").stylize("bold")
        lines.append(Content.assemble(keys, action.sentence(language)))
    return Content("\n").join(lines)
