"""How the tests of the app run: style sheets are read once, however many apps are started."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet


@pytest.fixture(scope="session", autouse=True)
def _styles_read_once() -> Iterator[None]:
    """Keep the rules of a style sheet for the next app: the same text gives the same rules."""
    kept: dict[object, list[RuleSet]] = {}
    parsed = Stylesheet._parse_rules

    def read(self: Stylesheet, css: str, read_from: Any, *given: Any, **named: Any) -> Any:
        key = (css, read_from, given, *named.items(), *self._variables.items())
        if key not in kept:
            kept[key] = parsed(self, css, read_from, *given, **named)
        return kept[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", read)
        yield
