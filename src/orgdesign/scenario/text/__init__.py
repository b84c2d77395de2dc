"""The text of a file: where all of it stands, and what is wrong where TOML cannot read it."""
