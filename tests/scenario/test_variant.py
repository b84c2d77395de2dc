import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgdesign.scenario.load import load
from orgdesign.scenario.removed import REMOVED
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.variant import NotSavedError, is_variant, save_variant
from orgdesign.words import LANGUAGES, say
from scenario.files import BASE, EXAMPLE, sound, write

OVERRIDES: dict[str, list[object]] = {
    "overhead.per_fte": [45_000, 10, {"value": 1.0}, {"value": 2, "low": 1, "high": 3}, REMOVED],
    "overhead.per_fte.source": ["assumed", REMOVED],
    "options.host_zeist.realisation": [0.5, {"value": 0.5, "low": 0.1, "high": 0.9}],
    "options.host_zeist.ramp": [[0.2, 1.0], REMOVED],
    "options.network.ramp[1]": [0.4, {"value": 0.4, "low": 0.2, "high": 0.5}],
    "options.joint_body.amounts[0].amount": [1, 300_000, {"value": 2, "note": "guess"}],
    "options.joint_body.amounts": [[]],
    "options.joint_body.no_amount": [{}, REMOVED, {"friction": "None.", "startup": "None."}],
    "options.network": [REMOVED],
    "options.more": [{"form": "public_body", "name": "More", "from": 2022, "overhead_per_fte": 1}],
    "forms.host.guarantee_years": [3, REMOVED, {"value": 1, "low": 0, "high": 2}],
    "forms.host.exit_start_share": [0.9, 0.2],
    "jobs.administration_wmo.fte.bunnik": [2.5],
    "jobs.administration_wmo.hired": [{"bunnik": 0.5}],
    "scenario.title": ["Try \"it\" \\ 'now'\n", "Ünïcode"],
    "scenario.discount_rate": [0.03, REMOVED],
    "staff.salary_basis": ["mid"],
    "staff.ikb": [0.18],
    "sensitivity.correlation": [{"overhead.per_fte, staff.attrition": 0.5}],
}
TRIED = st.lists(st.sampled_from(sorted(OVERRIDES)), unique=True, max_size=8).flatmap(
    lambda paths: st.fixed_dictionaries({path: st.sampled_from(OVERRIDES[path]) for path in paths})
)


def saved(base: Path, target: Path, **overrides: object) -> dict[str, object]:
    save_variant(base, target, {path.replace("__", "."): v for path, v in overrides.items()})
    return tomllib.loads(target.read_text(encoding="utf-8"))


def facts(scenario: Scenario) -> tuple[object, ...]:
    layers = {path: scenario.origins[path].layer for path in scenario.figures}
    own = {path for path, layer in layers.items() if layer not in ("library", "default")}
    return scenario.document, scenario.figures, scenario.raw, own


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(TRIED)
def test_a_variant_read_again_is_the_scenario_that_was_tried(
    tmp_path: Path, tried: dict[str, object]
) -> None:
    paths = write(tmp_path, base=EXAMPLE.read_text(encoding="utf-8"))
    loaded = load(paths["base"], list(tried.items()))
    if loaded.scenario is None:
        return
    save_variant(paths["base"], tmp_path / "try.toml", tried)
    assert facts(sound(load(tmp_path / "try.toml"))) == facts(loaded.scenario)


def test_a_variant_holds_only_what_differs(tmp_path: Path) -> None:
    base = write(tmp_path, base=BASE)["base"]
    tables = saved(base, tmp_path / "try.toml", overhead__per_fte=45_000, scenario__years=5)
    assert tables == {
        "format": 1,
        "extends": "base.toml",
        "remove": ["overhead.per_fte.signed_off"],
        "overhead": {"per_fte": {"value": 45_000}},
    }


def test_an_array_is_written_whole(tmp_path: Path) -> None:
    base = write(tmp_path, base=BASE)["base"]
    save_variant(base, tmp_path / "try.toml", {"options.host.ramp[1]": 0.3})
    tables = tomllib.loads((tmp_path / "try.toml").read_text(encoding="utf-8"))
    assert tables["options"]["host"]["ramp"] == [0.1, 0.3, 1.0]


def test_a_variant_of_a_variant_is_the_difference_with_that(tmp_path: Path) -> None:
    base = write(tmp_path, base=BASE)["base"]
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    saved(base, one, overhead__per_fte=45_000)
    tables = saved(one, two, scenario__title="Two")
    assert tables == {"format": 1, "extends": "one.toml", "scenario": {"title": "Two"}}
    assert sound(load(two)).figures["overhead.per_fte"].value == 45_000


def test_a_variant_may_lie_below_the_scenario_folder(tmp_path: Path) -> None:
    base = write(tmp_path, base=BASE, tries__x=BASE)["base"]
    target = tmp_path / "tries" / "try.toml"
    save_variant(base, target, {"scenario.title": "Try"}, folder=tmp_path)
    assert sound(load(target, folder=tmp_path)).document.scenario.title == "Try"


