"""The options of a starter file: one for each form asked for, with what such a form needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tomli

from orgdesign.library.loader import form_text
from orgdesign.scenario.inline import inline
from orgdesign.scenario.starting import text as starter_text
from orgdesign.words import Language

FORMS = ("network", "host")
"""The forms of a starter where no others are asked for."""
_OWN_NAMES = ("network", "host")
"""Forms whose option has a name of its own in the starter."""
_IDS = {"alone": "alone_improved"}
"""Ids of options that cannot have the id of their form."""
_REALISED = {"network": ("0.5", "0.2", "0.8")}
_REALISED_ELSE = ("0.8", "0.4", "1.0")
_POOLED_BY_NETWORK, _POOLED = 0.8, 1.0


def option_blocks(
    forms: Sequence[str], tasks: Sequence[str], host: str, start: int, words: Mapping[str, str]
) -> Iterator[str]:
    """Yield the option of each form, the comments at the first that has what they are about.

    `words` are those of the starter; `host` is the id of the largest municipality.
    """
    told: set[str] = set()
    for form in forms:
        text = _block(form, tasks, host, start, words)
        for line, entry in (("ramp =", "about_ramp"), ("vat_recoverable =", "about_vat")):
            if line in text and entry not in told:
                told.add(entry)
                text = text.replace(line, f"{words[entry]}\n{line}", 1)
        yield text
        if "process_fixed =" in text and "about_no_amount" not in told:
            told.add("about_no_amount")
            yield starter_text.NO_AMOUNT.substitute(words, id=form)


def form_table(form: str) -> Mapping[str, Any]:
    """Return the table of a bundled form; KeyError where there is none of that id."""
    table: Mapping[str, Any] = tomli.loads(form_text(form))["forms"][form]
    return table


def form_title(form: str, language: Language) -> str:
    """Return the name of a bundled form as readers see it."""
    return str(form_table(form)["name"][language])


def _block(form: str, tasks: Sequence[str], host: str, start: int, words: Mapping[str, str]) -> str:
    table = form_table(form)
    name = words[f"{form}_name"] if form in _OWN_NAMES else inline(table["name"][words["language"]])
    text = starter_text.OPTION.substitute(
        id=_IDS.get(form, form), form=form, name=name, start=start
    )
    employer, kind = table.get("employer"), table["kind"]
    if employer == "host":
        text += f'host = "{host}"\n'
    if kind == "alone":
        return text
    share = _POOLED_BY_NETWORK if kind == "network" else _POOLED
    likely, least, most = _REALISED.get(form, _REALISED_ELSE)
    if kind != "merger":
        text += starter_text.SCOPE.substitute(
            scope=", ".join(f"{task} = {share}" for task in tasks)
        )
    text += starter_text.TOGETHER.substitute(
        realisation=likely,
        least=least,
        most=most,
    )
    if employer in ("host", "joint"):
        text += starter_text.CHARGED + ("" if kind == "merger" else starter_text.LEFT_BEHIND)
    return text
