"""What stands where an id belongs: told by the schema, whatever things are called."""

import pytest

from orgdesign.scenario.load import load_text
from orgdesign.scenario.named import table_named
from orgdesign.scenario.paths import split_path
from scenario.files import BASE, codes, sound


@pytest.mark.parametrize(
    ("path", "key", "table"),
    [
        ("jobs.scope.fte.north", True, "municipalities"),
        ("options.keys.name", False, None),
        ("options.keys.keys.running", False, "keys"),
        ("options.keys.keys.running", True, "pools"),
        ("options.host.scope.mix.north", True, "municipalities"),
        ("options.host.tasks.keys.from", False, None),
        ("options.host.thresholds.north", True, "municipalities"),
        ("options.host.participants[0]", False, "municipalities"),
        ("options.host.participants", False, "municipalities"),
        ("options.host.overlap.north", True, None),
        ("keys.distances.mix.equal", True, "shares"),
        ("keys.a.path.from", False, "shares"),
        ("distances.north.south", True, "municipalities"),
        ("tasks.administration", True, None),
        ("sensitivity.keys.two", True, None),
        ("tables.own.measure", False, "measures"),
    ],
)
def test_a_place_says_what_an_id_there_names(path: str, key: bool, table: str | None) -> None:
    assert table_named(split_path(path), key) == table


@pytest.mark.parametrize("id", ["keys", "scope", "mix", "form", "distances"])
def test_an_id_may_be_any_word_of_the_file(id: str) -> None:
    text = BASE.replace("administration", id).replace("options.host", f"options.{id}")
    assert sound(load_text(text)).options == (id,)


def test_what_an_option_names_is_asked_whatever_the_option_is_called() -> None:
    text = BASE.replace("options.host", "options.sensitivity").replace('"south"', '"nowhere"')
    assert codes(load_text(text)) == ["unknown_municipalities"]
