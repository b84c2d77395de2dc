"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable

from orgdesign.export.data import json
from orgdesign.export.markdown import markdown
from orgdesign.export.plain import plain
from orgdesign.export.separated import csv, tsv
from orgdesign.export.text import text
from orgdesign.tables.table import Table

FORMATS: dict[str, Callable[[Table], str]] = {
    "text": text,
    "md": markdown,
    "csv": csv,
    "tsv": tsv,
    "json": json,
    "plain": plain,
}
"""What writes a table in each format, as text; in a file it is UTF-8."""
