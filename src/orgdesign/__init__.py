"""Compare, per municipality, what each form of cooperation means in money and people."""

__version__ = "0.1.0"

FORMULAS_VERSION = "2026.5"
"""The version of the formulas: it changes only when a figure would come out differently."""
