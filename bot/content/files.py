"""One dialogue file: from its bytes to what it says, or to everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from bot.content.kinds import MODELS, ItemText, kind_of
from bot.content.limits import check_limits
from bot.content.names import check_aliases
from bot.content.nodes import Mapping, Scalar
from bot.content.plain import plain_keys
from bot.content.problems import Notes
from bot.content.reading import Reading
from bot.content.schema import check
from bot.content.source import read_source
from bot.content.tree import read_tree
from bot.content.whole import check_item, check_programme
from bot.domain.programme import ProgrammeText


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
        check_aliases(text, root, notes)
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
