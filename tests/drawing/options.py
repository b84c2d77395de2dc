"""Random forms, options and keys of a scenario."""

from __future__ import annotations

from orgdesign.lines import LINES

from .keys import keys_of
from .steps import (
    EUROS,
    FIRST_YEAR,
    Draw,
    Tables,
    calendar_year,
    chance,
    figure,
    least,
    may,
    measure,
    one_or_each,
    pick,
    profile,
    share,
    some,
    when,
    years,
)

EMPLOYERS = ("home", "host", "joint")
PROCESS_PROFILES = ((1.0,), (0.5, 0.5), (0.25, 0.5, 0.25), (0.0, 0.0, 0.5, 0.5))


def forms(draw: Draw) -> Tables:
    """Return a form for each kind of employer, a merger, and one based on another."""
    made: Tables = {
        f"plain_{employer}": {"employer": employer} | properties(draw) for employer in EMPLOYERS
    }
    made["plain_merger"] = {"merges": True, "employer": "joint"} | properties(draw)
    for form in ("plain_joint", "plain_merger"):
        made[form]["overhead_per_fte"] = figure(draw, (44_400, 31_000))
    made["plain_alone"] = {"kind": "alone"}
    made["derived"] = {"based_on": pick(draw, ("plain_host", "plain_joint"))} | properties(draw)
    return made


def properties(draw: Draw) -> Tables:
    """Return some of the properties that a form or an option may give."""
    table: Tables = {}
    may(draw, table, "overhead_per_fte", lambda: figure(draw, (44_400, 31_000)))
    for word in ("realisation", "reinvested_share", "hired_share", "vat_rate"):
        may(draw, table, word, lambda: share(draw), 3)
    for word in ("ramp", "stranded"):
        may(draw, table, word, lambda: profile(draw))
    for word, options in _NUMBERS.items():
        if chance(draw, 3):
            table[word] = figure(draw, options)
    for word in ("coordination_scale", "manager_scale", "client_scale"):
        table[word] = pick(draw, ("7", "8", "9"))
    for word in ("process_lead", "guarantee_years"):
        may(draw, table, word, lambda: years(draw, 3))
    may(draw, table, "process_profile", lambda: [*pick(draw, PROCESS_PROFILES)])
    return table


_NUMBERS: dict[str, tuple[float, ...]] = {
    "coordination_fixed_fte": (0.0, 1.0, 0.5),
    "coordination_fte_per_participant": (0.2, 0.3),
    "span_of_control": (12.0, 0.0, 5.0),
    "governance_fixed": EUROS,
    "governance_per_participant": EUROS,
    "process_fixed": EUROS,
    "process_per_participant": EUROS,
    "training_per_fte": (900, 2_000),
    "social_plan_per_fte": (45_000, 90_000),
}


def option(draw: Draw, tables: Tables, name: str) -> Tables:
    """Return an option; its keys are added to the tables."""
    names, length = [*tables["municipalities"]], tables["scenario"]["years"]
    form = pick(draw, [*tables["forms"]])
    people = names if chance(draw, 2) else some(draw, names, 2)
    made: Tables = {"form": form, "name": "Option", "participants": people}
    if people == names and chance(draw, 2):
        made["participants"] = "all"
    start = draw.between(0, length)
    made["from"] = calendar_year(draw, start)
    ends = start + (0 if isinstance(made["from"], int) else 4)
    may(draw, made, "until", lambda: FIRST_YEAR + draw.between(ends, ends + length), 4)
    if _employer(tables, form) == "host":
        made["host"] = pick(draw, people)
    if form != "plain_alone":
        made |= _cooperation(draw, tables, people)
    if form != "plain_alone":
        _years_of_tasks(draw, made, start, length)
    may(draw, made, "measures", lambda: {"better": measure(draw, [*tables["tasks"]])}, 4)
    made["amounts"] = [_amount(draw, people, length, made) for _ in range(pick(draw, (0, 1, 3)))]
    may(draw, made, "unwinding", lambda: [_unwinding(draw, made, people, form)], 3)
    if not made["amounts"]:
        del made["amounts"]
    merges = form == "plain_merger"
    made["keys"] = keys_of(draw, tables, name, people, pools_work(tables, made, people, merges))
    return made


