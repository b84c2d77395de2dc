"""What is taken out of a file, as a value."""

from __future__ import annotations


class Removed:
    """The value that takes a path out."""

    def __repr__(self) -> str:
        """Return how it shows in a list of overrides."""
        return "REMOVED"


REMOVED = Removed()
"""Given as the value of a path, takes the path out of the scenario."""
