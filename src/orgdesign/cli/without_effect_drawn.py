"""Saying what was asked of a part of the sensitivity that changes nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.cli.talk import tell, words
from orgdesign.cli.without_effect import OPTIONS, is_same, tell_without_effect

if TYPE_CHECKING:
    from orgdesign.cli.options import Asked
    from orgdesign.parts_of_sensitivity import Call
    from orgdesign.tables.table import Table

_FEW = 64
"""Draws that are enough to tell whether a part heeds something."""


def tell_without_effect_on(call: Call, what: str, asked: Asked) -> None:
    """Say which options a part of the sensitivity heeds in no value, seen on few draws."""
    from orgdesign.parts_of_sensitivity import PARTS

    few, language = call._replace(draws=_FEW), call.settings.language

    def made(other: Call) -> Table:
        return PARTS[what](other).table

    def again(other: Asked) -> Table:
        return made(few._replace(settings=other.settings(call.scenario, what)))

    others: dict[str, Call] = {
        "draws": few._replace(draws=_FEW // 2),
        "seed": few._replace(seed=call.first_seed + 1),
        "method": few._replace(method="sobol" if call.method != "sobol" else "latin_hypercube"),
    }
    given = [name for name in others if getattr(call, name) is not None]
    viewed = any(getattr(asked, name) != asked._field_defaults[name] for name in OPTIONS)
    if not (given or viewed):
        return
    shown = made(few)
    if viewed:
        tell_without_effect(asked, call.scenario, shown, again, language)
    for name in given:
        if is_same(shown, iter((made(others[name]),))):
            tell(words("without_effect", language, option=f"--{name}"))
