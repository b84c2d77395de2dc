"""The lines of text around a screen: what is open, what is shown, the command, the keys."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from orgdesign.tui.actions import Action, footer_of
from orgdesign.tui.screens import SCREENS
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

LEAST_NAME = 2
"""Letters of the name of a screen at which the number alone says more."""
LASTING = ("help", "quit")
"""The actions at the end of every footer, which stay in it."""


class Bar(Static):
    """One line that is drawn anew only when it says something else."""

    said: Content | None = None

    def say(self, text: Content) -> None:
        """Show a line of text."""
        if text.markup != (self.said.markup if self.said else None):
            self.said = text
            self.update(text, layout=False)


def _link(text: str, call: str, style: str = "") -> Content:
    clickable = Style.from_meta({"@click": call})
    return Content(text).stylize(clickable).stylize(style)


class TitleBar(Bar):
    """The screens with their keys, the one at hand in brackets, and the file that is open."""

    about: tuple[str, str, Language] | None = None

    def show(self, screen: str, file: str, language: Language) -> None:
        """Show the screen at hand and the file."""
        self.about = screen, file, language
        self.on_resize()

    def on_resize(self) -> None:
        """Show the names of the screens as far as there is room for the file too."""
        if self.about is None:
            return
        screen, file, language = self.about
        longest = max(len(say(f"app.screen_{name}", language)) for name in SCREENS)
        for letters in range(longest, LEAST_NAME, -1):
            text = _tabs(screen, letters, language).append(f"  {visible(file)}")
            if text.cell_length <= self.app.size.width:
                break
        else:
            text = _tabs(screen, 0, language).append(f"  {visible(file)}")
        self.say(text)


def _tabs(screen: str, letters: int, language: Language) -> Content:
    """Return the screens, each name but that at hand in so many letters."""
    tabs: list[Content] = []
    for number, name in enumerate(SCREENS, 1):
        here, words = name == screen, say(f"app.screen_{name}", language)
        text = f"{number} {words if here else words[:letters]}".rstrip()
        shown = f"[{text}]" if here else f" {text} "
        tabs.append(_link(shown, f"app.show('{name}')", "bold" if here else ""))
    return Content("").join(tabs)


class ContextLine(Bar):
    """What the screen shows: scenario, choices and state, in one line."""

    def show(self, parts: Iterable[str], alarm: str = "") -> None:
        """Show the parts, an alarm first."""
        text = " · ".join(visible(part) for part in parts if part)
        if alarm:
            self.say(Content.assemble((f" {alarm} ", "reverse bold"), " ", text))
        else:
            self.say(Content(f" {text}"))
        self.set_class(bool(alarm), "-alarm")


class CommandLog(Bar):
    """The command line that gives what the screen shows."""

    command = ""

    def show(self, command: str) -> None:
        """Show a command line."""
        self.command = command
        self.say(Content(f" $ {visible(command)}"))


class ActionFooter(Bar):
    """The keys of the screen at hand; help and quit stay where room is short."""

    about: tuple[str, Language] | None = None

    def show(self, screen: str, language: Language) -> None:
        """Show the keys of a screen."""
        self.about = screen, language
        self.on_resize()

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        if self.about is None:
            return
        screen, language = self.about
        keys = [_key(action, language) for action in footer_of(screen)]
        while len(keys) > len(LASTING) and _joined(keys).cell_length > self.app.size.width:
            del keys[-len(LASTING) - 1]
        self.say(_joined(keys))


def _joined(keys: Iterable[Content]) -> Content:
    return Content("  ").join(keys)


def _key(action: Action, language: Language) -> Content:
    scope = "app" if action.scope == "app" else "screen"
    words = Content.assemble((action.key, "bold"), " ", action.label(language))
    return words.stylize(Style.from_meta({"@click": f"{scope}.{action.call}"}))
