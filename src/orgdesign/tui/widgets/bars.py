"""The lines of text around a screen: what is open, what is shown, the command, the keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from orgdesign.tui.actions import Action, Keys, footer_of
from orgdesign.tui.screens import SCREENS, number_of
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

LEAST_NAME = 2
"""Letters of the name of a screen at which the number alone says more."""
LASTING = ("help", "quit")
"""The actions at the end of every footer, which stay in it."""


class Bar(Static):
    """One line that is made anew only when it is about something else or its width changes."""

    about: tuple[Any, ...] | None = None
    made: tuple[Any, ...] | None = None

    def tell(self, *about: Any) -> None:
        """Show the line about something."""
        self.about = about
        self.on_resize()

    def on_resize(self) -> None:
        """Show what there is room for."""
        if self.about is not None and self.made != (*self.about, self.app.size.width):
            self.made = (*self.about, self.app.size.width)
            self.update(self.line(*self.about), layout=False)

    def line(self, *about: Any) -> Content:
        """Return the line about something."""
        return Content(" ".join(map(str, about)))


def _link(text: str, call: str, style: str = "") -> Content:
    clickable = Style.from_meta({"@click": call})
    return Content(text).stylize(clickable).stylize(style)


class TitleBar(Bar):
    """The screens with their keys, the one at hand in brackets, and the file that is open."""

    def show(self, screen: str, file: str, language: Language) -> None:
        """Show the screen at hand and the file."""
        self.tell(screen, file, language)

    def line(self, screen: str, file: str, language: Language) -> Content:
        """Return the names of the screens as far as there is room for the file too."""
        longest = max(len(say(f"app.screen_{name}", language)) for name in SCREENS)
        for letters in range(longest, LEAST_NAME, -1):
            text = _tabs(screen, letters, language).append(f"  {visible(file)}")
            if text.cell_length <= self.app.size.width:
                return text
        return _tabs(screen, 0, language).append(f"  {visible(file)}")


def _tabs(screen: str, letters: int, language: Language) -> Content:
    """Return the screens, each name but that at hand in so many letters."""
    tabs: list[Content] = []
    for name in SCREENS:
        here, words = name == screen, say(f"app.screen_{name}", language)
        text = f"{number_of(name)} {words if here else words[:letters]}".rstrip()
        shown = f"[{text}]" if here else f" {text} "
        tabs.append(_link(shown, f"app.show('{name}')", "bold" if here else ""))
    return Content("").join(tabs)


class ContextLine(Bar):
    """What the screen shows: scenario, choices and state, in one line."""

    def show(self, parts: Iterable[str], alarm: str = "") -> None:
        """Show the parts, an alarm first."""
        self.tell(" · ".join(visible(part) for part in parts if part), alarm)
        self.set_class(bool(alarm), "-alarm")

    def line(self, text: str, alarm: str) -> Content:
        """Return the parts, an alarm first."""
        if alarm:
            return Content.assemble((f" {alarm} ", "reverse bold"), " ", text)
        return Content(f" {text}")


class CommandLog(Bar):
    """The command line that gives what the screen shows."""

    command = ""

    def show(self, command: str) -> None:
        """Show a command line."""
        self.command = command
        self.tell(command)

    def line(self, command: str) -> Content:
        """Return a command line as it is typed."""
        return Content(f" $ {visible(command)}")


class ActionFooter(Bar):
    """The keys of the screen at hand; help and quit stay where room is short."""

    def show(
        self, screen: str, language: Language, own: Keys, idle: frozenset[str] = frozenset()
    ) -> None:
        """Show the keys of a screen but the idle ones, a person's own among them."""
        self.tell(screen, language, own, idle)

    def line(self, screen: str, language: Language, own: Keys, idle: frozenset[str]) -> Content:
        """Return as many keys as fit."""
        told = (action for action in footer_of(screen, own) if action.id not in idle)
        keys = [_key(action, language) for action in told]
        while len(keys) > len(LASTING) and _joined(keys).cell_length > self.app.size.width:
            del keys[-len(LASTING) - 1]
        return _joined(keys)


def _joined(keys: Iterable[Content]) -> Content:
    return Content("  ").join(keys)


def _key(action: Action, language: Language) -> Content:
    scope = "app" if action.scope == "app" else "screen"
    words = Content.assemble((action.key, "bold"), " ", action.label(language))
    return words.stylize(Style.from_meta({"@click": f"{scope}.{action.call}"}))
