"""The journal of overrides: what was tried and not saved outlives the program."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

Layer = tuple[tuple[str, str], ...]
"""What is tried: paths of figures with the value as it is written in a scenario file."""


def changes(layer: Layer) -> int:
    """Return how many figures are tried: a value and its range are one."""
    return len({path.removesuffix(".low").removesuffix(".high") for path, _ in layer})


@dataclass(frozen=True)
class Journal:
    """A folder that holds, for every scenario with unsaved overrides, those overrides."""

    folder: Path

    def write(self, scenario: Path, layer: Layer) -> None:
        """Keep the overrides of a scenario; an empty layer is forgotten."""
        page = self._page(scenario)
        if not layer:
            page.unlink(missing_ok=True)
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        entry = {"scenario": str(scenario.resolve()), "overrides": [list(pair) for pair in layer]}
        draft = page.with_suffix(".part")
        draft.write_text(json.dumps(entry, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(page)

    def read(self, scenario: Path) -> Layer:
        """Return the overrides kept for a scenario; none where the page cannot be read."""
        try:
            entry = json.loads(self._page(scenario).read_text(encoding="utf-8"))
            return tuple((str(path), str(value)) for path, value in entry["overrides"])
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def _page(self, scenario: Path) -> Path:
        name = hashlib.sha256(str(scenario.resolve()).encode()).hexdigest()[:16]
        return self.folder / f"{name}.json"
