"""The colours: light, dark and high contrast, blue for less cost and orange for more."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from textual.theme import Theme

KEPT_IN = "theme.txt"
"""The file that holds the name of the theme for the next run."""

LIGHT = Theme(
    name="orgdesign-light",
    dark=False,
    primary="#004f9e",
    secondary="#3d5a73",
    accent="#004f9e",
    warning="#a34700",
    error="#a34700",
    success="#004f9e",
    foreground="#1b1f24",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e4e1d8",
    variables={"gain": "#00529f", "loss": "#a34700", "quiet": "#5b6168", "scrollbar": "#004f9e"},
)
DARK = Theme(
    name="orgdesign-dark",
    dark=True,
    primary="#5aa9ff",
    secondary="#8fb3d1",
    accent="#5aa9ff",
    warning="#ffa14a",
    error="#ffa14a",
    success="#5aa9ff",
    foreground="#e6e8ea",
    background="#14181d",
    surface="#1c2229",
    panel="#28303a",
    variables={"gain": "#6fb7ff", "loss": "#ffa95c", "quiet": "#9aa4ae", "scrollbar": "#5aa9ff"},
)
CONTRAST = Theme(
    name="orgdesign-contrast",
    dark=True,
    primary="#66c2ff",
    secondary="#ffffff",
    accent="#ffffff",
    warning="#ffb000",
    error="#ffb000",
    success="#66c2ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={"gain": "#66c2ff", "loss": "#ffb000", "quiet": "#e0e0e0", "scrollbar": "#66c2ff"},
)
TERMINAL = Theme(
    name="orgdesign-terminal",
    ansi=True,
    dark=True,
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_yellow",
    success="ansi_blue",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "gain": "ansi_bright_blue",
        "loss": "ansi_yellow",
        "quiet": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
    },
)
"""The terminal's own colours."""

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
"""The themes in the order of the key that goes round them."""


def usable(grey: bool) -> tuple[Theme, ...]:
    """Return the themes to go round; without colours the terminal's own cannot be turned grey."""
    return tuple(theme for theme in THEMES if not (grey and theme is TERMINAL))


def next_theme(name: str, grey: bool = False) -> Theme:
    """Return the theme after the one of a name."""
    themes = usable(grey)
    names = [theme.name for theme in themes]
    return themes[(names.index(name) + 1) % len(themes)] if name in names else themes[0]


def turned(name: str, grey: bool, folder: Path) -> str:
    """Return the name of the theme after the one of a name, kept in a folder for the next run."""
    theme = next_theme(name, grey).name
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / KEPT_IN).write_text(theme, encoding="utf-8")
    return theme


def kept_theme(grey: bool, folder: Path) -> str:
    """Return the name of the theme that an earlier run kept, else of the first."""
    kept = ""
    with suppress(OSError, ValueError):
        kept = (folder / KEPT_IN).read_text(encoding="utf-8")
    return kept if kept in [theme.name for theme in usable(grey)] else THEMES[0].name
