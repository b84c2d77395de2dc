"""What is tried on a file, with the way back and forward from it."""

from __future__ import annotations

from dataclasses import dataclass

from orgdesign.tui.journal import Layer


@dataclass(frozen=True)
class Trail:
    """A layer of overrides between those before it, oldest first, and those taken back."""

    layer: Layer = ()
    past: tuple[Layer, ...] = ()
    future: tuple[Layer, ...] = ()

    def to(self, layer: Layer) -> Trail:
        """Return the trail after a change; what was taken back is gone."""
        return Trail(layer, (*self.past, self.layer))

    def back(self) -> Trail | None:
        """Return the trail without the last change; None where there is none."""
        if not self.past:
            return None
        return Trail(self.past[-1], self.past[:-1], (*self.future, self.layer))

    def forth(self) -> Trail | None:
        """Return the trail with the change again that was taken back last; None without one."""
        if not self.future:
            return None
        return Trail(self.future[-1], (*self.past, self.layer), self.future[:-1])
