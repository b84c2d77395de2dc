"""The lines of the bill: who bears them, what kind they are and which index they follow."""

from __future__ import annotations

from typing import Literal, NamedTuple

Borne = Literal["own", "running", "one_off"]
LineKind = Literal["structural", "temporary", "one_off", "grant", "programme"]
Index = Literal["wage", "price", "none"]


class Line(NamedTuple):
    """One row of the bill."""

    id: str
    borne: Borne
    kind: LineKind
    follows: Index
    """The index that its amounts follow."""

    @property
    def pool(self) -> Literal["running", "one_off"]:
        """The pool whose key shares an amount that names this line and no municipality."""
        return "one_off" if self.borne == "one_off" or self.kind == "one_off" else "running"


_ROWS: tuple[tuple[str, Borne, LineKind, Index], ...] = (
    ("own_staff", "own", "structural", "wage"),
    ("own_overhead", "own", "structural", "price"),
    ("own_systems", "own", "structural", "price"),
    ("client_role", "own", "structural", "wage"),
    ("stranded_overhead", "own", "temporary", "price"),
    ("parallel_systems", "own", "temporary", "price"),
    ("formation", "running", "structural", "wage"),
    ("overhead", "running", "structural", "price"),
    ("systems", "running", "structural", "price"),
    ("governance", "running", "structural", "price"),
    ("vat", "own", "structural", "price"),
    ("surplus", "one_off", "temporary", "wage"),
    ("process", "one_off", "one_off", "none"),
    ("startup", "one_off", "one_off", "none"),
    ("social_plan", "one_off", "one_off", "none"),
    ("vat_one_off", "own", "one_off", "price"),
    ("friction", "own", "one_off", "none"),
    ("disintegration", "own", "one_off", "none"),
    ("grant", "own", "grant", "none"),
    ("programme", "own", "programme", "price"),
)

LINES: dict[str, Line] = {row[0]: Line(*row) for row in _ROWS}
"""Every line of the bill, in the order of the bill."""

RUNNING = tuple(line.id for line in LINES.values() if line.borne == "running")
ONE_OFF = tuple(line.id for line in LINES.values() if line.borne == "one_off")
OWN = tuple(line.id for line in LINES.values() if line.borne == "own")
TOTAL = tuple(line.id for line in LINES.values() if line.kind not in ("grant", "programme"))
"""Lines of the total cost: all but the grant and programme lines."""
HEADS = TOTAL
"""Lines that an option must state where its form says nothing else."""
