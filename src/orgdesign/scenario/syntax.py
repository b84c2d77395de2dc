"""What is wrong with a statement that TOML cannot read: quotes, brackets, separators and keys."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from orgdesign.scenario.finding import Finding
from orgdesign.scenario.numerals import number_or_word, unquoted
from orgdesign.scenario.statements import Fault, Masked, closes, is_header, masked

_CURLY = "“”„‟‘’‚‛«»″"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_KEY = re.compile(r"[ \t]*(?P<key>[A-Za-z0-9_-]+(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]+)*)[ \t]*=")
_COMMENT_SIGN = re.compile(r"[ \t]*(?P<sign>//|--|/\*|\*|;|%|'|REM\b|<!--)")
_DIGIT_RUN = re.compile(r"\d[\d_]{1000,}")
_OPENING = {"[": "]", "{": "}"}

Diagnosis = Callable[[str, Masked, Fault], Finding | None]


def diagnose(statement: str, fault: Fault) -> Finding:
    """Return what is wrong where reading a statement stopped."""
    seen = masked(statement)
    for diagnosis in _HEADER if is_header(statement) else _PAIR:
        finding = diagnosis(statement, seen, fault)
        if finding is not None:
            return finding
    start = min(fault.offset, max(0, len(statement) - 1))
    return Finding("not_toml", start, start + 1)


def key_of(statement: str) -> str | None:
    """Return the key that a statement gives, None where that cannot be read either."""
    found = _KEY.match(statement)
    return found["key"] if found else None


def as_id(name: str) -> str:
    """Return an id for a name: lower-case words with underscores."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    return words if words[:1].isalpha() else f"id_{words}".rstrip("_")


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
        return Finding("control_character", fault.offset, fault.offset + 1, {"letter": code}, " ", True)
    return None


