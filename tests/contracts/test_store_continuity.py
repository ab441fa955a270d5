"""What every store promises of requests to become a manager, and of wishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.continuity import ManagerRequest
from bot.domain.programme import ThemeRef
from bot.errors import StoreError
from bot.ports import Store, Tx
from tests.contracts.store_samples import NOW, REF, person, team

OTHER = ThemeRef(programme="kasam", theme="tema4")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
ASKED = ManagerRequest("q1", "team1", person("bo"), NOW)


@pytest.fixture
def store(store: Store) -> Store:
    """Give a store with two teams."""
    for id in ("team1", "team2"):
        store.write(lambda tx, id=id: tx.teams.save(team(id)))  # type: ignore[misc]
    return store


def token(number: int) -> bytes:
    """Return somebody's mark."""
    return number.to_bytes(16, "big")


def wish(store: Store, *marks: int, theme: ThemeRef = REF, month: date = MARCH) -> None:
    """Keep wishes of the first team."""

    def work(tx: Tx) -> None:
        for mark in marks:
            tx.wishes.put("team1", theme, token(mark), month)

    store.write(work)


def wanted(store: Store, fewest: int, team_id: str = "team1") -> tuple[ThemeRef, ...]:
    """Return what so many wish for."""
    return store.read(lambda tx: tx.wishes.wanted(team_id, fewest))


# --- requests -------------------------------------------------------------------------------


def test_a_request_waits_until_it_is_dropped(store: Store) -> None:
    """It is found by its name and by its team."""
    store.write(lambda tx: tx.requests.add(ASKED))
    assert store.read(lambda tx: tx.requests.get("q1")) == ASKED
    assert store.read(lambda tx: tx.requests.of_team("team1")) == ASKED
    assert store.read(lambda tx: tx.requests.of_team("team2")) is None
    for _ in range(2):
        store.write(lambda tx: tx.requests.drop("q1"))
    assert store.read(lambda tx: tx.requests.get("q1")) is None


def test_a_team_has_one_request_at_a_time(store: Store) -> None:
    """The database itself holds it; another team has one of its own."""
    store.write(lambda tx: tx.requests.add(ASKED))
    with pytest.raises(StoreError):
        store.write(lambda tx: tx.requests.add(replace(ASKED, id="q2")))
    store.write(lambda tx: tx.requests.add(replace(ASKED, id="q2", team_id="team2")))


# --- wishes ---------------------------------------------------------------------------------


def test_a_wish_counts_once(store: Store) -> None:
    """However often it is said, in whichever month."""
    wish(store, 1, 1, 2)
    wish(store, 1, month=APRIL)
    assert (wanted(store, 2), wanted(store, 3)) == ((REF,), ())
    assert wanted(store, 1, "team2") == ()


def test_own_wishes_are_found_by_their_marks(store: Store) -> None:
    """Of the team alone, and only those."""
    wish(store, 1)
    wish(store, 2, theme=OTHER)

    def own(team_id: str, *marks: int) -> frozenset[ThemeRef]:
        return store.read(lambda tx: tx.wishes.among(team_id, [token(mark) for mark in marks]))

    assert own("team1", 1, 3) == {REF}
    assert own("team1", 1, 2) == {REF, OTHER}
    assert own("team1") == own("team2", 1, 2) == frozenset()


def test_a_wish_is_taken_back(store: Store) -> None:
    """Only the one with the mark; twice is no error."""
    wish(store, 1, 2)
    for _ in range(2):
        store.write(lambda tx: tx.wishes.remove("team1", REF, token(1)))
    assert (wanted(store, 1), wanted(store, 2)) == ((REF,), ())


def test_the_order_tells_not_which_is_wished_for_most(store: Store) -> None:
    """It is that of the names."""
    wish(store, 1, 2, 3, 4, 5, theme=OTHER)
    wish(store, 1, 2, 3)
    assert wanted(store, 3) == (REF, OTHER)


def test_wishes_are_forgotten_by_theme_and_by_month(store: Store) -> None:
    """What is newer, or another theme's, stays."""
    wish(store, 1, 2)
    wish(store, 3, theme=OTHER)
    store.write(lambda tx: tx.wishes.forget_theme("team1", REF))
    assert wanted(store, 1) == (OTHER,)
    wish(store, 4, month=APRIL)
    store.write(lambda tx: tx.wishes.forget_until(MARCH))
    assert wanted(store, 1) == (REF,)
