"""The dialogues of a directory: `<programme>/programme.yaml` and one file for each theme.

Files are read again when they have changed. A file that became bad keeps its last good version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TypeVar

from bot.content.assemble import PROGRAMME_FILE, Folder, assemble
from bot.content.files import Reading, read_programme, read_theme
from bot.content.problems import Notes, Problem
from bot.domain.programme import Programme, ProgrammeText, ThemeText

SUFFIXES = (".yaml", ".yml")
"""The endings of dialogue files; everything else in the directory is left alone."""

T = TypeVar("T", ThemeText, ProgrammeText)
Signature = tuple[int, int, int]
"""What changes when a file does: time of change in ns, size in bytes, inode."""


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

    def __init__(self, directory: Path) -> None:
        """Remember the directory; files are read when asked for."""
        self._directory = directory
        self._lock = Lock()
        self._signatures: dict[str, Signature] | None = None
        self._themes: dict[str, Reading[ThemeText]] = {}
        self._programmes: dict[str, Reading[ProgrammeText]] = {}
        self._loaded = Loaded((), ())

    def programmes(self) -> tuple[Programme, ...]:
        """Return the programmes as the files stand now, ordered by the names of their folders."""
        return self.loaded().programmes

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files as they stand now, folder by folder."""
        return self.loaded().problems

    def loaded(self) -> Loaded:
        """Return programmes and problems of the same moment."""
        with self._lock:
            signatures = dict(_signatures(self._directory))
            if signatures != self._signatures:
                self._refresh(signatures)
            return self._loaded

    def _refresh(self, signatures: dict[str, Signature]) -> None:
        """Read what is new or changed, forget what is gone, and put all together again."""
        before = self._signatures or {}
        changed = {file for file, seen in signatures.items() if before.get(file) != seen}
        well_placed = [file for file in signatures if file.count("/") == 1]
        themes = [file for file in well_placed if not file.endswith(f"/{PROGRAMME_FILE}")]
        programmes = [file for file in well_placed if file.endswith(f"/{PROGRAMME_FILE}")]
        self._themes = self._read(themes, changed, self._themes, read_theme)
        self._programmes = self._read(programmes, changed, self._programmes, read_programme)
        good, problems = assemble(self._folders(well_placed))
        misplaced = sorted(signatures.keys() - set(well_placed))
        self._loaded = Loaded(good, (*self._about_directory(misplaced), *problems))
        self._signatures = signatures

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
                    for file, reading in self._themes.items()
                    if file.startswith(f"{name}/")
                },
            )
            for name in names
        ]

    def _about_directory(self, misplaced: list[str]) -> list[Problem]:
        """Return what is wrong with the directory and with files that stand in no programme."""
        problems: list[Problem] = []
        if not self._directory.is_dir():
            notes = Notes(self._directory.name)
            notes.add("no-directory", name=str(self._directory))
            problems += notes.problems()
        for file in misplaced:
            notes = Notes(file)
            notes.add("misplaced", name=file)
            problems += notes.problems()
        return problems


def _kept(before: Reading[T] | None, now: Reading[T]) -> Reading[T]:
    """Return the new reading; one without a text keeps the text of the one before."""
    if now.text is None and before is not None:
        return replace(now, text=before.text, number_place=before.number_place)
    return now


def _signatures(directory: Path) -> Iterator[tuple[str, Signature]]:
    """Yield the dialogue files below the directory with what tells whether they changed."""
    for path in directory.rglob("*"):
        name = path.relative_to(directory).as_posix()
        if path.suffix not in SUFFIXES or any(part.startswith(".") for part in name.split("/")):
            continue
        try:
            found = path.stat()
        except OSError:
            continue  # removed a moment ago: as good as never there
        yield name, (found.st_mtime_ns, found.st_size, found.st_ino)
