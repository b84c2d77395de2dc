"""What the tables say about one another."""

from __future__ import annotations

from orgdesign.scenario.problems import Locate, Problem
from orgdesign.scenario.schema.document import Document


def check(document: Document, locate: Locate) -> tuple[Problem, ...]:
    """Return the contradictions of a document."""
    return ()
