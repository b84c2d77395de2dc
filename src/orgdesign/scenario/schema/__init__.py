"""The tables of the scenario file, one class a table; the docstrings are the reference."""
