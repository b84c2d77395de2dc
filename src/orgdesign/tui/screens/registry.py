"""The main screens by id, each imported when it is first shown."""

from __future__ import annotations

from importlib import import_module

from orgdesign.tui.screens import BESIDES, SCREENS
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.workspace import Workspace


def screen_of(id: str, workspace: Workspace) -> MainScreen:
    """Return a screen on a workspace."""
    module = import_module(f"orgdesign.tui.screens.{id}")
    screen: MainScreen = getattr(module, {**SCREENS, **BESIDES}[id])(workspace)
    return screen
