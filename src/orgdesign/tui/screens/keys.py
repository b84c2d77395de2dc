"""Every key on an option: shares, who gains and loses, overrun, stability and leaving."""

from __future__ import annotations

from orgdesign.tui.screens.tabled import OneOption


class KeysScreen(OneOption):
    """The tables about sharing one after the other."""

    ID = "keys"
