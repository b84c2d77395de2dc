"""Names of sheets that every spreadsheet takes."""

from __future__ import annotations

import re
from collections.abc import Collection

from orgdesign.words.visible import visible

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = ("history",)


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    r"""Return a name like the one wanted that a sheet can have and none of the taken ones is.

    At most 31 letters, none of `[]:*?/\`, no apostrophe at either end, not `History`.
    """
    known = {name.casefold() for name in (*taken, *_RESERVED)}
    bare = _FORBIDDEN.sub(" ", visible(wanted))
    name = _cut(" ".join(bare.split()), "") or "-"
    count = 1
    while name.casefold() in known:
        count += 1
        name = _cut(bare, f" ({count})")
    return name


def _cut(name: str, end: str) -> str:
    """Return a name cut to the length that is left for it; a sheet counts in UTF-16."""
    while len((name + end).encode("utf-16-le")) // 2 > LONGEST:
        name = name[:-1]
    return name.strip().strip("'").strip() + end
