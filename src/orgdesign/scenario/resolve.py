"""From layers to one set of tables: removals, merging, bundled facts, and what was tried on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from orgdesign.scenario.bundled import bundled_layers, defaults
from orgdesign.scenario.layers import FileLayer, Layer, Origins
from orgdesign.scenario.merge import Tables, merged
from orgdesign.scenario.overlay import Overlay, Override
from orgdesign.scenario.overrides import REMOVED, Edit, UnknownPathError, edits, nearest_path
from orgdesign.scenario.paths import Parts, PathError, join_path, split_path, take_out
from orgdesign.scenario.problems import Place, Problem


class Resolution:
    """The tables of a person's files with what was tried on top, and bundled facts beneath.

    `files` go from the first one extended to the file itself. `problems` are the paths that
    were to be removed or changed and are not there.
    """

    def __init__(self, files: Sequence[FileLayer]) -> None:
        self.problems: list[Problem] = []
        self._files = files
        self._overlay = Overlay()
        self._own: Tables = {}
        self._taken_out: dict[Parts, None] = {}
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
            self._taken_out[parts] = None
            if not take_out(self._own, parts):
                yield parts, place
        extends = isinstance(layer.tables.get("extends"), str)
        dealt_with = {"extends": extends, "remove": bool(removals)}
        kept = {key: layer.tables[key] for key in layer.tables if not dealt_with.get(key)}
        self._own = merged(self._own, kept)

    def _lay_bundled(self) -> None:
        """Lay what the person's tables rest on beneath them, without what the person took out."""
        self._bundled = bundled_layers(self._own)
        bundled: Tables = reduce(merged, (layer.tables for layer in self._bundled), {})
        self._bundled_out = [parts for parts in self._taken_out if take_out(bundled, parts)]
        self._tables = merged(bundled, self._own)

    def _unknown(self, code: str, place: Place, parts: Parts) -> None:
        nearest = nearest_path(parts, self._tables)
        details = {"given": place.text.strip("\"'"), "suggestion": nearest}
        self.problems.append(Problem.at(place, code, join_path(parts), **details))

    def try_on(self, override: Override) -> None:
        """Lay an override over everything, or note that its path is not there."""
        try:
            changes = edits(override.parts, override.value, self._tables)
        except UnknownPathError:
            self._unknown("override_unknown", override.place_of_path(), override.parts)
            return
        for change in changes:
            self._make(change)
        self._overlay.overrides.append(override)
        if bundled_layers(self._own) != self._bundled:
            self._lay_bundled()

    def _make(self, change: Edit) -> None:
        change.apply(self._tables)
        change.apply(self._own)
        if change.value is REMOVED:
            self._taken_out[change.parts] = None
            self._lay_bundled()

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
