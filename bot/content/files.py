"""One dialogue file: from its bytes to what it says, or to everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from bot.content.kinds import MODELS, ItemText, kind_of
from bot.content.limits import check_limits
from bot.content.nodes import Mapping, Node, Scalar, locate
from bot.content.plain import plain_keys
from bot.content.problems import Notes, Place, Problem
from bot.content.schema import check
from bot.content.source import read_source
from bot.content.tree import read_tree
from bot.content.whole import check_item, check_programme
from bot.domain.programme import DeckText, MirrorText, ProgrammeText, ThemeText

T = TypeVar("T", ThemeText | DeckText | MirrorText, ProgrammeText)


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file says, and what is wrong with it as it stands now.

    With problems, `text` is None or what the file said when it was last good. `root` is the tree
    that the text was read from.
    """

    text: T | None
    problems: tuple[Problem, ...] = ()
    root: Node | None = None

    def place(self, *path: str | int) -> Place:
        """Return where a key of the text stands, or the beginning of the file."""
        return locate(self.root, path) if self.root else Place()


def read_item(path: Path, name: str) -> Reading[ItemText]:
    """Return what the file of a theme, deck or mirror says; `name` is how problems name it."""
    notes = Notes(name)
    root = _keys(path, notes)
    if root is None:
        return Reading(None, notes.problems())
    data = plain_keys(root)
    model = MODELS[kind_of(data, root, notes)]
    check_item(model, data, root, notes)
    text = check(model, data, root, notes)
    if text is not None:
        check_limits(text, root, notes)
    return Reading(None, notes.problems()) if notes else Reading(text, (), root)


def read_programme(path: Path, name: str) -> Reading[ProgrammeText]:
    """Return what a programme's own file says; `name` is how problems name it."""
    notes = Notes(name)
    root = _keys(path, notes)
    if root is None:
        return Reading(None, notes.problems())
    data = plain_keys(root)
    check_programme(data, root, notes)
    text = check(ProgrammeText, data, root, notes)
    return Reading(None, notes.problems()) if notes else Reading(text, (), root)


def _keys(path: Path, notes: Notes) -> Mapping | None:
    """Return the file's keys and values, or None after noting why there are none."""
    source = read_source(path, notes)
    if source is None:
        return None
    root = read_tree(source, notes)
    if root is None or (isinstance(root, Scalar) and not root.text):
        if not notes:
            notes.add("empty-file")
        return None
    if not isinstance(root, Mapping):
        notes.add("no-keys", root.place)
        return None
    return root
