import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgdesign.words.ascii import ascii_text
from orgdesign.words.width import width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Súdwest-Fryslân", "Sudwest-Fryslan"),
        ("−10.113 …", "-10.113 ."),
        ("“gemeente” – ‘s", '"gemeente" - \'s'),
        ("┌─┐│█", "+-+|#"),
        ("市", "??"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_written_in_the_nearest_letters(text: str, expected: str) -> None:
    assert ascii_text(text) == expected


@given(st.text())
def test_a_text_keeps_its_cells(text: str) -> None:
    assert ascii_text(text).isascii()
    assert width(ascii_text(text)) == width(text)
