"""The pages of the state folder: one for each scenario file, named by where the file lies."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def page_name(scenario: Path) -> str:
    """Return the name of the page of a scenario file, without an ending."""
    return hashlib.sha256(str(scenario.resolve()).encode()).hexdigest()[:16]


def keep_page(folder: Path, scenario: Path, entry: Mapping[str, Any]) -> None:
    """Keep plain values on the page of a scenario file; raises OSError where that cannot be."""
    from orgdesign.writing import write_whole

    folder.mkdir(parents=True, exist_ok=True)
    write_whole(_page(folder, scenario), json.dumps(entry).encode())


def kept_page(folder: Path, scenario: Path) -> Any:
    """Return what is on the page of a scenario file; raises OSError or ValueError without one."""
    return json.loads(_page(folder, scenario).read_text(encoding="utf-8"))


def _page(folder: Path, scenario: Path) -> Path:
    return folder / f"{page_name(scenario)}.json"
