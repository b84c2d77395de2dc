"""Every rule remarks on what it is about, and on nothing else in a complete scenario."""

from collections.abc import Mapping
from datetime import date

import pytest

from orgdesign.notes.note import message
from orgdesign.notes.notes import RULES
from orgdesign.words import LANGUAGES, catalogue

from .cases import ALONE, CAP, CRITERION, IMPROVED, MERGER, PLAN, faults, remarks

Changes = Mapping[str, object]

IN_USE = {"options.body.keys.running": "capped"}
BODY = "options.body"
SALARIES = {"staff.salary_table": "cao-gemeenten-2019-10", "jobs.clerk.scale": "8"}


CASES: list[tuple[str, str, str, Changes]] = [
    ("no_scope", BODY, "", {f"{BODY}.scope": {}}),
    ("lone_participant", f"{BODY}.participants", "", {f"{BODY}.participants": ["bee"]}),
    ("left_out_of_scope", f"{BODY}.scope.care", "", {f"{BODY}.scope": {"care": {"ape": 1.0}}}),
    ("no_work_of_their_own", f"{BODY}.participants", "",
     {"jobs.clerk.fte.cat": 0, "jobs.adviser.fte.cat": 0}),
    ("more_than_brought_in", f"{BODY}.joint_fte.clerk", "", {f"{BODY}.joint_fte": {"clerk": 150}}),
    ("every_year", f"{BODY}.amounts[0]", "", {f"{BODY}.amounts": [
        {"line": "startup", "name": "Housing", "amount": 10_000},
    ]}),
    ("every_year", "alone.amounts[0]", "[[alone.amounts]]\nline = 'friction'\nname = 'Archive'\n"
     "municipality = 'bee'\namount = 1_000\n", {}),
    ("beyond_bound", "staff.hired_factor", "", {"staff.hired_factor": 155}),
    ("beyond_bound", "staff.hired_factor", "", {"staff.hired_factor": 0.55}),
    ("beyond_bound", "scenario.wage_growth", "", {"scenario.wage_growth": 0.3}),
    ("beyond_bound", "scenario.discount_rate", "", {"scenario.discount_rate": 0.225}),
    ("beyond_bound", "tasks.care.volume_growth", "", {"tasks.care.volume_growth": -0.4}),
    ("beyond_bound", f"{BODY}.programme_effect.youth", "[budgets.youth]\nname = 'Youth'\n"
     "values = { ape = 1_000_000 }\n", {f"{BODY}.programme_effect": {"youth": 0.4}}),
    ("beyond_bound", "budgets.youth.variation", "[budgets.youth]\nname = 'Youth'\nvariation = 9\n"
     "values = { ape = 1_000_000 }\n", {}),
    ("beyond_bound", f"{BODY}.span_of_control", "", {
        f"{BODY}.span_of_control": 0.14, f"{BODY}.manager_scale": "10",
    }),
    ("beyond_bound", f"{BODY}.guarantee_years", "", {f"{BODY}.guarantee_years": 24}),
    ("part_of_year", "systems.desk.parallel_years", "", {"systems.desk.parallel_years": 1.5}),
    ("ramp_against", f"{BODY}.ramp", "", {f"{BODY}.ramp": [1.0, 0.6]}),
    ("ramp_against", "measures.lean.ramp", "[measures.lean]\nname = 'Lean'\ntasks = ['care']\n"
     "saving = 0.1\nramp = [1.0, 0.5]\n", {}),
    ("commas_between", "measures.lean.ramp", "[measures.lean]\nname = 'Lean'\ntasks = ['care']\n"
     "saving = 0.1\nramp = [0,1]\n", {}),
    ("commas_between", "measures.lean.ramp", "[measures.lean]\nname = 'Lean'\ntasks = ['care']\n"
     "saving = 0.1\nramp = [1,0,1,0]\n", {}),
    ("stranded_against", f"{BODY}.stranded", "", {f"{BODY}.stranded": [0.1, 0.5]}),
    ("salary_beyond", "salary.7", "", {"salary.7": 3_083}),
    ("salary_beyond", "salary.10", "", {"salary.10": 250_000}),
    ("salary_beyond", "salary.16", "[jobs.chief]\nname = 'Chief'\ntask = 'care'\nscale = '16'\n"
     "fte = { ape = 1 }\n", {"salary.16": 0}),
    ("plan_late", "plans.build.ready_by", PLAN.replace("from", "ready_by = 2021-01-31\nfrom"), {}),
    ("plan_late_for_start", f"{BODY}.work_plan.care", PLAN, {
        f"{BODY}.work_plan": {"care": "build"}, f"{BODY}.from": 2021,
    }),
    ("gaps", BODY, "", {f"{BODY}.no_amount": {"friction": "None."}}),
    ("no_key", BODY, "", {f"{BODY}.keys": {"running": "clients"}}),
    ("unread", "staff.productive_hours", "", {"staff.productive_hours": 1_400}),
    ("correlation_certain", 'sensitivity.correlation."staff.attrition, scenario.discount_rate"',
     '[sensitivity.correlation]\n"staff.attrition, scenario.discount_rate" = 0.5\n', {}),
    ("inert", "staff.hired_factor", "", {"staff.hired_factor": 1.4}),
    ("scale", "jobs.clerk.joint_scale", "", {
        "jobs.clerk.joint_scale": "7", f"{BODY}.employer": "home",
    }),
    ("scale", f"{BODY}.manager_scale", "", {f"{BODY}.manager_scale": "10"}),
    ("efficiency", BODY, "", {"tasks.care.scale_elasticity": 0.8}),
    ("no_ramp", "options.other", "[options.other]\nname = 'Other'\nform = 'network'\nfrom = 2021\n"
     "scope = { care = 1.0 }\n", {}),
    ("one_off_multiple", BODY, "", {f"{BODY}.process_fixed": 900_000}),
    ("one_off_multiple", BODY, "", {f"{BODY}.overhead_per_fte": 30_000}),
    ("overhead", "overhead.per_fte", "", {"overhead.per_fte": 27_999}),
    ("overhead", f"{BODY}.overhead_per_fte", "", {f"{BODY}.overhead_per_fte": 69_001}),
    ("overhead", "overhead.values.ape", "", {
        "overhead.values": {"ape": 70_000, "bee": 44_000, "cat": 44_000},
    }),
    ("managers_twice", "overhead.definition", "", {
        f"{BODY}.span_of_control": 12, f"{BODY}.manager_scale": "10",
    }),
    ("managers_perhaps_twice", "overhead.definition", "", {
        "overhead.definition": "All of it", "jobs.adviser.name": "Teamleider",
    }),
    ("purchasing_twice", "overhead.definition", "", {
        "overhead.definition": "With purchasing", "jobs.adviser.name": "Purchasing officer",
    }),
    ("purchasing_perhaps_twice", "overhead.definition", "", {
        "overhead.definition": "All of it", "jobs.adviser.name": "Contractbeheerder",
    }),
    ("past_horizon", f"{BODY}.from", "", {f"{BODY}.from": 2028}),
    ("no_way_out", f"{BODY}.exit_notice_years", "", {f"{BODY}.exit_notice_years": 9}),
    ("own_people_stay", f"{BODY}.exit_people", "", {
        f"{BODY}.employer": "home", f"{BODY}.exit_people": "stay",
    }),
    ("runs_on", f"{BODY}.amounts[0]", "", {f"{BODY}.until": 2023, f"{BODY}.amounts": [
        {"line": "formation", "name": "More posts", "from": 2021, "amount": 10_000},
    ]}),
    ("begins_anew", f"{BODY}.then", MERGER, {
        f"{BODY}.then": {"option": "merger", "year": 2024},
    }),
    ("left_out", "alone.amounts[0]", ALONE, {f"{BODY}.from": 2022}),
    ("left_out", "alone.amounts[0]", f"{ALONE}{IMPROVED}", {}),
    ("budget_calendar", f"{BODY}.from", "", {"scenario.decision_date": date(2020, 6, 30)}),
    ("unusual", "staff.attrition", "", {"staff.attrition": 0.09}),
    ("unusual", "staff.productive_hours", "", {"staff.productive_hours": 1_600}),
    ("unusual", f"{BODY}.vat_rate", "", {f"{BODY}.vat_rate": 0.25}),
    ("client_role", f"{BODY}.client_fte", "", {f"{BODY}.client_fte": 1.2}),
    ("client_role", f"{BODY}.client_fte.bee", "", {
        f"{BODY}.client_fte": {"ape": 0.2, "bee": 1.2, "cat": 0.2},
    }),
    ("exit_fee", f"{BODY}.exit_years", "", {f"{BODY}.exit_years": 8}),
    ("exit_fee", f"{BODY}.exit_start_share", "", {f"{BODY}.exit_start_share": 0.5}),
    ("salary_derived", "staff.salary_table", "", {
        **SALARIES, "staff.salary_table": "cao-gemeenten-2022-04",
    }),
    ("salary_year", "staff.salary_table", "", {**SALARIES, "scenario.price_level": 2021}),
    ("merger_grant", "options.merger", MERGER, {}),
    ("no_social_plan", BODY, "", {f"{BODY}.guarantee_years": 0}),
    ("bounds_short", "keys.capped", CAP, IN_USE),
    ("reconciliation", "municipalities.ape.budget", "", {"municipalities.ape.budget": 1}),
    ("anchors_rise", "criteria.money.anchors", CRITERION, {
        "criteria.money.anchors": [-20, -10, 0, 10, 20],
    }),
    ("anchors_apart", "criteria.money.anchors", CRITERION, {
        "criteria.money.anchors": [2e5, 1e5, 0, -1e5, -2e5],
    }),
    ("unused_sources", "sources.other", "[sources.other]\ntitle = 'Other'\n", {}),
    ("without_source", "staff.hired_factor", "", {"staff.hired_factor": 1.4}),
    ("unsigned", "municipalities.ape.inhabitants", "", {
        "scenario.status": "final", "sources.counted.kind": "assumption",
    }),
]  # fmt: skip


