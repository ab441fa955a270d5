"""What only the key vault on files promises."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.domain.ballot import KEY_BYTES
from bot.errors import KeyVaultError
from bot.stores.keys import FILE_BYTES, FileKeyVault


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Give the path of a directory that does not exist yet."""
    return tmp_path / "keys"


def test_only_the_owner_can_read(directory: Path) -> None:
    """The directory is 0700 and a key 0600."""
    FileKeyVault(directory).create("aa")

    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert stat.S_IMODE((directory / "aa.key").stat().st_mode) == 0o600


def test_a_directory_that_others_can_read_is_refused(directory: Path) -> None:
    """The message tells the remedy."""
    directory.mkdir()
    directory.chmod(0o750)

    with pytest.raises(KeyVaultError, match="chmod 700"):
        FileKeyVault(directory)


def test_a_directory_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file in the way is an error of the vault, not a traceback."""
    (tmp_path / "keys").write_text("not a directory")

    with pytest.raises(KeyVaultError):
        FileKeyVault(tmp_path / "keys")


def test_keys_outlive_the_process(directory: Path) -> None:
    """Another vault on the same directory finds the key."""
    key = FileKeyVault(directory).create("aa")

    assert FileKeyVault(directory).get("aa") == key


@pytest.mark.parametrize(
    "damage",
    [b"", b"k" * KEY_BYTES, b"k" * FILE_BYTES, b"k" * 200],
    ids=["empty", "no digest", "wrong digest", "long"],
)
def test_a_damaged_key_is_never_used(directory: Path, damage: bytes) -> None:
    """A file cut short or changed is an error, and can still be destroyed."""
    vault = FileKeyVault(directory)
    vault.create("aa")
    (directory / "aa.key").write_bytes(damage)

    with pytest.raises(KeyVaultError, match="skadad"):
        vault.get("aa")
    assert vault.round_ids() == {"aa"}
    vault.destroy("aa")
    assert vault.get("aa") is None


def test_a_wiped_key_is_gone(directory: Path) -> None:
    """A crash between overwriting and removing the file leaves no key, and no error."""
    vault = FileKeyVault(directory)
    vault.create("aa")
    (directory / "aa.key").write_bytes(bytes(FILE_BYTES))

    assert vault.get("aa") is None
    assert vault.round_ids() == {"aa"}


def test_destroying_overwrites_the_bytes(directory: Path, tmp_path: Path) -> None:
    """The key's bytes are overwritten in place: another name of the file shows only zeros."""
    vault = FileKeyVault(directory)
    key = vault.create("aa")
    other_name = tmp_path / "still-here"
    other_name.hardlink_to(directory / "aa.key")
    assert other_name.read_bytes().startswith(key)

    vault.destroy("aa")

    assert other_name.read_bytes() == bytes(FILE_BYTES)
    assert list(directory.iterdir()) == []


def test_a_link_in_place_of_a_key_is_not_followed(directory: Path, tmp_path: Path) -> None:
    """A symbolic link to nowhere does not make a key appear outside of the directory."""
    vault = FileKeyVault(directory)
    (directory / "aa.key").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(KeyVaultError):
        vault.create("aa")
    assert not (tmp_path / "elsewhere").exists()


def test_an_overwritten_key_is_gone_already(directory: Path) -> None:
    """Asked for while it is being destroyed, the key is no more, and no damaged one either."""
    vault = FileKeyVault(directory)
    vault.create("aa")
    (directory / "aa.key").write_bytes(bytes(FILE_BYTES))

    assert vault.get("aa") is None
