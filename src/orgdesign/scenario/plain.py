"""Plain values: what a file holds before it is read as a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard


def is_number(value: object) -> TypeGuard[int | float]:
    """Return whether a value is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def plain_copy(value: Any) -> Any:
    """Return a value in dictionaries and lists alone, as TOML takes them."""
    if isinstance(value, Mapping):
        return {key: plain_copy(below) for key, below in value.items()}
    return [plain_copy(below) for below in value] if isinstance(value, list | tuple) else value
