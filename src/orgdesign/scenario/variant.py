"""What was tried, saved as a file of its own that extends the base and holds only what differs."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from orgdesign.scenario.extends import RefusedError, extended_file, follow
from orgdesign.scenario.gallery import scenario_folder
from orgdesign.scenario.merge import Tables, changed, removed, same
from orgdesign.scenario.overlay import read_overrides
from orgdesign.scenario.paths import join_path
from orgdesign.scenario.read import read
from orgdesign.scenario.resolve import Resolution

_HEAD = "# Variant, saved by orgdesign; extends the file below. Check "
_TAIL = ": once you change anything here, the file is yours and is not written over.\n"


class NotSavedError(Exception):
    """A variant cannot be saved; its text is an entry of the catalogue `loading`."""


def save_variant(
    base: Path, target: Path, overrides: Mapping[str, object], folder: Path | None = None
) -> None:
    """Write what differs from a base to a new file that extends it, whole or not at all.

    A path whose value is REMOVED is taken out. Raises NotSavedError where the target is a file
    that a person wrote, where it cannot extend the base, or where a path is not there.
    """
    _check_target(base, target, folder)
    text = variant_text(base, _relative(base, target), overrides)
    _write(target, text)


def variant_text(base: Path, extends: str, overrides: Mapping[str, object]) -> str:
    """Return the text of a variant of a base with what was tried on top of it."""
    layers = follow(base, read(base, str(base)), scenario_folder()).layers
    before, after = Resolution(layers), Resolution(layers)
    tried, misread = read_overrides(list(overrides.items()))
    for override in tried:
        after.try_on(override)
    if misread or after.problems:
        reason = "unknown_path"
        raise NotSavedError(reason)
    tables = {"format": 1, "extends": extends, **_difference(before.own, after.own)}
    body = tomli_w.dumps(_plain(tables))
    return f"{_HEAD}{_check_of(body)}{_TAIL}{body}"


def _difference(before: Tables, after: Tables) -> Tables:
    """Return what a variant holds beside the name of its base."""
    bundled = [path for path in after.get("remove", ()) if path not in before.get("remove", ())]
    before, after = ({k: v for k, v in own.items() if k != "remove"} for own in (before, after))
    gone = [*map(join_path, removed(before, after)), *bundled]
    return {**({"remove": gone} if gone else {}), **changed(before, after)}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(below) for key, below in value.items()}
    return [_plain(below) for below in value] if isinstance(value, list | tuple) else value


def _check_of(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:12]


def is_variant(text: str) -> bool:
    """Return whether a text is a saved variant that nobody has changed since."""
    head, _, body = text.partition("\n")
    return f"{head}\n" == f"{_HEAD}{_check_of(body)}{_TAIL}"
