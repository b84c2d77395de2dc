"""Posts beside the jobs: for the client role, coordination, managers and what else is asked."""

from __future__ import annotations

from orgdesign.model.axes import JOB, Array, over, ratio


def client_posts(client_fte: Array, operating: Array, participates: Array) -> Array:
    """Return the posts of the client role; they stay with the municipality. Unit: fte."""
    return client_fte * operating * participates


def coordination_posts(
    coordination_fixed_fte: Array,
    coordination_fte_per_participant: Array,
    partners: Array,
    operating: Array,
) -> Array:
    """Return the posts for coordination. Unit: fte. Formula: fixed + per participant x |P|."""
    return (coordination_fixed_fte + coordination_fte_per_participant * partners) * operating


def manager_posts(joint_posts: Array, span_of_control: Array) -> Array:
    """Return the managers of the joint posts. Unit: fte. Formula: sum N / span; none at 0."""
    return ratio(joint_posts, span_of_control, 0.0)


def further_posts(posts_fte: Array, operating: Array) -> Array:
    """Return the further posts of the option, one by one. Unit: fte."""
    return posts_fte * operating


def other_posts(coordination_posts: Array, manager_posts: Array, further_posts: Array) -> Array:
    """Return coordination, managers and further posts together. Unit: fte."""
    return coordination_posts + manager_posts + over(further_posts, JOB)


FORMULAS = (client_posts, coordination_posts, manager_posts, further_posts, other_posts)
"""The formulas of this page, in its order."""
