import ast
import inspect
import re
from collections import Counter

import pytest
from source_tree import Source, part

from orgdesign.tui.actions import ACTIONS, Action, Scope, actions_on, bindings_for, footer_of
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens.arranged import Arranged
from orgdesign.tui.screens.assumptions import AssumptionsScreen
from orgdesign.tui.screens.base import MainScreen
from orgdesign.tui.screens.beside import BesideScreen
from orgdesign.tui.screens.bill import Bill
from orgdesign.tui.screens.compare import CompareScreen
from orgdesign.tui.screens.compared import Compared
from orgdesign.tui.screens.criteria import CriteriaScreen
from orgdesign.tui.screens.dialogs import Choice, Dialogue
from orgdesign.tui.screens.editing import Editing
from orgdesign.tui.screens.exporting import Exporting
from orgdesign.tui.screens.files import FilesScreen
from orgdesign.tui.screens.keys import KeysScreen
from orgdesign.tui.screens.measured import Measured
from orgdesign.tui.screens.one_option import ChoosesOption
from orgdesign.tui.screens.options import OptionsScreen
from orgdesign.tui.screens.overview import OverviewScreen
from orgdesign.tui.screens.plan import PlanScreen
from orgdesign.tui.screens.sensitivity import SensitivityScreen
from orgdesign.tui.screens.staffing import StaffingScreen
from orgdesign.tui.screens.starting import NewScenario
from orgdesign.tui.screens.tabled import TableScreen
from orgdesign.tui.screens.why import Why, WhyTogether
from orgdesign.tui.widgets.edit import EditBar
from orgdesign.tui.widgets.filter import Filter
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from orgdesign.tui.widgets.ticks import Ticks
from orgdesign.words import LANGUAGES, Language, catalogue

OWNERS: dict[Scope, type] = {
    "app": OrgdesignApp,
    "grid": NumberGrid,
    "files": FilesScreen,
    "compare": CompareScreen,
    "compared": Compared,
    "beside": BesideScreen,
    "assumptions": AssumptionsScreen,
    "options": OptionsScreen,
    "staffing": StaffingScreen,
    "keys": KeysScreen,
    "plan": PlanScreen,
    "criteria": CriteriaScreen,
    "sensitivity": SensitivityScreen,
    "overview": OverviewScreen,
    "screen": MainScreen,
    "table": Arranged,
    "page": TableScreen,
    "one_option": ChoosesOption,
    "measured": Measured,
    "figure": Editing,
    "filter": Filter,
    "panel": Panel,
    "edit": EditBar,
    "dialog": Dialogue,
    "bill": Bill,
    "tree": Why,
    "together": WhyTogether,
    "choice": Choice,
    "form": NewScenario,
    "ticks": Ticks,
    "export": Exporting,
}
SCREENS: tuple[Scope, ...] = (
    "files",
    "compare",
    "beside",
    "assumptions",
    "options",
    "staffing",
    "keys",
    "plan",
    "criteria",
    "sensitivity",
    "overview",
)


@pytest.mark.parametrize("scope", OWNERS)
def test_every_owner_binds_what_the_table_says(scope: Scope) -> None:
    expected = bindings_for(scope)
    assert OWNERS[scope].__dict__.get("BINDINGS", []) == expected


TYPED_INTO = "widgets/jumping.py"
"""Takes letters that are typed, as a field does: no key of an action."""


@pytest.mark.parametrize("source", part("tui"), ids=lambda source: source.name)
def test_nothing_is_bound_elsewhere(source: Source) -> None:
    if source.name.endswith("actions.py"):
        return
    for node in ast.walk(source.tree):
        assert not (isinstance(node, ast.Name) and node.id in ("Binding", "BindingType"))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            typed = source.name.endswith(TYPED_INTO) and node.name == "on_key"
            assert typed or not re.match(r"(_?on_key|key_)", node.name)
        if isinstance(node, ast.Assign) and "BINDINGS" in ast.dump(node.targets[0]):
            assert ast.unparse(node.value).startswith("bindings_for(")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_a_method_that_takes_its_arguments(action: Action) -> None:
    name, _, given = action.call.partition("(")
    method = getattr(OWNERS[action.scope], f"action_{name}")
    arguments = ast.literal_eval(f"({given.removesuffix(')')},)") if given else ()
    inspect.signature(method).bind(None, *arguments)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_its_words(action: Action, language: Language) -> None:
    assert action.label(language)
    assert action.sentence(language)
    assert not action.sentence(language).endswith(".")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_key_does_one_thing_on_a_screen(screen: Scope) -> None:
    keys = Counter(key for action in actions_on(screen) for key in action.keys.split(","))
    assert [key for key, times in keys.items() if times > 1] == []


def test_ids_are_unique() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_every_method_of_an_action_is_in_the_table() -> None:
    for scope, owner in OWNERS.items():
        own = {
            name.removeprefix("action_")
            for base in owner.__mro__
            if base.__module__.startswith("orgdesign")
            for name in base.__dict__
            if name.startswith("action_")
        }
        scopes = {name for name, other in OWNERS.items() if issubclass(owner, other)}
        listed = {action.call.partition("(")[0] for action in ACTIONS if action.scope in scopes}
        assert own <= listed, scope


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_the_footer_fits_80_columns(screen: Scope, language: Language) -> None:
    words = "  ".join(f"{a.key} {a.label(language)}" for a in footer_of(screen))
    assert len(words) <= 80


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_has_a_key_that_every_terminal_passes(screen: Scope) -> None:
    for action in actions_on(screen):
        plain = [key for key in action.all_keys.split(" ") if not key.startswith("ctrl+")]
        assert plain or action.id == "palette"


def test_every_word_of_the_app_is_used() -> None:
    source = "\n".join(each.text for each in part("tui"))
    made = (
        "action_", "help_", "screen_", "about_", "column_", "quit_", "recover_",
        "question_", "hint_", "serve_", "overtaken_", "settings_", "tab_",
    )  # fmt: skip
    entries = [entry for entry in catalogue("app") if not entry.startswith(made)]
    assert [entry for entry in entries if not re.search(rf"\b{entry}\b", source)] == []
    ids = {action.id for action in ACTIONS}
    named = {entry.partition("_")[2] for entry in catalogue("app") if entry.startswith(made[:2])}
    assert named == ids
