"""The secret of the calendars' addresses: made once, whole, and for the bot alone."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.domain.feed import SECRET_BYTES
from bot.errors import KeyVaultError
from bot.stores.keys import FileKeyVault
from bot.stores.secret_files import CALENDAR_SECRET, calendar_secret


def test_secret_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    """0600 in a directory of 0700, the same after a restart, another in another place."""
    directory = tmp_path / "keys"
    secret = calendar_secret(directory)
    assert len(secret) == SECRET_BYTES
    assert stat.S_IMODE((directory / CALENDAR_SECRET).stat().st_mode) == 0o600
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert calendar_secret(directory) == secret
    assert calendar_secret(tmp_path / "other") != secret
    assert list(directory.iterdir()) == [directory / CALENDAR_SECRET]


def test_processes_that_start_together_have_one_secret(tmp_path: Path) -> None:
    """Only one of those who make it succeeds, and all read what that one made."""
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: calendar_secret(tmp_path), range(64)))
    assert len(found) == 1
    assert list(tmp_path.iterdir()) == [tmp_path / CALENDAR_SECRET]


@pytest.mark.parametrize("data", [b"", b"half", bytes(SECRET_BYTES + 1)])
def test_damaged_secret_is_refused_with_a_remedy(tmp_path: Path, data: bytes) -> None:
    """A secret that is no secret would make addresses that anybody can guess."""
    (tmp_path / CALENDAR_SECRET).write_bytes(data)
    (tmp_path / CALENDAR_SECRET).chmod(0o600)
    with pytest.raises(KeyVaultError, match="secret-damaged"):
        calendar_secret(tmp_path)


def test_secret_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """It is no secret any more: the remedy makes a new one."""
    calendar_secret(tmp_path)
    (tmp_path / CALENDAR_SECRET).chmod(0o640)
    with pytest.raises(KeyVaultError, match="secret-damaged"):
        calendar_secret(tmp_path)


def test_place_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    """The error is one of ours, in words."""
    (tmp_path / "file").touch()
    with pytest.raises(KeyVaultError, match="secret-unreachable"):
        calendar_secret(tmp_path / "file")


def test_the_keys_are_not_disturbed(tmp_path: Path) -> None:
    """It is no round's key, and its directory is as new as it was."""
    calendar_secret(tmp_path / "keys")
    vault = FileKeyVault(tmp_path / "keys")
    assert vault.round_ids() == frozenset()
    with pytest.raises(KeyVaultError, match="keys-missing"):
        vault.adopt(frozenset(["aa"]))
