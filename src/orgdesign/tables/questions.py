"""The questions that councils ask, each with the command and the screen that answer it."""

from __future__ import annotations

from typing import NamedTuple

from orgdesign.tables.settings import Settings
from orgdesign.tables.table import Column, Row, Table
from orgdesign.words import say


class Question(NamedTuple):
    """A question by its entry in the words, the command that answers it and the screen."""

    entry: str
    command: str
    screen: str


QUESTIONS = (
    Question("questions.cost", "compare FILE", "compare"),
    Question("questions.dearer", "table keys FILE --option OPTION", "keys"),
    Question("questions.forgotten", "table gaps FILE", "overview"),
    Question("questions.gain", "sensitivity FILE stress", "sensitivity"),
    Question("questions.leaving", "table exit_by_year FILE --option OPTION", "keys"),
    Question("questions.left_behind", "table lines FILE --option OPTION", "compare"),
    Question("questions.vat", "sensitivity FILE stress --measure structural_cost", "sensitivity"),
    Question("questions.people", "table staffing FILE --option OPTION", "staffing"),
    Question("questions.one_person", "table vulnerability FILE --option OPTION", "staffing"),
    Question("questions.overrun", "table overrun FILE --option OPTION", "keys"),
    Question("questions.subgroup", "table groups FILE --option OPTION", "keys"),
    Question("questions.buffer", "table risk FILE --option OPTION", "keys"),
    Question("questions.plan", "table plan FILE", "plan"),
    Question("questions.criteria", "table criteria FILE", "criteria"),
    Question("questions.unsigned", "sensitivity FILE assumptions --option OPTION", "assumptions"),
    Question("questions.source", "explain FILE OPTION MUNICIPALITY", "compare"),
)
"""In the order of the product's own list."""


def questions(settings: Settings) -> Table:
    """Return every question with what answers it."""
    language = settings.language
    rows = [
        Row(
            question.entry.partition(".")[2],
            (
                str(number),
                say(question.entry, language),
                f"orgdesign {question.command}",
                say(f"app.screen_{question.screen}", language),
            ),
        )
        for number, question in enumerate(QUESTIONS, 1)
    ]
    columns = ("number", "question", "command", "screen")
    return Table(
        "questions",
        say("questions.title", language),
        tuple(Column(id, say(f"questions.column_{id}", language)) for id in columns),
        tuple(rows),
        (say("questions.note", language),),
        language,
        settings.numbers,
        "final",
    )
