"""The calculation: what an adviser would check with a pencil."""
