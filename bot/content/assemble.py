"""Puts the files of a directory together to programmes, and finds what does not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.content.evaluations import second_evaluations
from bot.content.kinds import ItemText
from bot.content.names import note_clashes
from bot.content.problems import Notes, Problem
from bot.content.reading import Reading
from bot.domain.programme import (
    SLUG_LENGTH,
    SLUG_PATTERN,
    Deck,
    DeckText,
    Mirror,
    MirrorText,
    Programme,
    ProgrammeText,
    Theme,
    ThemeText,
)

PROGRAMME_FILE = "programme.yaml"
"""The file in each folder that says what its programme is called."""


@dataclass(frozen=True)
class Folder:
    """The files of one programme as they were read, by file name."""

    name: str
    programme: Reading[ProgrammeText] | None
    items: Mapping[str, Reading[ItemText]] = field(default_factory=dict)


def assemble(folders: Iterable[Folder]) -> tuple[tuple[Programme, ...], tuple[Problem, ...]]:
    """Return the programmes that can be used in their order, and all problems, by folder."""
    programmes: list[Programme] = []
    problems: list[Problem] = []
    orders: dict[int, str] = {}
    for folder in folders:
        items, found = _items(folder)
        programme = _programme(folder, items)
        programmes += [programme] if programme else []
        problems += [*_problems_of_folder(folder, orders), *found]
    return tuple(sorted(programmes, key=lambda p: (p.order, p.id))), tuple(problems)


def is_name(text: str) -> bool:
    """Whether a file or folder of this name can give a theme or programme its id."""
    return re.fullmatch(SLUG_PATTERN, text) is not None and len(text) <= SLUG_LENGTH


def _programme(folder: Folder, items: Mapping[str, ItemText]) -> Programme | None:
    """Return the folder's programme if it has a good file and something in it."""
    text = folder.programme.text if folder.programme else None
    if text is None or not items or not is_name(folder.name):
        return None
    named = [(_id(file), item) for file, item in items.items()]
    named.sort(key=lambda pair: (pair[1].number, pair[0]))
    return Programme(
        id=folder.name,
        themes=tuple(Theme(id=id, **dict(i)) for id, i in named if isinstance(i, ThemeText)),
        decks=tuple(Deck(id=id, **dict(i)) for id, i in named if isinstance(i, DeckText)),
        mirrors=tuple(Mirror(id=id, **dict(i)) for id, i in named if isinstance(i, MirrorText)),
        **dict(text),
    )


def _problems_of_folder(folder: Folder, orders: dict[int, str]) -> tuple[Problem, ...]:
    """Return what is wrong with the folder itself and with its programme's file.

    `orders` are the places that the folders before it have taken; its own is added.
    """
    notes = Notes(f"{folder.name}/{PROGRAMME_FILE}")
    if not is_name(folder.name):
        notes.add("bad-folder-name", name=folder.name)
    if folder.programme is None:
        notes.add("no-programme-file", name=folder.name)
    if not folder.items:
        notes.add("no-themes", name=folder.name)
    read = folder.programme.problems if folder.programme else ()
    text = folder.programme.text if folder.programme else None
    if folder.programme and text and "order" in text.model_fields_set:
        other = orders.setdefault(text.order, folder.name)
        if other != folder.name:
            place = folder.programme.place("order")
            notes.add("duplicate-order", place, number=text.order, other=other)
    return (*notes.problems(), *read)


def _items(folder: Folder) -> tuple[dict[str, ItemText], list[Problem]]:
    """Return what the folder's files say, by file name, and the problems of all of them.

    Of two files with the same id, or of the same kind and number, the first one by name is used.
    """
    items: dict[str, ItemText] = {}
    problems: list[Problem] = []
    taken: dict[tuple[type[ItemText], str], str] = {}
    for file, reading in sorted(folder.items.items()):
        notes = Notes(f"{folder.name}/{file}")
        if _fits(file, reading, items, notes) and reading.text:
            items[file] = reading.text
            note_clashes(file, reading, taken, notes)
        problems += [*reading.problems, *notes.problems()]
    problems += second_evaluations(folder.name, items, folder.items)
    return items, problems


def _fits(
    file: str, reading: Reading[ItemText], items: Mapping[str, ItemText], notes: Notes
) -> bool:
    """Whether the file can stand among those before it; why not is noted."""
    same_id = next((other for other in items if _id(other) == _id(file)), "")
    other = _with_number(items, reading.text) if reading.text else ""
    if not is_name(_id(file)):
        notes.add("bad-file-name", name=file)
    elif same_id:
        notes.add("duplicate-id", name=file, other=same_id)
    elif reading.text and other:
        place, number = reading.place("number"), reading.text.number
        notes.add("duplicate-number", place, number=number, other=other)
    else:
        return True
    return False


def _id(file: str) -> str:
    """Return the id that a file's name gives."""
    return PurePosixPath(file).stem


def _with_number(items: Mapping[str, ItemText], wanted: ItemText) -> str:
    """Return the file of the same kind that has the number, or an empty text."""
    return next(
        (
            file
            for file, item in items.items()
            if type(item) is type(wanted) and item.number == wanted.number
        ),
        "",
    )
