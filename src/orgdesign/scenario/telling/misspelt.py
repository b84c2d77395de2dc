"""Words of a quantity that are typed in Dutch or misspelt: waarde for value, laag for low."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.paths import UNNAMED, Parts, join_path
from orgdesign.scenario.problems import Problem
from orgdesign.scenario.shape import takes_quantity
from orgdesign.scenario.suggestions import suggest
from orgdesign.scenario.text.positions import Positions


def word_meant(parts: Parts) -> str | None:
    """Return the word of a quantity that the key of a path was meant to be, None where none."""
    key = parts[-1] if parts else None
    if not isinstance(key, str) or key in QUANTITY_WORDS or not takes_quantity(parts[:-1]):
        return None
    return suggest(key, QUANTITY_WORDS)


def misspelt_words(doubtful: Iterable[Parts], read: Positions) -> Iterator[Problem]:
    """Yield the misspelt words of quantities whose numbers could not be read either."""
    for parts in doubtful:
        position = read.by_parts.get(parts)
        if position is not None and (word := word_meant(parts)):
            place = read.at(position.key)
            details = {"name": parts[-1], "suggestion": word}
            yield Problem.at(place, "unknown_key", join_path(parts), **details)


def beside_misspelt(parts: Parts) -> Parts:
    """Return a path, or that of a key without a name where it is a misspelt word of a quantity."""
    return (*parts[:-1], UNNAMED) if word_meant(parts) else parts
