"""Conversations about what was tried: save it as a variant, drop it, or take it up again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.file_names import free_name, objection_to
from orgdesign.tui.journal import Page, changes
from orgdesign.tui.screens.dialogs import Choice, NameOfFile
from orgdesign.tui.session import Session
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.tui.app import OrgdesignApp
    from orgdesign.tui.working import WorkingApp


async def save_as(program: OrgdesignApp, session: Session, *, whole: bool = False) -> Path | None:
    """Ask for a name and save what is tried as a new file; None where the person thinks again."""
    folder, language = session.path.parent, program.workspace.language
    check = partial(objection_to, folder=folder, language=language)
    ending, entry = ("whole", "save_whole_question") if whole else ("variant", "save_question")
    proposal = free_name(folder, f"{session.path.stem}-{ending}")
    question = program.say(entry)
    name = await program.push_screen_wait(NameOfFile(question, proposal, check))
    if not name:
        return None
    if session.is_overtaken and not await _saves_on_the_new_file(program, session):
        program.recompute()
        return None
    target = folder / name
    obstacle = session.save_as(target, whole=whole)
    if obstacle:
        is_entry = obstacle.startswith("variant.")
        words = say(obstacle, program.workspace.language) if is_entry else obstacle
        program.tell(words, "error")
        return None
    program.tell(program.say("saved", name=name))
    return target


async def _saves_on_the_new_file(program: OrgdesignApp, session: Session) -> bool:
    """Ask whether to save although the file says something else than when it was read."""
    question = program.say("overtaken_question", file=session.path.name)
    answers = [(id, program.say(f"overtaken_{id}")) for id in ("look", "save")]
    return await program.push_screen_wait(Choice(question, answers)) == "save"


async def save_and_open(program: OrgdesignApp, *, whole: bool) -> None:
    """Save what is tried on the file at hand as a variant, or as a whole, and open that."""
    session = program.workspace.current
    if session is None or not (session.dirty or whole):
        program.tell(program.say("nothing_to_save"))
        return
    target = await save_as(program, session, whole=whole)
    if target is not None:
        program.keep_layout()  # the new file is looked at as the one it comes from
        layouts = program.workspace.layouts
        layouts.keep(target, layouts.of(session.path))
        program.open(target)
        program.look_again()


async def leave(program: OrgdesignApp) -> None:
    """End the app, unless the person stays with what is not saved."""
    if await _may_leave(program):
        program.exit()


async def _may_leave(program: OrgdesignApp) -> bool:
    """Ask what to do with everything unsaved; False where the person stays."""
    for session in program.workspace.unsaved():
        answer = await program.push_screen_wait(
            Choice(
                program.say("quit_question", file=session.path.name, number=changes(session.layer)),
                [(id, program.say(f"quit_{id}")) for id in ("save", "discard", "stay")],
            )
        )
        if answer == "discard":
            session.forget()
        elif answer != "save" or await save_as(program, session) is None:
            return False
    return True


def offer_journal(program: WorkingApp, session: Session) -> None:
    """Offer what earlier runs left unsaved for a file, and tell of a run that goes on beside."""
    journal = session.journal
    left = journal.left(session.path)
    if journal.is_open_elsewhere(session.path, left):
        program.tell(program.say("open_elsewhere", file=session.path.name), "warning")

    def answered(answer: str | None) -> None:
        for number, page in enumerate(left):
            if answer == str(number):
                session.restore(page)
                program.recompute()
            elif answer == "discard":
                page.drop()
            else:
                page.let_go()

    if left:
        program.push_screen(_offer(program, session.path, left), answered)


def _offer(program: WorkingApp, path: Path, left: Sequence[Page]) -> Choice:
    """Return the question which of the pages that were left to go on with."""
    from orgdesign.words.numbers import date_text

    language = program.workspace.language
    answers = [("discard", program.say("recover_discard"))]
    for number, page in reversed(list(enumerate(left))):
        when = f"{date_text(page.written, language)} {page.written:%H:%M}"
        words = program.say("recover_restore", when=when, number=changes(page.layer))
        answers.insert(0, (str(number), words))
    return Choice(program.say("recover_question", file=path.name), answers)
