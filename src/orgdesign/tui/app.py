"""The app: its screens, and the actions that work on every one of them."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from platformdirs import user_state_path
from textual.command import CommandPalette

from orgdesign.scenario.gallery import scenario_folder
from orgdesign.tui import outside, saving
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.messages import Scanned
from orgdesign.tui.palette import ActionCommands
from orgdesign.tui.screens.assumptions import AssumptionsScreen
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.screens.compare import CompareScreen
from orgdesign.tui.screens.dialogs import Help
from orgdesign.tui.screens.files import FilesScreen
from orgdesign.tui.themes import DARK, THEMES, kept_theme, turned
from orgdesign.tui.working import WorkingApp
from orgdesign.tui.workspace import Workspace


class OrgdesignApp(WorkingApp, inherit_bindings=False):
    """The terminal app on a scenario file, or on a folder where scenarios are."""

    TITLE = "orgdesign"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar = {ActionCommands}

    def __init__(self, path: Path | None = None, state: Path | None = None) -> None:
        self.given = None if path is None or path.is_dir() else path.resolve()
        folder = self.given.parent if self.given else scenario_folder(path)
        named = None if self.given else path
        super().__init__(Workspace(folder, state or user_state_path("orgdesign"), named))
        self.files = FilesScreen(self.workspace)
        others = (CompareScreen(self.workspace), AssumptionsScreen(self.workspace))
        self.main: dict[str, MainScreen] = {screen.ID: screen for screen in (self.files, *others)}
        self.visited = ["files", "compare"] if self.given else ["files"]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that every theme must have."""
        return DARK.variables

    def on_mount(self) -> None:
        """Show the first screen; what needs the model starts once it is painted."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = kept_theme(self.no_color, self.workspace.state)
        for id, screen in self.main.items():
            self.install_screen(screen, id)
        self.push_screen(self.visited[-1])
        self.call_after_refresh(self.set_timer, 0.02, self.start_work)

    def start_work(self) -> None:
        """Read the file given and the folder, and watch them."""
        if self.given:
            self.open(self.given)
        self.look_again()
        self.watch_disk()

    def on_scanned(self, message: Scanned) -> None:
        """Hand the state of a file to the list of files."""
        self.files.take(message.state)

    def look_again(self) -> None:
        """List the files of the folder and read them, where the list is in sight."""
        if self.screen_at_hand is self.files:
            self.scan(self.files.look())

    # ------------------------------------------------------------------ screens

    @property
    def screen_at_hand(self) -> MainScreen:
        """The main screen in sight, under any dialogue."""
        return self.main[self.visited[-1]]

    def open(self, path: Path) -> None:
        """Open a file and show its comparison; offer what an earlier run left unsaved."""
        session = self.workspace.open(path)
        if session.last is None:
            self.recompute()
            self.run_worker(saving.offer_journal(self, session), exit_on_error=False)
        self.action_show("compare")

    def action_show(self, screen: str) -> None:
        """Show a screen; one visited before comes back as it was left."""
        if screen != self.visited[-1]:
            self.visited = [name for name in self.visited if name != screen] + [screen]
            self.switch_screen(screen)
            self.look_again()

    async def action_back(self) -> None:
        """Go back to the screen before."""
        if len(self.visited) > 1:
            self.visited.pop()
            self.switch_screen(self.visited[-1])
            self.look_again()

    def action_help(self) -> None:
        """Show the help of the screen at hand."""
        self.push_screen(Help(self.screen_at_hand.ID, self.workspace.language))

    def action_command_palette(self) -> None:
        """Find a command by name."""
        placeholder = self.say("help_palette")
        self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def action_theme(self) -> None:
        """Show everything in other colours."""
        self.theme = turned(self.theme, self.no_color, self.workspace.state)

    def action_language(self) -> None:
        """Show everything in the other language."""
        self.workspace.chosen_language = "en" if self.workspace.language == "nl" else "nl"
        self.redraw()

    # ------------------------------------------------------------------ what is tried

    def action_save(self) -> None:
        """Save what is tried as a variant, and open that."""
        self.run_worker(saving.save_and_open(self), exit_on_error=False)

    async def action_quit(self) -> None:
        """Quit, unless the person wants to stay with what is not saved."""
        self.run_worker(saving.leave(self), exit_on_error=False)

    # ------------------------------------------------------------------ outside the app

    def action_editor(self) -> None:
        """Open the file at hand in the person's editor."""
        outside.edit(self, self.screen_at_hand.place())

    def action_copy(self) -> None:
        """Copy the table in sight."""
        table = self.screen_at_hand.shown()
        if table:
            outside.copy_table(self, table)

    def action_copy_command(self) -> None:
        """Copy the command line that gives what is in sight."""
        outside.copy(self, self.screen_at_hand.command(), "last-command.txt")


def run(path: Path | None = None) -> None:
    """Run the app on a file, or on the scenario folder."""
    OrgdesignApp(path).run()
