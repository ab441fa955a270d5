"""The plan of the year: the file `arshjul.yaml`, from its bytes to what each team is to hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from bot.content.hash_names import read_named
from bot.content.nodes import Mapping
from bot.content.places import Signature, signature
from bot.content.problems import Level, Notes, Problem
from bot.content.yearplan_reader import Reader
from bot.domain.programme import Programme
from bot.domain.yearplan import Entry
from bot.ports import Catalogue

FILE = "arshjul.yaml"
"""The name of the file in the directory of the setting APTBOT_CONFIG."""

LARGEST = 1_000_000
"""The largest file, in bytes: many times the year of a thousand teams."""


@dataclass(frozen=True)
class YearRead:
    """What the file says, and what is to say about it; with mistakes it says nothing."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def mistakes(self) -> tuple[Problem, ...]:
        """What hinders the file from being used."""
        return tuple(each for each in self.problems if each.level is Level.MISTAKE)


def read_year(path: Path, programmes: tuple[Programme, ...]) -> YearRead:
    """Return what the file says. Never raises: what can't be read is a problem.

    Programmes and themes are those of the dialogue files as they stand now.
    """
    notes = Notes(str(path))
    root = read_named(path, notes, LARGEST)
    reader = Reader(notes, programmes)
    if isinstance(root, Mapping) and root.entries:
        reader.read(root)
    elif not notes:
        notes.add("year-no-keys", root.place if root else None)
    found = YearRead(tuple(reader.entries), notes.problems())
    return YearRead((), found.problems) if found.mistakes else found


class YearFile:
    """The `bot.ports.YearPlan` of a directory, read again when the file or the programmes change.

    Safe to ask from several threads. A file that became bad keeps its last good version.
    """

    def __init__(self, directory: Path, catalogue: Catalogue) -> None:
        """Remember where the file is; it is read when asked for."""
        self._directory = directory
        self._catalogue = catalogue
        self._lock = Lock()
        self._seen: tuple[Signature | None, tuple[Programme, ...]] | None = None
        self._read = YearRead()
        self._entries: tuple[Entry, ...] | None = None

    def entries(self) -> tuple[Entry, ...] | None:
        """Return what the file says, or said when it last was right; None when that is unknown."""
        with self._lock:
            self._look()
            return self._entries

    def complaints(self, language: str) -> tuple[str, ...]:
        """Return each mistake in the file as it stands now, with place and remedy."""
        with self._lock:
            self._look()
            return tuple(problem.text(language) for problem in self._read.mistakes)

    def _look(self) -> None:
        seen = (signature(self._directory / FILE), self._catalogue.programmes())
        if seen == self._seen:
            return
        self._seen = seen
        there, programmes = seen
        if there is None:  # without its directory the file may only be out of reach
            self._read = YearRead()
            self._entries = () if self._directory.is_dir() else self._entries
            return
        self._read = read_year(self._directory / FILE, programmes)
        if not self._read.mistakes:
            self._entries = self._read.entries
