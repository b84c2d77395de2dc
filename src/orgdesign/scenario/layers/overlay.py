"""What was tried on top of the files, as a layer: each override with its text and its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from orgdesign.cached import cached_property
from orgdesign.scenario.inline import inline
from orgdesign.scenario.layers.layer import LayerKind
from orgdesign.scenario.layers.overrides import split_override
from orgdesign.scenario.paths import Parts, PathError, split_path
from orgdesign.scenario.problems import Place, Problem
from orgdesign.scenario.read import parse
from orgdesign.scenario.removed import REMOVED
from orgdesign.scenario.shape import takes_quantity, takes_text
from orgdesign.scenario.text.positions import Positions, positions

_WORD = re.compile(r"[A-Za-z][A-Za-z_]*(?:[-0-9][A-Za-z0-9_-]*)?")
_MARKS = ('"', "'", "[", "{")
"""How texts, lists and tables of a file begin."""
FILE = "--set"
"""Where an override is said to stand: as on the command line."""
_OUT = "remove"
"""The path that takes others out, as in a file."""
_OF_READING = ("extends", "format")
"""What says how files are read, before anything can be tried on them."""


class Override:
    """A value for a path, as typed and as understood; REMOVED takes the path out."""

    def __init__(self, number: int, path: str, value: object, typed: str) -> None:
        self.number = number
        self.path = path
        self.value = value
        self.typed = typed

    @property
    def text(self) -> str:
        """What gives the same override again on one line, behind `--set` or in a list of them."""
        if self.value is REMOVED:
            return taking_out(self.path)
        return f"{self.path}={inline(self.value)}"

    @cached_property
    def parts(self) -> Parts:
        """The steps of the path; raises PathError where it is no path."""
        return split_path(self.path)

    @cached_property
    def _positions(self) -> Positions:
        return positions(f"v={self.typed}", FILE)

    def place(self, inner: Parts = ()) -> Place:
        """Return the place of the value, or of what stands in it at a path."""
        if self.value is REMOVED:
            written = inline(self.path)
            column = self.text.index(written) + 1
            return Place(FILE, self.number, column, len(written), self.text)
        quoted = f"{self.path}={self.typed}"
        start = len(self.path) + 1
        found = self._positions.place(("v", *inner))
        if found is None or found.line > 1:
            return Place(FILE, self.number, start + 1, max(1, len(quoted) - start), quoted)
        return Place(FILE, self.number, start + found.column - 2, found.width, quoted)

    def place_of_path(self) -> Place:
        """Return the place of the path."""
        if self.value is REMOVED:
            return self.place()
        return self.place()._replace(column=1, width=len(self.path))

    def gives(self, parts: Parts) -> bool:
        """Return whether the override sets what stands at a path.

        A bare number sets the value of a quantity and leaves its other words.
        """
        own = self.parts[:-1] if self.parts[-1] == "value" else self.parts
        bare = own != self.parts or isinstance(self.value, int | float)
        within = parts[len(own) :] in ((), ("value",)) if bare else True
        return parts[: len(own)] == own and within


class Overlay:
    """The overrides of a scenario in the order in which they were made."""

    kind: LayerKind = "override"

    def __init__(self) -> None:
        self.overrides: list[Override] = []

    def sets(self, parts: Parts) -> bool:
        """Return whether an override sets what stands at a path."""
        return self._last(parts) is not None

    def place(self, parts: Parts, key: bool = False) -> Place | None:
        """Return the place of the last override that sets a path; None where none does."""
        override = self._last(parts)
        return override.place(parts[len(override.parts) :]) if override else None

    def _last(self, parts: Parts) -> Override | None:
        return next((x for x in reversed(self.overrides) if x.gives(parts)), None)


def read_overrides(
    given: Sequence[str | tuple[str, object]],
) -> tuple[list[Override], list[Problem]]:
    """Return overrides as understood, and what is wrong with those that cannot be read.

    Each is `PATH=VALUE`, with the value as in a file, or a path and a value. As in a file
    `remove=["PATH"]` takes paths out.
    """
    found: list[Override] = []
    problems: list[Problem] = []
    for number, one in enumerate(given, 1):
        outcome = _typed(number, one) if isinstance(one, str) else _tried(number, *one)
        apart = list(_taken_apart(outcome)) if isinstance(outcome, Override) else outcome
        found += [each for each in apart if isinstance(each, Override)]
        problems += [each for each in apart if isinstance(each, Problem)]
    return found, problems


def _taken_apart(override: Override) -> Iterator[Override | Problem]:
    """Yield an override, or what it takes out path by path."""
    paths = override.value
    if override.path != _OUT or not isinstance(paths, list) or not _all_texts(paths):
        yield override
        return
    for path in paths:
        outcome = _tried(override.number, path, REMOVED)
        yield from (outcome,) if isinstance(outcome, Override) else outcome


def taking_out(path: str) -> str:
    """Return what is typed as an override to take a path out."""
    return f"{_OUT}={inline([path])}"


def _all_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _typed(number: int, text: str) -> Override | list[Problem]:
    try:
        path, typed = split_override(text)
        parts = split_path(path)
    except PathError:
        return [_refused(number, text, "override_malformed")]
    if path in _OF_READING:
        return [_refused(number, text, "override_of_reading")]
    if _is_text(typed, parts):
        # A shell eats the quotes of a text.
        typed = inline(typed)
    read = parse(f"v={typed}", FILE)
    override = Override(number, path, read.tables.get("v"), typed)
    if read.problems:
        return [_moved(problem, override) for problem in read.problems]
    if read.tables.keys() != {"v"}:
        return [Problem.at(override.place(), "override_malformed", path, given=text)]
    return override


def _is_text(typed: str, parts: Parts) -> bool:
    """Return whether a value without quotes can be meant for nothing but a text."""
    if takes_text(parts) and not typed.startswith(_MARKS):
        return True
    word = _WORD.fullmatch(typed) and typed not in ("true", "false")
    return bool(word) and not takes_quantity(parts)


def _refused(number: int, text: str, code: str) -> Problem:
    """Return a problem of an override as a whole."""
    return Problem.at(Place(FILE, number, 1, max(1, len(text)), text), code, given=text)


def _tried(number: int, path: str, value: object) -> Override | list[Problem]:
    override = Override(number, path, value, inline(value))
    try:
        split_path(path)
    except PathError:
        return [Problem.at(override.place(), "override_malformed", given=path)]
    if path in _OF_READING:
        return [_refused(number, override.text, "override_of_reading")]
    return override


def _moved(problem: Problem, override: Override) -> Problem:
    """Return a problem of the value alone as one of the override as a whole."""
    quoted = f"{override.path}={override.typed}"
    column = problem.column + len(override.path) - 1 if problem.line == 1 else 1
    return problem._replace(line=override.number, column=column, quoted=quoted, path=override.path)
