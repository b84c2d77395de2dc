import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
SECOND_TIME = f"""\
import resource, sys
sys.path.insert(0, {str(TESTS)!r})
from examples import example
from orgdesign.sensitivity.draws import points
from orgdesign.sensitivity.factors import cases_of, factors
from orgdesign.sensitivity.run import block_size
from orgdesign.sensitivity.study import Study
import numpy as np

def pages():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt

scenario = example()
study = Study(scenario, scenario.options, scenario.municipalities, "present_value")
drawn = factors(scenario)
ranks = points(len(drawn), block_size(scenario), np.random.default_rng(1), "random")
cases = cases_of(drawn, ranks)
study.costs(cases)
before = pages()
study.costs(cases)
print(pages() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="memory of another system")
def test_a_block_asks_the_system_for_no_memory_that_the_last_one_had() -> None:
    command = [sys.executable, "-c", SECOND_TIME]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MALLOC_")}
    done = subprocess.run(command, env=kept, capture_output=True, encoding="utf-8", check=True)
    assert int(done.stdout) < 1000
