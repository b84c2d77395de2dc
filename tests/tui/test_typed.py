import pytest

from orgdesign.quantities import Quantity
from orgdesign.tui.typed import ObjectionError, as_typed, changed, read_typed
from orgdesign.words import Language


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("0,6", "", ""), ("0.6", "", "")),
        (("0.6", "0,5", "0.7"), ("0.6", "0.5", "0.7")),
        ((" +78_500 ", "", ""), ("78_500", "", "")),
        (("−5", "-6", "-4"), ("-5", "-6", "-4")),
    ],
)
def test_numbers_as_people_type_them(
    typed: tuple[str, str, str], expected: tuple[str, str, str]
) -> None:
    assert read_typed(typed, "nl") == expected


@pytest.mark.parametrize(
    "typed",
    [
        ("", "", ""),
        ("€ 5", "", ""),
        ("1.234,56", "", ""),
        ("5 000", "", ""),
        ("1e5", "", ""),
        ("nan", "", ""),
        ("5", "4", ""),
        ("5", "", "6"),
        ("5", "6", "7"),
        ("5", "3", "4"),
        ("[1]", "", ""),
        ("٥", "", ""),
    ],
)
def test_what_is_no_number_or_no_range_is_told(typed: tuple[str, str, str]) -> None:
    with pytest.raises(ObjectionError):
        read_typed(typed, "en")


@pytest.mark.parametrize(("language", "mark"), [("nl", ","), ("en", ".")])
def test_a_figure_is_offered_as_it_would_be_typed(language: Language, mark: str) -> None:
    quantity = Quantity(value=78_500, low=0.25, high=1e6)
    assert as_typed(quantity, language) == ("78500", f"0{mark}25", "1000000")
    assert as_typed(Quantity(value=1), language) == ("1", "", "")


def test_what_is_offered_reads_as_no_change() -> None:
    quantity = Quantity(value=0.5, low=0.25, high=0.75)
    typed = read_typed(as_typed(quantity, "nl"), "nl")
    assert changed(quantity, typed) is None


def test_only_what_changed_is_tried() -> None:
    quantity = Quantity(value=0.5, low=0.25, high=0.75)
    assert changed(quantity, ("0.6", "0.25", "0.75")) == ("0.6", "", "")
    assert changed(quantity, ("0.5", "0.2", "0.75")) == ("0.5", "0.2", "0.75")
    assert changed(quantity, ("0.6", "", "")) == ("0.6", "0.6", "0.6")
    assert changed(Quantity(value=1), ("2", "", "")) == ("2", "", "")
