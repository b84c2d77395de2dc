"""The terms of a fit: factored as a QR does, or not where cases cannot tell them apart."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import qr, solve_triangular

from orgdesign.quantities import Quantity
from orgdesign.sensitivity import chaos
from orgdesign.sensitivity.draws import points
from orgdesign.sensitivity.factors import Factor

RARE = Quantity(value=0.0, values=(0.0, 1.0), weights=(0.999, 0.001), distribution="discrete")


def uniform(number: int) -> list[Factor]:
    figure = Quantity(value=0.5, low=0.0, high=1.0, distribution="uniform")
    return [Factor(f"x{at}", {f"x{at}": figure}) for at in range(number)]


def made(drawn: list[Factor]) -> chaos.Basis | None:
    cases = chaos.OVERSAMPLED * chaos.terms(len(drawn))
    ranks = points(len(drawn), cases, np.random.default_rng(3), "sobol")
    return chaos.basis(drawn, ranks, 3)


@pytest.mark.parametrize("number", [1, 2, 7, 20])
def test_the_terms_are_factored_as_by_a_qr(number: int) -> None:
    found = made(uniform(number))
    assert found is not None
    q, r = qr(found.terms, mode="economic")
    signs = np.sign(r.diagonal())
    assert np.abs(found.q - q * signs).max() < 1e-13
    inverse = solve_triangular(r, np.eye(len(r))) * signs
    assert np.abs(found.inverse - inverse).max() < 1e-13


def test_cases_that_do_not_tell_terms_apart_give_no_fit() -> None:
    """None of so few cases has the rare value: as a term it is as constant as the first."""
    assert made([Factor("rare", {"rare": RARE}), *uniform(2)]) is None


def test_the_terms_of_skewed_figures_are_uncorrelated_and_of_variance_one() -> None:
    steps = (np.arange(256) + 0.5) / 256
    ranks = np.array([each.ravel() for each in np.meshgrid(steps, steps)])
    skewed = [
        Factor(x, {x: Quantity(value=top, low=0.0, high=1.0)})
        for x, top in (("x", 0.1), ("y", 0.8))
    ]
    found = chaos.basis(skewed, ranks, 1)
    assert found is not None
    products = found.terms.T @ found.terms / ranks.shape[1]
    np.testing.assert_allclose(products, np.eye(6), atol=5e-3)


def test_a_figure_of_one_value_has_no_terms() -> None:
    fixed = Factor("fixed", {"fixed": Quantity(value=0.5, values=(0.5,), distribution="discrete")})
    found = made([fixed, *uniform(1)])
    assert found is not None
    assert found.members.tolist() == [[False, False], [False, True], [False, True]]