def test_a_variant_can_be_saved_again(tmp_path: Path) -> None:
    base, target = write(tmp_path, base=BASE)["base"], tmp_path / "try.toml"
    saved(base, target, scenario__title="One")
    assert is_variant(target.read_text(encoding="utf-8"))
    assert saved(base, target, scenario__title="Two")["scenario"] == {"title": "Two"}


def test_saving_leaves_nothing_else_behind_and_the_base_as_it_was(tmp_path: Path) -> None:
    base = write(tmp_path, base=BASE)["base"]
    before = base.stat()
    saved(base, tmp_path / "try.toml", scenario__title="One")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base.toml", "try.toml"]
    assert (base.read_text(encoding="utf-8"), base.stat().st_mtime_ns) == (BASE, before.st_mtime_ns)


def test_a_variant_that_a_person_changed_is_left_alone(tmp_path: Path) -> None:
    base, target = write(tmp_path, base=BASE)["base"], tmp_path / "try.toml"
    saved(base, target, overhead__per_fte=45_000)
    changed = target.read_text(encoding="utf-8").replace("45000", "46000")
    target.write_text(changed, encoding="utf-8")
    assert not is_variant(changed)
    with pytest.raises(NotSavedError, match="not_a_variant"):
        save_variant(base, target, {"scenario.title": "Two"})
    assert target.read_text(encoding="utf-8") == changed


@pytest.mark.parametrize("text", [BASE, "", "not toml", 'extends = "base.toml"\n'])
def test_a_file_that_a_person_wrote_is_left_alone(tmp_path: Path, text: str) -> None:
    paths = write(tmp_path, base=BASE, other=text)
    with pytest.raises(NotSavedError, match="not_a_variant"):
        save_variant(paths["base"], paths["other"], {"scenario.title": "Two"})
    assert paths["other"].read_text(encoding="utf-8") == text


def test_a_variant_of_another_base_is_left_alone(tmp_path: Path) -> None:
    paths = write(tmp_path, base=BASE, other=BASE)
    target = tmp_path / "try.toml"
    saved(paths["base"], target, scenario__title="One")
    with pytest.raises(NotSavedError, match="not_a_variant"):
        save_variant(paths["other"], target, {"scenario.title": "Two"})


def test_nothing_is_saved_over_the_base_or_what_it_extends(tmp_path: Path) -> None:
    base, one = write(tmp_path, base=BASE)["base"], tmp_path / "one.toml"
    saved(base, one, scenario__title="One")
    for target in (one, base, tmp_path / "." / "base.toml"):
        with pytest.raises(NotSavedError, match="same_file"):
            save_variant(one, target, {"scenario.title": "Two"})


@pytest.mark.parametrize(
    ("text", "target", "path", "reason"),
    [
        (BASE, "elsewhere/try.toml", "scenario.title", "out_of_reach"),
        (BASE + "x = = 1\n", "here/try.toml", "scenario.title", "broken_base"),
        (BASE, "here/try.toml", "scenario.titel", "unknown_path"),
        (BASE, "here/try.toml", "not a path", "unknown_path"),
    ],
    ids=["out of reach", "broken base", "unknown path", "no path"],
)
def test_what_cannot_be_saved_is_not_written(
    tmp_path: Path, text: str, target: str, path: str, reason: str
) -> None:
    base = write(tmp_path, here__base=text, elsewhere__x=BASE)["here__base"]
    with pytest.raises(NotSavedError) as caught:
        save_variant(base, tmp_path / target, {path: "Try"}, folder=tmp_path / "elsewhere")
    assert caught.value.reason == reason
    assert not (tmp_path / target).exists()


def test_a_chain_that_is_as_deep_as_may_be_is_not_made_deeper(tmp_path: Path) -> None:
    base = write(tmp_path, base=BASE)["base"]
    for number in range(16):
        target = tmp_path / f"try_{number}.toml"
        saved(base, target, scenario__title=f"Try {number}")
        base = target
    sound(load(base))
    with pytest.raises(NotSavedError, match="too_deep"):
        save_variant(base, tmp_path / "one_more.toml", {})


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base, target = write(tmp_path, base=BASE)["base"], tmp_path / "try.toml"
    saved(base, target, scenario__title="One")
    before = target.read_bytes()

    def fail(self: Path, target: Path) -> Path:
        raise OSError(target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match=r"try\.toml"):
        save_variant(base, target, {"scenario.title": "Two"})
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["base.toml", "try.toml"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "reason",
    ["out_of_reach", "same_file", "broken_base", "too_deep", "not_a_variant", "unknown_path"],
)
def test_every_reason_has_words(reason: str, language: str) -> None:
    assert say(f"variant.{reason}", language).endswith(".")  # type: ignore[arg-type]
