"""From layers to one set of tables: removals, merging, bundled facts, and what was tried on top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import reduce
from typing import Any

from orgdesign.scenario.layers.bundled import bundled_layers, defaults
from orgdesign.scenario.layers.layer import FileLayer, Layer, Origins
from orgdesign.scenario.layers.merge import Tables, merged
from orgdesign.scenario.layers.overlay import Overlay, Override
from orgdesign.scenario.layers.overrides import Edit, UnknownPathError, edits, nearest_path
from orgdesign.scenario.layers.taken_out import Removal
from orgdesign.scenario.paths import Parts, PathError, join_path, split_path, without
from orgdesign.scenario.problems import Place, Problem
from orgdesign.scenario.removed import REMOVED

_RESTING = ("forms", "options", "staff")
"""Tables that say which bundled facts a scenario rests on."""


class Resolution:
    """The tables of a person's files with what was tried on top, and bundled facts beneath.

    `files` go from the first one extended to the file itself. `problems` are the paths that
    were to be removed or changed and are not there. No table is ever changed in place.
    """

    def __init__(self, files: Sequence[FileLayer]) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._overlay = Overlay()
        self._own: Tables = {}
        self._taken_out: dict[Parts, Removal] = {}
        self._bundled: list[FileLayer] = []
        self._bundled_out: list[Parts] = []
        self._tables: Tables = {}
        not_own = [removal for layer in files for removal in self._lay(layer)]
        self._lay_bundled()
        for parts, place in not_own:
            if parts not in self._bundled_out:
                self._unknown("remove_unknown", place, parts)

    def _lay(self, layer: FileLayer) -> Iterator[tuple[Parts, Place]]:
        """Lay a file over those before it; yield what it removes that none of them gave."""
        removals = _removals(layer.tables)
        for index, path in enumerate(removals):
            place = layer.positions().nearest(("remove", index))
            try:
                parts = split_path(path)
            except PathError:
                self._unknown("remove_unknown", place, ())
                continue
            self._taken_out[parts] = Removal(self._own, place)
            lacking = without(self._own, parts)
            if lacking is self._own:
                yield parts, place
            self._own = dict(lacking)
        extends = isinstance(layer.tables.get("extends"), str)
        dealt_with = {"extends": extends, "remove": bool(removals)}
        kept = {key: layer.tables[key] for key in layer.tables if not dealt_with.get(key)}
        self._own = merged(self._own, kept)

    def _lay_bundled(self) -> None:
        """Lay what the person's tables rest on beneath them, without what the person took out."""
        self._bundled = bundled_layers(self._own)
        bundled: Tables = reduce(merged, (layer.tables for layer in self._bundled), {})
        self._bundled_out = []
        for parts in self._taken_out:
            lacking = without(bundled, parts)
            if lacking is not bundled:
                self._bundled_out.append(parts)
                bundled = dict(lacking)
        self._tables = merged(bundled, self._own)

    def _unknown(self, code: str, place: Place, parts: Parts) -> None:
        nearest = nearest_path(parts, self._tables)
        details = {"given": place.text.strip("\"'"), "suggestion": nearest}
        self.problems.append(Problem.at(place, code, join_path(parts), **details))

    def trying(self, overrides: Iterable[Override]) -> Resolution:
        """Return the same files with overrides laid over everything.

        The problems tell of those whose path is not there.
        """
        fresh = copy(self)
        fresh.problems, fresh._overlay = list(self.problems), Overlay()
        fresh._taken_out = dict(self._taken_out)
        for override in overrides:
            fresh._try_on(override)
        return fresh

    def _try_on(self, override: Override) -> None:
        try:
            changes = edits(override.parts, override.value, self._tables)
        except UnknownPathError:
            self._unknown("override_unknown", override.place_of_path(), override.parts)
            return
        for change in changes:
            self._make(change)
        self._overlay.overrides.append(override)
        if override.parts[0] in _RESTING:
            self._lay_bundled()

    def _make(self, change: Edit) -> None:
        before = self._own
        self._tables, self._own = change.made_in(self._tables), change.made_in(self._own)
        if change.value is REMOVED:
            self._taken_out[change.parts] = Removal(before)
            self._lay_bundled()

    @property
    def taken_out(self) -> Mapping[Parts, Removal]:
        """The paths that were taken out, in the files and in what is tried."""
        return self._taken_out

    @property
    def own(self) -> Tables:
        """The person's tables as one set; `remove` names what is taken out of bundled facts."""
        removals = sorted(join_path(parts) for parts in self._bundled_out)
        return {**self._own, "remove": removals} if removals else self._own

    def origins(self) -> Origins:
        """Return where each path was given, with the tables complete: defaults included."""
        silent = defaults(self._tables)
        tables = merged(silent.tables, self._tables)
        layers: tuple[Layer, ...] = (silent, *self._bundled, *self._files, self._overlay)
        return Origins(layers, tables, self._files[-1])


def _removals(tables: Mapping[str, Any]) -> list[str]:
    """Return the paths that a file takes out; a `remove` that is no list of texts is not read."""
    removals = tables.get("remove")
    well_formed = isinstance(removals, list) and all(isinstance(path, str) for path in removals)
    return list(removals) if well_formed and removals else []
