"""Text from a scenario as data: what a terminal or a page would act on is shown instead."""

from __future__ import annotations

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SOFT_HYPHEN = "\u00ad"


def visible(text: str) -> str:
    """Return a text on one line, with control and direction characters shown, not obeyed.

    Line ends and tabs become spaces; an escape becomes ␛, and anything else that is not
    seen on the screen its code, such as `<U+202E>`.
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def visible_lines(text: str) -> str:
    """Return a text of some lines, each as by `visible`."""
    return "\n".join(map(visible, text.split("\n")))


def _shown(character: str) -> str:
    if character in "\n\r\t\v\f\x85\u2028\u2029":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    if character == "\x7f":
        return "␡"
    if character == _SOFT_HYPHEN or unicodedata.category(character) not in _HIDDEN:
        return character
    return f"<U+{ord(character):04X}>"
