"""One dialogue file: from its bytes to what it says, or to everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from bot.content.plain import plain_keys
from bot.content.problems import Notes, Place, Problem
from bot.content.schema import check
from bot.content.source import read_source
from bot.content.tree import Mapping, Scalar, locate, read_tree
from bot.content.whole import check_programme, check_theme
from bot.domain.programme import ProgrammeText, ThemeText

T = TypeVar("T", ThemeText, ProgrammeText)


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a file says, and what is wrong with it as it stands now.

    With problems, `text` is None or what the file said when it was last good. `number_place` is
    where a theme's number stands.
    """

    text: T | None
    problems: tuple[Problem, ...] = ()
    number_place: Place = field(default_factory=Place)


def read_theme(path: Path, name: str) -> Reading[ThemeText]:
    """Return what a theme's file says; `name` is how its problems name the file."""
    return _read(ThemeText, path, Notes(name))


def read_programme(path: Path, name: str) -> Reading[ProgrammeText]:
    """Return what a programme's own file says; `name` is how its problems name the file."""
    return _read(ProgrammeText, path, Notes(name))


def _read(model: type[T], path: Path, notes: Notes) -> Reading[T]:
    root = _keys(path, notes)
    if root is None:
        return Reading(None, notes.problems())
    data = plain_keys(root)
    if model is ThemeText:
        check_theme(data, root, notes)
    else:
        check_programme(data, root, notes)
    text = check(model, data, root, notes)
    if notes:
        return Reading(None, notes.problems())
    return Reading(text, (), locate(root, ("number",)))


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
