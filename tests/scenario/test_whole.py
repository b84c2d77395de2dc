import tomllib
from pathlib import Path

import pytest

from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.load import load
from orgdesign.scenario.starting.new import starter
from orgdesign.scenario.variant import NotSavedError
from orgdesign.scenario.whole import save_whole, whole_text
from scenario.files import EXAMPLE, sound


@pytest.mark.parametrize("path", [*gallery(), EXAMPLE], ids=lambda path: path.name)
def test_a_whole_file_says_what_its_tables_say(path: Path) -> None:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tomllib.loads(whole_text(tables, "nl")) == tables


def test_a_variant_is_saved_with_its_base_and_what_was_tried_as_one_file(tmp_path: Path) -> None:
    base, variant, target = (tmp_path / name for name in ("base.toml", "up.toml", "all.toml"))
    base.write_text(starter(), encoding="utf-8")
    variant.write_text(
        'format = 1\nextends = "base.toml"\nremove = ["options.network"]\n'
        "[overhead]\nper_fte = { value = 60_000 }\n",
        encoding="utf-8",
    )
    tried = {"options.host.realisation": 0.5, "options.host.name": "Gast"}
    save_whole(variant, target, tried, tmp_path)
    saved = sound(load(target))
    expected = sound(load(variant, list(tried.items()), folder=tmp_path))
    assert tomllib.loads(target.read_text("utf-8")).keys().isdisjoint({"extends", "remove"})
    assert saved.figures == expected.figures
    assert saved.options == ("host",)


def test_a_whole_file_explains_its_parts_as_a_new_one_does(tmp_path: Path) -> None:
    base, target = tmp_path / "base.toml", tmp_path / "all.toml"
    base.write_text(starter(), encoding="utf-8")
    save_whole(base, target, {}, tmp_path)
    text = target.read_text("utf-8")
    assert "# De gemeenten, met hun inwoners.\n[municipalities]\n" in text
    assert "inhabitants = { value = 20_000" in text


def test_nothing_is_written_over_a_file_or_for_a_path_that_is_not_there(tmp_path: Path) -> None:
    base, target = tmp_path / "base.toml", tmp_path / "all.toml"
    base.write_text(starter(), encoding="utf-8")
    with pytest.raises(NotSavedError, match="unknown_path"):
        save_whole(base, target, {"options.host.realisatoin": 0.5}, tmp_path)
    assert not target.exists()
    with pytest.raises(FileExistsError):
        save_whole(base, base, {}, tmp_path)
