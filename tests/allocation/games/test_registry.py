"""Every method is there, says what it does, and has a test in the literature or by hand."""

import subprocess
import sys
from typing import get_args

import pytest
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
    users = [source for source in part("allocation") if f'"{code}"' in source.text]
    assert len(users) >= 2


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
