"""Files that are no scenario: their bytes, or in words why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from orgdesign.cli.talk import WrongCallError, language, words
from orgdesign.words.visible import visible

_SAID = {
    "no_such_file": "file_not_there",
    "not_permitted": "file_not_permitted",
    "link_to_itself": "file_links_to_itself",
    "is_folder": "file_is_folder",
    "not_a_file": "file_is_device",
    "file_too_large": "file_too_large",
    "not_readable": "file_refused",
}
"""What is said for each reason not to read a file."""


def document_bytes(path: Path) -> bytes:
    """Return what is in a document; raises WrongCallError where it cannot be read."""
    from orgdesign.export.folder import LARGEST_FILE
    from orgdesign.scenario.problems import Problem
    from orgdesign.scenario.read import read_bytes

    data = read_bytes(path, str(path), LARGEST_FILE)
    if isinstance(data, Problem):
        raise WrongCallError(
            words(_SAID[data.code], file=visible(data.file), most=data.details["most"])
        )
    return data


def refused(fault: OSError) -> str:
    """Return what the system says of a file in the language of the call."""
    from orgdesign.export.folder import reason_of as reason_of_writing
    from orgdesign.scenario.read import reason_of
    from orgdesign.words import say

    file = words("output") if fault.filename is None else visible(str(fault.filename))
    if reason_of_writing(fault) == "disk_full":
        return say("export.disk_full", language(), names=file)
    return words(_SAID[reason_of(fault)], file=file)
