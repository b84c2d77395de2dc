"""Keys one after another: what is typed ahead goes where the keys before it lead."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

ROUNDS = 3
"""How often all that a key reaches is asked whether it is done: what it did may do more."""
AT_ONCE = ("ctrl+c", "ctrl+q")
"""Keys that wait for nothing but the keys before them."""
LONGEST = 1.0
"""Seconds that a key waits for the ones before it at most."""


class KeysInTurn(App[None], inherit_bindings=False):
    """An app in which a key waits until the one before it has been dealt with.

    Textual hands every key at once to what has the focus. Where a screen takes a moment to
    appear, what was typed for its field would run as commands on the screen before it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key] = deque()
        self._since: float | None = None
        """When the key under way was handed on; None where none is."""
        self._holding = False
        self._rounds = 0
        self._asked: Iterator[MessagePump] = iter(())

    def hold_keys(self, wanted: bool) -> None:
        """Let keys wait until they are let go, but for those that stop the app."""
        self._holding = wanted
        self.set_timer(LONGEST, self.let_keys_go)

    def let_keys_go(self) -> None:
        """Hand on the keys that waited, and those that come."""
        if self._holding:
            self._holding = False
            later(self, self._next)

    @property
    def has_keys(self) -> bool:
        """Whether a key that was typed is still to be dealt with; of an app that ended none is."""
        under_way = self._since is not None or (self._holding and bool(self._typed))
        return under_way and self.return_code is None

    def before_key(self) -> None:
        """Do what comes before every key."""

    async def on_event(self, event: events.Event) -> None:
        """Keep a key that was just typed until its turn."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._holding and event.key not in AT_ONCE:
            return
        self._holding = False
        if self._since is None or time.monotonic() - self._since > LONGEST:
            await self._next()

    async def _next(self) -> None:
        """Hand on the key whose turn it is, and ask then whether it was dealt with."""
        self._since = time.monotonic() if self._typed else None
        if self._typed:
            self.before_key()
            await super().on_event(self._typed.popleft())
            self._rounds = ROUNDS
            self._ask()

    def _ask(self) -> None:
        """Ask the next one of all that a key reaches; it answers when it has done what came before.

        After the last one of the last round it is the turn of the next key.
        """
        for pump in self._asked:
            if later(pump, self._ask):
                return
        if self._rounds:
            self._rounds -= 1
            self._asked = iter((self.focused or self.screen).ancestors_with_self)
            self._ask()
        else:
            later(self, self._next)


def later(pump: MessagePump, callback: Callable[[], Awaitable[None]] | Callable[[], None]) -> bool:
    """Have something done when all before it is, as `call_later` has it; False where it cannot be.

    Textual finds out anew at every call how many arguments what it calls later takes. Of a
    method, which a message of its own brings, it knows.
    """
    return pump.post_message(events.Callback(callback=callback))
