"""A line of systems that is a gap: which system lacks which figure is said by name."""

from __future__ import annotations

from orgdesign.notes.note import message
from orgdesign.tables.gaps import gaps
from orgdesign.tables.settings import settings_for

from .cases import remarks, scenario

SECOND = """
[systems.files]
name = "Case files"
tasks = ["care"]
local = { ape = 1_000 }
joint_fixed = 2_000
"""
PATHS = {
    "parallel_systems": "systems.files.parallel_years (Case files)",
    "startup": "systems.files.migration_per_participant (Case files)",
}


def test_check_and_the_table_of_gaps_name_the_system_and_what_to_fill_in() -> None:
    note = next(each for each in remarks(SECOND) if each.code == "gaps")
    taken = scenario(SECOND)
    table = gaps(taken, settings_for(taken, "gaps"))
    assert [row.id for row in table.rows] == [f"body.{line}" for line in PATHS]
    for line, figure in PATHS.items():
        assert figure in message(note, "nl")
        assert figure in str(table.row(f"body.{line}").cells[-1])
    assert "systems.desk" not in message(note, "en")


def test_of_figures_of_which_one_will_do_both_are_named() -> None:
    without = SECOND.replace("joint_fixed = 2_000", "parallel_years = 0")
    note = next(each for each in remarks(without) if each.code == "gaps")
    assert "systems.files.joint_fixed/joint_per_participant (Case files)" in message(note, "nl")
