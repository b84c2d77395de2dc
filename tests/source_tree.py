"""The Python files of the project as text and as syntax trees, read once."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "orgdesign"

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
DocumentedNode = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One file: its name from the root of the project, its text and its tree."""

    path: Path

    @cached_property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def functions(self) -> tuple[FunctionNode, ...]:
        return tuple(node for node in ast.walk(self.tree) if isinstance(node, FunctionNode))

    @cached_property
    def imports(self) -> frozenset[str]:
        """Names of all modules that are imported, wherever in the file."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found.update(name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
        return frozenset(found)

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """Comments and docstrings, each with its first line."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        comments = [(t.start[0], t.string) for t in tokens if t.type == tokenize.COMMENT]
        strings = [
            (node.lineno, node.value.value)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ]
        return tuple(sorted(comments + strings))

    @cached_property
    def defined(self) -> tuple[tuple[int, str], ...]:
        """Names that the file itself gives: classes, functions, arguments and variables."""
        return tuple(_defined(self.tree))


def _defined(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | FunctionNode):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def length(function: FunctionNode) -> int:
    """Lines of a function, its decorators and its docstring not counted."""
    docstring = ast.get_docstring(function, clean=False)
    own = 0
    if docstring is not None:
        first = function.body[0]
        own = (first.end_lineno or first.lineno) - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - own


def public(node: ast.AST, prefix: str = "") -> Iterator[tuple[str, DocumentedNode]]:
    """Public classes, functions and methods of a module, by qualified name."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | FunctionNode) and not child.name.startswith("_"):
            name = f"{prefix}{child.name}"
            yield name, child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{name}.")


def _sources(*folders: str) -> tuple[Source, ...]:
    return tuple(
        Source(path) for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))
    )


@cache
def package() -> tuple[Source, ...]:
    """The files of the package."""
    return _sources("src/orgdesign")


@cache
def everything() -> tuple[Source, ...]:
    """All Python files of the project."""
    return _sources("src/orgdesign", "tests", "docs", "benchmarks")


@cache
def part(*names: str) -> tuple[Source, ...]:
    """The files of some parts of the package, such as `model`."""
    return tuple(
        source for source in package() if source.path.relative_to(PACKAGE).parts[0] in names
    )
