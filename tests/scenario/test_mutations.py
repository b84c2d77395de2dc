"""A file with letters taken out, put in or swapped is read, or says what is wrong: never more."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from orgdesign.scenario.load import load_text
from orgdesign.scenario.problems import render_all

ROOT = Path(__file__).parent.parent.parent
TEXTS = tuple(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "scenarios/tiny.toml", ROOT / "tests/invalid/sound/region.toml")
)
LETTERS = tuple("\"'[]{},.=#\n\\\x00\x1b€%10-_ \t;:“\ré\u200b\u00a0\ud800")
WORDS = ('"""', "[[", "nan", "1e999", "9" * 400, "[a]\n", '"" = 1\n', "= {", "..", "'s-H", "remove")
PIECES = st.sampled_from(LETTERS + WORDS)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        until = min(len(text), at + draw(st.integers(0, 12)))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:at] + text[until:]
            case 1:
                text = text[:at] + draw(PIECES) + text[at:]
            case 2:
                text = text[:at] + text[at:until] * 2 + text[until:]
            case _:
                lines = text.split("\n")
                one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
                lines[one], lines[other] = lines[other], lines[one]
                text = "\n".join(lines)
    return text


def holds(text: str) -> None:
    """Assert that a text loads, or has problems at places that it has."""
    outcome = load_text(text)
    assert (outcome.scenario is None) == bool(outcome.problems)
    for language in ("nl", "en"):
        said = render_all(outcome.problems, language)
        assert not any(letter in said for letter in "\x00\x1b\r")
    lines = text.replace("\r\n", "\n").split("\n")
    for problem in outcome.problems:
        assert 1 <= problem.column <= len(problem.quoted) + 1
        if problem.file == "scenario.toml":
            assert 1 <= problem.line <= len(lines)
            assert problem.quoted == lines[problem.line - 1]


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_a_mutated_file_loads_or_says_what_is_wrong(text: str) -> None:
    holds(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_loads_or_says_what_is_wrong(text: str) -> None:
    holds(text)
