"""The picture that the next start shows at once, kept when the app has come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.tui.last_frame import Frame, LastFrame

if TYPE_CHECKING:
    from orgdesign.tui.working import WorkingApp


def keep_picture(program: WorkingApp) -> None:
    """Keep what is in sight, unless it shows what no file holds or is about to change."""
    if not program.screen_stack or program.plain_letters:  # the app is ending, or speaks ASCII
        return
    session, screen = program.workspace.current, program.screen
    if session is None or program.workspace.language != session.language:  # only this time
        return
    if session.dirty or session.busy or session.stale:
        return
    if screen is not program.screen_at_hand or screen.session is None or session.result is None:
        return
    rows = screen._compositor.render_strips()
    frame = Frame([row.render(program.console) for row in rows], program.say("starting"))
    size = (program.size.width, program.size.height)
    LastFrame(program.workspace.state).keep(session.path, session.files, size, frame)