def test_nothing_is_remarked_on_a_complete_scenario() -> None:
    assert not remarks()
    assert not faults()


@pytest.mark.parametrize(("code", "path", "extra", "changes"), CASES)
def test_a_rule_remarks_on_what_it_is_about(
    code: str, path: str, extra: str, changes: Changes
) -> None:
    found = remarks("\n" + extra, changes)
    assert (code, path) in [(note.code, note.path) for note in found]


def test_every_rule_has_a_case() -> None:
    assert len({code for code, *_ in CASES}) >= len(RULES)


WITHIN: list[tuple[str, str, float]] = [
    ("beyond_bound", "staff.hired_factor", 1.0),
    ("beyond_bound", "options.body.span_of_control", 0),
    ("beyond_bound", "options.body.guarantee_years", 10),
    ("part_of_year", "options.body.guarantee_years", 2),
    ("salary_beyond", "salary.16", 180_000),
    ("overhead", "overhead.per_fte", 28_000),
    ("overhead", "overhead.per_fte", 69_000),
    ("unusual", "staff.attrition", 0.03),
    ("unusual", "staff.attrition", 0.08),
    ("unusual", "staff.productive_hours", 1_320),
    ("client_role", "options.body.client_fte", 1.0),
    ("one_off_multiple", "options.body.process_fixed", 70_000),
    ("managers_twice", "options.body.span_of_control", 0),
    ("bounds_short", "keys.capped.cap.over_alone", 0.5),
    ("reconciliation", "municipalities.ape.budget", 725_000),
]


