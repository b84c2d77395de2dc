"""The letters of work in time."""

DECIDES, WORK, NOTHING, DATE = "█", "═", ".", "^"
"""Work that decides when the plan is ready, other work, no work, and the date of the plan."""
