"""What there is room for in an answer, before any platform draws it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import accumulate


def size(text: str) -> int:
    """Return the length as platforms may count it at most: signs escaped, and emoji as two."""
    return len(escape(text, quote=False).encode("utf-16-le", "surrogatepass")) // 2


def fitting(texts: Sequence[str], room: int) -> tuple[str, ...]:
    """Return as many of the first texts as there is room for."""
    used = accumulate(map(size, texts))
    return tuple(text for text, length in zip(texts, used, strict=True) if length <= room)