@pytest.mark.parametrize(("code", "path", "value"), WITHIN)
def test_what_lies_within_the_published_range_is_not_remarked_on(
    code: str, path: str, value: float
) -> None:
    found = remarks("\n" + CAP, {**IN_USE, path: value})
    assert code not in {note.code for note in found}


def test_what_is_saved_in_a_year_is_that_of_the_option_in_force() -> None:
    changes = {"options.body.then": {"option": "merger", "year": 2024},
               "tasks.care.scale_elasticity": 0.8}  # fmt: skip
    notes = {note.path: note for note in remarks(MERGER, changes) if note.code == "efficiency"}
    first, second = notes["options.body"].details, notes["options.merger"].details
    assert first["efficiency"] == second["efficiency"]


def test_an_amount_that_comes_everywhere_is_not_left_out() -> None:
    extra = ALONE.replace("amount =", "everywhere = true\namount =")
    found = remarks(extra, {"options.body.from": 2022})
    assert "left_out" not in {note.code for note in found}


def test_an_option_that_does_nothing_yet_has_no_gain_to_set_its_change_against() -> None:
    codes = {note.code for note in remarks(ALONE, {"options.body.from": 2090})}
    assert "one_off_multiple" not in codes


def test_a_figure_beyond_its_bound_is_told_with_what_was_most_likely_meant() -> None:
    def said(path: str, value: float) -> str:
        found = remarks("", {path: value})
        return next(message(note, "en") for note in found if note.code == "beyond_bound")

    assert "If 155 per cent is meant, write 1.55." in said("staff.hired_factor", 155)
    assert "If 0.55 comes on top, write 1.55." in said("staff.hired_factor", 0.55)
    assert "If it is right, it can stay." in said("staff.hired_factor", 4)
    assert "If these are 18 months, write 2: whole years." in said("options.body.process_lead", 18)
    assert "a bound of its own, not published" in said("scenario.wage_growth", 0.3)


