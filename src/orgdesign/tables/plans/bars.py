"""The letters of work in time."""

DECIDES, WORK, NOTHING = "█", "═", "."
"""Work that decides when the plan is ready, other work, and no work."""

DATE, PLANNED = "^", "o"
"""The day on which something has to be at latest, and that on which it is planned."""
