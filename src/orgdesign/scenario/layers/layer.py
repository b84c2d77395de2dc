"""The layers that a scenario is laid up from, and which of them set a path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from orgdesign.scenario.layers.merge import Tables
from orgdesign.scenario.paths import Parts, find, holds, split_path, walk
from orgdesign.scenario.plain import is_number
from orgdesign.scenario.problems import Place
from orgdesign.scenario.scenario import Origin
from orgdesign.scenario.text.positions import Positions

LayerKind = Literal["default", "library", "base", "file", "override"]


class Layer(Protocol):
    """Something that sets paths of a scenario."""

    @property
    def kind(self) -> LayerKind:
        """What sort of layer it is."""

    def sets(self, parts: Parts) -> bool:
        """Return whether the layer gives what stands at a path."""

    def place(self, parts: Parts, key: bool = False) -> Place | None:
        """Return where the layer gives a path, or its key; None where it does not."""


class FileLayer(NamedTuple):
    """Tables of one file, of a person or bundled.

    Positions are made when a place is first shown: most bundled facts never are.
    """

    kind: LayerKind
    file: str
    tables: Tables
    positions: Callable[[], Positions]

    def sets(self, parts: Parts) -> bool:
        """Return whether the file holds a path."""
        return holds(self.tables, self._written(parts))

    def place(self, parts: Parts, key: bool = False) -> Place | None:
        """Return where the file gives a path, or its key; None where it does not."""
        return self.positions().place(self._written(parts), key)

    def _written(self, parts: Parts) -> Parts:
        """Return where the file writes a path: the value of a bare number is the number itself."""
        above = parts[:-1]
        bare = parts[-1:] == ("value",) and holds(self.tables, above)
        return above if bare and is_number(find(self.tables, above)) else parts


class Origins(Mapping[str, Origin]):
    """Where each path of the resolved tables was given; the upper layer that sets it counts.

    `main` is the file that a reader is shown for the scenario as a whole.
    """

    def __init__(self, layers: Sequence[Layer], tables: Mapping[str, Any], main: FileLayer) -> None:
        self.layers = layers
        self.tables = tables
        self.main = main

    def __getitem__(self, path: str) -> Origin:
        """Return where a path was given; raises KeyError where the tables do not hold it."""
        parts = split_path(path)
        layer = self._layer(parts)
        if layer is None:
            raise KeyError(path)
        place = layer.place(parts) or self._around(parts)
        return Origin(place.file, place.line, place.column, layer.kind)

    def __iter__(self) -> Iterator[str]:
        """Iterate over every path, tables before what they hold."""
        return (path for path, _ in walk(self.tables))

    def __len__(self) -> int:
        """Return the number of paths."""
        return sum(1 for _ in self)

    def __reduce__(self) -> tuple[type[dict[str, Origin]], tuple[dict[str, Origin]]]:
        """Return what another process gets: the origins themselves, without the files' texts."""
        return dict, (dict(self),)

    def place(self, path: str, key: bool = False) -> Place:
        """Return where to point a reader for a path, or for its key.

        A path that nobody gave is shown at the nearest table around it.
        """
        return self._around(split_path(path) if path else (), key)

    def _around(self, parts: Parts, key: bool = False) -> Place:
        for length in range(len(parts), 0, -1):
            layer = self._layer(parts[:length])
            if layer is not None and (place := layer.place(parts[:length], key)):
                return place
        return self.main.positions().start

    def beneath(self, path: str) -> Origin | None:
        """Return where a path was given apart from what was tried on top; None if it was not."""
        files = [layer for layer in self.layers if layer.kind != "override"]
        return Origins(files, self.tables, self.main).get(path)

    def _layer(self, parts: Parts) -> Layer | None:
        if not holds(self.tables, parts):
            return None
        return next((layer for layer in reversed(self.layers) if layer.sets(parts)), None)
