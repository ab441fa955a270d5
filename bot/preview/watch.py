"""The dialogue files as they stand now, and the last good version of those that are broken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from bot.content import DirectoryCatalogue, Report, check_directory
from bot.content.check import place_of
from bot.content.places import signatures
from bot.domain.programme import Programme


@dataclass(frozen=True)
class Sight:
    """What was found at one moment.

    Attributes:
        version: Changes whenever a file does.
        programmes: As they can be shown; a broken file as it was when it was last good.
        report: What the check says of the files as they stand.
    """

    version: str
    programmes: tuple[Programme, ...]
    report: Report


class Watch:
    """Looks at a directory of programmes, one programme, or one file. Safe to ask from threads."""

    def __init__(self, path: Path) -> None:
        """Look for the first time."""
        self._path = path.absolute()
        self._directory = place_of(self._path)
        inside = self._path.is_file() or self._directory != self._path
        folder = self._path.parent if self._path.is_file() else self._path
        self._only = folder.name if inside else ""
        self._catalogue = DirectoryCatalogue(self._directory, self._only)
        self._lock = Lock()
        self._sight = self._look(self._version())

    @property
    def first(self) -> str:
        """What is shown first, `programme/file`; empty when any will do."""
        return f"{self._only}/{self._path.stem}" if self._path.is_file() else ""

    def sight(self) -> Sight:
        """Return what is there now."""
        with self._lock:
            version = self._version()
            if version != self._sight.version:
                self._sight = self._look(version)
            return self._sight

    def _version(self) -> str:
        found = sorted(signatures(self._directory, self._only))
        return hashlib.sha256(repr(found).encode()).hexdigest()[:16]

    def _look(self, version: str) -> Sight:
        folder = self._directory / self._only if self._only else self._directory
        return Sight(version, self._catalogue.programmes(), check_directory(folder))
