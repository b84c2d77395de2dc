"""Layers of what is tried: values put on paths and taken out, as they stand in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import tomli

from orgdesign.scenario.paths import holds, split_path, within
from orgdesign.scenario.removed import REMOVED
from orgdesign.tui.journal import Layer

OUT = ""
"""As the value of a path: it is taken out."""


def with_changes(layer: Layer, changes: Iterable[tuple[str, str]], own: Mapping[str, Any]) -> Layer:
    """Return a layer with values put on paths; what was tried beneath a path goes with it.

    `own` are the tables of the files: a path that neither they nor the layer hold is not taken
    out again.
    """
    for path, value in changes:
        kept = beside(layer, path)
        layer = (*kept, (path, value)) if value != OUT or _held(path, kept, own) else kept
    return layer


def beside(layer: Layer, path: str) -> Layer:
    """Return what a layer holds but at a path and beneath it."""
    return tuple(pair for pair in layer if not within(pair[0], path))


def _held(path: str, layer: Layer, own: Mapping[str, Any]) -> bool:
    """Return whether the files, or a table that the layer puts around it, hold a path."""
    if holds(own, split_path(path)):
        return True
    around = [(put, value) for put, value in layer if value != OUT and within(path, put)]
    return any(
        holds(plain(value), split_path(path)[len(split_path(put)) :]) for put, value in around
    )


def plain(value: str) -> Any:
    """Return a value of a layer as TOML gives it; REMOVED for what is taken out."""
    return tomli.loads(f"v = {value}")["v"] if value != OUT else REMOVED
