"""One scenario file under work: what is tried on it, and the last good result."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.journal import Journal, Layer, Page
from orgdesign.tui.layers import beside, plain, with_changes
from orgdesign.tui.trail import Trail
from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.load import Loaded
    from orgdesign.scenario.problems import Problem
    from orgdesign.scenario.scenario import Scenario


@dataclass(frozen=True)
class Request:
    """What is to be computed: a file with overrides; the generation orders requests."""

    generation: int
    path: Path
    layer: Layer
    folder: Path | None = None
    """The scenario folder, where one was named: a file may extend one below it."""
    before: Answer | None = field(default=None, repr=False, compare=False)
    """The last good answer: what is not touched since need not be computed again."""


@dataclass(frozen=True)
class Answer:
    """What came out: a scenario with its result, or the problems in the way."""

    request: Request
    scenario: Scenario | None = None
    result: Result | None = None
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    """Every file that was read."""
    failure: str = ""
    """A fault of the program itself, in one line."""
    loaded: Loaded | None = field(default=None, repr=False, compare=False)
    """The files as they were read."""
    stamps: tuple[int, ...] = ()
    """When each of the files was last written."""

    @property
    def good(self) -> bool:
        """Whether there is a result."""
        return self.result is not None


def stamps_of(files: Iterable[Path]) -> tuple[int, ...]:
    """Return when each file was last written, 0 for one that is gone."""
    return tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in files)


class Session:
    """A scenario file, the layer of overrides with undo and redo, and the last good answer."""

    def __init__(self, path: Path, journal: Journal, folder: Path | None = None) -> None:
        self.path = path
        self.journal = journal
        self.folder = folder
        self.good: Answer | None = None
        self.last: Answer | None = None
        self._trail = Trail()
        self._proven: Trail | None = None
        self._typed: Layer | None = None
        self._generation = 0
        self._answered = 0
        self.objections: tuple[Problem, ...] = ()
        self.journal_fault = ""
        """Why the last change could not be kept in the journal; empty where it could."""

    @property
    def layer(self) -> Layer:
        """What is tried, with what is still being typed."""
        return self._trail.layer if self._typed is None else self._typed

    # ------------------------------------------------------------------ computing

    def request(self) -> Request:
        """Return the next request: the file and the layer as they are now."""
        self._generation += 1
        return Request(self._generation, self.path, self.layer, self.folder, self.good)

    def awaits(self, request: Request) -> bool:
        """Return whether no later request has overtaken a request."""
        return request.generation == self._generation

    def accept(self, answer: Answer) -> bool:
        """Take an answer in; False for one that a later request has overtaken.

        Where the file's rules refuse what is tried, it goes back to where they last agreed: the
        answer stays out of `last`. A file that was written since may itself be to blame: then
        nothing goes back.
        """
        if not self.awaits(answer.request):
            return False
        self._answered = self._generation
        self.objections = answer.problems if self.previewing else ()
        if self.objections and not self.stale:
            return True
        to_blame = answer.problems and not (self.stale or self.is_overtaken)
        if to_blame and self._proven and self._proven.layer != self.layer:
            self._move(self._proven)
            return True
        self.last = answer
        if answer.good:
            self.good = answer
            if not self.previewing:
                self._proven = self._trail
        return True

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._generation != self._answered

    @property
    def stale(self) -> bool:
        """Whether the last answer had problems, so that what is shown is from before."""
        return self.last is not None and not self.last.good

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of the file as it is now."""
        return self.last.problems if self.last else ()

    @property
    def files(self) -> frozenset[Path]:
        """The file and every file that it extends."""
        read = self.last.files if self.last else ()
        return frozenset({self.path, *(file.resolve() for file in read)})

    @property
    def is_overtaken(self) -> bool:
        """Whether a file says something else by now than when it was read."""
        return self.good is not None and self.good.stamps != stamps_of(self.good.files)

    @property
    def is_behind(self) -> bool:
        """Whether the last good answer is of something else than what is tried now."""
        return self.good is not None and self.good.request.layer != self.layer

    @property
    def scenario(self) -> Scenario | None:
        """The scenario of the last good answer."""
        return self.good.scenario if self.good else None

    @property
    def result(self) -> Result | None:
        """The last good result."""
        return self.good.result if self.good else None

    @property
    def language(self) -> Language | None:
        """The language of the scenario; before there is one, that which its file asks for."""
        if self.scenario is None:
            return self.last.loaded.asked if self.last and self.last.loaded else None
        return self.scenario.document.scenario.language

    # ------------------------------------------------------------------ trying

    @property
    def dirty(self) -> bool:
        """Whether anything is tried that no file holds."""
        return bool(self.layer)

    def set(self, path: str, value: str, low: str = "", high: str = "") -> None:
        """Try a value for a figure, and a range if given, written as in a scenario file.

        It is one change. A range that was tried before stays where none is given. What is still
        being typed elsewhere is dropped by this and every other change.
        """
        self.end_preview(keep=False)
        layer = dict(self.layer)
        tried = {path: value}
        tried[f"{path}.low"] = low or layer.get(f"{path}.low", "")
        tried[f"{path}.high"] = high or layer.get(f"{path}.high", "")
        given = ((figure, text) for figure, text in tried.items() if text)
        self._change((*self._without(path), *given))

    def put(self, changes: Iterable[tuple[str, str]]) -> None:
        """Try values for paths, whole tables too; an empty value takes a path out. One change."""
        self.end_preview(keep=False)
        self._change(self._with(self.layer, changes))

    def _with(self, layer: Layer, changes: Iterable[tuple[str, str]]) -> Layer:
        chain = self.good.loaded.chain if self.good and self.good.loaded else None
        return with_changes(layer, changes, chain.resolved.own if chain else {})

    @property
    def previewing(self) -> bool:
        """Whether something is tried that is still being typed."""
        return self._typed is not None

    def preview(self, changes: Iterable[tuple[str, str]]) -> None:
        """Try values while they are typed; what was typed before them is forgotten."""
        self._typed = self._with(self._trail.layer, changes)

    def end_preview(self, *, keep: bool) -> None:
        """Keep what was typed as one change, or leave everything as it was."""
        typed, self._typed = self._typed, None
        if typed is None:
            return
        self.objections = ()
        if keep and typed != self.layer:
            self._change(typed)

    def reset(self, path: str) -> bool:
        """Take back what is tried at a path and beneath it; False where nothing was."""
        self.end_preview(keep=False)
        layer = beside(self.layer, path)
        if layer == self.layer:
            return False
        self._change(layer)
        return True

    def tried(self, path: str) -> bool:
        """Return whether another value or range is tried for a figure."""
        return self._without(path) != self.layer

    def _without(self, path: str) -> Layer:
        own = (path, f"{path}.low", f"{path}.high")
        return tuple(pair for pair in self.layer if pair[0] not in own)

    def undo(self) -> bool:
        """Take the last change back; False where there is none."""
        self.end_preview(keep=False)
        return self._step(self._trail.back())

    def redo(self) -> bool:
        """Do the last change again that was taken back; False where there is none."""
        self.end_preview(keep=False)
        return self._step(self._trail.forth())

    def restore(self, page: Page) -> None:
        """Take up the overrides of a page that an earlier run left; no rule refuses them."""
        self.end_preview(keep=False)
        self._change(page.layer)
        self._proven = None
        if not self.journal_fault:
            page.drop()

    def forget(self) -> None:
        """Drop everything tried, in the journal too."""
        self.end_preview(keep=False)
        self._move(Trail())
        self._proven = None

    def save_as(self, target: Path, *, whole: bool = False) -> str:
        """Save what is tried as a file that extends this one, or as a whole new one.

        Returns what stood in the way: an entry of the catalogue `variant`, or what the system
        says; empty when saved.
        """
        from orgdesign.scenario.variant import NotSavedError, save_variant
        from orgdesign.scenario.whole import save_whole

        overrides = {path: plain(value) for path, value in self.layer}
        try:
            if whole:
                save_whole(self.path, target, overrides, self.folder)
            else:
                save_variant(self.path, target, overrides, self.folder, new=True)
        except NotSavedError as refusal:
            return f"variant.{refusal.reason}"
        except FileExistsError:
            return "variant.exists"
        except OSError as fault:
            return fault.strerror or str(fault)
        self.forget()
        return ""

    def _change(self, layer: Layer) -> None:
        self._move(self._trail.to(layer))

    def _step(self, trail: Trail | None) -> bool:
        if trail is None:
            return False
        self._move(trail)
        return True

    def _move(self, trail: Trail) -> None:
        self._trail = trail
        try:
            self.journal.write(self.path, self.layer)
        except OSError as fault:
            self.journal_fault = fault.strerror or str(fault)
        else:
            self.journal_fault = ""
