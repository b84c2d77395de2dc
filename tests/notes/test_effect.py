"""A figure either moves an outcome when it is nudged, or the notes name it, once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from drawing.steps import Tables
from examples import EXAMPLE, GALLERY, result
from examples import scenario as read
from hypothesis import HealthCheck, Phase, given, settings
from strategies import scenario_from, scenarios

from orgdesign.model.calculation import evaluate
from orgdesign.model.outcomes import present_value, year_index
from orgdesign.model.result import Array, Cases, Result
from orgdesign.notes.note import Figures, Note, Term
from orgdesign.notes.notes import notes
from orgdesign.quantities import Quantity
from orgdesign.scenario.kinds import kind_at
from orgdesign.scenario.paths import split_path, walk
from orgdesign.scenario.scenario import Scenario

from .cases import named, remarks, scenario
from .leaving import moves_an_exit

FILES = (*GALLERY, EXAMPLE)
POSTS = (
    "local", "brought_in", "changing_employer", "joint_demand", "open_posts", "surplus_staff",
    "gone", "client_posts", "coordination_posts", "manager_posts", "further_posts",
)  # fmt: skip
YEARS = ("from", "start", "until", "year", "years", "after")
IN_REPORT_YEAR = ("vulnerable", "nobody_there")


def own(taken: Scenario) -> list[str]:
    """Return the figures of the file that a formula should read."""
    typed = {path for path, _ in walk(taken.raw)}
    effects = {id for option in taken.document.options.values() for id in option.programme_effect}
    varying = (id for id, budget in taken.document.budgets.items() if budget.variation is not None)
    at_risk = (f"budgets.{id}.values" for id in varying if id not in effects)
    people = ("plans.", "criteria.", ".votes", ".unwinding", ".exit_")
    fields = ("clients", "contracts", "contracts_together", "cost_per_contract", "heavy_from")
    tables = (f"budgets.{id}.{field}" for id in taken.document.budgets for field in fields)
    places = ("distances.", "staff.stand_in", *tables)
    beside = (".budget", "thresholds", "variation", "correlation", *people, *at_risk, *places)
    return [p for p in taken.figures if p in typed and not any(word in p for word in beside)]


def outcomes(result: Result, option: str) -> Iterable[Array]:
    """Yield everything that tables show of an option, cases last."""
    figures = result.options[option].evaluation
    yield from result.options[option].lines.values()
    yield from (figures[name] for name in POSTS)
    for name in IN_REPORT_YEAR:
        yearly = figures[name]
        yield yearly[:, :, min(year_index(result), yearly.shape[2] - 1)]
    yield present_value(result, option)


def differing(result: Result, other: Result, cases: int) -> np.ndarray:
    """Return in which cases of the other result anything differs."""
    found = np.zeros(cases, dtype=bool)
    for option in result.options:
        pairs = zip(outcomes(result, option), outcomes(other, option), strict=True)
        for before, after in pairs:
            far = np.abs(after - before) > 1e-6 + 1e-11 * np.abs(before)
            found |= far.reshape(-1, far.shape[-1]).any(axis=0)
    return found


def around(quantity: Quantity, path: str) -> tuple[float, ...]:
    """Return a little less and a little more of a figure, and its range."""
    value = quantity.value
    given_ends = (quantity.low, quantity.high, *(quantity.values or ()))
    ends = tuple(end for end in given_ends if end is not None)
    kind = kind_at(split_path(path))
    if path.rpartition(".")[2] in YEARS or path.endswith(("_years", "_lead")):
        none = (0.0,) if kind and kind.unit == "years" else ()
        return max(0.0, value - 1), value + 1, *none, *ends
    return value * 0.95, *ends, *_above(value, path)


def _above(value: float, path: str) -> tuple[float, ...]:
    kind = kind_at(split_path(path))
    step = 1_000.0 if kind and kind.unit == "euros" else 0.01
    above = value * 1.05 or step
    return (above,) if kind is None or kind.at_most is None or above <= kind.at_most else ()


def moving(taken: Scenario, paths: list[str]) -> set[str]:
    """Return the figures of which a little less or more moves something."""
    tried = [(path, other) for path in paths for other in around(taken.figures[path], path)]
    values = {path: np.full(len(tried), taken.figures[path].value) for path in paths}
    for position, (path, other) in enumerate(tried):
        values[path][position] = other
    result = evaluate(taken, Cases(len(tried), values))
    moved = differing(evaluate(taken), result, len(tried))
    return {path for (path, _), moves in zip(tried, moved, strict=True) if moves}


@cache
def named_of(path: Path) -> list[str]:
    return named(notes(read(path)))


@pytest.mark.parametrize("path", FILES, ids=[file.stem for file in FILES])
def test_a_figure_that_is_not_named_moves_an_outcome(path: Path) -> None:
    taken = read(path)
    silent = set(own(taken)) - set(named_of(path))
    assert all(moves_an_exit(taken, each) for each in silent - moving(taken, sorted(silent)))


@pytest.mark.parametrize("path", FILES, ids=[file.stem for file in FILES])
def test_a_figure_that_is_named_moves_nothing(path: Path) -> None:
    taken, central = read(path), result(path)
    for name in named_of(path):
        quantity = taken.figures[name]
        for other in around(quantity, name):
            changed = quantity.replaced(value=other)
            figures = {**taken.figures, name: changed}
            other_result = evaluate(replace(taken, figures=figures))
            assert not differing(central, other_result, 1).any(), name


@pytest.mark.parametrize("path", FILES, ids=[file.stem for file in FILES])
def test_a_figure_without_effect_is_named_once(path: Path) -> None:
    counted = Counter(named_of(path))
    assert set(counted.values()) <= {1}
    assert set(counted) <= set(own(read(path)))


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(scenarios())
def test_in_any_scenario_a_figure_moves_an_outcome_or_is_named(tables: Tables) -> None:
    drawn = scenario_from(tables)
    found = named(notes(drawn))
    assert set(found.count(path) for path in found) <= {1}
    silent = set(own(drawn)) - set(found)
    assert all(moves_an_exit(drawn, path) for path in silent - moving(drawn, sorted(silent)))
    assert not moving(drawn, [path for path in found if not path.startswith("salary.")])


REASONS = [
    ("why_scale", "salary.9", "", {"salary.9": 60_000}),
    ("why_information", "staff.productive_hours", "", {"staff.productive_hours": 1_400}),
    ("why_nobody_hired", "staff.hired_factor", "", {"staff.hired_factor": 1.4}),
    ("why_all_scales_priced", "staff.ikb", "", {"staff.ikb": 0.1705}),
    ("why_no_absence", "staff.part_time_factor", "", {"staff.absence": 0}),
    ("why_own_rates", "overhead.per_fte", "", {
        "overhead.values": {"ape": 44_000, "bee": 44_000, "cat": 44_000},
    }),
    ("why_key_unused", "figures.clients.values.ape", "", {"options.body.keys.running": "equal"}),
    ("why_inhabitants_unused", "municipalities.ape.inhabitants", "", {
        "options.body.keys.one_off": "equal",
    }),
    ("why_nothing_shared", "figures.visits.values.ape",
     "[figures.visits]\nname='V'\nyear=2019\nsource='counted'\n"
     "values={ape=1, bee=2, cat=3}\n", {"options.body.keys.startup": "visits",
                                        "systems.desk.migration_per_participant": 0}),
    ("why_not_running", "keys.other.cap.over_alone",
     "[keys.other]\nname='O'\nfigure='clients'\ncap={over_alone=0.1}\n",
     {"options.body.keys.one_off": "other"}),
    ("why_within_bounds", "keys.other.cap.over_alone",
     "[keys.other]\nname='O'\nfigure='clients'\ncap={over_alone=1.0}\n",
     {"options.body.keys.running": "other"}),
    ("why_nobody_fits", "keys.other.cap.per_inhabitant",
     "[keys.other]\nname='O'\nfigure='inhabitants'\ncap={per_inhabitant=-1000}\n",
     {"options.body.keys.running": "other"}),
    ("why_task_without_jobs", "tasks.idle.overlap",
     "[tasks.idle]\nname='I'\noverlap=0.1\n", {}),
    ("why_done_by_one", "tasks.care.overlap", "", {
        "options.body.scope": {"care": {"ape": 1.0, "bee": 0.0, "cat": 0.0}},
    }),
    ("why_system_not_in_scope", "systems.desk.joint_fixed", "", {"options.body.systems": []}),
    ("why_measure_without_jobs", "measures.idle.saving",
     "[tasks.idle]\nname='I'\n[measures.idle]\nname='M'\ntasks=['idle']\nsaving=0.1\n", {}),
    ("why_past_horizon", "measures.late.saving",
     "[measures.late]\nname='M'\ntasks=['care']\nsaving=0.1\nfrom=2030\n", {}),
    ("why_beyond_horizon", "measures.late.ramp[2]",
     "[measures.late]\nname='M'\ntasks=['care']\nsaving=0.1\nfrom=2026\nramp=[0.1, 0.2, 1.0]\n",
     {}),
    ("why_budget_without_effect", "budgets.care.values.ape",
     "[budgets.care]\nname='B'\nvalues={ape=1_000_000}\n", {}),
    ("why_no_formula", "budgets.care.correlation",
     "[budgets.care]\nname='B'\ncorrelation=0.1\nvalues={ape=1_000_000}\n",
     {"options.body.programme_effect": {"care": 0.01}}),
    ("why_form_unused", "forms.own.realisation",
     "[forms.own]\nbased_on='host'\nrealisation=0.5\n", {}),
    ("why_form_overridden", "forms.own.realisation",
     "[forms.own]\nbased_on='joint_operations_body'\nrealisation=0.5\n",
     {"options.body.form": "own", "options.body.realisation": 0.9}),
    ("why_nobody_settled", "forms.own.social_plan_per_fte",
     "[forms.own]\nbased_on='joint_operations_body'\nsocial_plan_per_fte=50_000\n",
     {"options.body.form": "own"}),
    ("why_option_too_late", "options.body.client_fte", "", {"options.body.from": 2030}),
    ("why_beyond_horizon", "options.body.ramp[7]", "", {"options.body.ramp": [0.1] * 8}),
    ("why_beyond_horizon", "options.body.until", "", {"options.body.until": 2040}),
    ("why_start_alone", "options.none.from",
     "[options.none]\nname='N'\nform='alone'\nfrom=2021\n", {}),
    ("why_merger", "options.body.client_fte", "", {"options.body.form": "merger"}),
    ("why_merger", "options.body.scope.care", "", {"options.body.form": "merger"}),
    ("why_merger", "options.body.vat_recoverable", "", {"options.body.form": "merger"}),
    ("why_no_way_out", "options.body.exit_years", "",
     {"options.body.form": "merger", "options.body.exit_years": 5}),
    ("why_not_in_option", "options.body.client_fte.cat", "", {
        "options.body.participants": ["ape", "bee"],
        "options.body.client_fte": {"ape": 0.2, "bee": 0.2, "cat": 0.2},
    }),
    ("why_not_taking_part", "figures.clients.values.cat", "", {
        "options.body.participants": ["ape", "bee"],
    }),
    ("why_nothing_brought_in", "options.body.realisation", "", {
        "options.body.scope": {}, "options.body.realisation": 0.5,
    }),
    ("why_employer_home", "options.body.overhead_per_fte", "", {"options.body.employer": "home"}),
    ("why_formation_plan", "options.body.realisation", "", {
        "options.body.realisation": 0.5, "options.body.joint_fte": {"clerk": 28, "adviser": 3},
    }),
    ("why_no_gain", "options.body.realisation", "", {
        "options.body.realisation": 0.5, "tasks.care.scale_elasticity": 1.02,
        "tasks.care.overlap": 0.0,
    }),
    ("why_nobody_settled", "options.body.social_plan_per_fte", "", {
        "options.body.social_plan_per_fte": 50_000,
    }),
    ("why_nobody_surplus", "options.body.guarantee_years", "", {
        "options.body.guarantee_years": 3, "tasks.care.scale_elasticity": 1.1,
    }),
    ("why_no_vat", "options.body.vat_recoverable", "", {"options.body.vat_rate": 0}),
    ("why_vat_home", "options.body.vat_recoverable.cat", "", {
        "options.body.employer": "home",
        "options.body.vat_recoverable": {"ape": 0.9, "bee": 0.9, "cat": 0.9},
        "options.body.process_fixed": 0, "systems.desk.migration_per_participant": 0,
        "options.body.keys": {"running": "tiny", "one_off": "equal"},
        "options.body.governance_fixed": 0,
    }),
    ("why_host_no_vat", "options.body.vat_recoverable.cat", "", {
        "options.body.employer": "host", "options.body.host": "cat",
        "options.body.vat_recoverable": {"ape": 0.9, "bee": 0.9, "cat": 0.9},
    }),
    ("why_no_process_cost", "options.body.process_lead", "", {
        "options.body.process_lead": 1, "options.body.process_fixed": 0,
    }),
    ("why_year_not_shared", "figures.clients.values.ape[0]", "", {
        "figures.clients.values": {"ape": [1, 2, 3], "bee": [2, 3, 4], "cat": [3, 4, 5]},
    }),
]  # fmt: skip


EFFECT = ("unread", "inert")


def told(note: Note) -> tuple[tuple[str, ...], str]:
    """Return the figures of a note and the reason that it gives."""
    figures, reason = note.details["figures"], note.details["reason"]
    assert isinstance(figures, Figures)
    assert isinstance(reason, Term)
    return figures.paths, reason.entry


@pytest.mark.parametrize(("reason", "path", "extra", "changes"), REASONS)
def test_the_reason_is_told(reason: str, path: str, extra: str, changes: dict[str, object]) -> None:
    if "tiny" in str(changes):
        extra += "[keys.tiny]\nname = 'T'\nfixed = { ape = 0.9, bee = 0.1, cat = 0.0 }\n"
    found = dict(told(note) for note in remarks("\n" + extra, changes) if note.code in EFFECT)
    assert [entry for paths, entry in found.items() if path in paths] == [f"notes.{reason}"]


def test_what_is_too_large_to_try_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orgdesign.notes.probe._WORK", 1)
    found = notes(scenario("", {"staff.productive_hours": 1_400, "staff.hired_factor": 1.4}))
    assert named(found) == ["staff.productive_hours"]
    assert [note.details["number"] for note in found if note.code == "untried"] == [
        len(own(scenario())) + 1
    ]


def test_only_figures_of_no_municipality_are_tried_where_all_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("orgdesign.notes.probe._WORK", 3 * 2 * 8 * 2 * 30)
    found = notes(scenario("", {"staff.hired_factor": 1.4, "options.body.keys.running": "equal"}))
    assert "staff.hired_factor" in named(found)
    assert [note.details["number"] for note in found if note.code == "untried"] == [12]


def test_blocks_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = scenario("", {"staff.hired_factor": 1.4, "options.body.social_plan_per_fte": 50_000})
    together = notes(taken)
    monkeypatch.setattr("orgdesign.notes.probe._BLOCK", 1)
    assert named(notes(taken)) == named(together) != []
