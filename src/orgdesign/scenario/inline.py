"""A plain value as it is typed in a file."""

from __future__ import annotations

from collections.abc import Mapping

from orgdesign.scenario.paths import child_path
from orgdesign.scenario.removed import Removed


def inline(value: object) -> str:
    """Return a plain value as it is typed in a file, on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{child_path('', key)} = {inline(below)}" for key, below in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(inline, value))}]"
    if isinstance(value, Removed):
        return repr(value)
    import tomli_w

    return tomli_w.dumps({"v": value}).removeprefix("v = ").rstrip("\n")
