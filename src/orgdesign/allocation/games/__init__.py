"""Sharing a joint cost as a cooperative game: methods, their proof, and who would object."""
