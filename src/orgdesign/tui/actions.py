"""The one table of actions: bindings, footer, help and command palette are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from textual.binding import Binding, BindingType

from orgdesign.words import Language, say

Scope = Literal[
    "app",
    "grid",
    "files",
    "compare",
    "compared",
    "beside",
    "assumptions",
    "options",
    "staffing",
    "keys",
    "plan",
    "criteria",
    "sensitivity",
    "overview",
    "screen",
    "table",
    "page",
    "one_option",
    "measured",
    "figure",
    "filter",
    "panel",
    "edit",
    "dialog",
    "bill",
    "tree",
    "together",
    "choice",
    "form",
    "ticks",
    "export",
]
"""Where an action works: everywhere, in a widget, on one screen or in any dialogue."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    `call` is the name of the action method with its arguments. Its words are the entries
    `app.action_<id>` (short) and `app.help_<id>` (a sentence).
    """

    id: str
    keys: str
    scope: Scope
    call: str
    in_footer: bool = False
    in_palette: bool = True

    def label(self, language: Language) -> str:
        """Return what the action does in one or two words."""
        return say(f"app.action_{self.id}", language)

    def sentence(self, language: Language) -> str:
        """Return what the action does in a sentence."""
        return say(f"app.help_{self.id}", language)

    @property
    def key(self) -> str:
        """The first key as it is printed on a keyboard."""
        return self.all_keys.split(" ")[0]

    @property
    def all_keys(self) -> str:
        """Every key that does it, as printed on a keyboard."""
        return " ".join(KEY_NAMES.get(key, key) for key in self.keys.split(","))


KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "percent_sign": "%",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
"""How keys are written for people where that differs."""

SHARED: dict[str, tuple[Scope, ...]] = {
    "files": ("screen",),
    "compare": ("compared", "measured", "table", "screen"),
    "beside": ("page", "compared", "measured", "table", "screen"),
    "assumptions": ("figure", "one_option", "screen"),
    "options": ("screen",),
    "staffing": ("page", "one_option", "table", "screen"),
    "keys": ("page", "one_option", "measured", "table", "screen"),
    "plan": ("page", "table", "screen"),
    "criteria": ("page", "table", "screen"),
    "sensitivity": ("page", "one_option", "measured", "figure", "table", "screen"),
    "overview": ("page", "one_option", "table", "screen"),
}
"""The scopes that a screen shares with others."""

PANELLED = (
    "files",
    "compare",
    "beside",
    "options",
    "staffing",
    "keys",
    "plan",
    "criteria",
    "sensitivity",
    "overview",
    "assumptions",
)
"""The screens with a panel of text that scrolls."""

LEFT_OUT = {
    "files": ("save",),
    "compare": ("save",),
    "beside": ("filter", "against", "save"),
    "keys": ("save",),
    "sensitivity": ("year", "against", "filter", "save"),
}
"""Actions that the footer of a screen leaves to its help, as they would not fit."""

ACTIONS: tuple[Action, ...] = (
    Action("files", "1", "app", "show('files')"),
    Action("compare", "2", "app", "show('compare')"),
    Action("assumptions", "3", "app", "show('assumptions')"),
    Action("options", "4", "app", "show('options')"),
    Action("staffing", "5", "app", "show('staffing')"),
    Action("keys", "6", "app", "show('keys')"),
    Action("plan", "7", "app", "show('plan')"),
    Action("criteria", "8", "app", "show('criteria')"),
    Action("sensitivity", "9", "app", "show('sensitivity')"),
    Action("overview", "0", "app", "show('overview')"),
    Action("open", "enter", "files", "open", in_footer=True),
    Action("new", "n", "files", "new", in_footer=True),
    Action("measure", "m", "measured", "measure(1)", in_footer=True),
    Action("measure_back", "M", "measured", "measure(-1)"),
    Action("mark", "m", "files", "mark", in_footer=True),
    Action("beside", "v", "files", "beside", in_footer=True),
    Action("open_beside", "enter", "beside", "open", in_footer=True),
    Action("other_file", "v", "beside", "other_file(1)", in_footer=True),
    Action("other_file_back", "V", "beside", "other_file(-1)"),
    Action("next_table", "w", "page", "next_table(1)", in_footer=True),
    Action("table_back", "W", "page", "next_table(-1)"),
    Action("option", "v", "one_option", "option(1)", in_footer=True),
    Action("option_back", "V", "one_option", "option(-1)"),
    Action("municipality", "n", "sensitivity", "municipality(1)", in_footer=True),
    Action("municipality_back", "N", "sensitivity", "municipality(-1)"),
    Action("grid_rows", "f", "sensitivity", "pair(0)"),
    Action("grid_columns", "F", "sensitivity", "pair(1)"),
    Action("by_share", "o", "assumptions", "by_share", in_footer=True),
    Action("mask", "b", "staffing", "mask"),
    Action("year", "t,right_square_bracket", "table", "year(1)", in_footer=True),
    Action("year_back", "T,left_square_bracket", "table", "year(-1)"),
    Action("against", "d", "table", "against", in_footer=True),
    Action("sort", "o", "table", "sort"),
    Action("pin", "p", "table", "pin"),
    Action("per_inhabitant", "i", "compared", "per_inhabitant"),
    Action("percentage", "percent_sign", "compared", "percentage"),
    Action("bill", "enter", "compare", "bill", in_footer=True),
    Action("tables", "w", "compare", "tables", in_footer=True),
    Action("why", "enter", "bill", "why", in_palette=False),
    Action("why_of_one", "enter", "together", "why_of_one", in_palette=False),
    Action("edit_line", "e", "tree", "edit_line", in_palette=False),
    Action("copy_explain", "Y", "tree", "copy_command", in_palette=False),
    Action("edit", "enter", "figure", "edit", in_footer=True),
    Action("edit_cell", "enter", "options", "edit", in_footer=True),
    Action("add", "a", "options", "add", in_footer=True),
    Action("copy_option", "f", "options", "copy_option", in_footer=True),
    Action("remove", "D,delete", "options", "remove", in_footer=True),
    Action("own", "u", "options", "own"),
    Action("reset", "u,delete", "figure", "reset"),
    Action("filter", "slash", "screen", "filter", in_footer=True),
    Action("undo", "z", "app", "undo"),
    Action("redo", "Z", "app", "redo"),
    Action("save", "s", "app", "save", in_footer=True),
    Action("save_whole", "S", "app", "save(True)"),
    Action("reload", "r", "app", "reload"),
    Action("editor", "e", "app", "editor"),
    Action("copy", "y", "app", "copy"),
    Action("copy_markdown", "C", "app", "copy(True)"),
    Action("copy_command", "Y", "app", "copy_command"),
    Action("export", "x", "app", "export"),
    Action("theme", "c", "app", "theme"),
    Action("language", "L", "app", "language"),
    Action("palette", "ctrl+p", "app", "command_palette", in_palette=False),
    Action("help", "question_mark,f1", "app", "help", in_footer=True),
    Action("back", "escape", "app", "back", in_palette=False),
    Action("quit", "q,ctrl+q,ctrl+c", "app", "quit", in_footer=True),
    Action("up", "up,k", "grid", "move(-1,0)", in_palette=False),
    Action("down", "down,j", "grid", "move(1,0)", in_palette=False),
    Action("left", "left,h", "grid", "move(0,-1)", in_palette=False),
    Action("right", "right,l", "grid", "move(0,1)", in_palette=False),
    Action("page_up", "pageup", "grid", "page(-1)", in_palette=False),
    Action("page_down", "pagedown", "grid", "page(1)", in_palette=False),
    Action("first", "home,g", "grid", "first", in_palette=False),
    Action("last", "end,G", "grid", "last", in_palette=False),
    Action("jump", "space", "grid", "jump", in_palette=False),
    Action("panel_up", "up,k", "panel", "scroll_up", in_palette=False),
    Action("panel_down", "down,j", "panel", "scroll_down", in_palette=False),
    Action("panel_page_up", "pageup", "panel", "page_up", in_palette=False),
    Action("panel_page_down", "pagedown", "panel", "page_down", in_palette=False),
    Action("panel_first", "home,g", "panel", "scroll_home", in_palette=False),
    Action("panel_last", "end,G", "panel", "scroll_end", in_palette=False),
    Action("leave_filter", "escape", "filter", "leave", in_palette=False),
    Action("leave_edit", "escape", "edit", "leave", in_palette=False),
    Action("close", "escape", "dialog", "close", in_palette=False),
    Action("next_field", "down", "form", "next_field(1)", in_palette=False),
    Action("field_back", "up", "form", "next_field(-1)", in_palette=False),
    Action("make", "ctrl+s", "form", "make", in_palette=False),
    Action("answer", "enter", "choice", "answer", in_palette=False),
    Action("tick", "space", "ticks", "tick", in_palette=False),
    Action("write", "enter", "export", "write", in_palette=False),
)
"""Every action of the app, in the order of the help."""


def bindings_for(scope: Scope) -> list[BindingType]:
    """Return the key bindings of one scope."""
    return [
        Binding(action.keys, action.call, action.label("en"), show=action.in_footer, id=action.id)
        for action in ACTIONS
        if action.scope == scope
    ]


Keys = Mapping[str, str]
"""Other keys of a person's own, by the id of the action."""
OWN: Keys = {}