def test_a_salary_a_month_is_told_with_what_it_is_a_year() -> None:
    (note,) = (each for each in remarks("", {"salary.7": 3_083}) if each.code == "salary_beyond")
    # 3 083 x 12 x 1.1705 x 1.28 = 55 429.
    assert "about 55,429 euros a year" in message(note, "en")


def test_an_amount_that_falls_every_year_is_told_with_its_years_and_its_sum() -> None:
    rows = [{"line": "startup", "name": "Housing", "amount": 10_000}]
    found = remarks("", {"options.body.until": 2024, "options.body.amounts": rows})
    (note,) = (each for each in found if each.code == "every_year")
    assert "10,000 euros in 2021 to 2024, 40,000 euros together" in message(note, "en")


def test_an_amount_of_an_option_ends_where_another_takes_over() -> None:
    rows = [{"line": "startup", "name": "Housing", "amount": 10_000}]
    then = {"option": "merger", "year": 2024}
    found = remarks(MERGER, {"options.body.then": then, "options.body.amounts": rows})
    (note,) = (each for each in found if each.code == "every_year")
    assert "10,000 euros in 2021 to 2023, 30,000 euros together" in message(note, "en")


@pytest.mark.parametrize("dated", [{"year": 2022}, {"from": 2021, "until": 2022}])
def test_a_one_off_amount_with_its_years_is_not_remarked_on(dated: Mapping[str, int]) -> None:
    rows = [{"line": "startup", "name": "Housing", "amount": 10_000, **dated}]
    assert "every_year" not in {note.code for note in remarks("", {"options.body.amounts": rows})}


def test_anchors_around_the_outcomes_that_fall_with_cost_are_not_remarked_on() -> None:
    found = {note.code for note in remarks(CRITERION)}
    assert not found & {"anchors_rise", "anchors_apart"}
    alike = remarks(CRITERION, {"criteria.money.anchors": [2e5, 1e5, 0, -1e5, -2e5]})
    note = next(note for note in alike if note.code == "anchors_apart")
    assert "euro per inwoner per jaar" in message(note, "nl")


def test_one_municipality_can_have_a_private_form_by_itself() -> None:
    changes = {"options.body.participants": ["bee"], "options.body.form": "foundation"}
    assert "lone_participant" not in {note.code for note in remarks("", changes)}


def test_a_merger_that_gives_a_reason_for_no_grant_effect_is_not_remarked_on() -> None:
    extra = MERGER + "[options.merger.no_amount]\ngrant = 'Counted elsewhere.'\n"
    assert "merger_grant" not in {note.code for note in remarks(extra)}


def test_a_start_that_the_budget_calendar_meets_is_not_remarked_on() -> None:
    changes = {"scenario.decision_date": date(2020, 6, 5)}
    assert "budget_calendar" not in {note.code for note in remarks("", changes)}


def test_an_amount_that_ends_with_its_option_or_begins_after_it_does_not_run_on() -> None:
    row = {"line": "formation", "name": "Posts", "amount": 10_000}
    rows = [row, {**row, "from": 2021, "until": 2023}, {**row, "from": 2024}, {**row, "year": 2022}]
    found = remarks("", {"options.body.until": 2023, "options.body.amounts": rows})
    assert "runs_on" not in {note.code for note in found}


def test_a_host_needs_no_budget_of_its_own() -> None:
    changes = {"scenario.decision_date": date(2020, 6, 30), "options.body.employer": "host",
               "options.body.host": "cat"}  # fmt: skip
    assert "budget_calendar" not in {note.code for note in remarks("", changes)}


def test_a_signed_assumption_of_a_final_scenario_is_not_remarked_on() -> None:
    signed = {"value": 0.05, "source": "guess", "signed_off": True}
    extra = "[sources.guess]\ntitle = 'Guess'\nkind = 'assumption'\n"
    assert not remarks(extra, {"scenario.status": "final", "staff.attrition": signed})
    signed["signed_off"] = False
    found = remarks(extra, {"scenario.status": "final", "staff.attrition": signed})
    assert [(note.code, note.path) for note in found] == [("unsigned", "staff.attrition")]


def test_the_languages_have_a_note_for_every_code() -> None:
    for code, *_ in CASES:
        assert set(catalogue("notes")[code]) == set(LANGUAGES)
