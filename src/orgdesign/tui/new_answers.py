"""What people answer for a new scenario, turned into the starter file that `new` writes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.file_names import free_name, objection_to, with_ending
from orgdesign.tui.typed import ObjectionError, not_among, read_number, writing_in
from orgdesign.words import Language, say

if TYPE_CHECKING:
    from orgdesign.scenario.starting.known import Known

FIELDS = ("title", "municipalities", "tasks", "forms", "start", "region", "file")
"""The questions in the order in which they are asked."""
Answers = Mapping[str, str]
"""What was typed for each question."""
_PIECES = re.compile(r";|,(?!\d)")
_INHABITANTS = re.compile(r"(.*\D)[ :]+(\d[\d.,_ \u00a0\u202f]*)")


@dataclass(frozen=True)
class Asking:
    """What the questions are asked with: the folder, the known municipalities, the forms."""

    folder: Path
    language: Language
    known: Mapping[str, Known]
    forms: Mapping[str, str]
    """The name of each form with its id."""

    def proposal(self, field: str) -> str:
        """Return what stands in a field at first."""
        from orgdesign.scenario.starting.new import PRICE_LEVEL
        from orgdesign.scenario.starting.options import FORMS

        if field == "start":
            return str(PRICE_LEVEL + 2)
        if field == "tasks":
            return say("starter.task_name", self.language)
        names = {id: name for name, id in self.forms.items()}
        return "; ".join(names[id].split(" (")[0] for id in FORMS) if field == "forms" else ""

    def choices(self, field: str) -> Sequence[str]:
        """Return what a piece of a field can be completed to."""
        if field == "municipalities":
            return tuple(f"{name} {known.inhabitants}" for name, known in self.known.items())
        return tuple(self.forms) if field == "forms" else ()

    def named(self, typed: str) -> str:
        """Return a name of a municipality as it is known, whatever the case of its letters."""
        name = typed.strip()
        return next((each for each in self.known if each.casefold() == name.casefold()), name)

    def name_for(self, title: str) -> str:
        """Return a free name for the file of a title."""
        from orgdesign.scenario.ids import as_id

        stem = as_id(title).replace("_", "-") if title.strip() else "scenario"
        return free_name(self.folder, stem)


def asking(folder: Path, language: Language) -> Asking:
    """Return what the questions are asked with for a new file in a folder."""
    from orgdesign.library.loader import form_ids
    from orgdesign.scenario.gallery import gallery, scenario_files
    from orgdesign.scenario.starting.known import known_municipalities
    from orgdesign.scenario.starting.options import form_title

    known = known_municipalities((*scenario_files(folder), *gallery()))
    forms = {form_title(id, language): id for id in form_ids()}
    return Asking(folder, language, known, forms)


def objection(field: str, text: str, about: Asking) -> str:
    """Return what is wrong with an answer; nothing where it will do."""
    try:
        if field == "municipalities":
            municipalities(text, about)
        elif field == "tasks":
            tasks(text, about)
        elif field == "forms":
            forms(text, about)
        elif field == "start":
            start(text, about)
        elif field == "file":
            return objection_to(with_ending(text), about.folder, about.language)
        elif field == "title" and not text.strip():
            return say("app.new_needs_title", about.language)
    except ObjectionError as fault:
        return str(fault)
    return ""


def written(answers: Answers, about: Asking) -> str:
    """Return the starter file of the answers; raises ObjectionError where one will not do."""
    from orgdesign.scenario.starting.new import starter

    return starter(
        answers["title"],
        answers["region"],
        municipalities(answers["municipalities"], about),
        about.language,
        tasks(answers["tasks"], about),
        forms(answers["forms"], about),
        start(answers["start"], about),
        about.known,
    )


def pieces(text: str) -> list[str]:
    """Return the parts of a list, split at semicolons and commas."""
    return [piece.strip() for piece in _PIECES.split(text) if piece.strip()]


def municipalities(text: str, about: Asking) -> list[tuple[str, int]]:
    """Return names with inhabitants of a list such as `Zeist 63322; Houten 50.000; Bunnik`.

    Inhabitants that are not typed are those that are known.
    """
    found: list[tuple[str, int]] = []
    for piece in pieces(text):
        match = _INHABITANTS.fullmatch(piece)
        typed, digits = match.groups() if match else (piece, "")
        name = about.named(typed)
        if not digits and name not in about.known:
            raise ObjectionError(say("app.new_nobody", about.language, name=name))
        number = inhabitants(digits, about.language) if digits else about.known[name].inhabitants
        found.append((name, number))
    names = [name for name, _ in found]
    check_once(names, about.language)
    check_enough(names, about.language)
    return found


def check_once(names: Sequence[str], language: Language) -> None:
    """Raise ObjectionError where a municipality is named twice."""
    plain = [name.casefold() for name in names]
    twice = next((name for name in names if plain.count(name.casefold()) > 1), None)
    if twice:
        raise ObjectionError(say("app.new_twice", language, name=twice))


def check_enough(names: Sequence[str], language: Language) -> None:
    """Raise ObjectionError where there are not the two municipalities that cooperation takes."""
    if len(names) < 2:
        raise ObjectionError(say("app.new_needs_two", language))


def inhabitants(text: str, language: Language) -> int:
    """Return typed inhabitants as a whole number; a space may part thousands.

    Raises ObjectionError where they cannot be those of a municipality.
    """
    writing = writing_in(language).at("municipalities.x.inhabitants")
    typed = text.strip()
    number = read_number(typed, writing)
    if "." in number:
        raise ObjectionError(say("app.not_whole", language, text=typed))
    try:
        if writing.kind is not None:
            writing.kind.check(int(number))
    except ValueError as fault:
        raise ObjectionError(say("app.new_not_inhabitants", language, text=typed)) from fault
    return int(number)


def tasks(text: str, about: Asking) -> list[str]:
    """Return the names of a list of tasks: at least one."""
    found = pieces(text)
    if not found:
        raise ObjectionError(say("app.new_needs_task", about.language))
    return found


def forms(text: str, about: Asking) -> list[str]:
    """Return the ids of forms of a list of names, ids or beginnings of one name."""
    found = []
    for piece in pieces(text):
        like = [
            id
            for name, id in about.forms.items()
            if piece.casefold() == id or name.casefold().startswith(piece.casefold())
        ]
        if len(like) != 1:
            raise not_among(piece, about.forms, about.language, "; ")
        found += like
    if not found:
        raise ObjectionError(say("app.new_needs_form", about.language))
    return list(dict.fromkeys(found))


def start(text: str, about: Asking) -> int:
    """Return the first year of the cooperation: one of the years that the scenario counts."""
    from orgdesign.scenario.starting.new import PRICE_LEVEL, YEARS

    first, last = PRICE_LEVEL + 1, PRICE_LEVEL + YEARS
    year = int(text) if text.strip().isdecimal() else 0
    if not first <= year <= last:
        raise ObjectionError(say("app.new_start_wrong", about.language, first=first, last=last))
    return year
