"""A number of an option as people type it, with its range and source, as changes to a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.option_changes import Changes
from orgdesign.tui.typed import ObjectionError, read_typed
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario


def read_figure(
    scenario: Scenario, path: str, text: str, ranged: bool, language: Language
) -> Changes:
    """Return the changes of a number, its range and its source; a range left out shrinks to it.

    Raises ObjectionError with the words why not.
    """
    words = text.split()
    source = words.pop() if words[-1] in scenario.document.sources else ""
    if len(words) not in (1, 3):
        raise ObjectionError(say("app.number_or_range", language))
    value, low, high = read_typed((words[0], *(words[1:] or ("", ""))), language)
    if ranged and not low:
        low = high = value
    changes = [(path, value), (f"{path}.low", low), (f"{path}.high", high)]
    changes += [(f"{path}.source", quoted(source) if source else "")]
    return tuple(pair for pair in changes if pair[1])


def one_for_all(figure: Changes) -> Changes:
    """Return the changes of a number as one: a table that takes the place of what stood there."""
    (path, value), *others = figure
    words = [f"{at.rpartition('.')[2]} = {each}" for at, each in others]
    return ((path, f"{{ {', '.join([f'value = {value}', *words])} }}"),)


def quoted(text: str) -> str:
    """Return a text as a scenario file writes it."""
    from orgdesign.scenario.overlay import inline

    return inline(text)
