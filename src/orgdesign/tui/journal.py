"""The journal of overrides: what was tried and not saved outlives the program.

Every run writes pages of its own, one for a scenario, and holds them as long as it lives. So two
runs on one file do not touch each other's changes, and a page that nobody holds is of a run that
ended without saving. Each change is a line with all that is tried then: whatever moment the run
ends at, the last whole line is what was there.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from orgdesign.tui.holding import hold
from orgdesign.tui.state_pages import page_name

Layer = tuple[tuple[str, str], ...]
"""What is tried: paths of figures with the value as it is written in a scenario file."""
LONGEST = 1 << 20
"""Bytes after which a page goes on as a new one."""


def changes(layer: Layer) -> int:
    """Return how many figures are tried: a value and its range are one."""
    return len({path.removesuffix(".low").removesuffix(".high") for path, _ in layer})


@dataclass
class Page:
    """A page that this run holds."""

    file: Path
    handle: int
    layer: Layer = ()

    @property
    def written(self) -> datetime:
        """When it was last written."""
        return datetime.fromtimestamp(os.fstat(self.handle).st_mtime).astimezone()

    @property
    def is_full(self) -> bool:
        """Whether a change more goes to a new page; so it does where this one was taken away."""
        status = os.fstat(self.handle)
        return status.st_size > LONGEST or status.st_nlink == 0

    def add(self, scenario: Path, layer: Layer) -> None:
        """Write what is tried now behind what is there."""
        entry = {"scenario": str(scenario), "overrides": [list(pair) for pair in layer]}
        os.write(self.handle, json.dumps(entry).encode() + b"\n")
        self.layer = layer

    def let_go(self) -> None:
        """Leave it for another run."""
        os.close(self.handle)

    def drop(self) -> None:
        """Take it away."""
        self.let_go()
        with suppress(OSError):
            self.file.unlink()


@dataclass
class Journal:
    """A folder of pages, and those that this run writes."""

    folder: Path
    _own: dict[Path, Page] = field(default_factory=dict, repr=False)

    def write(self, scenario: Path, layer: Layer) -> None:
        """Keep the overrides of a scenario; an empty layer is forgotten.

        Raises OSError where it cannot be written.
        """
        scenario = scenario.resolve()
        before = self._own.get(scenario)
        if not layer:
            if self._own.pop(scenario, None) and before:
                before.drop()
            return
        if before is None or before.is_full:
            self._own[scenario] = self._new(scenario)
        self._own[scenario].add(scenario, layer)
        if before and before is not self._own[scenario]:
            before.drop()

    def read(self, scenario: Path) -> Layer:
        """Return the overrides that this run keeps for a scenario."""
        page = self._own.get(scenario.resolve())
        return page.layer if page else ()

    def left(self, scenario: Path) -> tuple[Page, ...]:
        """Return the pages that ended runs left for a scenario, the last written first.

        This run holds them from now on: another one that starts does not offer them too.
        """
        own = {page.file for page in self._own.values()}
        found = [_taken(file) for file in self._files(scenario) if file not in own]
        pages = [page for page in found if page]
        return tuple(sorted(pages, key=lambda page: page.written, reverse=True))

    def any_for(self, scenario: Path) -> bool:
        """Return whether any run keeps overrides for a scenario, or left them."""
        return any(_last(file.read_bytes()) for file in self._files(scenario))

    def is_open_elsewhere(self, scenario: Path, left: Collection[Page]) -> bool:
        """Return whether another run that goes on has overrides for a scenario too."""
        known = {page.file for page in (*left, *self._own.values())}
        others = (file for file in self._files(scenario) if file not in known)
        return any(_last(file.read_bytes()) for file in others)

    def let_go(self) -> None:
        """Leave every page of this run for the next one."""
        for page in self._own.values():
            page.let_go()
        self._own.clear()

    def _files(self, scenario: Path) -> Iterator[Path]:
        return self.folder.glob(f"{page_name(scenario)}-*.jsonl")

    def _new(self, scenario: Path) -> Page:
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / f"{page_name(scenario)}-{secrets.token_hex(6)}.jsonl"
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY, 0o600)
        hold(handle, wait=True)
        return Page(file, handle)


_BINARY = getattr(os, "O_BINARY", 0)


def _taken(file: Path) -> Page | None:
    """Return a page that this run holds now; None where another does or nothing is on it."""
    try:
        handle = os.open(file, os.O_RDWR | os.O_APPEND | _BINARY)
    except OSError:
        return None
    layer = _last(file.read_bytes()) if hold(handle) else ()
    if layer and file.exists():
        return Page(file, handle, layer)
    os.close(handle)
    return None


def _last(text: bytes) -> Layer:
    """Return the overrides of the last whole line; none where there is no such line."""
    for line in reversed(text.split(b"\n")[:-1]):
        try:
            pairs = json.loads(line)["overrides"]
            return tuple((str(path), str(value)) for path, value in pairs)
        except (ValueError, KeyError, TypeError):
            continue
    return ()
