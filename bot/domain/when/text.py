"""What was typed, in the one form that is read: small letters without marks, single spaces."""

from __future__ import annotations

import unicodedata

LONGEST = 200
"""A longer text (in characters) is no day and no time."""

TOO_LONG = "…"
"""What stands for a text that is too long: nothing reads it."""

_QUOTED = 60
"""How much of a text is said back, in characters."""

_AROUND = str.maketrans(
    dict.fromkeys("\"'`“”\u2018’»«()[]*_~!?", " ") | {"\u2212": "-", "æ": "a", "ø": "o"}
)
"""Signs around words, and bold or italic type as chats write it."""

_KINDS = {"Pd": "-", "Cc": " ", "Cf": "", "Cs": ""}
"""What signs of these categories become: dashes, control characters and what is invisible."""


def plain(text: str) -> str:
    """Return the text as it is read: å and ä as a, ö as o, every dash as -."""
    if len(text) > LONGEST:
        return TOO_LONG
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = (c for c in apart if not unicodedata.combining(c))
    signs = "".join(_KINDS.get(unicodedata.category(c), c) for c in bare)
    return " ".join(signs.translate(_AROUND).split())


def quoted(text: str) -> str:
    """Return the text as it is said back: on one line, and not all of a long one."""
    line = " ".join(text[: _QUOTED * 2].split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
