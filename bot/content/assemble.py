"""Puts the files of a directory together to programmes, and finds what does not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from bot.content.files import Reading
from bot.content.problems import Notes, Problem
from bot.domain.programme import (
    SLUG_LENGTH,
    SLUG_PATTERN,
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
    themes: Mapping[str, Reading[ThemeText]] = field(default_factory=dict)


def assemble(folders: Iterable[Folder]) -> tuple[tuple[Programme, ...], tuple[Problem, ...]]:
    """Return the programmes that can be used, and all problems, folder by folder."""
    programmes: list[Programme] = []
    problems: list[Problem] = []
    for folder in folders:
        themes, found = _themes(folder)
        programme = _programme(folder, themes)
        programmes += [programme] if programme else []
        problems += [*_problems_of_folder(folder), *found]
    return tuple(programmes), tuple(problems)


def is_name(text: str) -> bool:
    """Whether a file or folder of this name can give a theme or programme its id."""
    return re.fullmatch(SLUG_PATTERN, text) is not None and len(text) <= SLUG_LENGTH


def _programme(folder: Folder, themes: tuple[Theme, ...]) -> Programme | None:
    """Return the folder's programme if it has a good file and at least one theme."""
    text = folder.programme.text if folder.programme else None
    if text is None or not themes or not is_name(folder.name):
        return None
    return Programme(id=folder.name, themes=themes, **dict(text))


def _problems_of_folder(folder: Folder) -> tuple[Problem, ...]:
    """Return what is wrong with the folder itself and with its programme's file."""
    notes = Notes(f"{folder.name}/{PROGRAMME_FILE}")
    if not is_name(folder.name):
        notes.add("bad-folder-name", name=folder.name)
    if folder.programme is None:
        notes.add("no-programme-file", name=folder.name)
    if not folder.themes:
        notes.add("no-themes", name=folder.name)
    read = folder.programme.problems if folder.programme else ()
    return (*notes.problems(), *read)


def _themes(folder: Folder) -> tuple[tuple[Theme, ...], list[Problem]]:
    """Return the themes in the order of their numbers, and the problems of all their files.

    Of two files with the same id or number the first one by name is used.
    """
    themes: dict[str, Theme] = {}
    problems: list[Problem] = []
    for file, reading in sorted(folder.themes.items()):
        notes = Notes(f"{folder.name}/{file}")
        theme = _theme(file, reading, themes, notes)
        if theme:
            themes[file] = theme
        problems += [*reading.problems, *notes.problems()]
    return tuple(sorted(themes.values(), key=lambda theme: theme.number)), problems


def _theme(
    file: str, reading: Reading[ThemeText], themes: Mapping[str, Theme], notes: Notes
) -> Theme | None:
    """Return the theme of a file, or None if it has none that fits among those before it."""
    id = PurePosixPath(file).stem
    same_id = next((f for f, theme in themes.items() if theme.id == id), "")
    if not is_name(id):
        notes.add("bad-file-name", name=file)
    elif same_id:
        notes.add("duplicate-id", name=file, other=same_id)
    elif reading.text and (other := _with_number(themes, reading.text.number)):
        place, number = reading.number_place, reading.text.number
        notes.add("duplicate-number", place, number=number, other=other)
    elif reading.text:
        return Theme(id=id, **dict(reading.text))
    return None


def _with_number(themes: Mapping[str, Theme], number: int) -> str:
    """Return the file of the theme that has the number, or an empty text."""
    return next((file for file, theme in themes.items() if theme.number == number), "")
