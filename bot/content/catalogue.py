"""The dialogues of a directory: a folder for each programme, and a file for each part of it.

Files are read again when they have changed. A file that became bad keeps its last good version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TypeAlias, TypeVar

from bot.content.assemble import PROGRAMME_FILE, Folder, assemble
from bot.content.files import read_item, read_programme
from bot.content.kinds import ItemText
from bot.content.places import HERE, Signature, signatures
from bot.content.problems import Notes, Problem
from bot.content.reading import Reading
from bot.domain.programme import DeckText, MirrorText, Programme, ProgrammeText, ThemeText

T = TypeVar("T", ThemeText | DeckText | MirrorText, ProgrammeText)
Readings: TypeAlias = Mapping[str, Reading[T]]
"""What was read of each file, by its name in the directory."""


@dataclass(frozen=True)
class Loaded:
    """The programmes that could be read, and what is wrong with the rest."""

    programmes: tuple[Programme, ...]
    problems: tuple[Problem, ...]


def load(directory: Path) -> Loaded:
    """Return the programmes of the directory and every mistake in its files. Never raises."""
    return DirectoryCatalogue(directory).loaded()


class DirectoryCatalogue:
    """The `Catalogue` of a directory. Safe to ask from several threads."""

    def __init__(self, directory: Path, only: str = "") -> None:
        """Remember the directory, and which programme of it if only one is wanted.

        Files are read when asked for.
        """
        self._directory = directory
        self._only = only
        self._lock = Lock()
        self._signatures: dict[str, Signature] | None = None
        self._items: dict[str, Reading[ItemText]] = {}
        self._programmes: dict[str, Reading[ProgrammeText]] = {}
        self._loaded = Loaded((), ())

    def programmes(self) -> tuple[Programme, ...]:
        """Return the programmes as the files stand now, in their order."""
        return self.loaded().programmes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files as they stand now, folder by folder."""
        return self.loaded().problems

    def loaded(self) -> Loaded:
        """Return programmes and problems of the same moment."""
        with self._lock:
            found = dict(signatures(self._directory, self._only))
            if found != self._signatures:
                self._refresh(found)
            return self._loaded

    def complaints(self, language: str) -> tuple[str, ...]:
        """Return what is wrong in the files as they stand now, each with place and remedy."""
        return tuple(problem.text(language) for problem in self.problems)

    def readings(self) -> tuple[Readings[ItemText], Readings[ProgrammeText]]:
        """Return what was read when the directory was last looked at: of items and programmes."""
        with self._lock:
            return self._items, self._programmes

    def _refresh(self, found: dict[str, Signature]) -> None:
        """Read what is new or changed, forget what is gone, and put all together again."""
        before = self._signatures or {}
        changed = {file for file, seen in found.items() if before.get(file) != seen}
        closed = [file for file in found if file.endswith("/")]
        well_placed = [file for file in found if file.count("/") == 1 and file not in closed]
        items = [file for file in well_placed if not file.endswith(f"/{PROGRAMME_FILE}")]
        programmes = [file for file in well_placed if file.endswith(f"/{PROGRAMME_FILE}")]
        self._items = self._read(items, changed, self._items, read_item)
        self._programmes = self._read(programmes, changed, self._programmes, read_programme)
        good, problems = assemble(self._folders(well_placed))
        misplaced = sorted(found.keys() - set(well_placed) - set(closed))
        self._loaded = Loaded(good, (*self._about_directory(misplaced, closed), *problems))
        self._signatures = found

    def _read(
        self,
        files: list[str],
        changed: set[str],
        before: dict[str, Reading[T]],
        read: Callable[[Path, str], Reading[T]],
    ) -> dict[str, Reading[T]]:
        """Return the readings of the files: new ones of those that changed."""
        return {
            file: _kept(before.get(file), read(self._directory / file, file))
            if file in changed
            else before[file]
            for file in files
        }

    def _folders(self, files: list[str]) -> list[Folder]:
        """Return the folders that hold files, by name."""
        names = sorted({file.partition("/")[0] for file in files})
        return [
            Folder(
                name,
                self._programmes.get(f"{name}/{PROGRAMME_FILE}"),
                {
                    file.partition("/")[2]: reading
                    for file, reading in self._items.items()
                    if file.startswith(f"{name}/")
                },
            )
            for name in names
        ]

    def _about_directory(self, misplaced: list[str], closed: list[str]) -> list[Problem]:
        """Return what is wrong with the directory and with files that stand in no programme.

        `closed` are the folders that can't be looked into.
        """
        problems: list[Problem] = []
        if not self._directory.is_dir():
            notes = Notes(self._directory.name)
            notes.add("no-directory", name=str(self._directory))
            problems += notes.problems()
        for code, files in (("closed-folder", closed), ("misplaced", misplaced)):
            for file in files:
                name = str(self._directory) if file == HERE else file
                notes = Notes(file)
                notes.add(code, name=name)
                problems += notes.problems()
        return problems


def _kept(before: Reading[T] | None, now: Reading[T]) -> Reading[T]:
    """Return the new reading; one without a text keeps the text of the one before."""
    if now.text is None and before is not None:
        return replace(now, text=before.text, root=before.root)
    return now
