"""Titles and aliases that two files share: what is typed would then fit both."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.kinds import ItemText
from bot.content.nodes import Node, locate
from bot.content.problems import Notes, Place
from bot.content.reading import Reading
from bot.domain.programme import ThemeText
from bot.domain.themes import NUMBERED, squash


def check_aliases(text: ItemText, root: Node, notes: Notes) -> None:
    """Note aliases that are numbers: those belong to the theme that has the number."""
    for index, alias in enumerate(text.aliases):
        if NUMBERED.fullmatch(squash(alias)):
            notes.add("number-alias", locate(root, ("aliases", index)), name=alias)


def note_clashes(
    file: str,
    reading: Reading[ItemText],
    taken: dict[tuple[type[ItemText], str], str],
    notes: Notes,
) -> None:
    """Note the titles and aliases that a file before this one has, of the same kind.

    `taken` are the names so far, folded as typed words are, with their files; those of this file
    are added.
    """
    if not reading.text:
        return
    kind = type(reading.text)
    for name, place in _names(reading, reading.text):
        other = taken.setdefault((kind, squash(name)), file)
        if other != file:
            notes.add("duplicate-name", place, name=name, other=other)


def _names(reading: Reading[ItemText], text: ItemText) -> Iterator[tuple[str, Place]]:
    """Yield what people may type for this, with where it stands."""
    yield text.title.sv, reading.place("title", "sv")
    if squash(text.title.en) != squash(text.title.sv):
        yield text.title.en, reading.place("title", "en")
    for index, alias in enumerate(text.aliases):
        yield alias, reading.place("aliases", index)


def note_shared_names(
    file: str, reading: Reading[ItemText], taken: dict[str, str], notes: Notes
) -> None:
    """Advise about the titles and aliases of a theme that a theme of another programme has.

    Both can be used, but people must type the programme as well. `taken` are the names so far
    with their files; those of this file are added.
    """
    if not isinstance(reading.text, ThemeText):
        return
    for name, place in _names(reading, reading.text):
        other = taken.setdefault(squash(name), file)
        if other.partition("/")[0] != file.partition("/")[0]:
            notes.advise("shared-name", place, name=name, other=other)
