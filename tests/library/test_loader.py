from collections.abc import Callable
from importlib.resources import files

import pytest

from orgdesign.library import (
    form_file,
    form_ids,
    form_text,
    ranges,
    salary_file,
    salary_table_ids,
    salary_text,
)


@pytest.mark.parametrize(
    ("folder", "registered"), [("forms", form_ids()), ("salaries", salary_table_ids())]
)
def test_every_registered_id_has_a_file_and_every_file_an_id(
    folder: str, registered: tuple[str, ...]
) -> None:
    found = {entry.name for entry in files("orgdesign.library").joinpath(folder).iterdir()}
    assert found == {f"{fact_id}.toml" for fact_id in registered}
    assert len(set(registered)) == len(registered)


def test_the_file_shown_is_the_file_read() -> None:
    root = files("orgdesign")
    for fact_id in form_ids():
        shown = form_file(fact_id).removeprefix("orgdesign/")
        assert root.joinpath(shown).read_text(encoding="utf-8") == form_text(fact_id)
    for fact_id in salary_table_ids():
        shown = salary_file(fact_id).removeprefix("orgdesign/")
        assert root.joinpath(shown).read_text(encoding="utf-8") == salary_text(fact_id)


@pytest.mark.parametrize("read", [form_text, form_file, salary_text, salary_file])
@pytest.mark.parametrize("unknown", ["", "nowhere", "../ranges", "forms/host", "host.toml"])
def test_only_a_registered_id_is_read(read: Callable[[str], str], unknown: str) -> None:
    with pytest.raises(KeyError):
        read(unknown)


def test_ranges_are_parsed_once() -> None:
    assert ranges() is ranges()
