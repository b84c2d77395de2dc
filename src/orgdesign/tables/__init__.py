"""Results as tables: titles, columns with units, rows and notes; no formatting."""
