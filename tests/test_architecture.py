"""Bounds and rules of the house, checked on the source as it is."""

import ast
import re
import statistics
import tomllib
from collections.abc import Callable

from source_tree import ROOT, Source, everything, length, package, part, public

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
WAY, *BARRED = LINTER["contracts"]
LAYERS = WAY["layers"]
COMPUTING = [
    name
    for layer in LAYERS[LAYERS.index("tables") : LAYERS.index("plans") + 1]
    for name in re.split(" [|:] ", layer)
]


def each(sources: tuple[Source, ...]) -> Callable[[Callable[[Source], None]], Callable[[], None]]:
    """Make one test of a rule for every file: it fails with the files that break the rule."""

    def over(rule: Callable[[Source], None]) -> Callable[[], None]:
        def whole() -> None:
            assert sources
            broken = [fault for source in sources if (fault := _broken(rule, source))]
            assert not broken, "\n".join(broken)

        whole.__name__ = rule.__name__
        return whole

    return over


def _broken(rule: Callable[[Source], None], source: Source) -> str:
    try:
        rule(source)
    except AssertionError as fault:
        return f"{source.name}: {fault}"
    return ""


# Size


@each(everything())
def test_a_file_has_at_most_300_lines(source: Source) -> None:
    assert source.lines <= 300


@each(everything())
def test_a_function_has_at_most_40_lines(source: Source) -> None:
    long = {f.name: length(f) for f in source.functions if length(f) > 40}
    assert not long


def test_most_files_are_short() -> None:
    assert statistics.median(source.lines for source in package()) <= 120


def test_most_functions_are_short() -> None:
    lengths = [length(function) for source in package() for function in source.functions]
    assert statistics.median(lengths) <= 8


def test_the_app_only_wires_its_screens() -> None:
    (app,) = [source for source in part("tui") if source.name.endswith("tui/app.py")]
    assert app.lines <= 150


# What is public is explained and typed


@each(package())
def test_public_names_have_docstrings(source: Source) -> None:
    named = [("the module", source.tree), *public(source.tree)]
    assert not [name for name, node in named if not ast.get_docstring(node)]


@each(everything())
def test_functions_are_annotated(source: Source) -> None:
    bare = []
    for function in source.functions:
        given = function.args
        arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        named = [a for a in arguments if a is not None and a.arg not in ("self", "cls")]
        if function.returns is None or any(argument.annotation is None for argument in named):
            bare.append(function.name)
    assert not bare


# Who may know what: who imports what stands in pyproject.toml, for `lint-imports`


def test_what_may_not_import_is_all_that_computes_and_all_that_reads() -> None:
    below = LAYERS[LAYERS.index("scenario") :]
    reading = {name for layer in below for name in layer.split(" | ")}
    whole = [{f"orgdesign.{name}" for name in names} for names in (COMPUTING, reading)]
    given = {x["name"]: set(x["source_modules"]) for x in BARRED if x["type"] == "forbidden"}
    assert [given[name] for name in given if name.startswith("What computes")] == [whole[0]] * 2
    assert given["A file is read and checked without numpy"] == whole[1]


CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter", "sleep"}
READERS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob"}
TALK = {"print", "input", "breakpoint", "exec", "eval"}


@each(part(*COMPUTING))
def test_what_computes_reads_prints_and_times_nothing(source: Source) -> None:
    called = {_called(node) for node in ast.walk(source.tree) if isinstance(node, ast.Call)}
    assert not called & (CLOCKS | READERS | TALK)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


@each(part("model", "allocation", "sensitivity", "scenario"))
def test_what_computes_holds_no_state(source: Source) -> None:
    assert not [node.lineno for node in ast.walk(source.tree) if isinstance(node, ast.Global)]


# Words of the code

AMERICAN = re.compile(
    r"color|center|behavior|favor|honor|neighbor|labeled"
    r"|cancel(?:ed|ing)\b|model(?:ed|ing)\b|travel(?:ed|ing)\b|catalog(?!ue)|analyz|paralyz"
    r"|(?:organ|normal|initial|summar|real|util|recogn|serial|optim|minim|maxim|emphas|priorit"
    r"|categor|character|custom|final|general|local|random|synchron|visual|standard|capital"
    r"|author)iz(?:e|ed|es|ing|ation)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"`[^`]*`|\b[A-Z_]{2,}\b")
HISTORY = re.compile(
    r"\b(?:previously|formerly|legacy|refactored|for now|deprecated|no longer|author:|created on"
    r"|last modified"
    r"|(?:changed|added|removed|renamed|moved|introduced) (?:in|since) (?:version|v?[0-9])"
    r"|backwards? compatib\w+|workaround|work-around)\b",
    re.IGNORECASE,
)
UNFINISHED = re.compile(
    r"\b(?:TODO|FIXME|XXX|HACK|WIP|TBD)\b|\bplaceholder|\bcoming soon|\bnot (?:yet )?implemented"
    r"|\bstub\b",
    re.IGNORECASE,
)


def said(source: Source, pattern: re.Pattern[str]) -> list[tuple[int, str]]:
    """Places in comments and docstrings that match, names in backquotes left out."""
    return [
        (line, found.group())
        for line, text in source.prose
        if (found := pattern.search(QUOTED.sub("", text)))
    ]


@each(everything())
def test_the_prose_is_british(source: Source) -> None:
    assert not said(source, AMERICAN)


@each(package())
def test_the_names_are_british(source: Source) -> None:
    assert not [(line, name) for line, name in source.defined if AMERICAN.search(name)]


@each(everything())
def test_comments_tell_no_history(source: Source) -> None:
    assert not said(source, HISTORY)


@each(everything())
def test_nothing_is_marked_unfinished(source: Source) -> None:
    marked = [(line, text) for line, text in source.prose if UNFINISHED.search(text)]
    names = [node for node in ast.walk(source.tree) if isinstance(node, ast.Name)]
    raised = [node.lineno for node in names if node.id == "NotImplementedError"]
    assert not marked
    assert not raised


# The tree


def test_every_folder_of_the_package_is_a_package() -> None:
    folders = {source.path.parent for source in package()}
    assert not [f for f in sorted(folders) if not (f / "__init__.py").is_file()]


def test_every_part_has_tests() -> None:
    parts = {
        source.path.parent.name
        for source in package()
        if source.path.parent.parent.name == "orgdesign"
    }
    tested = {path.name for path in (ROOT / "tests").iterdir() if any(path.glob("test_*.py"))}
    assert not parts - tested
