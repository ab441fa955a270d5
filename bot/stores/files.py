"""Private files: made for this user alone, and on the disk before anybody relies on them."""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE_DIRECTORY = 0o700
PRIVATE_FILE = 0o600
OTHERS = 0o077
"""The permission bits of everybody but the owner."""


def make_private_directory(directory: Path) -> None:
    """Make the directory and what is missing above it, for this user alone.

    What exists is left as it is.
    """
    for path in reversed([path for path in (directory, *directory.parents) if not path.exists()]):
        path.mkdir(mode=PRIVATE_DIRECTORY, exist_ok=True)


def open_to_others(path: Path) -> bool:
    """Whether anybody but the owner has any permission on the path."""
    return bool(path.stat().st_mode & OTHERS)


def sync_directory(directory: Path) -> None:
    """Wait until the names in the directory (made or removed) are on the disk."""
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
