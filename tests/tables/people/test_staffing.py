"""What staffing tables say beside their numbers."""

from __future__ import annotations

from examples import EXAMPLE, result

from orgdesign.tables.people.staffing import staffing
from orgdesign.tables.settings import settings_for


def notes(*overrides: str, **changes: object) -> tuple[str, ...]:
    found = result(EXAMPLE, *overrides)
    return staffing(found, settings_for(found.scenario, "staffing", **changes)).notes


def test_what_is_reinvested_is_said_in_posts_and_euros() -> None:
    (said,) = [n for n in notes("options.network.reinvested_share=0.5") if "geherinvesteerd" in n]
    assert "1,19 fte" in said
    assert "66.584 euro" in said
    assert not [n for n in notes() if "geherinvesteerd" in n]


def test_the_chance_that_nobody_is_there_stands_with_a_vulnerable_job_unless_masked() -> None:
    (said,) = [n for n in notes(options=("alone",)) if "niemand aanwezig" in n]
    assert "Bunnik Contractbeheerder Jeugd 6,0%" in said
    masked = notes(options=("alone",), mask_below=2)
    assert not [n for n in masked if "niemand aanwezig" in n]
