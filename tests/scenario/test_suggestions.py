"""What somebody most likely meant, where a word means one thing here and another there."""

import pytest

from orgdesign.scenario.load import load_text
from scenario.files import BASE

KEY = """
[keys.slow]
name = "Slow"
figure = "inhabitants"
"""


@pytest.mark.parametrize(
    ("extra", "override", "meant"),
    [
        ("", "options.host.ingroei=[0.2, 1.0]", "ramp"),
        ("", "options.host.opbouw=[0.2, 1.0]", "ramp"),
        (KEY, 'keys.slow.ingroei={from="equal", years=2, start=2026}', "path"),
        (KEY, 'keys.slow.ingroeiregeling={from="equal", years=2, start=2026}', "path"),
    ],
)
def test_ingroei_is_the_path_of_a_key_and_the_ramp_of_an_option(
    extra: str, override: str, meant: str
) -> None:
    path, _, value = override.partition("=")
    table, _, word = path.rpartition(".")
    text = BASE + extra
    assert f"[{table}]\n" in text
    given = text.replace(f"[{table}]\n", f"[{table}]\n{word} = {value}\n")
    (problem,) = load_text(given).problems
    assert problem.details["suggestion"] == meant
