"""Names of channels that were written with their # and so are comments to YAML.

Such a name is gone without a trace: the entries of one team would become those of the team above.
What is surely meant as a comment ("# så här") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.content.nodes import Node
from bot.content.problems import Notes, Place
from bot.content.source import read_source
from bot.content.tree import read_tree

_QUOTED = re.compile(r"""\"[^"]*\"|'[^']*'""")
_NAME = r"#(?P<name>[^\s#:,\[\]{}]+)"
_KEY = re.compile(rf" *{_NAME} *: *")
_ITEM = re.compile(rf" *- +{_NAME} *")
_IN_BRACKETS = re.compile(rf"[^#]*[\[,] *{_NAME} *(?:,.*)?\] *")
_IN_LINES = re.compile(rf" *{_NAME} *,")


def read_named(path: Path, notes: Notes, largest: int) -> Node | None:
    """Return the tree of a file of at most so many bytes that names channels, None without one."""
    source = read_source(path, notes, largest)
    if source is None:
        return None
    for place, name in _hidden(source.split("\n")):
        notes.add("hash-name", place, name=name)
    return None if notes else read_tree(source, notes)


def _hidden(lines: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """Yield the names that YAML does not see."""
    for number, (line, below) in enumerate(zip(lines, _below(lines), strict=True), 1):
        if "#" not in line:
            continue
        bare = _QUOTED.sub(lambda quoted: "x" * len(quoted[0]), line)
        if match := _match(bare, below):
            yield Place(number, match.start("name")), match["name"]


def _below(lines: Sequence[str]) -> list[str]:
    """Return for each line the next one that says something, empty where there is none."""
    found, said = [], ""
    for line in reversed(lines):
        found.append(said)
        said = said if line.lstrip()[:1] in ("", "#") else line
    return found[::-1]


def _match(line: str, below: str) -> re.Match[str] | None:
    """Return the name in a line; in some it is told by the line below."""
    if match := _IN_BRACKETS.fullmatch(line) or _IN_LINES.fullmatch(line):
        return match
    depth, is_item = len(below) - len(below.lstrip()), below.lstrip().startswith("-")
    if match := _KEY.fullmatch(line):
        sign = match.start("name") - 1
        return match if depth > sign or (is_item and depth == sign) else None
    match = _ITEM.fullmatch(line)
    return match if match and depth <= line.index("-") else None
