"""Every key on an option: shares, who gains and loses, overrun, stability and leaving."""

from __future__ import annotations

from orgdesign.measures import GAMES, OF_GAME, YEARLY
from orgdesign.tui.screens.measured import Measured
from orgdesign.tui.screens.tabled import OneOption


class KeysScreen(OneOption, Measured):
    """The tables about sharing one after the other."""

    ID = "keys"
    OUTCOMES = OF_GAME

    @property
    def heeded(self) -> frozenset[str]:
        """The choices that the table in sight heeds: groups weigh all years, or one of them."""
        heeded = super().heeded
        if self.name_of_table not in GAMES:
            return heeded
        of_year = self.view.measure in OF_GAME and self.view.measure in YEARLY
        return heeded | {"measure"} | ({"year"} if of_year else set())
