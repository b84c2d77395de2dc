"""What sort of number the schema accepts at a path."""

from __future__ import annotations

from orgdesign.quantities import YEAR, Kind, Quantity, Setting
from orgdesign.scenario import shape
from orgdesign.scenario.paths import Parts

_NUMBERS = ("value", "low", "high")


def kind_at(parts: Parts) -> Kind | None:
    """Return the kind of the number at a path, None where the schema has no number there.

    A number of a quantity's table is of the quantity's kind.
    """
    shapes = shape.at(parts[:-1])
    if parts[-1] not in _NUMBERS or Quantity not in shapes:
        shapes = shape.below(shapes, parts[-1])
    return next((found for found in shapes if isinstance(found, Kind)), None)


def takes_number(parts: Parts) -> bool:
    """Return whether a number belongs at a path."""
    shapes = shape.at(parts)
    return any(isinstance(found, Kind | Setting) for found in shapes)


def takes_year(parts: Parts) -> bool:
    """Return whether a calendar year belongs at a path."""
    kind = kind_at(parts) if parts else None
    return YEAR in shape.at(parts) or (kind is not None and kind.unit == "year")
