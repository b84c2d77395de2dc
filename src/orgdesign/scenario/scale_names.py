"""Names of the scales that an option gives for posts of its own."""

from __future__ import annotations

SCALED = {
    "client_scale": ("client_fte",),
    "coordination_scale": ("coordination_fixed_fte", "coordination_fte_per_participant"),
    "manager_scale": ("span_of_control",),
}
"""The properties that give a scale, each with the figures of the posts that it is for."""
