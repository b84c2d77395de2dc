"""From plain tables to the typed document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgdesign.scenario.problems import Locate, Problem
from orgdesign.scenario.schema.document import Document


def validate(
    tables: Mapping[str, Any], locate: Locate
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the typed document of tables."""
    return Document.model_validate(_frozen(tables), strict=True), ()


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(below) for key, below in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
