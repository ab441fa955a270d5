"""Reads the plain layout that nearly all dialogue files have, some twenty times as fast as YAML.

A file is keys, lists with dashes, texts on one line and texts under `|`. Whatever else stands in
it, and every mistake, makes this reader give up, and the YAML library reads the file instead: so
this one needs no messages, and what it returns is exactly what the library would have said
(`tests/content/test_quick.py` compares them). The reason is in decision 16: the library is written
in Python and takes about seven milliseconds for a file.
"""

from __future__ import annotations

import re

from bot.content.nodes import Listing, Mapping, Node, Place, Scalar

DEEPEST = 8
"""How many levels this reader follows; more are left to the library, which words the mistake."""

_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: +|$)")
_DASH = re.compile(r"- +(?=[^ ])")
_QUOTED = re.compile(r"""("[^"\\]*"|'[^']*')$""")
_WORDS = re.compile(r"\[(?:\w[\w -]*(?:, \w[\w -]*)*)?\]$")
_WORD = re.compile(r"\w[\w -]*")
_NOT_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
_UNUSUAL = re.compile("[\t\r\ufeff\x85\u2028\u2029]")


class _GiveUp(Exception):
    """Something that the plain layout does not have."""


def read_quickly(text: str) -> Mapping | None:
    """Return the tree of a text in the plain layout, or None for any other text."""
    if _UNUSUAL.search(text):
        return None
    try:
        return _Lines(text).document()
    except _GiveUp:
        return None


class _Lines:
    """The lines of a file, read from the top."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._at = 0
        self._depth = 0

    def document(self) -> Mapping:
        """Return all keys of the file."""
        if self._indent() != 0:
            raise _GiveUp
        root = self._mapping(0)
        if self._indent() >= 0:  # a line that stands at none of the indents before it
            raise _GiveUp
        return root

    def _indent(self) -> int:
        """Go to the next line that says something, and return its indent; -1 at the end."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            bare = line.lstrip(" ")
            if bare and bare[0] != "#":
                return len(line) - len(bare)
            self._at += 1
        return -1

    def _mapping(self, indent: int) -> Mapping:
        """Return the keys that stand at the indent, from this line on."""
        self._down()
        start = Place(self._at + 1, indent + 1)
        entries: dict[str, tuple[Scalar, Node]] = {}
        while self._indent() == indent:
            line = self._lines[self._at]
            match = _KEY.match(line, indent)
            if match is None or match[1] in entries:
                raise _GiveUp
            key = Scalar(Place(self._at + 1, indent + 1), match[1])
            entries[match[1]] = (key, self._value(match.end(), indent))
        self._depth -= 1
        return Mapping(start, tuple(entries.values()))

    def _listing(self, indent: int) -> Listing:
        """Return the points whose dashes stand at the indent, from this line on."""
        self._down()
        start = Place(self._at + 1, indent + 1)
        items: list[Node] = []
        while self._indent() == indent:
            line = self._lines[self._at]
            match = _DASH.match(line, indent)
            if match is None:
                raise _GiveUp
            column = match.end()
            if _KEY.match(line, column):
                self._lines[self._at] = " " * column + line[column:]
                items.append(self._mapping(column))
            else:
                items.append(self._value(column, indent))
        self._depth -= 1
        return Listing(start, tuple(items))

    def _down(self) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise _GiveUp

    def _value(self, column: int, indent: int) -> Node:
        """Return what stands at the column, or below it, and go on to the next line."""
        line = self._lines[self._at]
        rest = line[column:].rstrip(" ")
        place = Place(self._at + 1, column + 1)
        self._at += 1
        if not rest or rest[0] == "#":
            return self._below(indent)
        if rest == "|":
            return Scalar(place, self._block(indent), "|")
        if _QUOTED.match(rest):
            return Scalar(place, rest[1:-1], rest[0])
        if _WORDS.match(rest):
            return _words(rest, place)
        said = rest.partition(" #")[0].rstrip(" ")
        if said[0] in _NOT_FIRST or said[-1] == ":" or ": " in said:
            raise _GiveUp
        return Scalar(place, said)

    def _below(self, indent: int) -> Node:
        """Return the keys or points below a key. An empty text is nearly always a mistake."""
        found = self._indent()
        if found <= indent:
            raise _GiveUp
        if self._lines[self._at].startswith("- ", found):
            return self._listing(found)
        return self._mapping(found)

    def _block(self, indent: int) -> str:
        """Return the text below a bar, with at most one line break at its end."""
        first = self._at
        inner = -1
        while self._at < len(self._lines):
            line = self._lines[self._at]
            bare = line.lstrip(" ")
            found = len(line) - len(bare)
            if bare:
                inner = found if inner < 0 else inner
                if found < inner or inner <= indent:
                    break
            elif line:  # spaces alone: how many of them count is the library's to say
                raise _GiveUp
            self._at += 1
        if inner <= indent or self._between(indent):
            raise _GiveUp
        lines = [line[inner:] for line in self._lines[first : self._at]]
        more = [""] if self._at < len(self._lines) else []
        text = "\n".join([*lines, *more])
        bare = text.rstrip("\n")
        return bare if bare == text else f"{bare}\n"  # a file may end without a line break

    def _between(self, indent: int) -> bool:
        """Whether this line is further in than the key of the text above, yet not in that text."""
        if self._at >= len(self._lines):
            return False
        line = self._lines[self._at]
        return len(line) - len(line.lstrip(" ")) > indent


def _words(rest: str, place: Place) -> Listing:
    """Return the words between brackets."""
    found = _WORD.finditer(rest)
    items = tuple(
        Scalar(Place(place.line, place.column + match.start()), match[0].rstrip(" "))
        for match in found
    )
    return Listing(place, items)
