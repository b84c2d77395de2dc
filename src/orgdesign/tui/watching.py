"""Tells which scenario files are written on disk, until it is told to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event


def watch_folders(
    folders: Iterable[Path], stop: Event, tell: Callable[[frozenset[Path]], object]
) -> None:
    """Tell of every change to a TOML file in the folders; returns once stopped."""
    from watchfiles import watch

    present = [folder for folder in folders if folder.is_dir()]
    changes = watch(
        *present, stop_event=stop, debounce=200, step=50, rust_timeout=500, recursive=False,
        raise_interrupt=False,
    )  # fmt: skip
    for change in changes:
        paths = frozenset(Path(name).resolve() for _, name in change if name.endswith(".toml"))
        if paths:
            tell(paths)
