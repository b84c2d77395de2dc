"""TOML files in, a frozen scenario out; the only reader of files."""
