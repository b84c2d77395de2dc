"""What is open: the scenario folder, a session for every file opened, and the settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from orgdesign.tui.journal import Journal
from orgdesign.tui.layout import Layouts
from orgdesign.tui.session import Session
from orgdesign.tui.settings import Settings
from orgdesign.words import Language


class Speech(NamedTuple):
    """The language that was asked for, if any, and that of the person's system."""

    chosen: Language | None = None
    spoken: Language = "nl"


AS_SPOKEN = Speech()
"""No language asked for, on a Dutch system."""


@dataclass
class Workspace:
    """The sessions of one run of the app.

    `folder` is listed, `state` holds the journal and copies; `named` is the scenario folder
    where a person named one.
    """

    folder: Path
    state: Path
    named: Path | None = None
    sessions: dict[Path, Session] = field(default_factory=dict)
    current: Session | None = None
    chosen_language: Language | None = None
    spoken: Language = "nl"
    settings: Settings = field(default_factory=Settings)
    option: str | None = None
    """The option that the screens of one option are about; None is the first to cooperate."""
    municipality: str | None = None
    """The municipality that the sensitivity is about; None is all together."""

    marked: list[Path] = field(default_factory=list)
    """The files to put side by side, in the order in which they were marked."""
    answers: dict[str, str] = field(default_factory=dict)
    """What was typed for a new scenario that was not made."""

    def __post_init__(self) -> None:
        self.journal = Journal(self.state / "journal")
        self.layouts = Layouts(self.state / "layout")

    @property
    def language(self) -> Language:
        """The language chosen, else that of the scenario at hand, else as spoken."""
        own = self.current.language if self.current else None
        return self.chosen_language or own or self.spoken

    def open(self, path: Path) -> Session:
        """Make a file the one at hand; a file opened before keeps what was tried on it."""
        path = path.resolve()
        if path not in self.sessions:
            self.sessions[path] = Session(path, self.journal, self.named)
        self.current = self.sessions[path]
        return self.current

    def folders(self) -> frozenset[Path]:
        """Return the folders that files are read from."""
        files = (file for session in self.sessions.values() for file in session.files)
        return frozenset({self.folder.resolve(), *(file.parent for file in files)})

    def unsaved(self) -> tuple[Session, ...]:
        """Return the sessions with overrides that no file holds."""
        return tuple(session for session in self.sessions.values() if session.dirty)

    def kept(self, path: Path) -> bool:
        """Return whether a file has overrides that no file holds, of this run or an earlier one."""
        session = self.sessions.get(path.resolve())
        if session is not None:
            return session.dirty
        return self.journal.any_for(path)
