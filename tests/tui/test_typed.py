"""Numbers and ranges as people type them are read as a scenario file writes them."""

import re

import pytest

from orgdesign.quantities import Quantity
from orgdesign.tui.typed import (
    ObjectionError,
    Writing,
    as_typed,
    changed,
    not_among,
    read_field,
    read_typed,
)

DUTCH, ENGLISH = Writing("nl", "nl_NL"), Writing("en", "en_GB")
EUROS, SHARE = "options.x.governance_fixed", "options.x.realisation"


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
    assert read_typed(typed, DUTCH) == expected


@pytest.mark.parametrize(
    "typed",
    [
        ("", "", ""),
        ("€ 5", "", ""),
        ("1.234,56", "", ""),
        ("5 00", "", ""),
        ("0 500", "", ""),
        ("5 000.000", "", ""),
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
        read_typed(typed, ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "10 8 12", "10 (8-12)", "10 (8 tot 12)", "10 [8 .. 12]", "10(8 to 12)", "10 (8 12)",
        "8 tot 12", "8..12", "8-12", "8 - 12", "8 \u2013 12", "8 t/m 12", "8\u202612",
    ],
)  # fmt: skip
def test_a_range_is_read_from_one_field_in_every_usual_way(text: str) -> None:
    assert read_field(text, DUTCH, now=10.0) == ("10", "8", "12")
    assert read_typed((text, "1", "2"), DUTCH, now=10.0) == ("10", "8", "12")


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("0,4 tot 0,8", None, ("0.6", "0.4", "0.8")),
        ("0,4 tot 0,8", 0.9, ("0.6", "0.4", "0.8")),
        ("0,4 tot 0,8", 0.8, ("0.8", "0.4", "0.8")),
        ("-8--4", -5.0, ("-5", "-8", "-4")),
        ("\u22125 (\u22128 tot \u22124)", None, ("-5", "-8", "-4")),
        ("5", None, ("5", "", "")),
    ],
)
def test_a_range_alone_leaves_a_value_that_lies_in_it(
    text: str, now: float | None, expected: tuple[str, str, str]
) -> None:
    assert read_field(text, DUTCH, now) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8 12", "10 (8 to 12)"),
        ("10 (8 to 12", "10 (8 to 12)"),
        ("10 to twelve", "10 (8 to 12)"),
        ("1.234,56", "not a number"),
        ("13 (8 to 12)", "rise in that order"),
        ("12 to 8", "rise in that order"),
    ],
)
def test_what_is_no_range_is_told_with_how_one_is_typed(text: str, words: str) -> None:
    with pytest.raises(ObjectionError, match=re.escape(words)):
        read_field(text, ENGLISH)


@pytest.mark.parametrize(
    ("text", "written", "path", "expected"),
    [
        ("48.000", DUTCH, EUROS, "48000"),
        ("1.048.000,50", DUTCH, EUROS, "1048000.50"),
        ("\u221248.000", DUTCH, EUROS, "-48000"),
        ("48,5", DUTCH, EUROS, "48.5"),
        ("48.5", DUTCH, EUROS, "48.5"),
        ("48,000", ENGLISH, EUROS, "48000"),
        ("48,1250", DUTCH, EUROS, "48.1250"),
        ("48,125", DUTCH, "municipalities.x.inhabitants", "48125"),
        ("0.125", DUTCH, SHARE, "0.125"),
        ("1.125", DUTCH, "options.x.client_fte", "1125"),
        ("1.125", DUTCH, "tasks.x.scale_elasticity", "1.125"),
    ],
)
def test_what_the_app_prints_can_be_typed_back(
    text: str, written: Writing, path: str, expected: str
) -> None:
    assert read_field(text, written.at(path)) == (expected, "", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 500", ("12500", "", "")),
        ("-1 234 567,5", ("-1234567.5", "", "")),
        ("12\u00a0500", ("12500", "", "")),
        ("12 500 - 13 000", ("12750", "12500", "13000")),
        ("12 500 (10 000 tot 15.000)", ("12500", "10000", "15000")),
        ("12 500 (10 000 15 000)", ("12500", "10000", "15000")),
        ("12 500 10 000 15 000", ("12500", "10000", "15000")),
        ("500 100 1 000", ("500", "100", "1000")),
        ("0 -3 -1", ("0", "-3", "1")),
        ("10 -8 12", ("10", "-8", "12")),
    ],
)
def test_a_space_parts_thousands_where_three_digits_follow(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert read_field(text, DUTCH.at("options.x.amounts[0].amount")) == expected


def test_each_of_three_fields_may_part_thousands_with_a_space() -> None:
    typed = ("12 500", "10 000", "15 000")
    assert read_typed(typed, DUTCH.at(EUROS)) == ("12500", "10000", "15000")


def test_a_mark_that_only_some_places_print_is_read_back_with_a_range() -> None:
    swiss, french = Writing("en", "de_CH").at(EUROS), Writing("en", "fr_FR").at(EUROS)
    for text, writing in (
        ("12'500 (10\u2019000 to 15'000)", swiss),
        ("12\u202f500 (10000 15 000)", french),
    ):
        assert read_field(text, writing) == ("12500", "10000", "15000")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("500 400 600", "typ 500 (400 tot 600) of 500400600."),
        ("500 400 - 600 000", "typ 500 (400 tot 600000) of 550200 (500400 tot 600000)."),
        ("12 500 - 13", "in die volgorde oplopen"),
        ("12 500 13 000", "in die volgorde oplopen"),
        ("12 50", "of 8 tot 12"),
    ],
)
def test_spaces_that_leave_two_figures_or_none_are_asked_back(text: str, words: str) -> None:
    with pytest.raises(ObjectionError, match=re.escape(words)):
        read_field(text, DUTCH.at(EUROS))


