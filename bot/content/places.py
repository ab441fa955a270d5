"""Which dialogue files a directory holds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".yaml", ".yml")
"""The endings of dialogue files; everything else in the directory is left alone."""

Signature = tuple[int, int, int]
"""What changes when a file does: time of change in ns, size in bytes, inode."""

GONE: Signature = (0, 0, 0)
"""The signature of what stands there and can't be looked at: reading it tells why."""

HERE = "./"
"""The directory itself, where it can't be looked into."""

DEEPEST = 8
"""How many folders within each other are looked into, to find files that are misplaced."""


def signature(path: Path) -> Signature | None:
    """Return what changes when the file does, None where there is none."""
    try:
        return _of(path.stat())
    except (FileNotFoundError, NotADirectoryError):
        return GONE if path.is_symlink() else None  # a link that leads nowhere is a mistake
    except OSError:
        return GONE


def signatures(directory: Path, only: str = "") -> Iterator[tuple[str, Signature]]:
    """Yield the dialogue files below the directory with what tells whether they changed.

    `only` is the name of a folder in it that alone is looked into. Links to folders are not
    followed: they may lead in a circle. A folder that can't be looked into is yielded itself,
    with a slash at its end; the directory itself as `HERE`.
    """
    yield from _below(directory / only if only else directory, f"{only}/" if only else "")


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Signature]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except FileNotFoundError:
        return  # removed a moment ago, or never there
    except NotADirectoryError:
        return
    except OSError:
        yield prefix or HERE, GONE
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.name.endswith(SUFFIXES):
            yield from _signature(entry, name)
        if entry.is_dir(follow_symlinks=False) and prefix.count("/") < DEEPEST:
            yield from _below(Path(entry.path), f"{name}/")


def _signature(entry: os.DirEntry[str], name: str) -> Iterator[tuple[str, Signature]]:
    try:
        found = entry.stat()
    except FileNotFoundError:
        if entry.is_symlink():  # leads nowhere; else removed a moment ago
            yield name, GONE
    except OSError:
        yield name, GONE
    else:
        yield name, _of(found)


def _of(found: os.stat_result) -> Signature:
    return found.st_mtime_ns, found.st_size, found.st_ino
