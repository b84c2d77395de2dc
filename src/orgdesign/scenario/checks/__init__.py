"""What the tables of a scenario say about one another: unknown ids and contradictions."""

from __future__ import annotations

from orgdesign.scenario.checks.registry import RULES, check

__all__ = ["RULES", "check"]
