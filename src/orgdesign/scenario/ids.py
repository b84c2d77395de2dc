"""Ids made from names."""

from __future__ import annotations

import re
import unicodedata


def as_id(name: str) -> str:
    """Return an id for a name: lower-case words with underscores."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    return words if words[:1].isalpha() else f"id_{words}".rstrip("_")
