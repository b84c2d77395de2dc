from functools import partial

import tomli_w
from examples import EXAMPLE, example
from examples import scenario as the_scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.gaps import gaps, systems_in_scope
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario

with_ = partial(the_scenario, EXAMPLE)


def test_a_head_without_a_statement_is_named_in_the_order_of_the_bill() -> None:
    found = gaps(example(), "host_zeist")
    assert found == (
        "client_role", "stranded_overhead", "governance", "process", "social_plan", "friction",
        "disintegration",
    )  # fmt: skip


def test_a_reason_or_an_amount_states_a_head() -> None:
    found = gaps(example(), "joint_body")
    assert "friction" not in found
    assert "disintegration" not in found


def test_a_property_set_to_nothing_states_its_head() -> None:
    scenario = with_("options.host_zeist.client_fte=0", "options.host_zeist.governance_fixed=0")
    found = gaps(scenario, "host_zeist")
    assert "client_role" not in found
    assert "governance" not in found


def test_vat_is_a_gap_until_its_recoverable_part_is_given() -> None:
    assert {"vat", "vat_one_off"} <= set(gaps(example(), "network"))
    scenario = with_("options.network.vat_recoverable=1.0")
    assert not {"vat", "vat_one_off"} & set(gaps(scenario, "network"))


def test_the_zero_option_has_no_gaps() -> None:
    assert gaps(example(), "alone") == ()


def test_a_merger_must_state_its_grant_and_needs_no_tax() -> None:
    tables = {
        "format": 1,
        "scenario": {"title": "Twee", "price_level": 2022, "first_year": 2022, "years": 3},
        "municipalities": {name: {"name": name, "inhabitants": 20_000} for name in ("a", "b")},
        "salary": {"8": 70_000},
        "overhead": {"per_fte": 44_000},
        "tasks": {"t": {"name": "T"}},
        "jobs": {"j": {"name": "J", "task": "t", "scale": "8", "fte": {"a": 4, "b": 6}}},
        "options": {
            "one": {"form": "merger", "name": "Een", "from": 2022, "overhead_per_fte": 44_000}
        },
    }
    scenario = load_text(tomli_w.dumps(tables)).scenario
    assert scenario is not None
    found = gaps(scenario, "one")
    assert "grant" in found
    assert not {"vat", "vat_one_off", "client_role", "stranded_overhead"} & set(found)


def test_a_system_is_in_scope_as_it_is_on_the_bill() -> None:
    for scenario in (example(), late(2023), late(2040)):
        for option in scenario.options:
            figure = evaluate(scenario).options[option].evaluation["system_in_scope"]
            joint = figure.any(axis=(0, 2, 3))
            systems = scenario.document.systems
            expected = tuple(id for id, on in zip(systems, joint, strict=True) if on)
            assert systems_in_scope(scenario, option) == expected


def late(year: int) -> Scenario:
    """Return the example with a task of the host that comes in later."""
    return with_(f"options.host_zeist.tasks.backoffice_wmo={{from={year}}}")


def test_a_system_of_a_task_that_never_comes_in_says_nothing_that_lacks() -> None:
    given = systems_in_scope(late(2023), "host_zeist")
    never = systems_in_scope(late(2040), "host_zeist")
    assert set(given) - set(never)
