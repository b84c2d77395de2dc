"""The app: it opens screens, starts workers, and hands their answers to the sessions."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import ClassVar, cast

from platformdirs import user_state_path
from textual import work
from textual.app import App
from textual.command import CommandPalette

from orgdesign.scenario.gallery import scenario_folder
from orgdesign.tui import outside, saving
from orgdesign.tui.actions import bindings_for
from orgdesign.tui.messages import ChangedOnDisk, Computed, Scanned
from orgdesign.tui.palette import ActionCommands
from orgdesign.tui.screens.assumptions import AssumptionsScreen
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.screens.compare import CompareScreen
from orgdesign.tui.screens.dialogs import Help
from orgdesign.tui.screens.files import FilesScreen
from orgdesign.tui.session import Request
from orgdesign.tui.themes import DARK, THEMES, next_theme
from orgdesign.tui.workers import compute, scan, watch
from orgdesign.tui.workspace import Workspace
from orgdesign.words import say
from orgdesign.words.visible import visible