def test_a_share_has_no_thousands_and_many_words_are_no_figure() -> None:
    with pytest.raises(ObjectionError, match="geen getal"):
        read_field("1 500", DUTCH.at(SHARE))
    with pytest.raises(ObjectionError, match="of 8 tot 12"):
        read_field("500 " * 2000, DUTCH.at(EUROS))


def test_a_range_is_typed_with_the_same_marks() -> None:
    written = DUTCH.at(EUROS)
    assert read_field("10.000 (5.000 tot 20.000)", written) == ("10000", "5000", "20000")
    assert read_typed(("48.000", "30.000", "69.000"), written) == ("48000", "30000", "69000")


@pytest.mark.parametrize(
    ("text", "written", "path", "words"),
    [
        ("48,000", DUTCH, EUROS, "typ 48000 of 48,0."),
        ("48.250", ENGLISH, EUROS, "type 48250 or 48.25."),
        ("48,125", DUTCH, EUROS, "typ 48125 of 48,1250."),
        ("55%", DUTCH, SHARE, "typ 0,55."),
        ("5.5 %", ENGLISH, SHARE, "type 0.055."),
    ],
)
def test_what_may_be_two_numbers_is_asked_back(
    text: str, written: Writing, path: str, words: str
) -> None:
    with pytest.raises(ObjectionError, match=re.escape(words)):
        read_field(text, written.at(path))


@pytest.mark.parametrize(("written", "mark"), [(DUTCH, ","), (ENGLISH, ".")])
def test_a_figure_is_offered_as_it_would_be_typed(written: Writing, mark: str) -> None:
    quantity = Quantity(value=78_500, low=0.25, high=1e6)
    assert as_typed(quantity, written) == ("78500", f"0{mark}25", "1000000")
    assert as_typed(Quantity(value=1), written) == ("1", "", "")


def test_what_is_offered_reads_as_no_change() -> None:
    quantity = Quantity(value=0.5, low=0.25, high=0.75)
    typed = read_typed(as_typed(quantity, DUTCH), DUTCH)
    assert changed(quantity, typed) is None


def test_only_what_changed_is_tried() -> None:
    quantity = Quantity(value=0.5, low=0.25, high=0.75)
    assert changed(quantity, ("0.6", "0.25", "0.75")) == ("0.6", "", "")
    assert changed(quantity, ("0.5", "0.2", "0.75")) == ("0.5", "0.2", "0.75")
    assert changed(quantity, ("0.6", "", "")) == ("0.6", "0.6", "0.6")
    assert changed(Quantity(value=1), ("2", "", "")) == ("2", "", "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("process", "Bedoelt u “proceskosten”? Kies anders uit: proceskosten, opleiding"),
        ("Process Kosten", "Bedoelt u “proceskosten”? Kies anders uit: proceskosten, opleiding"),
        ("control", "kan hier niet; kies uit: bestuur, control en verantwoording, opl"),
        ("xyz", "kan hier niet; kies uit: opleiding, bestuur"),
    ],
)
def test_what_was_meant_comes_first_among_the_choices(typed: str, said: str) -> None:
    choices = ("opleiding", "bestuur, control en verantwoording", "proceskosten")
    assert said in str(not_among(typed, choices, "nl"))
