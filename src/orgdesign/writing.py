"""Files written whole or not at all: a reader sees the old one or the new one, never a half."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Self


def write_new(target: Path, data: bytes) -> None:
    """Write a file that is not there yet; of two programs that do so at once, one does.

    Raises FileExistsError where it is there, OSError where it cannot be written.
    """
    target.touch(exist_ok=False)
    try:
        write_whole(target, data)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def write_whole(target: Path, data: bytes) -> None:
    """Put data in place of a file at once, keeping its permissions.

    Raises OSError where that cannot be done; nothing is left behind then.
    """
    with Prepared() as prepared:
        prepared.add(target, data)
        prepared.put()


class Prepared:
    """Files that are written beside their places and then put there, all or none.

    A full disk is met while they are written, when what was there is still as it was.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[Path, Path]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for written, _target in self._waiting:
            written.unlink(missing_ok=True)

    def add(self, target: Path, data: bytes) -> None:
        """Write a file beside its place, with the permissions of what is there."""
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"
        )
        self._waiting.append((Path(name), target))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)

    def put(self) -> None:
        """Put the files in their places, in the order in which they were added."""
        while self._waiting:
            written, target = self._waiting[0]
            written.replace(target)
            self._waiting.pop(0)
