"""The command palette: the actions of the screen at hand, found by name."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from orgdesign.tui.actions import Action, palette_of

if TYPE_CHECKING:
    from orgdesign.tui.app import OrgdesignApp

Call = Callable[[], Coroutine[Any, Any, object]]


class ActionCommands(Provider):
    """The actions of the table of actions as commands, without those that change nothing now."""

    def _commands(self) -> Iterator[tuple[str, str, Call]]:
        program = cast("OrgdesignApp", self.app)
        language, screen = program.workspace.language, program.screen_at_hand
        for action in palette_of(screen.ID, program.workspace.settings.keys):
            if action.id.removesuffix("_back") in screen.idle:
                continue
            label = f"{action.label(language)} ({action.key})"
            yield label, action.sentence(language), partial(self._run, action)

    async def _run(self, action: Action) -> None:
        program = cast("OrgdesignApp", self.app)
        namespace = program if action.scope == "app" else program.screen_at_hand
        await program.run_action(action.call, namespace)

    async def discover(self) -> Hits:
        """Yield every action of the screen."""
        for label, sentence, call in self._commands():
            yield DiscoveryHit(label, call, help=sentence)

    async def search(self, query: str) -> Hits:
        """Yield the actions whose words match."""
        matcher = self.matcher(query)
        for label, sentence, call in self._commands():
            score = max(matcher.match(label), matcher.match(sentence))
            if score > 0:
                yield Hit(score, matcher.highlight(label), call, help=sentence)
