"""What a rule says of a faulty statement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that was understood: its code, the letters it lies in, and what to type instead.

    `readable` is put in the place of those letters so that the rest of the statement can be
    read; None where the statement as a whole has to be passed over. What it leaves behind is
    not to be trusted unless `harmless`.
    """

    code: str
    start: int
    end: int
    details: Mapping[str, object] = field(default_factory=dict)
    readable: str | None = None
    harmless: bool = False