def actions_on(screen: str, own: Keys = OWN) -> tuple[Action, ...]:
    """Return the actions that work on a screen: its own, the grid's and those everywhere."""
    scopes = (screen, *SHARED[screen])
    first = [action for action in ACTIONS if action.scope in scopes]
    grid = [action for action in ACTIONS if action.scope == "grid"]
    everywhere = [action for action in ACTIONS if action.scope == "app"]
    return tuple(_with_own_keys(action, own) for action in (*first, *everywhere, *grid))


def _with_own_keys(action: Action, own: Keys) -> Action:
    return replace(action, keys=own[action.id]) if action.id in own else action


def keys_of(scope: Scope | None, own: Keys = OWN) -> tuple[Action, ...]:
    """Return the actions of one scope, with a person's own keys."""
    return tuple(_with_own_keys(action, own) for action in ACTIONS if action.scope == scope)


def help_of(screen: str, own: Keys = OWN) -> tuple[Action, ...]:
    """Return the actions that the help of a screen tells of: with those of its panel, if any."""
    panel = [action for action in ACTIONS if action.scope == "panel" and screen in PANELLED]
    return (*actions_on(screen, own), *(_with_own_keys(action, own) for action in panel))


def footer_of(screen: str, own: Keys = OWN) -> tuple[Action, ...]:
    """Return the actions that the footer of a screen shows."""
    others = LEFT_OUT.get(screen, ())
    return tuple(a for a in actions_on(screen, own) if a.in_footer and a.id not in others)


def palette_of(screen: str, own: Keys = OWN) -> tuple[Action, ...]:
    """Return the actions that the command palette offers on a screen."""
    return tuple(action for action in actions_on(screen, own) if action.in_palette)


def scopes_together(one: Scope, other: Scope) -> bool:
    """Return whether actions of two scopes work at one moment, so that no key may be both."""
    if one == other:
        return True
    everywhere = {"app", "grid"}
    on_screens = [{screen, *shared, *everywhere} for screen, shared in SHARED.items()]
    return any(one in scopes and other in scopes for scopes in on_screens)
