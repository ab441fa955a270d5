"""What every key vault promises."""

from __future__ import annotations

import pytest

from bot.domain.ballot import KEY_BYTES
from bot.errors import KeyVaultError
from bot.ports import KeyVault


def test_a_new_key_is_kept(vault: KeyVault) -> None:
    """The key that was made is the one that is found, of the right length."""
    key = vault.create("a1b2")

    assert len(key) == KEY_BYTES
    assert vault.get("a1b2") == key


def test_every_round_has_a_key_of_its_own(vault: KeyVault) -> None:
    """Two rounds never share a key."""
    assert vault.create("aa") != vault.create("bb")
    assert vault.round_ids() == {"aa", "bb"}


def test_a_key_is_never_replaced(vault: KeyVault) -> None:
    """A second key for a round is refused and the first stays."""
    key = vault.create("aa")

    with pytest.raises(KeyVaultError):
        vault.create("aa")
    assert vault.get("aa") == key


def test_an_unknown_round_has_no_key(vault: KeyVault) -> None:
    """No key is not an error."""
    assert vault.get("aa") is None
    assert vault.round_ids() == frozenset()


def test_a_destroyed_key_is_gone(vault: KeyVault) -> None:
    """A destroyed key is not found again; destroying twice is harmless; others stay."""
    vault.create("aa")
    other = vault.create("bb")

    vault.destroy("aa")
    vault.destroy("aa")

    assert vault.get("aa") is None
    assert vault.get("bb") == other
    assert vault.round_ids() == {"bb"}


@pytest.mark.parametrize("name", ["", ".", "..", "../aa", "a/b", "/etc/passwd", "a\0b", "a" * 65])
def test_a_name_that_could_reach_elsewhere_is_refused(vault: KeyVault, name: str) -> None:
    """A round id is a plain name; nothing that could be a path is taken."""
    for call in (vault.create, vault.get, vault.destroy):
        with pytest.raises(KeyVaultError):
            call(name)


def test_a_new_place_is_not_taken_for_one_whose_keys_are_lost(new_vault: KeyVault) -> None:
    """Where open rounds should have their keys and none has, the vault is another one."""
    with pytest.raises(KeyVaultError):
        new_vault.adopt(frozenset({"aa"}))
    with pytest.raises(KeyVaultError):
        new_vault.get("aa")
    with pytest.raises(KeyVaultError):
        new_vault.destroy("aa")
    with pytest.raises(KeyVaultError):
        new_vault.create("bb")


def test_a_place_in_use_stays_known(vault: KeyVault) -> None:
    """Once in use, a vault that lacks the key of an open round has lost it: that is no error."""
    vault.create("aa")
    vault.adopt(frozenset({"aa"}))
    vault.destroy("aa")
    vault.adopt(frozenset({"aa"}))

    assert vault.get("aa") is None
