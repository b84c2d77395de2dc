"""Random work plans."""

from __future__ import annotations

import datetime

from .steps import FIRST_YEAR, Draw, Tables, figure, may, pick, some

DISCIPLINES = ("processes", "systems", "teams", "policy")


def plan(draw: Draw) -> Tables:
    """Return a plan whose work waits only for work of earlier streams."""
    made: Tables = {"name": "Plan", "from": datetime.date(FIRST_YEAR, 2, 1), "streams": {}}
    for number in range(draw.between(1, 3)):
        made["streams"][f"stream_{number}"] = _stream(draw, [*made["streams"]])
    return made


def _stream(draw: Draw, earlier: list[str]) -> Tables:
    stream: Tables = {"name": "Stream", "discipline": pick(draw, DISCIPLINES)}
    stream["per_month"] = figure(draw, (0.5, 2.0, 30.0))
    may(draw, stream, "from", lambda: _date(draw), 3)
    stream["work"] = {
        f"work_{number}": _work(draw, earlier) for number in range(draw.between(1, 3))
    }
    return stream


def _work(draw: Draw, earlier: list[str]) -> Tables:
    work: Tables = {"name": "Work", "units": figure(draw, (0.0, 3.0, 14.0, 60.0))}
    may(draw, work, "from", lambda: _date(draw), 4)
    waits_for = [pick(draw, (name, f"{name}.work_0")) for name in some(draw, earlier)]
    return {**work, "after": waits_for} if waits_for else work


def _date(draw: Draw) -> datetime.date:
    return datetime.date(FIRST_YEAR, 3, 1) + datetime.timedelta(days=draw.between(0, 900))
