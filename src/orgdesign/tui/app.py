"""The app: its screens, and the actions that work on every one of them."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.command import CommandPalette

from orgdesign.scenario.gallery import scenario_folder
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.messages import Scanned
from orgdesign.tui.palette import ActionCommands
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.screens.registry import screen_of
from orgdesign.tui.settings import NO_SETTINGS, Settings
from orgdesign.tui.themes import DARK
from orgdesign.tui.working import WorkingApp
from orgdesign.tui.workspace import AS_SPOKEN, Speech, Workspace


class OrgdesignApp(WorkingApp, inherit_bindings=False):
    """The terminal app on a scenario file, or on a folder where scenarios are."""

    TITLE = "orgdesign"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar = {ActionCommands}

    def __init__(
        self,
        path: Path | None,
        state: Path,
        plain_letters: bool = False,
        settings: Settings = NO_SETTINGS,
        speech: Speech = AS_SPOKEN,
    ) -> None:
        self.given = None if path is None or path.is_dir() else path.resolve()
        folder = self.given.parent if self.given else scenario_folder(path)
        named = None if self.given else path
        workspace = Workspace(folder, state, named, settings=settings, spoken=speech.spoken)
        workspace.chosen_language = speech.chosen
        super().__init__(workspace, plain_letters)
        layout = self.workspace.layouts.of(self.given) if self.given else None
        self.remembered = layout.screens if layout else {}
        self.visited = [*dict.fromkeys(["files", *([layout.screen] if layout else [])])]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours that every theme must have."""
        return DARK.variables

    def on_mount(self) -> None:
        """Show the first screen; what needs the model starts once it is painted."""
        self.dress()
        self.hold_keys(self.given is not None)
        self.push_screen(self.screen_at_hand)
        self.call_after_refresh(self.set_timer, 0.02, self.start_work)

    def start_work(self) -> None:
        """Read the file given and the folder, and watch them."""
        if self.given:
            self.open(self.given)
        self.look_again()
        self.watch_disk()

    def on_scanned(self, message: Scanned) -> None:
        """Hand the state of a file to the screens that were made."""
        for screen in self.made.values():
            screen.take(message.state)

    def look_again(self) -> None:
        """Read the files that the screen at hand lists."""
        if paths := self.screen_at_hand.look():
            self.scan(paths)

    # ------------------------------------------------------------------ screens

    @property
    def screen_at_hand(self) -> MainScreen:
        """The main screen in sight, under any dialogue; made when it is first shown."""
        id = self.visited[-1]
        if id not in self.made:
            self.made[id] = screen_of(id, self.workspace)
            self.made[id].recall(self.remembered.get(id, {}))
            self.install_screen(self.made[id], id)
        return self.made[id]

    def open(self, path: Path) -> None:
        """Open a file as it was left."""
        layout = self.turn_to(path)
        session = self.workspace.open(path)
        if session.last is None:
            self.recompute()
        self.action_show(layout.screen)

    def action_show(self, screen: str) -> None:
        """Show a screen; one visited before comes back as it was left."""
        if screen != self.visited[-1]:
            self.visited = [name for name in self.visited if name != screen] + [screen]
            self.switch_screen(self.screen_at_hand)
            self.look_again()

    async def action_back(self) -> None:
        """Take the filter of the screen at hand away, else stop what runs there, else go back."""
        if not self.screen_at_hand.step_back() and len(self.visited) > 1:
            self.visited.pop()
            self.switch_screen(self.screen_at_hand)
            self.look_again()

    def action_help(self) -> None:
        """Show the help of the screen at hand."""
        from orgdesign.tui.screens.dialogs import Help

        self.push_screen(Help(self.screen_at_hand.ID, self.workspace))

    def action_command_palette(self) -> None:
        """Find a command by name."""
        placeholder = self.say("help_palette")
        self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def action_save(self, whole: bool = False) -> None:
        """Save what is tried as a variant, or all of it as a whole, and open that."""
        from orgdesign.tui.saving import save_and_open

        self.run_worker(save_and_open(self, whole=whole), exit_on_error=False)

    async def action_quit(self) -> None:
        """Quit, unless the person wants to stay with what is not saved."""
        from orgdesign.tui.saving import leave

        self.run_worker(leave(self), exit_on_error=False)

    def action_editor(self) -> None:
        """Open the file at hand in the person's editor."""
        from orgdesign.tui.outside import edit

        edit(self, self.screen_at_hand.to_edit())

    def action_copy(self, as_markdown: bool = False) -> None:
        """Copy the table in sight, for a spreadsheet or as Markdown."""
        from orgdesign.tui.outside import copy_table

        if table := self.screen_at_hand.shown():
            copy_table(self, table, as_markdown=as_markdown)

    def action_copy_command(self) -> None:
        """Copy the command line that gives what is in sight."""
        from orgdesign.tui.outside import copy

        copy(self, self.screen_at_hand.command(), "last-command.txt")
