"""How sure it is, as tables."""
