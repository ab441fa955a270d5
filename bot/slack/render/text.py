"""Texts of people and files made safe for Slack, measured and cut.

Nothing that a person or a file wrote is ever given to Slack as mrkdwn: it goes into plain text and
rich text, which Slack shows as it stands. So no character of it can become a mention, a link, a
broadcast, an emphasis or an emoji, and nothing has to be rewritten to prevent that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

ELLIPSIS = "…"

# Controls, except the line break; direction overrides, which can make a text read as another; and
# lone surrogates, which no JSON reader has to accept. Joiners stay: emoji and scripts need them.
_UNSAFE = re.compile(
    "[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LINE_BREAKS = re.compile("\r\n?|\u2028|\u2029|\u0085")
_USER_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}")
_BREAK_AT = ("\n", " ")


def clean(text: str) -> str:
    """Return the text without characters that steer instead of being read, and trimmed."""
    return _UNSAFE.sub("", _LINE_BREAKS.sub("\n", text).replace("\t", " ")).strip()


def one_line(text: str) -> str:
    """Return the cleaned text on one line, for headings, labels and buttons."""
    return " ".join(clean(text).split())


def escape(text: str) -> str:
    """Return the text so that Slack's mrkdwn reads no mention, link or broadcast in it."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def size(text: str) -> int:
    """Return the length as Slack may count it at most: escaped, in UTF-16 units."""
    return len(escape(text).encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, limit: int) -> str:
    """Return the text, cut with "…" where it is longer than `limit`."""
    if size(text) <= limit:
        return text
    return _head(text, limit - 1).rstrip() + ELLIPSIS


def clip_words(text: str, limit: int) -> str:
    """Return the text, cut with "…" after a word, if possible, where it is longer than `limit`."""
    if size(text) <= limit:
        return text
    return _break(_head(text, limit - 1)).rstrip() + ELLIPSIS


def pieces(text: str, limit: int) -> Iterator[str]:
    """Yield the text in pieces of at most `limit`, broken between lines or words if possible."""
    while size(text) > limit:
        head = _break(_head(text, limit))
        yield head
        text = text[len(head) :]
    if text:
        yield text


def is_user_id(text: str) -> bool:
    """Whether the text can be a user id and holds no markup, so that it may stand in a mention.

    Slack's are capitals and digits; servers that are compatible with it have others.
    """
    return _USER_ID.fullmatch(text) is not None


def _head(text: str, limit: int) -> str:
    """Return as much of the start of the text as `limit` holds."""
    length = 0
    for index, character in enumerate(text):
        length += size(character)
        if length > limit:
            return text[:index]
    return text


def _break(head: str) -> str:
    """Return the head up to its last line or word, if that is not too short."""
    for mark in _BREAK_AT:
        at = head.rfind(mark)
        if at > len(head) // 2:
            return head[: at + 1]
    return head