def _employer(tables: Tables, form: str) -> str | None:
    table = tables["forms"][form]
    given: str | None = table.get("employer")
    return given if "based_on" not in table else _employer(tables, table["based_on"])


def _cooperation(draw: Draw, tables: Tables, people: list[str]) -> Tables:
    made = properties(draw)
    tasks = some(draw, [*tables["tasks"]], 1)
    made["scope"] = {task: one_or_each(draw, people, lambda: share(draw)) for task in tasks}
    client = (0.2, 0.5)
    may(draw, made, "client_fte", lambda: one_or_each(draw, people, lambda: figure(draw, client)))
    may(draw, made, "vat_recoverable", lambda: one_or_each(draw, people, lambda: share(draw)))
    may(draw, made, "systems", lambda: some(draw, [*tables["systems"]]), 3)
    jobs = [*tables["jobs"]]
    if "plans" in tables and chance(draw, 2):
        made["work_plan"] = {task: "build" for task in some(draw, tasks, 1)}
    may(draw, made, "joint_fte", lambda: {pick(draw, jobs): figure(draw, (2.0, 5.8, 20.0))}, 3)
    post = {"name": "Controller", "scale": "9", "fte": figure(draw, (0.5, 1.0))}
    may(draw, made, "posts", lambda: [post], 3)
    if "budgets" in tables:
        made["programme_effect"] = {"care": figure(draw, (0.005, -0.01))}
    return made


def _years_of_tasks(draw: Draw, made: Tables, start: int, length: int) -> None:
    """Give some tasks a year of their own to come in or go out."""
    drawn_start = not isinstance(made["from"], int)
    if drawn_start or made["form"] == "plain_merger" or not chance(draw, 2):
        return
    first = FIRST_YEAR + start
    last = max(first, min(made.get("until", FIRST_YEAR + length), FIRST_YEAR + length - 1))
    made["tasks"] = {}
    for task in some(draw, [*made["scope"]], 1):
        begin, end = sorted((draw.between(first, last), draw.between(first, last)))
        given = {"from": begin, "until": end}
        words = pick(draw, (("from",), ("until",), ("from", "until")))
        made["tasks"][task] = {word: given[word] for word in words}


def _unwinding(draw: Draw, made: Tables, people: list[str], form: str) -> Tables:
    row: Tables = {"line": pick(draw, [*LINES]), "name": "End", "amount": figure(draw, (80_000,))}
    may(draw, row, "profile", lambda: [*pick(draw, PROCESS_PROFILES)])
    whose = pick(draw, ("municipality", "key", ""))
    if whose:
        row[whose] = pick(draw, people if whose == "municipality" else ("equal", "inhabitants"))
    if form not in ("plain_alone", "plain_merger"):
        may(draw, row, "task", lambda: pick(draw, [*made["scope"]]))
    return row


def _amount(draw: Draw, people: list[str], length: int, made: Tables) -> Tables:
    row: Tables = {"line": pick(draw, [*LINES]), "name": "Extra"}
    row["amount"] = figure(draw, (25_000, -4_000, 900))
    may(draw, row, "municipality", lambda: pick(draw, people))
    if "municipality" not in row:
        may(draw, row, "key", lambda: pick(draw, ("equal", "inhabitants")), 3)
    return row | when(draw, length)


def pools_work(tables: Tables, made: Tables, people: list[str], merges: bool) -> bool:
    """Return whether the option brings in any posts, so that keys by staff have weight."""
    for job in tables["jobs"].values():
        scope = made.get("scope", {}).get(job["task"], 0.0)
        for name in people:
            each = scope[name] if isinstance(scope, dict) and name in scope else scope
            if least(job["fte"].get(name, 0.0)) * (1.0 if merges else least(each)) > 0:
                return True
    return False
