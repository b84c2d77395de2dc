"""What workers tell the app; every message carries a frozen result."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from orgdesign.tui.session import Answer

if TYPE_CHECKING:
    from orgdesign.tui.engine import FileState


@dataclass
class Computed(Message):
    """An answer is there."""

    answer: Answer


@dataclass
class Scanned(Message):
    """A file of the scenario folder was read."""

    state: FileState


@dataclass
class ChangedOnDisk(Message):
    """Files of the scenario folder were written."""

    paths: frozenset[Path]
