"""Facts with sources, as data: forms of cooperation, salary tables and published ranges."""

from orgdesign.library.loader import (
    bounds,
    defaults_file,
    defaults_text,
    form_file,
    form_ids,
    form_text,
    ranges,
    salary_file,
    salary_table_ids,
    salary_text,
)

__all__ = [
    "bounds",
    "defaults_file",
    "defaults_text",
    "form_file",
    "form_ids",
    "form_text",
    "ranges",
    "salary_file",
    "salary_table_ids",
    "salary_text",
]
