"""A number of an option as people type it, with its range and source, as changes to a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.option_changes import Changes
from orgdesign.tui.typed import Typed, Writing, read_field, writing
from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.quantities import Quantity
    from orgdesign.scenario.scenario import Scenario


def read_sourced(
    scenario: Scenario, text: str, now: float | None, written: Writing
) -> tuple[Typed, str]:
    """Return value, low and high of a text as by `read_field`, and the source behind them."""
    figure, _, last = text.strip().rpartition(" ")
    known = bool(figure) and last in scenario.document.sources
    typed = read_field(figure if known else text, written, now)
    return typed, last if known else ""


def read_figure(
    scenario: Scenario, path: str, text: str, before: Quantity | None, language: Language
) -> Changes:
    """Return the changes of a number, its range and its source; a range left out shrinks to it.

    Raises ObjectionError with the words why not.
    """
    now = before.value if before else None
    typed, source = read_sourced(scenario, text, now, writing(scenario, language).at(path))
    if before and before.low is not None and not typed[1]:
        typed = (typed[0],) * 3
    return changes_of(path, typed, source)


def changes_of(path: str, typed: Typed, source: str) -> Changes:
    """Return the changes of a number, and of its range and source where these were typed."""
    value, low, high = typed
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
    from orgdesign.scenario.inline import inline

    return inline(text)
