"""A screen on which the figure under the cursor is changed where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.actions import bindings_for
from orgdesign.tui.places import place_of
from orgdesign.tui.screens.typed_in import TypedIn
from orgdesign.tui.typed import ObjectionError, Typed, as_typed, changed, read_typed, writing
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.grid import NumberGrid

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario


class Editing(TypedIn):
    """Has an `EditBar` for the figure of the row under the cursor."""

    BINDINGS = bindings_for("figure")

    _sent: tuple[str, Typed] | None = None
    """What was typed last for a figure, until there is an answer to it."""

    def figure(self) -> str | None:
        """Return the path of the figure under the cursor, None where there is none."""
        return self.query_one(NumberGrid).row_id

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the last good answer."""
        return self.session.scenario if self.session else None

    @property
    def idle(self) -> frozenset[str]:
        """The keys that would change nothing: those of a figure where the cursor is on none."""
        of_figure = frozenset() if self.figure() else frozenset({"edit", "reset"})
        return super().idle | of_figure

    def on_number_grid_chosen(self) -> None:
        """Change the figure that was clicked twice."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the figure under the cursor."""
        path, scenario = self.figure(), self.scenario
        if self.back_to_typing() or scenario is None:
            return
        if path is None or path not in scenario.figures:
            self.program.tell(self.say("no_figure_here"))
            return
        quantity = scenario.figures[path]
        typed = as_typed(quantity, writing(scenario, self.language))
        self.query_one(EditBar).open(path, typed, self.language)

    def on_edit_bar_submitted(self, event: EditBar.Submitted) -> None:
        """Try what was typed, or say what is wrong with it."""
        bar, session, scenario = self.query_one(EditBar), self.session, self.scenario
        if session is None or scenario is None:
            return
        try:
            figure = scenario.figures.get(event.path)
            written = writing(scenario, self.language).at(event.path)
            typed = read_typed(event.typed, written, figure.value if figure else None)
        except ObjectionError as objection:
            bar.object(str(objection))
            return
        bar.action_leave()
        if event.path not in scenario.figures:
            return
        change = changed(scenario.figures[event.path], typed)
        if change is not None:
            self._sent = event.path, event.typed
            session.set(event.path, *change)
            self.program.recompute()

    def answered(self, refusal: str) -> None:
        """Open the fields again with what was typed where the rules of the file refuse it."""
        sent, self._sent = self._sent, None
        bar = self.query_one(EditBar)
        if refusal and sent is not None and not bar.display:
            bar.open(*sent, self.language)
            bar.object(refusal)

    def on_edit_bar_left(self) -> None:
        """Give the list the keys again."""
        self.query_one(NumberGrid).focus()

    def action_reset(self) -> None:
        """Put the figure under the cursor back to what the file says."""
        path = self.figure()
        if self.session and path and self.session.reset(path):
            self.program.recompute()
        elif self.session:
            self.program.tell(self.say("nothing_tried" if path else "no_figure_here"))

    def place(self) -> tuple[Path, int] | str:
        """Return where the figure under the cursor stands."""
        path = self.figure()
        return place_of(self.session, path) if self.session and path else ""
