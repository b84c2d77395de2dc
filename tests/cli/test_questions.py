"""`orgdesign questions`: every question of the list has a command that answers it."""

import re

import pytest
from calling import call
from examples import EXAMPLE, ROOT, example

from orgdesign.tables.questions import QUESTIONS, Question

ASKED = re.compile(r"^\*\*(\d+)\. ", re.MULTILINE)
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("question", QUESTIONS, ids=[each.entry for each in QUESTIONS])
def test_the_command_of_a_question_answers(capsys: Capture, question: Question) -> None:
    names = {"FILE": str(EXAMPLE), "OPTION": example().options[1], "MUNICIPALITY": "zeist"}
    answer = call(capsys, *(names.get(word, word) for word in question.command.split()))
    assert answer.code == 0, answer.err
    assert answer.out


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_question_of_the_guide_is_there_in_its_order(capsys: Capture, language: str) -> None:
    guide = (ROOT / "docs" / "questions.md").read_text("utf-8")
    out = call(capsys, "questions", "--plain", "--lang", language).out
    assert len(ASKED.findall(guide)) == len(QUESTIONS)
    assert all(f"orgdesign {each.command}" in out for each in QUESTIONS)
    named = {each.command.split()[1] for each in QUESTIONS if each.command.startswith("table")}
    assert all(f"orgdesign table {name} " in guide for name in named)
