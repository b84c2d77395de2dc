"""The files that a scenario extends, from the first one to the file itself."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

from orgdesign.cached import cached_property
from orgdesign.scenario.layers.layer import FileLayer, LayerKind
from orgdesign.scenario.layers.resolve import Resolution
from orgdesign.scenario.paths import Parts
from orgdesign.scenario.problems import Problem
from orgdesign.scenario.read import Parsed, read

DEEPEST = 16
"""How many files may extend one another."""


class RefusedError(ValueError):
    """A file cannot be extended; its text is the code of the problem that says why."""


class Chain:
    """The files of a scenario as layers, the first one extended first, and their faults.

    `doubtful` are the paths of statements that could not be read.
    """

    def __init__(self) -> None:
        self.layers: list[FileLayer] = []
        self.files: list[Path] = []
        self.problems: list[Problem] = []
        self.doubtful: list[Parts] = []

    @cached_property
    def resolved(self) -> Resolution:
        """The tables of the files as one set, with nothing tried on top."""
        return Resolution(self.layers)

    def add(self, path: Path, parsed: Parsed) -> None:
        """Add a file beneath those that led to it."""
        kind: LayerKind = "base" if self.layers else "file"
        layer = FileLayer(kind, parsed.file, parsed.tables, lambda: parsed.positions)
        self.layers.insert(0, layer)
        self.files.append(path)
        self.problems.extend(parsed.problems)
        self.doubtful.extend(parsed.doubtful)


def follow(path: Path, parsed: Parsed, folder: Path) -> Chain:
    """Return a file that was read with all that it extends."""
    chain = Chain()
    chain.add(path, parsed)
    while isinstance(given := parsed.tables.get("extends"), str):
        try:
            path = extended_file(given, folder, chain.files)
        except RefusedError as refused:
            place = parsed.positions.nearest(("extends",))
            missing = str(refused) == "extends_missing"
            like = _nearest(path, given) if missing else None
            told = Problem.at(place, str(refused), "extends", given=given, suggestion=like)
            chain.problems.append(told)
            chain.doubtful.append(())
            break
        parsed = read(path, str(path))
        chain.add(path, parsed)
    return chain


def _nearest(extending: Path, given: str) -> str | None:
    """Return the scenario file that is most like one that is not there, in the same folder."""
    from orgdesign.scenario.suggestions import suggest

    named = PurePosixPath(given)
    if ".." in named.parts:
        return None
    try:
        stems = sorted(file.stem for file in (extending.parent / named.parent).glob("*.toml"))
    except (OSError, ValueError):
        return None
    stem = named.stem if named.stem in stems else suggest(named.stem, stems)
    return str(named.with_name(f"{stem}.toml")) if stem else None


def extended_file(given: str, folder: Path, above: list[Path]) -> Path:
    """Return the file that `extends` names in the last of the files above; raises RefusedError.

    It must lie inside the folder of that file or below the scenario folder.
    """
    extending = above[-1]
    if PurePosixPath(given).is_absolute() or PureWindowsPath(given).anchor:
        code = "extends_absolute"
        raise RefusedError(code)
    base = extending.parent / given
    try:
        real, there, regular = base.resolve(), base.exists(), base.is_file()
    except (OSError, ValueError, RuntimeError):
        code = "extends_missing"
        raise RefusedError(code) from None
    seen = [file.resolve() for file in above]
    inside = any(real.is_relative_to(around.resolve()) for around in (extending.parent, folder))
    refusals = {
        "extends_itself": real == seen[-1],
        "extends_cycle": real in seen,
        "extends_outside": not inside,
        "extends_missing": not there,
        "extends_no_file": not regular,
        "extends_too_deep": len(above) > DEEPEST,
    }
    if code := next((code for code, refused in refusals.items() if refused), ""):
        raise RefusedError(code)
    return base
