"""One process at a time in a directory, whatever way the one before it ended."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.stores.lock import LOCK, DirectoryLock
from tests.stores import process


def test_the_second_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    """Whoever comes second is told where and what to do; after the release it is free."""
    first = DirectoryLock(tmp_path)
    with pytest.raises(StoreError, match=f"lock-taken, directory: {tmp_path}$"):
        DirectoryLock(tmp_path)
    first.release()

    DirectoryLock(tmp_path).release()


def test_two_databases_are_no_concern_of_each_other(tmp_path: Path) -> None:
    """Each directory has a lock of its own, made with it, for the owner alone."""
    locks = [DirectoryLock(tmp_path / name) for name in ("one", "two")]

    assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "one" / LOCK).stat().st_mode) == 0o600
    for lock in locks:
        lock.release()


def test_one_taken_directory_frees_the_others(tmp_path: Path) -> None:
    """Bots with databases of their own can't share their keys; the refused one holds nothing."""
    first = DirectoryLock(tmp_path / "data1", tmp_path / "keys")
    with pytest.raises(StoreError, match=f"lock-taken, directory: {tmp_path / 'keys'}"):
        DirectoryLock(tmp_path / "data2", tmp_path / "keys")
    DirectoryLock(tmp_path / "data2").release()
    first.release()
    DirectoryLock(tmp_path / "data2", tmp_path / "keys").release()


def test_a_killed_process_leaves_the_lock_free(tmp_path: Path) -> None:
    """While another process lives it is refused; `kill -9` frees the lock at once."""
    holder = process.start("hold", tmp_path, 0)
    process.go(holder)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(StoreError, match="lock-taken"):
        DirectoryLock(tmp_path)

    holder.kill()
    holder.communicate(timeout=60)
    DirectoryLock(tmp_path).release()


def test_a_directory_that_can_not_be_used_is_told(tmp_path: Path) -> None:
    """Something in the way is an error of the store, with words, not a traceback."""
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="lock-unusable"):
        DirectoryLock(tmp_path / "file")
    (tmp_path / LOCK).mkdir()
    with pytest.raises(StoreError, match="lock-unusable"):
        DirectoryLock(tmp_path)
