"""Two files that give one fact differently."""

from orgdesign.notes.facts import conflicts
from orgdesign.notes.note import message

from .cases import scenario


def test_a_file_does_not_contradict_itself() -> None:
    assert not conflicts([scenario(), scenario()])


def test_inhabitants_of_one_day_differ() -> None:
    other = scenario("", {"municipalities.ape.inhabitants": {"value": 21_000, "source": "counted"}})
    (note,) = conflicts([scenario(), other])
    assert note.path == "municipalities.ape.inhabitants"
    said = message(note, "en")
    assert "21,000" in said
    assert "20,000 in scenario.toml, line" in said


def test_inhabitants_of_another_day_may_differ() -> None:
    later = {"value": 21_000, "source": "later"}
    extra = "\n[sources.later]\ntitle = 'Counted'\ndate = 2020-01-01\n"
    other = scenario(extra, {"municipalities.ape.inhabitants": later})
    assert not conflicts([scenario(), other])


def test_a_figure_of_one_source_differs() -> None:
    (note,) = conflicts([scenario(), scenario("", {"figures.clients.values.bee": 301})])
    assert note.path == "figures.clients.values.bee"


def test_a_figure_of_another_year_may_differ() -> None:
    other = scenario("", {"figures.clients.values.bee": 301, "figures.clients.year": 2020})
    assert not conflicts([scenario(), other])


def test_euros_of_another_price_level_may_differ() -> None:
    changes = {"overhead.per_fte": 50_000}
    assert len(conflicts([scenario(), scenario("", changes)])) == 1
    assert not conflicts([scenario(), scenario("", {**changes, "scenario.price_level": 2020})])


def test_what_is_assumed_may_differ() -> None:
    guess = {"sources.counted.kind": "assumption"}
    other = scenario("", {**guess, "figures.clients.values.bee": 301})
    assert not conflicts([scenario("", guess), other])


def test_choices_may_differ() -> None:
    other = scenario("", {"options.body.client_fte": {"value": 0.3, "source": "counted"}})
    first = scenario("", {"options.body.client_fte": {"value": 0.2, "source": "counted"}})
    assert not conflicts([first, other])


def test_the_name_of_a_municipality_differs() -> None:
    (note,) = conflicts([scenario(), scenario("", {"municipalities.ape.name": "Aap"})])
    assert "is Aap here, but Ape" in message(note, "en")
