"""Conversations about what was tried: save it as a variant, drop it, or take it up again."""

from __future__ import annotations

import itertools
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from orgdesign.tui.journal import changes
from orgdesign.tui.screens.dialogs import Choice, NameOfFile
from orgdesign.tui.session import Session
from orgdesign.words import say

if TYPE_CHECKING:
    from orgdesign.tui.app import OrgdesignApp


async def save_variant(program: OrgdesignApp, session: Session) -> Path | None:
    """Ask for a name and save what is tried as a new file; None where the person thinks again."""
    check = partial(_objection, program, session.path.parent)
    question = program.say("save_question")
    name = await program.push_screen_wait(NameOfFile(question, _free_name(session.path), check))
    if not name:
        return None
    target = session.path.parent / name
    obstacle = session.save_as(target)
    if obstacle:
        is_entry = obstacle.startswith("variant.")
        words = say(obstacle, program.workspace.language) if is_entry else obstacle
        program.tell(words, "error")
        return None
    program.tell(program.say("saved", name=name))
    return target


async def save_and_open(program: OrgdesignApp) -> None:
    """Save what is tried on the file at hand as a variant, and open that."""
    session = program.workspace.current
    if session is None or not session.dirty:
        program.tell(program.say("nothing_to_save"))
        return
    target = await save_variant(program, session)
    if target is not None:
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
        elif answer != "save" or await save_variant(program, session) is None:
            return False
    return True


async def offer_journal(program: OrgdesignApp, session: Session) -> None:
    """Offer what an earlier run left unsaved for a file."""
    kept = session.journal.read(session.path)
    if not kept or session.dirty:
        return
    question = program.say("recover_question", file=session.path.name, number=changes(kept))
    answers = [(id, program.say(f"recover_{id}")) for id in ("restore", "discard")]
    answer = await program.push_screen_wait(Choice(question, answers))
    if answer == "restore":
        session.restore()
        program.recompute()
    elif answer == "discard":
        session.forget()


def _free_name(path: Path) -> str:
    numbers = itertools.chain([""], map(str, itertools.count(2)))
    names = (f"{path.stem}-variant{number}.toml" for number in numbers)
    return next(name for name in names if not (path.parent / name).exists())


def _objection(program: OrgdesignApp, folder: Path, name: str) -> str:
    """Return what is wrong with a name for a new file in a folder; nothing where it will do."""
    if Path(name).name != name or not name.endswith(".toml") or name == ".toml":
        return program.say("save_name_wrong")
    if (folder / name).exists():
        return program.say("save_name_taken", name=name)
    return ""
