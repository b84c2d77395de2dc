import numpy as np
import pytest
from examples import EXAMPLE, example, gallery

from orgdesign.model.calculation import evaluate
from orgdesign.model.inputs import EFFICIENCY
from orgdesign.model.outcomes import structural_cost
from orgdesign.model.result import Cases
from orgdesign.model.staffing import break_even_efficiency, staffing
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import Scenario


@pytest.mark.parametrize("scenario", [example(), *gallery()], ids=lambda s: s.file[-30:])
def test_work_is_local_or_pooled_and_joint_posts_follow_it(
    scenario: Scenario,
) -> None:
    result = evaluate(scenario)
    y = scenario.years.index(scenario.report_year)
    for option in scenario.options:
        found = staffing(result, option)
        figures = result.options[option].evaluation
        pooled = np.broadcast_to(figures["pooled"], (*found.demand.shape, len(scenario.years), 1))
        np.testing.assert_allclose(found.local + pooled[:, :, y, 0], found.demand, atol=1e-12)
        expected = (1 - found.efficiency) * pooled[:, :, y, 0].sum()
        assert found.joint == pytest.approx(expected, abs=1e-9)


def test_nobody_changes_employer_in_a_network_and_all_but_the_host_with_a_host() -> None:
    scenario = example()
    result = evaluate(scenario)
    assert staffing(result, "network").changing_employer.sum() == 0
    host = scenario.municipalities.index("zeist")
    found = staffing(result, "host_zeist")
    assert found.changing_employer[host].sum() == 0
    others = np.delete(found.changing_employer - found.brought_in, host, axis=0)
    assert np.abs(others).max() == 0


def test_pooling_leaves_fewer_vulnerable_jobs() -> None:
    found = staffing(evaluate(example()), "joint_body")
    assert found.vulnerable.sum() < found.vulnerable_alone.sum()


def test_at_the_break_even_efficiency_a_municipality_pays_as_much_as_alone() -> None:
    scenario = example()
    result = evaluate(scenario)
    alone = structural_cost(result, "alone")[:, 0]
    for option in scenario.options:
        even = break_even_efficiency(result, option)
        for place, efficiency in enumerate(even):
            assert not np.isnan(efficiency)
            tried = evaluate(scenario, Cases(1, {EFFICIENCY: np.array([efficiency])}), [option])
            assert structural_cost(tried, option)[place, 0] == pytest.approx(alone[place], abs=1)


def test_where_no_efficiency_breaks_even_there_is_no_answer() -> None:
    loaded = load(EXAMPLE, ["options.network.governance_fixed=900_000_000"])
    assert loaded.scenario is not None
    assert np.isnan(break_even_efficiency(evaluate(loaded.scenario), "network")).all()
