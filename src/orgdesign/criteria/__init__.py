"""Criteria beside the money: scores, what the model can score itself, and what dominates."""
