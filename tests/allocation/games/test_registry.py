"""Every method is there, says what it does, and has a test in the literature or by hand."""

import subprocess
import sys
from types import SimpleNamespace
from typing import get_args

import pytest
import scipy.optimize
from cost_games import drawn
from source_tree import part

from orgdesign.allocation.games.method import Remark, Undefined
from orgdesign.allocation.games.registry import METHODS


@pytest.mark.parametrize("method", METHODS)
def test_a_method_says_what_it_returns_and_how(method: str) -> None:
    said = METHODS[method].__doc__ or ""
    assert said.startswith("Return ")
    assert "Formula: " in said
    assert "Unit: euros" in said


@pytest.mark.parametrize("code", [*get_args(Undefined), *get_args(Remark)])
def test_every_code_is_used(code: str) -> None:
    sources = (*part("allocation"), *part("model"))
    users = [source for source in sources if f'"{code}"' in source.text]
    assert len(users) >= 2


@pytest.mark.parametrize("method", ["nucleolus", "prenucleolus", "least_core", "epm"])
def test_a_solver_that_gives_up_is_said(method: str, monkeypatch: pytest.MonkeyPatch) -> None:
    gave_up = SimpleNamespace(status=4, message="numerical trouble")
    monkeypatch.setattr(scipy.optimize, "linprog", lambda *_, **__: gave_up)
    found = METHODS[method](drawn("airport", 5, 2))
    assert found.amounts is None
    assert found.undefined == "not_solved"


@pytest.mark.parametrize(
    ("method", "why"), [("prenucleolus", "not_verified"), ("least_core", "not_solved")]
)
def test_a_search_that_does_not_end_is_said(
    method: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object, **__: object) -> None:
        message = "too many steps"
        raise RuntimeError(message)

    monkeypatch.setattr(scipy.optimize, "nnls", endless)
    assert METHODS[method](drawn("airport", 5, 2)).undefined == why


def test_scipy_is_loaded_only_by_what_needs_it() -> None:
    code = (
        "import sys\n"
        "import numpy as np\n"
        "from orgdesign.allocation.games import draws, change, sampling, sanity, stability\n"
        "from orgdesign.allocation.games.registry import METHODS\n"
        "from orgdesign.allocation.games.game import Game\n"
        "METHODS['shapley'](Game(('a', 'b'), np.array([0.0, 3, 4, 5])))\n"
        "print('scipy' in sys.modules)"
    )
    said = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, check=True, encoding="utf-8"
    )
    assert said.stdout.strip() == "False"
