"""Random keys of an option."""

from __future__ import annotations

from .steps import FIRST_YEAR, Draw, Tables, chance, pick

BY_STAFF = ("staff", "history", "demand")
LINES_WITH_KEYS = ("formation", "overhead", "systems", "governance", "surplus", "process")


def keys_of(
    draw: Draw, tables: Tables, option: str, people: list[str], pools_work: bool
) -> dict[str, str]:
    """Return which key shares each pool or line; new keys are added to the tables."""
    ids = ["inhabitants", "equal", *tables["figures"], *(BY_STAFF if pools_work else ())]
    for number in range(draw.between(0, 3)):
        name = f"{option}_key_{number}"
        tables["keys"][name] = _key(draw, ids, people)
        ids.append(name)
    made = [name for name in ids if name in tables["keys"]]
    if chance(draw, 5):
        return {"all": pick(draw, ids)}
    given: dict[str, str] = {}
    for pool in ("one_off", "running"):
        if chance(draw, 2):
            given[pool] = pick(draw, ids)
    if made and chance(draw, 2):
        given["running"] = made[-1]
    for line in LINES_WITH_KEYS:
        if chance(draw, 8):
            given[line] = pick(draw, ids)
    return given


def _key(draw: Draw, ids: list[str], people: list[str]) -> Tables:
    key: Tables = {"name": "Key"}
    figures = [name for name in ids if "_key_" not in name]
    rule = pick(draw, ("figure", "mix", "fixed"))
    if rule == "figure":
        key["figure"] = pick(draw, figures)
    elif rule == "mix":
        first, second = pick(draw, ids), pick(draw, ids)
        key["mix"] = {first: 0.25, second: 0.75} if first != second else {first: 1.0}
    else:
        parts = [draw.between(0, 4) for _ in people]
        parts[0] += 16 - sum(parts) if sum(parts) < 16 else 0
        total = sum(parts)
        key["fixed"] = {name: part / total for name, part in zip(people, parts, strict=True)}
    if chance(draw, 3):
        key["path"] = {"from": pick(draw, ids), "years": draw.between(1, 5)}
        if chance(draw, 3):
            key["path"]["start"] = FIRST_YEAR + draw.between(0, 4)
    if chance(draw, 4):
        key["fixed_part"] = {"amount": pick(draw, (5_000, 60_000)), "key": pick(draw, ids)}
    if chance(draw, 4):
        key["settlement"] = {"by": pick(draw, ids), "after": draw.between(0, 3)}
    elif not chance(draw, 3):
        key |= _bounds(draw)
    return key


def _bounds(draw: Draw) -> Tables:
    word = pick(draw, ("over_alone", "per_inhabitant"))
    low, high = {"over_alone": (-0.2, 0.02), "per_inhabitant": (-12, 3)}[word]
    sides = pick(draw, (("cap",), ("floor",), ("floor", "cap")))
    wider = pick(draw, (1, 2, 5))
    return {side: {word: (low if side == "floor" else high) * wider} for side in sides}
