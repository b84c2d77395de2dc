"""The questions of a new scenario on one page, and the file that they make."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Input, Static

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.file_names import with_ending
from orgdesign.tui.new_answers import FIELDS, Answers, Asking, asking, objection, written
from orgdesign.tui.screens.dialogs import Dialogue
from orgdesign.tui.widgets.objection import Objection
from orgdesign.tui.widgets.pieces import PieceSuggester
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.tui.app import OrgdesignApp


class NewScenario(Dialogue):
    """A field for each question; what is wrong with the one at hand stands below them."""

    BINDINGS = bindings_for("form")

    def __init__(self, about: Asking, before: Answers) -> None:
        super().__init__()
        self.about = about
        self.before = before
        """What was typed the last time that the page was left."""
        self.proposed = about.name_for(before["title"]) if before else ""
        """The name of a file that the title made."""

    def say(self, entry: str) -> str:
        """Return words in the language of the questions."""
        return say(f"app.{entry}", self.about.language)

    def compose(self) -> ComposeResult:
        """Yield the fields, the explanation of the one at hand and the objection to it."""
        with Vertical(id="window", classes="-form"):
            yield Static(self.say("new_question"), markup=False)
            for field in FIELDS:
                choices, proposal = self.about.choices(field), self.about.proposal(field)
                value = self.before.get(field, proposal)
                with Horizontal():
                    yield Static(self.say(f"question_{field}"), markup=False)
                    yield Input(
                        value,
                        id=field,
                        select_on_focus=value == proposal,
                        suggester=PieceSuggester(choices) if choices else None,
                    )
            yield Static("", id="hint", markup=False)
            yield Objection()

    def on_mount(self) -> None:
        """Begin with the first question."""
        self.query_one("#title", Input).focus()

    @property
    def answers(self) -> dict[str, str]:
        """What stands in the fields."""
        return {field: self.query_one(f"#{field}", Input).value for field in FIELDS}

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Explain the field at hand."""
        self.query_one("#hint", Static).update(Content(self.say(f"hint_{event.widget.id}")))
        self._object("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is wrong with what is typed; the file follows the title unless it was typed."""
        file = self.query_one("#file", Input)
        if event.input.id == "title" and file.value == self.proposed:
            file.value = self.proposed = self.about.name_for(event.value)
        if event.input.has_focus:
            event.input.select_on_focus = False  # the next key adds to what was typed
            self._object(self._objection(str(event.input.id)) if event.value else "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next question; after the last one make the file."""
        field = str(event.input.id)
        if words := self._objection(field):
            self._object(words)
        elif field == FIELDS[-1]:
            self.action_make()
        else:
            self.action_next_field(1)

    def action_next_field(self, steps: int) -> None:
        """Go to a field further on."""
        at = FIELDS.index(str(self.focused.id)) if self.focused else 0
        self.query_one(f"#{FIELDS[(at + steps) % len(FIELDS)]}", Input).focus()

    def action_make(self) -> None:
        """Close with the file's name, or go to the first answer that will not do."""
        for field in FIELDS:
            if words := self._objection(field):
                self.query_one(f"#{field}", Input).focus()
                self.call_after_refresh(self._object, words)
                return
        self.dismiss(with_ending(self.answers["file"]))

    def _objection(self, field: str) -> str:
        return objection(field, self.answers[field], self.about)

    def _object(self, words: str) -> None:
        self.query_one(Objection).tell(words)


async def new_scenario(program: OrgdesignApp) -> None:
    """Ask the questions, write the file and open it on its first comparison."""
    from orgdesign.scenario.starting.new_file import write_scenario

    folder = program.workspace.folder
    about = await asyncio.to_thread(partial(asking, folder, program.workspace.language))
    page = NewScenario(about, program.workspace.answers)
    name = await program.push_screen_wait(page)
    program.workspace.answers = page.answers
    if not name:
        return
    try:
        write_scenario(folder / name, written(page.answers, about))
    except OSError as fault:
        program.tell(f"{name}: {fault.strerror}", "error")
        return
    program.workspace.answers = {}
    program.tell(program.say("saved", name=name))
    program.open(folder / name)
    program.look_again()
