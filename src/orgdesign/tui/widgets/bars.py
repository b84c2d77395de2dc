"""The lines of text around a screen: what is open, what is shown, the command, the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widgets import Input, Static

from orgdesign.tui.actions import Action, Keys, Scope, footer_of, keys_of
from orgdesign.tui.screens import SCREENS, number_of
from orgdesign.tui.widgets.filter import Filter
from orgdesign.tui.widgets.fitting import fit_middle
from orgdesign.words import Language, say
from orgdesign.words.visible import visible

LEAST_NAME = 3
"""Letters of the name of a screen below which the number alone says more."""
GAP = "  "
"""Stands between what is shown and the file."""
TAKES = {"edit": "app.take_over", "filter": "app.to_the_list"}
"""What enter does in a field."""
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


def _link(text: str, call: str, style: str) -> Content:
    clickable = Style.from_meta({"@click": call})
    return Content(text).stylize(clickable).stylize(style)


class TitleBar(Bar):
    """The screens with their keys, the one at hand in brackets."""

    def show(self, screen: str, language: Language) -> None:
        """Show the screen at hand among the others."""
        self.tell(screen, language)

    def line(self, screen: str, language: Language) -> Content:
        """Return the names of the screens as far as there is room for them."""
        return tabs_in(self.app.size.width, screen, language)


def tabs_in(width: int, screen: str, language: Language) -> Content:
    """Return the screens with their names, or with as much of these as there is room for."""
    names = {name: say(f"app.screen_{name}", language) for name in SCREENS}
    short = {name: say(f"app.tab_{name}", language) for name in SCREENS}
    longest = max(map(len, short.values()))
    cut = ({name: short[name][:n] for name in SCREENS} for n in range(longest, LEAST_NAME - 1, -1))
    tabs = (_tabs(screen, {**each, screen: names[screen]}) for each in (names, *cut))
    fitting = (each for each in tabs if each.cell_length <= width)
    bare = dict.fromkeys(SCREENS, "")
    return next(fitting, _tabs(screen, {**bare, screen: names[screen]}))


def _tabs(screen: str, names: Mapping[str, str]) -> Content:
    tabs: list[Content] = []
    for name, words in names.items():
        text = f"{number_of(name)} {words}".rstrip()
        here = name == screen
        shown = f"[{text}]" if here else text
        tabs.append(_link(shown, f"app.show('{name}')", "bold" if here else ""))
    return Content(" ").append(Content(" ").join(tabs))


class ContextLine(Bar):
    """What the screen shows: scenario, choices and state, and the file that is open."""

    def show(self, parts: Iterable[str], alarm: str = "", file: str = "") -> None:
        """Show the parts, an alarm first and the file last."""
        self.tell(" · ".join(visible(part) for part in parts if part), alarm, visible(file))
        self.set_class(bool(alarm), "-alarm")

    @property
    def is_cut(self) -> bool:
        """Whether not all of what is shown fits beside the file."""
        return self.about is not None and self.about[0] not in self.line(*self.about).plain

    def line(self, text: str, alarm: str, file: str) -> Content:
        """Return the parts, an alarm first, and the file at the right end."""
        return context_in(self.app.size.width, text, alarm, file)


def context_in(width: int, text: str, alarm: str, file: str) -> Content:
    """Return what is shown and which file: where both do not fit the file has up to half."""
    told = Content.assemble((f" {alarm} ", "reverse bold"), " ", text) if alarm else Content(text)
    left = Content(" ").append(told)
    if not file:
        return left
    room = max(width - left.cell_length - len(GAP) - 1, min(cell_len(file), width // 2))
    name = fit_middle(file, min(room, cell_len(file)))
    most = width - cell_len(name) - len(GAP) - 1
    return left.truncate(most, ellipsis=True, pad=True).append(GAP + name)


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
    """The keys of the screen at hand; help and quit stay where room is short.

    While something is typed it has the keys of the field in their place.
    """

    def on_mount(self) -> None:
        """Follow what has the keys."""
        self.watch(self.screen, "focused", self._follow, init=False)

    def _follow(self) -> None:
        if self.about is not None:
            self.tell(*self.about[:-1], self._typing())

    def _typing(self) -> tuple[Scope, bool] | None:
        """Return the scope of the field that has the keys, and whether tab goes to another."""
        field = self.screen.focused
        if not isinstance(field, Input) or field.parent is None:
            return None
        if isinstance(field, Filter):
            return "filter", False
        return "edit", len(field.parent.query(Input)) > 1

    def show(
        self, screen: str, language: Language, own: Keys, idle: frozenset[str] = frozenset()
    ) -> None:
        """Show the keys of a screen but the idle ones, a person's own among them."""
        self.tell(screen, language, own, idle, self._typing())

    def line(
        self,
        screen: str,
        language: Language,
        own: Keys,
        idle: frozenset[str],
        typing: tuple[Scope, bool] | None,
    ) -> Content:
        """Return as many keys as fit."""
        if typing is not None:
            return _joined(_of_field(*typing, language, own))
        told = (action for action in footer_of(screen, own) if action.id not in idle)
        keys = [_key(action, language) for action in told]
        while len(keys) > len(LASTING) and _joined(keys).cell_length > self.app.size.width:
            del keys[-len(LASTING) - 1]
        return _joined(keys)


def _joined(keys: Iterable[Content]) -> Content:
    return Content("  ").join(keys)


def _of_field(scope: Scope, several: bool, language: Language, own: Keys) -> Iterator[Content]:
    """Yield the keys of a field that is typed in."""
    yield _words("enter", say(TAKES[scope], language))
    if several:
        yield _words("tab", say("app.to_next_field", language))
    yield from (_words(action.key, action.label(language)) for action in keys_of(scope, own))


def _words(key: str, label: str) -> Content:
    return Content.assemble((key, "bold"), " ", label)


def _key(action: Action, language: Language) -> Content:
    scope = "app" if action.scope == "app" else "screen"
    words = _words(action.key, action.label(language))
    return words.stylize(Style.from_meta({"@click": f"{scope}.{action.call}"}))
