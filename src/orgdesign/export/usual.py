"""What an export set is where nothing else is asked: its formats, and what it masks."""

SET = (
    "md", "csv", "iso-csv", "tsv", "json", "html", "latex", "text", "plain", "xlsx", "docx",
    "svg", "png",
)  # fmt: skip
"""The formats that a set can have."""
USUAL = ("md", "csv", "html", "xlsx", "docx", "svg", "png")
"""The formats of a set where none is asked for."""
MASK = 3.0
"""Fewer fte than this are masked in what leaves the house, unless something else is asked."""
