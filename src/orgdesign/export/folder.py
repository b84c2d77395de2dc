"""An export folder: what the program wrote there it may replace, what others wrote it may not."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from orgdesign.export.bundle import MANIFEST, digest
from orgdesign.export.verifying import Finding
from orgdesign.writing import Prepared

_IN_USE = (32, 33)
"""What Windows says of a file that another program has open."""


class NotWrittenError(Exception):
    """Files cannot be written; `reason` is an entry of the catalogue `export`."""

    def __init__(self, reason: str, names: str) -> None:
        super().__init__(reason, names)
        self.reason, self.names = reason, names


def write(folder: Path, files: Mapping[str, bytes], *, force: bool = False) -> None:
    """Write files into a folder, all or none, the last one last.

    Raises NotWrittenError before anything is written where a file there is not the program's own
    or was changed since, unless forced, and where a file cannot be written.
    """
    if not force and (foreign := foreigners(folder, tuple(files))):
        reason = "foreign"
        raise NotWrittenError(reason, ", ".join(foreign))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise NotWrittenError(reason_of(fault), str(folder)) from fault
    with Prepared() as prepared:
        for name, data in files.items():
            try:
                prepared.add(folder / name, data)
            except OSError as fault:
                raise NotWrittenError(reason_of(fault), str(folder / name)) from fault
        try:
            prepared.put()
        except OSError as fault:
            raise NotWrittenError(reason_of(fault), str(fault.filename2 or folder)) from fault


def foreigners(folder: Path, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the files of these names that are not the program's own, or were changed since."""
    known = written(folder)
    return tuple(
        name
        for name in names
        if (folder / name).exists()
        and not (name == MANIFEST and known)
        and known.get(name) != _digest_of(folder / name)
    )


def written(folder: Path) -> dict[str, str]:
    """Return the digests of what the program wrote in a folder, by name; none where it did not."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        files = found["files"] if found["made_by"] == "orgdesign" else {}
        return {str(name): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _digest_of(file: Path) -> str | None:
    try:
        return digest(file.read_bytes())
    except OSError:
        return None


def reason_of(fault: OSError) -> str:
    """Return why a file cannot be written, as an entry of the catalogue `export`."""
    if getattr(fault, "winerror", None) in _IN_USE:
        return "in_use"
    if fault.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "disk_full"
    if isinstance(fault, PermissionError) or fault.errno == errno.EROFS:
        return "read_only"
    if isinstance(fault, NotADirectoryError | FileExistsError | IsADirectoryError):
        return "no_folder"
    return "not_written"


def changed(folder: Path) -> Iterator[Finding]:
    """Yield the files of an export folder that are gone or not as they were written."""
    for name, known in written(folder).items():
        found = _digest_of(folder / name)
        if found != known:
            yield Finding("file_missing" if found is None else "file_changed", {"file": name})
