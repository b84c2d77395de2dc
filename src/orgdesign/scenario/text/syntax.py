"""What is wrong with a statement that TOML cannot read: quotes, brackets, separators and keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from orgdesign.scenario.text import quotes
from orgdesign.scenario.text.finding import Finding
from orgdesign.scenario.text.headers import header_fault
from orgdesign.scenario.text.number_lists import number_list, text_list
from orgdesign.scenario.text.numerals import number_or_word, unquoted
from orgdesign.scenario.text.quotes import bad_key, line_end
from orgdesign.scenario.text.statements import Fault, Masked, closes, is_header, masked

_KEY = re.compile(r"[ \t]*(?P<key>[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*)[ \t]*=")
_WORDS = re.compile(r"[ \t]*(?P<key>[^\W\d][\w'’.-]*(?:[ \t]+[\w'’.-]+)+)[ \t]*=")
_COMMENT_SIGN = re.compile(r"[ \t]*(?P<sign>//|--|/\*|\*|;|%|REM\b|<!--)")
_FORMULA = re.compile(r"[ \t]*(?:\$?[A-Z]{1,3}\$?\d|[A-Za-z]{2,}\()[^\n#]*")
_DIGIT_RUN = re.compile(r"\d[\d_]{1000,}")
_OPENING = {"[": "]", "{": "}"}

Diagnosis = Callable[[str, Masked, Fault], Finding | None]


def diagnose(statement: str, fault: Fault) -> Finding:
    """Return what is wrong where reading a statement stopped."""
    seen = masked(statement)
    header = is_header(statement)
    for diagnosis in _ANYWHERE if header else (*_ANYWHERE, *_PAIR):
        finding = diagnosis(statement, seen, fault)
        if finding is not None:
            return finding
    if header:
        return header_fault(statement)
    start = min(fault.offset, max(0, len(statement) - 1))
    return Finding("not_toml", start, start + 1)


def key_of(statement: str) -> str | None:
    """Return the key that a statement gives, None where that cannot be read either."""
    found = _KEY.match(statement)
    return found["key"] if found else None


def _too_much(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if fault.reason == "too deep":
        return Finding("too_deep", 0, len(statement.split("\n", 1)[0]))
    if fault.reason == "too long":
        found = _DIGIT_RUN.search(statement)
        start, end = found.span() if found else (0, 1)
        return Finding("too_many_digits", start, end, readable="0")
    return None


def _control_character(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    letter = statement[fault.offset : fault.offset + 1]
    if not letter or letter in "\n\t" or letter == "'":
        return None
    code = f"U+{ord(letter):04X}"
    if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn", "Zl", "Zp"):
        return Finding(
            "control_character", fault.offset, fault.offset + 1, {"letter": code}, " ", True
        )
    return None


def _odd_space(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    letter = statement[fault.offset : fault.offset + 1]
    if letter and not letter.isascii() and letter.isspace():
        return Finding("odd_space", fault.offset, fault.offset + 1, {}, " ", True)
    return None


def _comment_sign(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    found = _COMMENT_SIGN.match(statement)
    if found is None:
        return None
    sign = found["sign"]
    details = {"sign": sign}
    return Finding("comment_sign", found.start("sign"), found.end("sign"), details, "#", True)


def _words_as_key(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return a name of several words that stands as a key, in a table between braces too."""
    if not fault.reason.startswith("Expected '='"):
        return None
    start = max(seen.text.rfind(sign, 0, fault.offset) for sign in ",{\n=") + 1
    found = _WORDS.match(seen.text, start)
    return None if found is None else bad_key(found.start("key"), found["key"])


