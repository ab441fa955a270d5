"""Whoever reads the database learns that a theme is wished for, and never by whom."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bot.domain.continuity import wish_token
from bot.domain.programme import ThemeRef
from bot.stores.secret_files import WISH_SECRET
from bot.stores.sqlite.continuity import WishRepository
from tests.e2e.places import COLLEAGUES, LEADER, MANAGER, TEAM, key
from tests.e2e.stage import Stage
from tests.e2e.test_continuity import told
from tests.e2e.test_pools import save_team
from tests.forensics.evidence import Evidence, files, find, find_bytes

WISHERS = [user for user in COLLEAGUES if user != LEADER][:6]
TEMA4 = ThemeRef(programme="tio-teman", theme="tema4")


@pytest.fixture
def wished(stage: Stage) -> Stage:
    """Six have wished for a theme, in the order of their names."""
    stage.karin.close(save_team(stage, MANAGER, TEAM), clear=True)
    for user in WISHERS:
        stage.ask(user, "/apt önska tema4")
        told(stage, user, "Din önskan är sparad")
    stage.settle()
    return stage


def team_of(stage: Stage) -> str:
    """Return the team's id."""
    assert stage.bot is not None
    team = stage.bot.deps.store.read(lambda tx: tx.teams.at(key(MANAGER).tenant, TEAM))
    assert team is not None
    return team.id


def data(stage: Stage) -> Evidence:
    """Return the files of the data directory, the logs of the database among them."""
    return files(stage.settings.data_dir)


def secret(stage: Stage) -> bytes:
    """Return what lies beside the keys."""
    return Path(stage.settings.key_dir, WISH_SECRET).read_bytes()


def test_no_wisher_is_in_a_file(wished: Stage) -> None:
    """Neither by name nor by any mark that can be made without the secret."""
    assert find(WISHERS, data(wished)) == {}
    plain = [
        hashlib.sha256(f"{each}{key(user)}".encode()).digest()[:16]
        for user in WISHERS
        for each in ("", f"aptbot wish\n{team_of(wished)}\n{TEMA4}\n")
    ]
    assert find_bytes(plain, data(wished)) == {}
    assert find_bytes([secret(wished)], data(wished)) == {}


def test_with_the_secret_they_are_found(wished: Stage) -> None:
    """As the reply says: the two together tell. The search above can find what is there."""
    marks = [wish_token(secret(wished), team_of(wished), TEMA4, key(user)) for user in WISHERS]
    assert len(find_bytes(marks, data(wished))) == len(WISHERS)


def test_the_order_of_the_rows_is_not_that_of_the_wishes(wished: Stage) -> None:
    """They lie by their marks, in a table without numbers; of the time there is only a month."""
    assert wished.bot is not None

    def rows(tx: object) -> list[dict[str, object]]:
        repository = tx.wishes  # type: ignore[attr-defined]
        assert isinstance(repository, WishRepository)
        return repository._rows("SELECT token, month FROM wish")

    found = wished.bot.deps.store.read(rows)
    tokens = [row["token"] for row in found]
    assert tokens == sorted(tokens)  # type: ignore[type-var]
    assert {len(str(row["month"])) for row in found} == {len("2026-03-01")}
    assert {str(row["month"])[-2:] for row in found} == {"01"}


def test_a_name_in_the_table_would_be_found(wished: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The obvious design is caught by the search."""
    monkeypatch.setattr(
        "bot.services.wishes.wish_token",
        lambda secret, team_id, theme, person: str(person).encode(),
    )
    wished.ask(WISHERS[0], "/apt önska tema5")
    told(wished, WISHERS[0], "sparad: 5.")
    wished.settle()
    assert set(find(WISHERS, data(wished))) == {WISHERS[0]}


def test_nothing_is_left_of_a_wish_taken_back(wished: Stage) -> None:
    """The mark is overwritten once the database is rebuilt."""
    mark = wish_token(secret(wished), team_of(wished), TEMA4, key(WISHERS[0]))
    person = wished.person(WISHERS[0])
    assert person.press(told(wished, WISHERS[0], "Din önskan är sparad"), "Ta tillbaka").ok
    told(wished, WISHERS[0], "Önskan är borttagen")
    assert wished.bot is not None
    wished.bot.deps.store.reclaim()
    assert find_bytes([mark], data(wished)) == {}


def test_no_log_tells_of_a_wish(wished: Stage, caplog: pytest.LogCaptureFixture) -> None:
    """Neither who nor what."""
    caplog.set_level("DEBUG", logger="bot")
    wished.ask(WISHERS[1], "/apt önska tema6")
    told(wished, WISHERS[1], "sparad: 6.")
    said = "\n".join(record.getMessage() for record in caplog.records if record.name[:4] == "bot.")
    assert WISHERS[1] not in said.replace("workspace", "")
    assert "tema6" not in said
