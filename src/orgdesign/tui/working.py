"""The app's workers: they compute, read and watch beside the screens, and post what they find."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Literal

from textual.filter import LineFilter
from textual.signal import Signal
from textual.timer import Timer

from orgdesign.tui.first_paint import FirstPaint
from orgdesign.tui.hanging_up import keep_when_hung_up
from orgdesign.tui.layout import FIRST, Layout, Memory
from orgdesign.tui.letters import AsciiLetters
from orgdesign.tui.messages import ChangedOnDisk, Computed, Scanned
from orgdesign.tui.resting import PAUSE, resting
from orgdesign.tui.screens import SCREENS
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.session import Request
from orgdesign.tui.themes import THEMES, kept_theme, turned
from orgdesign.tui.threads import in_thread
from orgdesign.tui.workspace import Workspace
from orgdesign.words import say
from orgdesign.words.visible import visible, visible_lines

if TYPE_CHECKING:
    from orgdesign.model.result import Result

PATIENCE = 0.15
"""Seconds after which what is in sight is shown as old."""

GLANCE = 1.0
"""Seconds that what is told stays at least, however fast one types on."""


class WorkingApp(FirstPaint, inherit_bindings=False):
    """An app on a workspace whose long work runs in threads.

    Workers never touch a widget. Every answer carries the generation of its request; the
    session lets only the latest in.
    """

    def __init__(self, workspace: Workspace, plain_letters: bool = False) -> None:
        super().__init__()
        self.workspace = workspace
        self.plain_letters = plain_letters
        self.made: dict[str, MainScreen] = {}
        self.visited: list[str] = []
        self.remembered: dict[str, Memory] = {}
        self._told = False
        self._told_at = -GLANCE
        self.stop = Event()
        self.computing = Lock()
        self.watched: frozenset[Path] = frozenset()
        self.at_rest = Timer(self, PAUSE)
        self.recomputed: Signal[Result] = Signal(self, "recomputed")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every painted line goes through: also to ASCII where that was asked."""
        letters = [AsciiLetters()] if self.plain_letters else []
        return [*super().get_line_filters(), *letters]

    def dress(self) -> None:
        """Put on the colours and the keys that the person chose; say what of them cannot be.

        The picture of the start stays over it for a while.
        """
        self.hold_picture()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = kept_theme(self.no_color, self.workspace.state)
        settings, language = self.workspace.settings, self.workspace.language
        self.set_keymap(dict(settings.keys))
        if settings.file and settings.faults:
            words = [fault.words(settings.file, language) for fault in settings.faults]
            self.notify(
                "\n".join(map(visible, words)), severity="warning", timeout=15, markup=False
            )

    # ------------------------------------------------------------------ workers

    def recompute(self) -> None:
        """Compute the session at hand anew; its old result stays in sight meanwhile.

        Only where that takes a while is it shown as old.
        """
        session = self.workspace.current
        if session:
            if session.journal_fault:
                self.tell(self.say("no_journal", reason=session.journal_fault), "warning")
            self.compute(session.request())
            self.set_timer(PATIENCE, lambda: self.redraw() if session.busy else None)

    @in_thread("compute")
    def compute(self, request: Request) -> None:
        """Compute a request and post the answer; one that was overtaken while it waited is left."""
        from orgdesign.tui.engine import answer

        with self.computing:
            if self.workspace.sessions[request.path].awaits(request):
                self.post_message(Computed(answer(request)))

    @in_thread("scan")
    def scan(self, paths: tuple[Path, ...]) -> None:
        """Read the files of the folder one by one and post the state of each."""
        from orgdesign.tui.engine import file_state

        for path in paths:
            self.post_message(Scanned(file_state(path, self.workspace.named)))

    @in_thread("watch")
    def watch_folders(self, folders: frozenset[Path], stop: Event) -> None:
        """Post what changes on disk until told to stop."""
        from orgdesign.tui.watching import watch_folders

        watch_folders(folders, stop, lambda paths: self.post_message(ChangedOnDisk(paths)))

    def watch_disk(self) -> None:
        """Watch the folders that files were read from; starts anew only where one came in."""
        folders = self.workspace.folders()
        if folders != self.watched:
            self.stop.set()
            self.stop, self.watched = Event(), folders
            self.watch_folders(folders, self.stop)

    def on_mount(self) -> None:
        """Leave the layout to the next run too where the terminal goes away."""
        keep_when_hung_up(self.keep_layout)

    def on_unmount(self) -> None:
        """Stop watching, and leave the journal and the layout to the next run."""
        self.stop.set()
        self.keep_layout()
        self.workspace.journal.let_go()

    # ------------------------------------------------------------------ layout

    @property
    def last_screen(self) -> str:
        """The screen of the file at hand that was in sight last."""
        known = [id for id in self.visited if id in SCREENS and id != "files"]
        return known[-1] if known else FIRST

    def keep_layout(self) -> None:
        """Keep how the file at hand is looked at, for the next time it is opened."""
        session = self.workspace.current
        if session:
            self.remembered.update({id: each.memory() for id, each in self.made.items()})
            self.workspace.layouts.keep(session.path, Layout(self.last_screen, self.remembered))

    def turn_to(self, path: Path) -> Layout:
        """Turn to another file: keep how the one at hand is looked at, and look as at that one."""
        now = self.workspace.current
        if now and now.path == path.resolve():
            return Layout(self.last_screen)
        self.keep_layout()
        layout = self.workspace.layouts.of(path)
        self.remembered = dict(layout.screens)
        for id, screen in self.made.items():
            screen.recall(self.remembered.get(id, {}))
        return layout

    # ------------------------------------------------------------------ answers

    def on_computed(self, message: Computed) -> None:
        """Hand an answer to its session and draw; say what was refused."""
        from orgdesign.tui.saving import offer_journal

        answer = message.answer
        session = self.workspace.sessions[answer.request.path]
        first = session.last is None
        if not session.accept(answer):
            return
        refusal = ""
        if session.last is not answer and not session.objections:
            from orgdesign.scenario.problems import message as words

            reason = words(answer.problems[0], self.workspace.language)
            refusal = self.say("refused", path=answer.problems[0].path, reason=reason)
            self.tell(refusal, "error")
            if session.is_behind:
                self.recompute()
        self.let_picture_go()
        self.screen_at_hand.redraw(at_once=not first)
        self.watch_disk()
        self.screen_at_hand.answered(refusal)
        self.call_after_refresh(self.let_keys_go)
        if first:  # in what language is known by now
            offer_journal(self, session)
        if answer.result is not None:
            self.recomputed.publish(answer.result)
        self.at_rest.stop()
        self.at_rest = resting(self)

    def on_changed_on_disk(self, message: ChangedOnDisk) -> None:
        """Read the file at hand again when it, or one that it extends, was written.

        That it changed is told only where it says something else than what was read.
        """
        session = self.workspace.current
        if session and not message.paths.isdisjoint(session.files):
            if session.is_overtaken or session.stale:
                written = [path for path in session.files if path in message.paths]
                names = ", ".join(sorted(path.name for path in written))
                self.tell(self.say("reloaded", file=names))
            self.recompute()
        self.look_again()

    # ------------------------------------------------------------------ what is tried

    def action_undo(self) -> None:
        """Take the last change back."""
        session = self.workspace.current
        if session and session.undo():
            self.recompute()
        else:
            self.tell(self.say("nothing_to_undo"))

    def action_redo(self) -> None:
        """Do the last change again that was taken back."""
        session = self.workspace.current
        if session and session.redo():
            self.recompute()
        else:
            self.tell(self.say("nothing_to_redo"))

    def action_reload(self) -> None:
        """Read the file at hand again, and the folder."""
        session = self.workspace.current
        read = session.path if session else self.workspace.folder.resolve()
        self.tell(self.say("read_again", file=read.name))
        self.recompute()
        self.look_again()

    def action_theme(self) -> None:
        """Show everything in other colours."""
        self.theme = turned(self.theme, self.no_color, self.workspace.state)

    def action_language(self) -> None:
        """Show everything in the other language."""
        self.workspace.chosen_language = "en" if self.workspace.language == "nl" else "nl"
        self.redraw()

    def action_export(self) -> None:
        """Write what is in sight as files, after a look at how it will be."""
        from orgdesign.tui.screens.exporting import export_in_sight

        self.run_worker(export_in_sight(self), exit_on_error=False)

    # ------------------------------------------------------------------ for the screens

    @property
    def screen_at_hand(self) -> MainScreen:
        """The main screen in sight, under any dialogue."""
        raise LookupError

    def redraw(self) -> None:
        """Draw the screen at hand as the session is now."""
        self.screen_at_hand.redraw()

    def look_again(self) -> None:
        """List the files of the folder and read them."""

    def before_key(self) -> None:
        """Show what a key does, without what was told before: it covers what one goes on with."""
        super().before_key()
        if self._told and time.monotonic() - self._told_at > GLANCE:
            self._told = False
            self.clear_notifications()

    def notify(self, message: str, **how: Any) -> None:
        """Show words until their time is over, or a key comes."""
        self._told = True
        super().notify(message, **how)

    def say(self, entry: str, **details: object) -> str:
        """Return words of the app in the language at hand."""
        return say(f"app.{entry}", self.workspace.language, **details)

    def tell(
        self, words: str, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """Show words for a while, in the place of what was told before."""
        self.clear_notifications()
        self._told_at = time.monotonic()
        self.notify(visible_lines(words), severity=severity, markup=False)
