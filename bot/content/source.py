"""The text of a file, or what hinders reading it at all."""

from __future__ import annotations

import errno
import re
from pathlib import Path

from bot.content.problems import Notes, Place

_REASONS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EISDIR: "folder",
    errno.ELOOP: "circle",
    errno.ENOENT: "gone",
}

LARGEST = 100_000
"""The largest file, in bytes: many times the longest dialogue."""

UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a file: all but printable signs, tabs and line breaks."""
_TAB_INDENT = re.compile(r"^[ ]*\t", re.MULTILINE)


def read_source(path: Path, notes: Notes, largest: int = LARGEST) -> str | None:
    """Return the file's text with plain line ends, or None after noting why it can't be read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= largest else b""
    except OSError as error:
        notes.add("unreadable", reason=_REASONS.get(error.errno or 0, "other"))
        return None
    if size > largest:
        notes.add("file-too-large", size=-(-size // 1000), limit=largest // 1000)
        return None
    return _decoded(data, notes)


def _decoded(data: bytes, notes: Notes) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        notes.add("not-utf8", _place(before, len(before)))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for match in UNREADABLE.finditer(text):
        code = f"U+{ord(match[0]):04X}"
        notes.add("unreadable-sign", _place(text, match.start()), code=code)
    for match in _TAB_INDENT.finditer(text):
        notes.add("tab", _place(text, match.end() - 1))
    return None if notes else text


def _place(text: str, offset: int) -> Place:
    """Return the line and column of a position in the text."""
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
