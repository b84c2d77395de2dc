"""What the tests of the bundled facts share."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from orgdesign.library import form_ids, form_text, ranges, salary_table_ids, salary_text


def bundled_documents() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for form_id in form_ids():
        yield form_id, tomllib.loads(form_text(form_id))
    for table_id in salary_table_ids():
        yield table_id, tomllib.loads(salary_text(table_id))
    yield "ranges", ranges()


def cited(node: object) -> Iterator[str]:
    """Ids of the sources that a table cites, at any depth."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "source":
                yield value
            else:
                yield from cited(value)
    elif isinstance(node, list):
        for value in node:
            yield from cited(value)


def bilingual(text: Mapping[str, str]) -> bool:
    """Whether a text has words in both languages, without stray white space."""
    words = [text.get("nl", ""), text.get("en", "")]
    return all(word and word == " ".join(word.split()) for word in words)
