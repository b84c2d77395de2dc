"""Files written whole or not at all: a reader sees the old one or the new one, never a half."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


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
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, name = tempfile.mkstemp(
        dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part"
    )
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written.chmod(mode)
        written.replace(target)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
