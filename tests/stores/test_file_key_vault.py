"""What only the key vault on files promises."""

from __future__ import annotations

import errno
import logging
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.domain.ballot import KEY_BYTES
from bot.errors import KeyVaultError
from bot.stores.keys import FILE_BYTES, MARKER, FileKeyVault


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Give the path of a directory that does not exist yet."""
    return tmp_path / "keys"


def in_use(directory: Path) -> FileKeyVault:
    """Return a vault on the directory, which it has taken in use."""
    vault = FileKeyVault(directory)
    vault.adopt(frozenset())
    return vault


def test_only_the_owner_can_read(directory: Path) -> None:
    """The directory is 0700 and a key 0600."""
    in_use(directory).create("aa")

    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert stat.S_IMODE((directory / "aa.key").stat().st_mode) == 0o600


def test_a_directory_that_others_can_read_is_refused(directory: Path) -> None:
    """The message tells the remedy."""
    directory.mkdir()
    directory.chmod(0o750)

    with pytest.raises(KeyVaultError, match=f"keys-exposed, directory: {directory}"):
        FileKeyVault(directory)


def test_a_directory_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file in the way is an error of the vault, not a traceback."""
    (tmp_path / "keys").write_text("not a directory")

    with pytest.raises(KeyVaultError):
        FileKeyVault(tmp_path / "keys")


def test_keys_outlive_the_process(directory: Path) -> None:
    """Another vault on the same directory finds the key."""
    key = in_use(directory).create("aa")

    assert FileKeyVault(directory).get("aa") == key


@pytest.mark.parametrize(
    "damage",
    [b"", b"k" * KEY_BYTES, b"k" * FILE_BYTES, b"k" * 200],
    ids=["empty", "no digest", "wrong digest", "long"],
)
def test_a_damaged_key_is_lost(
    directory: Path, damage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """A file cut short or changed is no key; the log says so, and it can still be destroyed."""
    vault = in_use(directory)
    vault.create("aa")
    (directory / "aa.key").write_bytes(damage)

    with caplog.at_level(logging.WARNING):
        assert vault.get("aa") is None
    assert caplog.messages == ["the key of a round is damaged: its answers are lost"]
    assert vault.round_ids() == {"aa"}
    vault.destroy("aa")
    assert vault.get("aa") is None


def test_a_wiped_key_is_gone(directory: Path) -> None:
    """A crash between overwriting and removing the file leaves no key, and no error."""
    vault = in_use(directory)
    vault.create("aa")
    (directory / "aa.key").write_bytes(bytes(FILE_BYTES))

    assert vault.get("aa") is None
    assert vault.round_ids() == {"aa"}


def test_destroying_overwrites_the_bytes(directory: Path, tmp_path: Path) -> None:
    """The key's bytes are overwritten in place: another name of the file shows only zeros."""
    vault = in_use(directory)
    key = vault.create("aa")
    other_name = tmp_path / "still-here"
    other_name.hardlink_to(directory / "aa.key")
    assert other_name.read_bytes().startswith(key)

    vault.destroy("aa")

    assert other_name.read_bytes() == bytes(FILE_BYTES)
    assert [path.name for path in directory.iterdir()] == [MARKER]


def test_a_link_in_place_of_a_key_is_not_followed(directory: Path, tmp_path: Path) -> None:
    """A symbolic link to nowhere does not make a key appear outside of the directory."""
    vault = in_use(directory)
    (directory / "aa.key").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(KeyVaultError):
        vault.create("aa")
    assert not (tmp_path / "elsewhere").exists()


def test_an_overwritten_key_is_gone_already(directory: Path) -> None:
    """Asked for while it is being destroyed, the key is no more, and no damaged one either."""
    vault = in_use(directory)
    vault.create("aa")
    (directory / "aa.key").write_bytes(bytes(FILE_BYTES))

    assert vault.get("aa") is None


def test_a_key_that_cannot_be_read_is_not_lost(directory: Path) -> None:
    """What the disk refuses to give may come back: that is an error, never "no key"."""
    vault = in_use(directory)
    (directory / "aa.key").symlink_to("aa.key")

    with pytest.raises(KeyVaultError, match=os.strerror(errno.ELOOP)):
        vault.get("aa")


@contextmanager
def no_more_files() -> Iterator[None]:
    """Let this process open no more files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_too_many_open_files_lose_no_key(directory: Path) -> None:
    """A process that can open no more files can't reach its keys; afterwards they are there."""
    vault = in_use(directory)
    key = vault.create("aa")

    for call in (lambda: vault.get("aa"), lambda: vault.destroy("aa"), vault.round_ids):
        with no_more_files(), pytest.raises(KeyVaultError, match=os.strerror(errno.EMFILE)):
            call()
    assert vault.get("aa") == key


def test_a_directory_that_vanishes_takes_no_key_with_it(directory: Path, tmp_path: Path) -> None:
    """While the disk is not mounted nothing is lost, made or destroyed; then all is back."""
    vault = in_use(directory)
    key = vault.create("aa")
    directory.rename(tmp_path / "unmounted")

    for mount_point in (False, True):
        if mount_point:
            directory.mkdir(mode=0o700)
        for call in (vault.get, vault.destroy, vault.create):
            with pytest.raises(KeyVaultError, match=MARKER):
                call("aa")
    assert list(directory.iterdir()) == []
    directory.rmdir()
    (tmp_path / "unmounted").rename(directory)
    assert vault.get("aa") == key


def test_an_empty_directory_in_place_of_the_keys_is_refused(directory: Path) -> None:
    """With rounds open, a directory without their keys and without the marker is the wrong one."""
    with pytest.raises(KeyVaultError, match=f"keys-missing, .* path: {directory / MARKER}"):
        FileKeyVault(directory).adopt(frozenset({"aa"}))
    assert list(directory.iterdir()) == []


def test_the_remedy_in_the_message_helps(directory: Path) -> None:
    """Whoever makes the marker by hand says that the keys that are not there are lost."""
    vault = FileKeyVault(directory)
    (directory / MARKER).touch()

    vault.adopt(frozenset({"aa"}))
    assert vault.get("aa") is None


def test_keys_without_a_marker_are_known(directory: Path) -> None:
    """A directory that holds the key of an open round is the right one, marker or not."""
    key = in_use(directory).create("aa")
    (directory / MARKER).unlink()

    vault = FileKeyVault(directory)
    vault.adopt(frozenset({"aa", "bb"}))
    assert (vault.get("aa"), vault.get("bb")) == (key, None)
    assert vault.round_ids() == {"aa"}
