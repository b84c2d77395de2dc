"""The conversation in which an option is added: the forms, with what the law says of each."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.option_changes import added
from orgdesign.tui.screens.dialogs import Choice
from orgdesign.tui.session import Session
from orgdesign.tui.table_content import content_of
from orgdesign.tui.widgets.content import Content, plain_lines
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.words import Language
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tui.app import OrgdesignApp


class FormChoice(Choice):
    """The forms, and below them the legal properties of the one under the cursor."""

    BINDINGS = bindings_for("choice")

    def __init__(self, question: str, forms: Scenario, language: Language) -> None:
        super().__init__(question, ())
        self.forms, self.language = forms, language

    def compose(self) -> ComposeResult:
        """Yield the question, the forms and their properties."""
        with Vertical(id="window", classes="-tall -broad"):
            yield Static(visible(self.question), markup=False)
            yield NumberGrid("row", id="answers")
            yield Panel(id="law")

    def listed(self) -> Content:
        """Return the forms beside each other."""
        from orgdesign.tables.forms import forms
        from orgdesign.tables.settings import settings_for

        settings = settings_for(self.forms, "forms", language=self.language)
        return content_of(forms(self.forms, settings))

    def on_number_grid_moved(self) -> None:
        """Show what the law says of the form under the cursor."""
        from orgdesign.tui.option_words import form_lines

        form = self.query_one(NumberGrid).row_id
        if form:
            lines = form_lines(self.forms, form, self.language)
            self.query_one(Panel).show(plain_lines("\n".join(map(visible, lines))))


async def add_option(program: OrgdesignApp, session: Session) -> None:
    """Ask for a form and add an option of it."""
    from orgdesign.tables.forms import form_name, inherited
    from orgdesign.tui.engine import all_forms

    language, scenario = program.workspace.language, session.scenario
    if scenario is None:
        return
    forms = await asyncio.to_thread(all_forms, scenario, language)
    form = await program.push_screen_wait(FormChoice(program.say("add_question"), forms, language))
    if form:
        name, employer = form_name(forms, form, language), inherited(forms, form, "employer")
        session.put(added(scenario, form, name, employer))
        program.recompute()
