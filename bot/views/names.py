"""Names in a sentence, and of files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.locales import Words

_NOT_IN_FILE_NAMES = re.compile(r"[^\w-]+")


def channel_name(name: str) -> str:
    """Return the name as people write it: #natt-manen."""
    return f"#{name}"


def in_file_name(name: str) -> str:
    """Return the name with what no file may have in its name as hyphens."""
    return _NOT_IN_FILE_NAMES.sub("-", name)


def listed(names: Sequence[str], w: Words) -> str:
    """Return the channels' names as a list in words: "#a, #b och #c"; empty for none."""
    return in_words([channel_name(name) for name in names], w)


def in_words(names: Sequence[str], w: Words) -> str:
    """Return the names as a list in words: "a, b och c"; empty for none."""
    *first, last = names or [""]
    return w("list-and", first=", ".join(first), last=last) if first else last
