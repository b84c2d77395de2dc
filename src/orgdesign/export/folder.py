"""An export folder: what the program wrote there it may replace, what others wrote it may not."""

from __future__ import annotations

import errno
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from orgdesign.export.bundle import MANIFEST, digest
from orgdesign.export.verifying import Finding
from orgdesign.scenario.read import read_bytes
from orgdesign.writing import Prepared

LARGEST_FILE = 100_000_000
"""Bytes that a document or a file of an export may have; a whole set with pictures has some 10 MB.
"""
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
        and known.get(name, "") != _digest_of(folder / name)
    )


def written(folder: Path) -> dict[str, str]:
    """Return the digests of what the program wrote in a folder, by name; none where it did not."""
    try:
        found = json.loads(_bytes_of(folder / MANIFEST) or b"")
        files = found["files"] if found["made_by"] == "orgdesign" else {}
        return {str(name): str(digest) for name, digest in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _digest_of(file: Path) -> str | None:
    data = _bytes_of(file)
    return None if data is None else digest(data)


def _bytes_of(file: Path) -> bytes | None:
    """Return what is in a file, None where it is none that can be read."""
    data = read_bytes(file, str(file), LARGEST_FILE)
    return data if isinstance(data, bytes) else None


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
            there = (folder / name).exists()
            yield Finding("file_changed" if there else "file_missing", {"file": name})
