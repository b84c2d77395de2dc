"""The players of a game as groups name them: one bit each, and what cannot be a name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import partial

from orgdesign.scenario.games.sheet import Faults
from orgdesign.scenario.problems import Place
from orgdesign.scenario.suggestions import suggest

LONGEST = 60
"""Letters that the name of a player in a group may have."""
JOINED_BY = "+"
_SIGNS = frozenset(" _-.'’/&()")
_ENOUGH = 64
"""Players that are told apart, so that the number of too many can be said."""

NOBODY = 0
"""The bit of a member that is at fault: the group it is named in is no group."""


class Players:
    """The players met so far, each with the bit that it has in a group.

    A member that is at fault is told where it is first met.
    """

    def __init__(self, faults: Faults) -> None:
        self.ids: list[str] = []
        self.bits: dict[str, int] = {}
        self._alike: dict[str, str] = {}
        self._faults = faults
        self._closed = False

    def declare(self, ids: Iterable[str], place: Callable[[str], Place]) -> None:
        """Take these players, in their order, and no others after them."""
        for id in ids:
            self.bit(id, partial(place, id))
        self._closed = True

    def bit(self, typed: str, place: Callable[[], Place]) -> int:
        """Return the bit of a member as it was typed; one not met before is looked at."""
        id = cleaned(typed)
        bit = self.bits.get(id)
        if bit is None:
            bit = self._new(id, place)
            self.bits[id] = bit
        self.bits[typed] = bit
        return bit

    def _new(self, id: str, place: Callable[[], Place]) -> int:
        """Return the bit of a player that was not met before, none where it cannot be one."""
        told = self._fault(id)
        if told is not None:
            code, details = told
            self._faults.add(place(), code, given=id, **details)
            return NOBODY
        if len(self.ids) >= _ENOUGH:
            return NOBODY
        self.ids.append(id)
        self._alike[_folded(id)] = id
        return 1 << (len(self.ids) - 1)

    def _fault(self, id: str) -> tuple[str, dict[str, object]] | None:
        if not id:
            return "game_empty_member", {}
        letter = next((each for each in id if not _may_stand(each)), None)
        if letter is not None:
            return "game_letter", {"letter": _shown(letter)}
        if len(id) > LONGEST:
            return "game_long_player", {"most": LONGEST}
        other = self._alike.get(_folded(id))
        if other is not None:
            return "game_alike", {"instead": other}
        if self._closed:
            known = tuple(self.ids)
            return "game_unknown_player", {"known": known, "suggestion": suggest(id, known)}
        return None


def cleaned(typed: str) -> str:
    """Return a member without spaces around it, its accents written in one way."""
    return unicodedata.normalize("NFC", typed.strip())


def _folded(id: str) -> str:
    """Return what two names have in common that a reader takes for one."""
    return unicodedata.normalize("NFKC", id).casefold()


def _may_stand(letter: str) -> bool:
    return letter in _SIGNS or unicodedata.category(letter)[0] in "LMN"


def _shown(letter: str) -> str:
    """Return a letter as readers can see it: those without a shape by their code."""
    return letter if letter.isprintable() and letter != " " else f"U+{ord(letter):04X}"
