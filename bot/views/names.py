"""Names in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bot.locales import Words


def channel_name(name: str) -> str:
    """Return the name as people write it: #natt-manen."""
    return f"#{name}"


def listed(names: Sequence[str], w: Words) -> str:
    """Return the channels' names as a list in words: "#a, #b och #c"; empty for none."""
    return in_words([channel_name(name) for name in names], w)


def in_words(names: Sequence[str], w: Words) -> str:
    """Return the names as a list in words: "a, b och c"; empty for none."""
    *first, last = names or [""]
    return w("list-and", first=", ".join(first), last=last) if first else last
