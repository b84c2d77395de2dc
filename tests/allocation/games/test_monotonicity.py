import numpy as np
import pytest
from cost_games import close, drawn, game

from orgdesign.allocation.games.monotonicity import extra, overrun
from orgdesign.allocation.games.registry import METHODS


@pytest.mark.parametrize(("total", "dearer"), [(100, 105), (-100, -95), (0, 0)])
def test_an_overrun_makes_only_the_whole_dearer(total: float, dearer: float) -> None:
    tried = game([80, 90, total])
    assert overrun(tried, 5).costs.tolist() == [0, 80, 90, dearer]
    assert tried.total == total


def test_what_each_pays_more_makes_the_overrun() -> None:
    tried = drawn("concave", 5, 1)
    found = extra(tried, 5, METHODS)
    assert list(found) == list(METHODS)
    for amounts in found.values():
        assert amounts is None or amounts.sum() == pytest.approx(0.05 * tried.total)
    assert found["shapley"] is not None
    close(found["shapley"], 0.05 * tried.total / 5)


def test_a_nucleolus_can_fall_when_the_whole_rises() -> None:
    # The nucleolus is not monotone in c(N) (Megiddo 1974); the per-capita one is.
    fallen = []
    for seed in range(12):
        tried = drawn("ties", 5, seed)
        found = extra(tried, 5, {m: METHODS[m] for m in ("prenucleolus", "per_capita_nucleolus")})
        plain, per_capita = found["prenucleolus"], found["per_capita_nucleolus"]
        assert plain is not None
        assert per_capita is not None
        assert per_capita.min() >= -1e-9
        fallen.append(plain.min() < -1e-6)
    assert any(fallen)


def test_a_method_without_an_answer_has_no_extra() -> None:
    assert extra(game([3, -3, 1]), 5, {"stand_alone": METHODS["stand_alone"]}) == {
        "stand_alone": None
    }
    assert np.isfinite(np.array(extra(game([3, 4, 6]), 5, {"tau": METHODS["tau"]})["tau"])).all()
