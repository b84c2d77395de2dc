"""How pools are shared among the participants."""
