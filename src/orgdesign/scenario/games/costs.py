"""The cost of every group, from lines in any order: which are there twice, and which are not."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations, islice

from orgdesign.scenario.games.given import MOST_PLAYERS
from orgdesign.scenario.games.players import JOINED_BY, Players, cleaned
from orgdesign.scenario.games.sheet import Faults, Line, Sheet
from orgdesign.scenario.problems import Place
from orgdesign.scenario.suggestions import suggest

_LISTED = 10
"""Missing groups that are listed by name; of more the number is told."""


@dataclass(frozen=True)
class _Read:
    """The groups that could be read, in the order of the file: who, how much, on which line."""

    groups: array[int] = field(default_factory=lambda: array("q"))
    costs: array[float] = field(default_factory=lambda: array("d"))
    positions: array[int] = field(default_factory=lambda: array("q"))
    """How many lines stand before."""


def read_costs(sheet: Sheet, players: Players, faults: Faults) -> array[float]:
    """Return the cost of every group, by its position; 0 for the empty one.

    Players that were not declared come in the order in which they are first named. The costs
    count only where no fault was noted.
    """
    read, unreadable = _read(sheet, players, faults)
    ids = tuple(players.ids)
    if len(ids) > MOST_PLAYERS:
        faults.add(sheet.start(), "game_too_many_players", given=len(ids), most=MOST_PLAYERS)
        return array("d")
    costs = array("d", [math.nan]) * (1 << len(ids))
    first = array("q", [-1]) * (1 << len(ids))
    twice = []
    for at, group in enumerate(read.groups):
        if first[group] >= 0:
            twice.append(at)
            continue
        first[group] = at
        costs[group] = read.costs[at]
    _tell_twice(sheet, read, first, twice, faults)
    _tell_missing(sheet, ids, first, unreadable + sheet.unreadable(), faults)
    costs[0] = 0.0
    return costs


def _read(sheet: Sheet, players: Players, faults: Faults) -> tuple[_Read, int]:
    """Return what could be read, and of how many lines nobody can tell the group."""
    read, unreadable = _Read(), 0
    bit_of = players.bits.__getitem__
    for position, line in enumerate(sheet.lines):
        members = line.typed.split(JOINED_BY)
        try:
            group = sum(map(bit_of, members))
        except KeyError:
            group = sum(players.bit(member, partial(sheet.place, line)) for member in members)
        # Bits that differ add up to as many bits; the same one twice, or one at fault, to fewer.
        if group.bit_count() != len(members):
            unreadable += 1
            _tell_member_twice(sheet.place(line), members, players, faults)
        elif len(players.ids) <= MOST_PLAYERS:
            read.groups.append(group)
            read.costs.append(line.cost)
            read.positions.append(position)
    return read, unreadable


def _tell_member_twice(
    place: Place, members: Sequence[str], players: Players, faults: Faults
) -> None:
    """Note a member that stands in a group twice; one at fault was told before."""
    seen = set()
    for typed in members:
        bit = players.bits[typed]
        if bit in seen and bit:
            faults.add(place, "game_member_twice", given=typed.strip())
            return
        seen.add(bit)


def _tell_twice(
    sheet: Sheet, read: _Read, first: array[int], twice: Sequence[int], faults: Faults
) -> None:
    """Note the groups that stand there again, in whatever order of their members."""
    if not twice:
        return
    wanted = {read.positions[at]: read.positions[first[read.groups[at]]] for at in twice}
    needed = {*wanted, *wanted.values()}
    lines = {at: line for at, line in enumerate(sheet.lines) if at in needed}
    for again, before in wanted.items():
        place = sheet.place(lines[again])
        other = sheet.place(lines[before])
        faults.add(
            place, "game_group_twice", given=lines[again].typed.strip(),
            other=lines[before].typed.strip(), first=other.line, again=place.line,
        )  # fmt: skip


def _tell_missing(
    sheet: Sheet, ids: Sequence[str], first: array[int], unreadable: int, faults: Faults
) -> None:
    """Note which groups have no cost, unless they may all be among what could not be read."""
    if -1 not in first[1:] or faults.enough:
        return
    misspelt = _misspelt(ids, first)
    for id, other in misspelt.items():
        line = next(line for line in sheet.lines if id in _members(line))
        faults.add(sheet.place(line), "game_misspelt", given=id, suggestion=other)
    players = [at for at, id in enumerate(ids) if id not in misspelt]
    whole = (1 << len(players)) - 1
    missing = _missing(ids, players, first)
    listed = tuple(islice(missing, _LISTED))
    more = sum(1 for _ in missing)
    if len(listed) + more <= unreadable + len(misspelt):
        return
    code = "game_missing_more" if more else "game_missing"
    faults.add(
        sheet.start(), code, number=len(listed) + more, whole=whole, groups=listed, more=more
    )


def _missing(ids: Sequence[str], players: Sequence[int], first: array[int]) -> Iterator[str]:
    """Yield the groups of some players without a cost, small ones before large ones."""
    for size in range(1, len(players) + 1):
        for members in combinations(players, size):
            if first[sum(1 << member for member in members)] < 0:
                yield JOINED_BY.join(ids[member] for member in members)


def _misspelt(ids: Sequence[str], first: array[int]) -> dict[str, str]:
    """Return players that must be another who stands alone: named once, in a group that lacks it.

    A group lacks a player where the group with it in the place of the other is missing.
    """
    alone = [id for at, id in enumerate(ids) if first[1 << at] >= 0]
    found = {}
    for at, id in enumerate(ids):
        near = suggest(id, alone) if id not in alone else None
        if near is None:
            continue
        meant = 1 << ids.index(near)
        named = [g for g, line in enumerate(first) if line >= 0 and g >> at & 1]
        if len(named) == 1 and not named[0] & meant and first[named[0] ^ 1 << at | meant] < 0:
            found[id] = near
    return found


def _members(line: Line) -> list[str]:
    return [cleaned(typed) for typed in line.typed.split(JOINED_BY)]
