from pathlib import Path
from typing import cast

import pytest

from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.scenario.problems import Problem
from orgdesign.tui.journal import Journal
from orgdesign.tui.session import Answer, Session, stamps_of
from tui.driving import scenario

PATH = "options.host.realisation"
PROBLEM = Problem("too_low", {}, "a.toml", 3, 1, 1, "x = -1", "x")
RESULT = cast("Result", object())


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(tmp_path / "a.toml", Journal(tmp_path / "journal"))


def answered(session: Session, *problems: Problem) -> Answer:
    answer = Answer(session.request(), result=None if problems else RESULT, problems=problems)
    session.accept(answer)
    return answer


def test_a_value_that_is_tried_is_in_the_next_request(session: Session) -> None:
    session.set(PATH, "0.6")
    assert session.request().layer == ((PATH, "0.6"),)


def test_a_value_tried_again_is_there_once_and_keeps_its_range(session: Session) -> None:
    session.set(PATH, "0.6", "0.5", "0.9")
    session.set(PATH, "0.7")
    assert dict(session.layer) == {PATH: "0.7", f"{PATH}.low": "0.5", f"{PATH}.high": "0.9"}


def test_undo_and_redo_go_through_every_change(session: Session) -> None:
    session.set(PATH, "0.6", "0.5", "0.9")
    session.set("staff.ikb", "0.2")
    after = session.layer
    assert session.undo()
    assert session.undo()
    assert not session.dirty
    assert not session.undo()
    assert session.redo()
    assert session.redo()
    assert session.layer == after
    assert not session.redo()


def test_a_new_change_ends_the_way_forward(session: Session) -> None:
    session.set(PATH, "0.6")
    session.undo()
    session.set(PATH, "0.7")
    assert not session.redo()


def test_a_figure_goes_back_to_the_file_with_its_range(session: Session) -> None:
    session.set(PATH, "0.6", "0.5", "0.9")
    session.set("staff.ikb", "0.2")
    assert session.tried(PATH)
    assert session.reset(PATH)
    assert session.layer == (("staff.ikb", "0.2"),)
    assert not session.reset(PATH)


def test_only_the_answer_to_the_last_request_counts(session: Session) -> None:
    early, late = session.request(), session.request()
    assert not session.accept(Answer(early, result=RESULT))
    assert session.busy
    assert session.accept(Answer(late, result=RESULT))
    assert not session.busy


def test_a_broken_file_keeps_the_last_good_result(session: Session) -> None:
    answered(session)
    answered(session, PROBLEM)
    assert session.stale
    assert session.problems == (PROBLEM,)
    assert session.result is RESULT
    answered(session)
    assert not session.stale


def test_in_a_broken_file_what_is_typed_tells_what_is_wrong_now(session: Session) -> None:
    other = PROBLEM._replace(code="too_high")
    answered(session, PROBLEM)
    session.preview([(PATH, "2")])
    answered(session, PROBLEM, other)
    assert session.problems == (PROBLEM, other)


def test_a_value_that_the_rules_refuse_is_taken_back(session: Session) -> None:
    answered(session)
    session.set(PATH, "-1")
    refusal = answered(session, PROBLEM)
    assert session.layer == ()
    assert not session.stale
    assert session.last is not refusal
    assert session.journal.read(session.path) == ()


def test_values_that_are_refused_together_go_back_to_what_was_good(session: Session) -> None:
    answered(session)
    session.set("staff.ikb", "0.2")
    answered(session)
    good = session.layer
    session.set(PATH, "-1")
    overtaken = session.request()
    session.set("overhead.per_fte", "60_000")
    late = session.request()
    assert not session.accept(Answer(overtaken, problems=(PROBLEM,)))
    session.accept(Answer(late, problems=(PROBLEM,)))
    assert session.layer == good
    assert not session.stale
    assert session.journal.read(session.path) == good
    assert session.undo()
    assert session.layer == ()
    assert not session.undo()


@pytest.mark.parametrize("back", ["undo", "reset"])
def test_a_change_taken_back_before_its_answer_leaves_nothing_to_refuse(
    session: Session, back: str
) -> None:
    answered(session)
    session.set(PATH, "0.6")
    overtaken = session.request()
    assert session.undo() if back == "undo" else session.reset(PATH)
    answered(session, PROBLEM)
    assert not session.accept(Answer(overtaken, result=RESULT))
    assert session.layer == ()
    assert session.stale


