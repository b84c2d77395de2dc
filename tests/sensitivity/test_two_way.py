"""The grid of two quantities: its cells are the model's, and its line is where two are equal."""

from __future__ import annotations

import numpy as np
import pytest
from examples import ROOT, scenario

from orgdesign.model.result import Cases
from orgdesign.quantities import Quantity
from orgdesign.sensitivity.study import Study
from orgdesign.sensitivity.two_way import two_way
from sensitivity.analytic import analytic, ranges

ZOU = scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml")
FIGURES = ("overhead.per_fte", "options.joint_body.realisation")


def test_a_cell_is_what_the_model_says_at_both_values() -> None:
    study = Study(ZOU, ("joint_body", "network"), ZOU.municipalities)
    found = two_way(study, "joint_body", "network", FIGURES, ["bunnik"])
    for row in (0, 4, found.rows.size - 1):
        for column in (0, 3, found.columns.size - 1):
            values = {FIGURES[0]: found.rows[[row]], FIGURES[1]: found.columns[[column]]}
            costs = study.costs(Cases(1, values))
            apart = (costs["joint_body"] - costs["network"])[0, 0]
            assert found.apart[row, column] == pytest.approx(apart, abs=1e-6)


def test_on_the_line_the_options_are_less_than_a_euro_apart() -> None:
    study = Study(ZOU, ("joint_body",), ZOU.municipalities)
    found = two_way(study, "joint_body", "alone", (FIGURES[0], "options.joint_body.client_fte"))
    assert any(found.equal)
    for row, equal in zip(found.rows, found.equal, strict=True):
        for value in equal:
            cases = Cases(
                1, {FIGURES[0]: np.array([row]), "options.joint_body.client_fte": np.array([value])}
            )
            costs = study.costs(cases)
            assert abs((costs["joint_body"] - costs["alone"]).sum()) < 1.0


def test_the_line_of_a_circle_is_crossed_twice_in_a_row() -> None:
    study = analytic(
        lambda at: 1000 * ((at["x"] - 0.5) ** 2 + (at["y"] - 0.5) ** 2 - 0.09), ranges(["x", "y"])
    )
    found = two_way(study, "joint", "alone", ("x", "y"))
    for x, equal in zip(found.rows, found.equal, strict=True):
        inside = 0.09 - (x - 0.5) ** 2
        expected = [0.5 - inside**0.5, 0.5 + inside**0.5] if inside > 0 else []
        assert list(equal) == pytest.approx(expected, abs=1e-5)


def test_the_central_values_stand_on_both_sides_of_the_grid() -> None:
    study = Study(ZOU, ("joint_body",), ZOU.municipalities)
    found = two_way(study, "joint_body", "alone", FIGURES)
    assert ZOU.figures[FIGURES[0]].value in found.rows
    assert ZOU.figures[FIGURES[1]].value in found.columns


def test_a_quantity_in_steps_has_its_own_values_along_the_side() -> None:
    figures = {**ranges(["x"]), "y": Quantity(value=2, values=(1, 2, 4), distribution="discrete")}
    found = two_way(
        analytic(lambda at: at["y"] - 3 + 0 * at["x"], figures), "joint", "alone", ("x", "y")
    )
    assert found.columns.tolist() == [1.0, 2.0, 4.0]
    assert set(found.equal) == {(4.0,)}
