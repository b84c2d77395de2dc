"""Every registry is complete: an entry has its file, its words and its page, and the reverse."""

import ast
import string
import tomllib
from typing import get_args

import pytest
from source_tree import PACKAGE, part

from orgdesign.allocation.games.method import Remark, Undefined
from orgdesign.allocation.games.registry import METHODS
from orgdesign.allocation.wiring import WEIGHTS
from orgdesign.cli.options import FORMATS as CHOICES
from orgdesign.export.registry import DOCUMENTS, FORMATS
from orgdesign.export.usual import SET
from orgdesign.library.loader import form_ids, form_text, salary_table_ids
from orgdesign.lines import LINES
from orgdesign.measures import MEASURES
from orgdesign.model.choices import CHOICES as CHOICES_OF_OPTIONS
from orgdesign.model.inputs import INPUTS
from orgdesign.model.nodes import FORMULAS, PAGES
from orgdesign.parts_of_sensitivity import PARTS
from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.key_names import BUILT_IN, BY_GAME
from orgdesign.scenario.schema.options import FormKind
from orgdesign.tables.registry import TABLES
from orgdesign.tables.table import Mark, Unit
from orgdesign.words import LANGUAGES, catalogue

CATALOGUES = sorted(path.stem for path in (PACKAGE / "words").glob("*.toml"))
PAGE_FUNCTIONS = [(page, function) for page, functions in PAGES.items() for function in functions]
TERMS = (
    *LINES,
    *(f"key_{key}" for key in BUILT_IN),
    *(f"key_{method}" for method in METHODS),
    *(f"measure_{measure}" for measure in MEASURES),
    *(f"table_{table}" for table in (*TABLES, *PARTS)),
    *(f"mark_{mark.value}" for mark in Mark),
    *(f"meaning_{mark.value}" for mark in Mark),
    *(f"unit_{unit}" for unit in get_args(Unit)),
    *(f"sort_{kind}" for kind in get_args(FormKind)),
)


def test_the_tables_are_the_functions_that_give_one() -> None:
    found = {
        function.name
        for source in part("tables")
        for function in source.functions
        if not function.name.startswith("_") and _gives_a_table(function)
    }
    assert found == set(TABLES)


def _gives_a_table(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    given = [argument.arg for argument in function.args.args]
    returns = function.returns is not None and ast.unparse(function.returns) == "Table"
    return returns and given in (["result", "settings"], ["scenario", "settings"])


def test_a_table_bears_the_name_of_what_makes_it() -> None:
    for name in TABLES:
        files = [source for source in part("tables") if f"def {name}(" in source.text]
        assert files, name


def test_the_formats_that_can_be_asked_for_are_those_with_a_writer() -> None:
    assert {*CHOICES, "plain"} == set(FORMATS)
    assert set(SET) == {*FORMATS, *DOCUMENTS, "svg", "png"}


def test_the_forms_are_the_files() -> None:
    files = {path.stem for path in (PACKAGE / "library" / "forms").glob("*.toml")}
    assert files == set(form_ids())


def test_the_salary_tables_are_the_files() -> None:
    files = {path.stem for path in (PACKAGE / "library" / "salaries").glob("*.toml")}
    assert files == set(salary_table_ids())


@pytest.mark.parametrize("form", form_ids())
def test_a_form_has_a_name_in_both_languages(form: str) -> None:
    name = tomllib.loads(form_text(form))["forms"][form]["name"]
    assert all(name[language] for language in LANGUAGES)


def test_every_built_in_key_but_equal_weighs_by_a_figure() -> None:
    assert set(WEIGHTS) == set(BUILT_IN) - {"equal"}
    assert set(WEIGHTS.values()) - {"inhabitants"} <= set(FORMULAS)


def test_every_method_is_a_key() -> None:
    assert tuple(METHODS) == BY_GAME


def test_the_gallery_opens_with_its_smallest_case_among_it() -> None:
    assert "tiny.toml" in {path.name for path in gallery()}


# Words


@pytest.mark.parametrize("key", BUILT_IN)
def test_what_a_built_in_key_weighs_by_has_words(key: str) -> None:
    assert f"by_{key}" in catalogue("interface")


@pytest.mark.parametrize("term", TERMS)
def test_what_a_reader_meets_has_words(term: str) -> None:
    assert term in catalogue("terms")


GAMES = (
    *(f"rule_{method}" for method in METHODS),
    *(f"undefined_{reason}" for reason in get_args(Undefined) if reason),
    *(f"remark_{remark}" for remark in get_args(Remark)),
)


@pytest.mark.parametrize("entry", GAMES)
def test_what_a_method_does_and_answers_has_words(entry: str) -> None:
    assert entry in catalogue("games")


@pytest.mark.parametrize("topic", CATALOGUES)
def test_words_are_there_in_both_languages_with_the_same_details(topic: str) -> None:
    for entry, words in catalogue(topic).items():
        assert set(words) == set(LANGUAGES), entry
        assert len({_details(words[language]) for language in LANGUAGES}) == 1, entry


def _details(words: str) -> frozenset[str]:
    return frozenset(field for _, field, _, _ in string.Formatter().parse(words) if field)


# Formulas


@pytest.mark.parametrize("name", [*FORMULAS, *INPUTS, *CHOICES_OF_OPTIONS])
def test_a_figure_of_the_model_has_a_name_for_readers(name: str) -> None:
    kind, of_line, _ = name.partition(":")
    assert kind in catalogue("formulas") or (not of_line and name in LINES)


def test_a_formula_is_on_one_page() -> None:
    names = [function.__name__ for _, function in PAGE_FUNCTIONS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "function", [f for _, f in PAGE_FUNCTIONS], ids=[f"{p}.{f.__name__}" for p, f in PAGE_FUNCTIONS]
)
def test_a_formula_says_what_it_returns_and_how(function: object) -> None:
    docstring = (function.__doc__ or "").strip()
    assert docstring.startswith("Return ")
    indicator = docstring.startswith(("Return 1 ", "Return whether", "Return the number of"))
    assert indicator or "Unit: " in docstring or "Formula: " in docstring


@pytest.mark.parametrize("page", PAGES)
def test_a_page_lists_every_formula_of_its_module(page: str) -> None:
    (source,) = [s for s in part("model") if s.name.endswith(f"model/{page}.py")]
    defined = {
        node.name
        for node in source.tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    wired = {formula.function.__name__ for formula in FORMULAS.values()}
    assert defined <= wired