def _number_or_word(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if _in_key(seen, fault):
        return None
    return number_or_word(seen.text, fault.offset)


def _in_key(seen: Masked, fault: Fault) -> bool:
    """Return whether reading stopped in a key, outside all brackets."""
    at_top = not seen.depths or seen.depths[min(fault.offset, len(seen.depths) - 1)] == 0
    return at_top and "=" not in seen.text[: fault.offset]


def _separator(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    at = fault.offset
    letter = seen.text[at : at + 1]
    if letter == ";":
        comma = "," if seen.depths[at] else " "
        return Finding("semicolon", at, at + 1, {}, comma, True)
    if letter == ":" and fault.reason.startswith("Expected '='"):
        width = 1 if letter == ":" and seen.text[at : at + 2] != ":=" else 2
        return Finding("colon", at, at + width, {"sign": seen.text[at : at + width]}, "=", True)
    another = _KEY.match(seen.text, at + 1) if letter == "," and not seen.depths[at] else None
    if another is not None:
        return Finding("two_on_a_line", another.start("key"), line_end(seen.text, at))
    if letter == "," and not seen.depths[at]:
        return Finding("comma_at_end", at, at + 1, {}, " ", not seen.text[at + 1 :].strip())
    before = len(seen.text[:at].rstrip())
    if letter and letter in ",]}" and seen.text[before - 1 : before] == ",":
        return Finding("comma_too_many", before - 1, before, {}, " ", True)
    return None


def _no_equals(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if "=" in seen.text or ":" in seen.text or seen.text.strip()[:1] in ("", "]", "}"):
        return None
    start = len(statement) - len(statement.lstrip())
    return Finding("no_equals", start, len(statement.split("\n", 1)[0].rstrip()))


def _twice_equals(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    at = fault.offset
    if seen.text[at : at + 1] in ("=", ">") and seen.text[:at].rstrip().endswith("="):
        first = seen.text[:at].rindex("=")
        if _FORMULA.match(seen.text, at + 1):
            return Finding("calculation", at, line_end(seen.text, at))
        sign = seen.text[first : at + 1]
        return Finding("colon", first, at + 1, {"sign": sign}, "=", True)
    return None


def _value_missing(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not fault.reason.startswith("Invalid value"):
        return None
    rest = seen.text[fault.offset :].lstrip(" \t")
    if rest[:1] not in ("", "\n", ",", "}", "]"):
        return None
    equals = seen.text.rfind("=", 0, fault.offset + 1)
    return Finding("value_missing", max(equals, 0), max(equals, 0) + 1)


def _brackets(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    opened: list[int] = []
    for at, letter in enumerate(seen.text[: fault.offset]):
        if letter in _OPENING:
            opened.append(at)
        elif letter in "]}" and opened:
            opened.pop()
    letter = seen.text[fault.offset : fault.offset + 1]
    if not opened:
        stray = letter and letter in "]})"
        return (
            Finding("bracket_too_many", fault.offset, fault.offset + 1, {}, " ", True)
            if stray
            else None
        )
    inner = opened[-1]
    details = {"bracket": _OPENING[seen.text[inner]]}
    if (
        closes(statement)
        and seen.text[inner] == "{"
        and "\n" in seen.text[inner : fault.offset + 1]
    ):
        return Finding("lines_in_braces", inner, inner + 1)
    if letter and letter in "]})" and letter != _OPENING[seen.text[inner]]:
        return Finding(
            "other_bracket", fault.offset, fault.offset + 1, details, details["bracket"], True
        )
    return None if closes(statement) else Finding("unclosed_bracket", inner, inner + 1, details)


def _comma_missing(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    at = fault.offset
    inside = at < len(seen.text) and seen.depths[at] > 0
    if not (inside and fault.reason.startswith("Unclosed") and seen.text[at - 1] in " \t\n"):
        return None
    before = len(seen.text[:at].rstrip())
    if seen.text[before] == "\n":
        return Finding("comma_missing", before - 1, before)
    return Finding("comma_missing", before, before + 1, {}, ",", True)


def _value_not_ended(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not fault.reason.startswith("Unclosed"):
        return None
    return Finding("value_not_ended", fault.offset, min(fault.offset + 1, len(statement)))


def _key_fault(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not fault.reason.startswith(("Expected '='", "Invalid initial", "Invalid statement")):
        return None
    start = max(seen.text.rfind(sign, 0, fault.offset) for sign in ",{\n") + 1
    equals = seen.text.find("=", start)
    end = equals if equals >= 0 else line_end(seen.text, start)
    key = statement[start:end].strip()
    start += len(statement[start:end]) - len(statement[start:end].lstrip())
    if not key:
        return Finding("key_missing", max(end, 0), max(end, 0) + 1)
    if equals < 0:
        return Finding("no_equals", start, start + len(key))
    return bad_key(start, key)


def _two_on_a_line(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if fault.reason.startswith("Expected newline") and _KEY.match(seen.text, fault.offset):
        return Finding("two_on_a_line", fault.offset, line_end(statement, fault.offset))
    return None


def _twice(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not fault.reason.startswith("Duplicate inline table key"):
        return None
    equals = seen.text.rfind("=", 0, fault.offset)
    start = max(seen.text.rfind(sign, 0, equals) for sign in ",{") + 1
    key = statement[start:equals].strip()
    start = statement.index(key, start)
    return Finding("key_twice_in_table", start, start + len(key), {"key": key}, "x" * len(key))


def _text_after_value(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not fault.reason.startswith("Expected newline"):
        return None
    return Finding(
        "text_after_value", fault.offset, line_end(statement, fault.offset), {}, "", True
    )


def _unquoted(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    return unquoted(seen.text, fault.offset) if fault.reason.startswith("Invalid value") else None


_ANYWHERE: tuple[Diagnosis, ...] = (_too_much, _control_character)
_PAIR: tuple[Diagnosis, ...] = (
    quotes.apostrophe_key,
    quotes.curly_quotes,
    quotes.backslash,
    quotes.unfinished_text,
    number_list,
    text_list,
    _comment_sign,
    _no_equals,
    _twice_equals,
    quotes.quote_inside,
    _words_as_key,
    _number_or_word,
    quotes.open_text,
    _odd_space,
    _value_missing,
    _separator,
    _two_on_a_line,
    _brackets,
    _comma_missing,
    _key_fault,
    _twice,
    _text_after_value,
    _value_not_ended,
    _unquoted,
)
"""What is tried, in this order: the first that understands the fault counts."""