def test_a_refused_value_that_is_done_again_is_refused_again(session: Session) -> None:
    answered(session)
    session.set(PATH, "-1")
    session.request()
    session.undo()
    answered(session)
    session.redo()
    answered(session, PROBLEM)
    assert session.layer == ()
    assert not session.stale
    assert session.redo()


def test_a_refused_undo_leaves_what_was_good_and_its_way_back(session: Session) -> None:
    answered(session, PROBLEM)
    session.set(PATH, "0.6")
    answered(session)
    good = session.layer
    session.undo()
    answered(session, PROBLEM)
    assert session.layer == good
    assert session.undo()


def test_what_was_only_typed_is_nothing_to_go_back_to(session: Session) -> None:
    answered(session)
    session.preview([(PATH, "0.6")])
    answered(session)
    session.set("staff.ikb", "-1")
    answered(session, PROBLEM)
    assert session.layer == ()
    assert session.is_behind
    answered(session)
    assert not session.is_behind


def test_a_file_that_was_written_since_may_be_to_blame_itself(session: Session) -> None:
    session.path.write_text("good", encoding="utf-8")
    files = (session.path,)
    session.accept(Answer(session.request(), None, RESULT, files=files, stamps=stamps_of(files)))
    session.set(PATH, "0.6")
    session.path.unlink()
    answered(session, PROBLEM)
    assert session.layer == ((PATH, "0.6"),)
    assert session.stale


def test_what_an_earlier_run_left_is_not_refused(session: Session) -> None:
    answered(session)
    earlier = Journal(session.journal.folder)
    earlier.write(session.path, ((PATH, "-1"),))
    earlier.let_go()
    (page,) = session.journal.left(session.path)
    session.restore(page)
    answered(session, PROBLEM)
    assert session.layer == ((PATH, "-1"),)
    assert session.stale


def test_in_a_broken_file_a_value_stays_tried(session: Session) -> None:
    answered(session, PROBLEM)
    session.set(PATH, "0.6")
    answered(session, PROBLEM)
    assert session.layer == ((PATH, "0.6"),)


def test_a_fault_of_the_program_takes_no_value_back(session: Session) -> None:
    answered(session)
    session.set(PATH, "0.6")
    session.accept(Answer(session.request(), failure="boom"))
    assert session.dirty
    assert session.stale
    assert session.result is RESULT


def test_every_change_is_in_the_journal(session: Session) -> None:
    session.set(PATH, "0.6")
    session.set('sensitivity.correlation."a, b"', "0.2")
    assert session.journal.read(session.path) == session.layer
    session.undo()
    assert session.journal.read(session.path) == ((PATH, "0.6"),)
    session.forget()
    assert session.journal.read(session.path) == ()
    assert list(session.journal.folder.iterdir()) == []


def test_a_journal_that_cannot_be_written_is_told_and_loses_no_change(tmp_path: Path) -> None:
    (tmp_path / "journal").write_text("in the way", encoding="utf-8")
    session = Session(tmp_path / "a.toml", Journal(tmp_path / "journal"))
    session.set(PATH, "0.6")
    assert session.layer == ((PATH, "0.6"),)
    assert session.journal_fault


def test_the_session_knows_no_textual() -> None:
    import subprocess
    import sys

    code = "import sys, orgdesign.tui.session; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_tried_is_saved_as_a_variant(tmp_path: Path) -> None:
    session = Session(scenario(tmp_path), Journal(tmp_path / "journal"))
    session.set("overhead.per_fte", "60_000", "50_000", "70_000")
    assert session.save_as(tmp_path / "higher.toml") == ""
    assert not session.dirty
    found = load(tmp_path / "higher.toml").scenario
    assert found is not None
    quantity = found.figures["overhead.per_fte"]
    assert (quantity.value, quantity.low, quantity.high) == (60_000, 50_000, 70_000)


def test_a_variant_that_cannot_be_saved_keeps_what_is_tried(tmp_path: Path) -> None:
    session = Session(scenario(tmp_path), Journal(tmp_path / "journal"))
    session.set("overhead.per_fte", "60_000")
    assert session.save_as(session.path) == "variant.same_file"
    (tmp_path / "other.toml").write_text("of another program", encoding="utf-8")
    assert session.save_as(tmp_path / "other.toml") == "variant.exists"
    assert (tmp_path / "other.toml").read_text(encoding="utf-8") == "of another program"
    assert session.save_as(tmp_path / "none" / "higher.toml") != ""
    assert session.dirty