def _odd_space(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    letter = statement[fault.offset : fault.offset + 1]
    if letter and not letter.isascii() and letter.isspace():
        return Finding("odd_space", fault.offset, fault.offset + 1, {}, " ", True)
    return None


def _curly_quotes(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if statement[fault.offset : fault.offset + 1] not in tuple(_CURLY):
        return None
    line = statement[fault.offset :].split("\n", 1)[0]
    closing = next((i for i, letter in enumerate(line) if i and letter in _CURLY + '"'), None)
    end = fault.offset + (len(line.rstrip()) if closing is None else closing + 1)
    return Finding("curly_quotes", fault.offset, end, readable="0")


def _open_text(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    lone = next((i for i, letter in enumerate(seen.text) if letter in "\"'" and _is_lone(statement, seen, i)), None)
    unfinished = fault.reason.startswith(("Unterminated", "Illegal character '\\n'", "Expected \"'", "Expected '\"'"))
    if lone is None and not unfinished:
        return None
    opened = statement[: fault.offset].rfind('"') if lone is None else lone
    return Finding("missing_quote", max(opened, 0), _line_end(statement, max(opened, 0)))


def _is_lone(statement: str, seen: Masked, position: int) -> bool:
    """Return whether a quote starts a text that does not end: the mask left it alone."""
    around = seen.text[max(0, position - 1) : position + 2]
    return statement[position] in "\"'" and around.count('"') + around.count("'") == 1


def _backslash(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not any(word in fault.reason for word in ("Unescaped", "hex value", "Unicode scalar")):
        return None
    start = fault.offset
    while start > 0 and seen.text[start - 1 : start] == '"':
        start -= 1
    end = start
    while end < len(seen.text) and seen.text[end] == '"':
        end += 1
    at = statement.find("\\", start, end)
    return Finding("backslash", max(at, start), max(at, start) + 1)


def _comment_sign(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    found = _COMMENT_SIGN.match(statement)
    if found is None:
        return None
    sign = found["sign"]
    details = {"sign": sign}
    return Finding("comment_sign", found.start("sign"), found.end("sign"), details, "#", True)


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
    if letter == ":" or seen.text[at : at + 2] in ("=>", "=="):
        width = 1 if letter == ":" and seen.text[at : at + 2] != ":=" else 2
        return Finding("colon", at, at + width, {"sign": seen.text[at : at + width]}, "=", True)
    if letter == "," and not seen.depths[at]:
        return Finding("comma_at_end", at, at + 1, {}, " ", not seen.text[at + 1 :].strip())
    before = len(seen.text[:at].rstrip())
    if letter and letter in ",]}" and seen.text[before - 1 : before] == ",":
        return Finding("comma_too_many", before - 1, before, {}, " ", True)
    return None


def _twice_equals(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    at = fault.offset
    if seen.text[at : at + 1] in ("=", ">") and seen.text[:at].rstrip().endswith("="):
        first = seen.text[:at].rindex("=")
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
        return Finding("bracket_too_many", fault.offset, fault.offset + 1, {}, " ", True) if stray else None
    inner = opened[-1]
    details = {"bracket": _OPENING[seen.text[inner]]}
    if closes(statement) and seen.text[inner] == "{" and "\n" in seen.text[inner : fault.offset + 1]:
        return Finding("lines_in_braces", inner, inner + 1)
    if letter and letter in "]})" and letter != _OPENING[seen.text[inner]]:
        return Finding("other_bracket", fault.offset, fault.offset + 1, details, details["bracket"], True)
    return None if closes(statement) else Finding("unclosed_bracket", inner, inner + 1, details)


def _comma_missing(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    at = fault.offset
    inside = at < len(seen.text) and seen.depths[at] > 0
    if not (inside and fault.reason.startswith("Unclosed") and seen.text[at - 1] in " \t\n"):
        return None
    return Finding("comma_missing", at - 1, at, {}, ",", True)


def _key_fault(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if not fault.reason.startswith(("Expected '='", "Invalid initial", "Invalid statement")):
        return None
    start = max(seen.text.rfind(sign, 0, fault.offset) for sign in ",{\n") + 1
    equals = seen.text.find("=", start)
    end = equals if equals >= 0 else _line_end(seen.text, start)
    key = statement[start:end].strip()
    start += len(statement[start:end]) - len(statement[start:end].lstrip())
    if not key:
        return Finding("key_missing", max(end, 0), max(end, 0) + 1)
    if equals < 0:
        return Finding("no_equals", start, start + len(key))
    return Finding("bad_key", start, start + len(key), {"instead": as_id(key)}, "x" * len(key))


def _two_on_a_line(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    if fault.reason.startswith("Expected newline") and _KEY.match(seen.text, fault.offset):
        return Finding("two_on_a_line", fault.offset, _line_end(statement, fault.offset))
    return None


def _unquoted(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    return unquoted(seen.text, fault.offset) if fault.reason.startswith("Invalid value") else None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else max(end, start + 1)


def _header(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    start = len(statement) - len(statement.lstrip())
    body = statement.split("#", 1)[0].rstrip()
    good, bad = header_keys(statement)
    if bad is not None and bad:
        at = statement.find(bad, start)
        return Finding("bad_key", at, at + len(bad), {"instead": as_id(bad)})
    closed = body.find("]")
    after = body[closed:].lstrip("]").strip() if closed >= 0 else ""
    if after:
        return Finding("text_after_header", body.rindex(after), len(body))
    doubled = body[start : start + 2] == "[["
    return Finding("header_bracket", start, len(body), {"instead": _as_header(good, doubled)})


def header_keys(statement: str) -> tuple[list[str], str | None]:
    """Return the readable keys of a header and the first that is not, None where all are."""
    inside = statement.strip().lstrip("[").split("#", 1)[0].strip().rstrip("]")
    good: list[str] = []
    for part in inside.split("]", 1)[0].split("."):
        if not _BARE.fullmatch(part.strip()):
            return good, part.strip()
        good.append(part.strip())
    return good, None


def _as_header(keys: list[str], doubled: bool) -> str:
    name = ".".join(keys)
    return f"[[{name}]]" if doubled else f"[{name}]"


_HEADER: tuple[Diagnosis, ...] = (_too_much, _control_character, _header)
_PAIR: tuple[Diagnosis, ...] = (
    _too_much,
    _control_character,
    _curly_quotes,
    _backslash,
    _open_text,
    _comment_sign,
    _twice_equals,
    _number_or_word,
    _odd_space,
    _value_missing,
    _separator,
    _two_on_a_line,
    _brackets,
    _comma_missing,
    _key_fault,
    _unquoted,
)
