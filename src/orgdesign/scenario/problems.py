"""What is wrong in a file: where, in which words, and how it is shown with a caret under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from orgdesign.words import Language, say
from orgdesign.words.visible import visible

MOST = 200
"""Problems that are told at once; who has more starts with these."""
_WIDEST = 100
"""Letters of a quoted line, a path or a detail that are shown at most."""
_BEFORE = 40
"""Letters before the caret that a cut line keeps."""


class Place(NamedTuple):
    """A stretch of one line of a file; line and column count letters from 1, line 0 is the file."""

    file: str
    line: int
    column: int
    width: int
    quoted: str

    @property
    def text(self) -> str:
        """What stands there, as typed."""
        return self.quoted[self.column - 1 : self.column - 1 + self.width]


Locate = Callable[[str, bool], Place]
"""Gives the place of the value at a path, or of its key where the second argument is true.

A path that nobody gave has the place of the nearest table around it; an empty path, the file's.
"""


Told = tuple[str, Mapping[str, object]]
"""The code of a problem and its details."""


class Word(NamedTuple):
    """A detail that is itself an entry of the catalogue, said in the reader's language."""

    entry: str


class Problem(NamedTuple):
    """One fault, free of language: its code is an entry of the catalogue of problems."""

    code: str
    details: Mapping[str, object]
    file: str
    line: int
    column: int
    width: int
    quoted: str
    path: str

    @property
    def text(self) -> str:
        """What stands there, as typed."""
        return self.quoted[self.column - 1 : self.column - 1 + self.width]

    @classmethod
    def at(cls, place: Place, code: str, path: str = "", /, **details: object) -> Problem:
        """Return a problem at a place of a file."""
        return cls(
            code, details, place.file, place.line, place.column, place.width, place.quoted, path
        )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems file by file in the order of the lines; said twice, once.

    Where there are very many, the last one says so.
    """
    files: dict[str, None] = {}
    unique: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        files.setdefault(problem.file)
        place = (problem.file, problem.line, problem.column)
        unique.setdefault((*place, problem.code, problem.path), problem)
    order = {file: position for position, file in enumerate(files)}
    found = sorted(unique.values(), key=lambda p: (order[p.file], p.line, p.column))
    if len(found) > MOST:
        more = found[MOST]._replace(code="too_many", details={"most": MOST}, path="", width=1)
        found = [*found[:MOST], more]
    return tuple(found)


def message(problem: Problem, language: Language) -> str:
    """Return what is wrong and how to mend it, in words."""
    details: dict[str, Any] = {
        name: _spoken(detail, language) for name, detail in problem.details.items()
    }
    sentence = say(f"problems.{problem.code}", language, path=_short(problem.path), **details)
    if details.get("suggestion"):
        sentence += " " + say("problems.did_you_mean", language, suggestion=details["suggestion"])
    if details.get("removed"):
        entry = "taken_out" if details.get("remover") else "taken_out_here"
        sentence += " " + say(f"problems.{entry}", language, **details)
    return sentence


def _spoken(detail: object, language: Language) -> str:
    if isinstance(detail, Word):
        return say(f"problems.{detail.entry}", language)
    if isinstance(detail, tuple):
        return ", ".join(_spoken(part, language) for part in detail)
    if isinstance(detail, float):
        return plain(detail)
    return _short("" if detail is None else str(detail))


def _short(text: str) -> str:
    return visible(text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…")


def plain(number: float) -> str:
    """Return a number as it is typed in a file, without needless decimals."""
    if isinstance(number, int) and abs(number) >= 1e15:
        return f"{str(number)[:12]}…"
    whole = abs(number) < 1e15 and number == int(number)
    return str(int(number)) if whole else f"{number:.12g}"


def render(problem: Problem, language: Language) -> str:
    """Return a problem as lines: place and path, the quoted line, a caret, and the message."""
    file, path = visible(problem.file), _short(problem.path)
    said = message(problem, language)
    if problem.line < 1:
        return f"{file}\n      | {said}"
    head = f"{file}:{problem.line}:{problem.column}"
    quoted, before, width = _window(problem)
    return "\n".join(
        (
            f"{head}: {path}" if path else head,
            f"{problem.line:>5} | {quoted}".rstrip(),
            f"      | {' ' * before}{'^' * width}",
            f"      | {said}",
        )
    )


def _window(problem: Problem) -> tuple[str, int, int]:
    """Return the part of the line around the caret, and where and how wide the caret is."""
    start = problem.column - 1
    end = min(start + problem.width, len(problem.quoted))
    first, last = 0, len(problem.quoted)
    if last > _WIDEST:
        first = max(0, min(start - _BEFORE, last - _WIDEST))
        last = min(last, first + _WIDEST)
    before = ("…" if first else "") + visible(problem.quoted[first:start])
    marked = visible(problem.quoted[start : min(end, last)])
    after = visible(problem.quoted[max(start, min(end, last)) : last])
    cut = "…" if last < len(problem.quoted) else ""
    return before + marked + after + cut, len(before), max(1, len(marked))


def render_all(problems: Iterable[Problem], language: Language) -> str:
    """Return all problems one under the other, and how many there are."""
    told = list(problems)
    number = sum(problem.code != "too_many" for problem in told)
    entry = "problems.one_problem" if number == 1 else "problems.number_of_problems"
    shown = [render(problem, language) for problem in told]
    return "\n".join((*shown, say(entry, language, number=number))) + "\n"
