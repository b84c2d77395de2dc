"""A table as bytes or text, one file a format."""
