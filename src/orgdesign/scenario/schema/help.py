"""The help of every key: the docstring below it, read from the source when it is asked for.

Reading it when a table is made would let every start of the program pay for it.
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache

from orgdesign.records.record import Record, fields


@cache
def field_help(table: type[Record]) -> Mapping[str, str]:
    """Return the help of a table's fields, inherited ones too, by the name of the field."""
    found: dict[str, str] = {}
    for kind in reversed(table.__mro__):
        if issubclass(kind, Record) and kind is not Record:
            found.update(_docstrings(kind))
    return {name: found[name] for name in fields(table)}


def _docstrings(table: type[Record]) -> Iterator[tuple[str, str]]:
    """Yield the name of each field that a class gives itself, with the docstring below it."""
    source = textwrap.dedent(inspect.getsource(table))
    body = ast.parse(source).body[0]
    assert isinstance(body, ast.ClassDef)
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant):
                yield field.target.id, " ".join(str(text.value).split())
