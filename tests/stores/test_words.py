"""What the stores' errors say, in both languages."""

from __future__ import annotations

import sqlite3
from copy import copy
from pathlib import Path

import pytest

from bot.errors import KeyVaultError, StoreError
from bot.locales import LANGUAGES, words
from bot.stores.secret_files import CALENDAR_SECRET, WISH_SECRET, calendar_secret, wish_secret
from bot.stores.sqlite.translation import KINDS, translated
from tests.locales.sources import CODE, messages, resources, uses_in

CHOSEN_BY = "file"
"""A value that is not shown: it chooses between texts."""

ASKED = {
    id: given
    for path in (CODE / "stores").rglob("*.py")
    for id, given in uses_in(path.read_text(encoding="utf-8"))
    if "*" not in id
} | {f"store-{kind}": frozenset({"reason"}) for kind in KINDS.values()}
"""Every message that the stores' errors name, with the values that come along."""


def test_the_stores_have_words_of_their_own() -> None:
    """Their part of the words is just what they can say."""
    of_stores = {entry.id.name for entry in resources("sv")["stores"].body if hasattr(entry, "id")}
    assert ASKED.keys() == of_stores
    assert len(ASKED) > 20


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", sorted(ASKED))
def test_each_error_is_said_with_its_values(id: str, language: str) -> None:
    """In each language, with every value that comes along."""
    values = {name: f"<{name}>" for name in ASKED[id]}
    said = words(language)(id, **values)
    assert [
        value for name, value in values.items() if value not in said and name != CHOSEN_BY
    ] == []
    assert id in messages(language)


@pytest.mark.parametrize("code", [*KINDS, sqlite3.SQLITE_ERROR])
def test_each_error_of_sqlite_is_told_with_its_own_words(code: int) -> None:
    """Also one with an extended code, and one that only a mistake in the code can cause."""
    problem = sqlite3.OperationalError("its own words")
    problem.sqlite_errorcode = code | 0x300
    with pytest.raises(StoreError) as raised, translated():
        raise problem
    assert raised.value.id == f"store-{KINDS.get(code, 'failed')}"
    for language in LANGUAGES:
        said = words(language)(raised.value.id, **raised.value.params)
        assert said.endswith("(its own words)")


def test_each_secret_has_a_remedy_of_its_own(tmp_path: Path) -> None:
    """What is lost when the file is removed is told, in each language."""
    said = set()
    for name, read in ((CALENDAR_SECRET, calendar_secret), (WISH_SECRET, wish_secret)):
        (tmp_path / name).touch(mode=0o600)
        with pytest.raises(KeyVaultError) as raised:
            read(tmp_path)
        for language in LANGUAGES:
            said.add(words(language)(raised.value.id, **raised.value.params).rpartition(": ")[2])
    assert len(said) == 4


def test_a_copy_says_the_same() -> None:
    """Those who wait for one commit each get a copy of its error."""
    error = StoreError("store-newer", names="003_later")
    same = copy(error)
    assert same is not error
    assert (same.id, same.params, str(same)) == (error.id, error.params, str(error))
    assert str(error) == "store-newer, names: 003_later"
