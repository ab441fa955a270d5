"""What every store promises of windows, reminders, and who wants none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.people import PersonKey
from bot.domain.round import RoundState
from bot.errors import StoreError
from bot.ports import Store, Tx
from tests.contracts.store_samples import MINUTE, NOW, REF, note, person, round_, team
from tests.contracts.test_store_messages import claim, keys, want

ANNA, BO, LISA = map(person, ("anna", "bo", "lisa"))


# --- teams and rounds -----------------------------------------------------------------------


@pytest.mark.parametrize("days", [None, 0, 14])
def test_a_teams_window_is_kept(store: Store, days: int | None) -> None:
    """None, the same day and days are three things."""
    one = replace(team(), answer_days=days)
    store.write(lambda tx: tx.teams.save(one))
    assert store.read(lambda tx: tx.teams.get(one.id)) == one


def test_other_windows_are_refused(store: Store) -> None:
    """The database itself holds the range, whatever the code does."""
    with pytest.raises(StoreError):
        store.write(lambda tx: tx.teams.save(replace(team(), answer_days=15)))


def test_a_box_with_a_time_is_not_shared_for_it(store: Store) -> None:
    """Only a box of several teams is one that a team joins."""
    own = replace(round_("own"), closes_at=NOW + MINUTE)
    shared = replace(own, id="shared", team_ids=("team1", "team2"), opened_at=NOW - MINUTE)

    def work(tx: Tx) -> None:
        for id in ("team1", "team2"):
            tx.teams.save(team(id))
        tx.rounds.save(own)

    store.write(work)
    assert store.read(lambda tx: tx.rounds.shared_by("team1", REF)) is None
    store.write(lambda tx: tx.rounds.save(shared))
    assert store.read(lambda tx: tx.rounds.shared_by("team1", REF)) == shared


def test_open_to_those_on_the_roster(store: Store) -> None:
    """Only open rounds, the earliest first, and only for the very person."""
    first, second = round_("r1"), replace(round_("r2"), opened_at=NOW + MINUTE, roster=(ANNA,))
    closed = replace(round_("r3"), state=RoundState.CLOSED)

    def work(tx: Tx) -> None:
        tx.teams.save(team())
        for each in (second, first, closed):
            tx.rounds.save(each)

    store.write(work)
    assert store.read(lambda tx: tx.rounds.open_to(ANNA)) == (first, second)
    assert store.read(lambda tx: tx.rounds.open_to(BO)) == (first,)
    strangers = (LISA, BO._replace(tenant="T2"), person("ann"), person("anna2"))
    assert [store.read(lambda tx, p=each: tx.rounds.open_to(p)) for each in strangers] == [()] * 4  # type: ignore[misc]


# --- who wants no reminders -----------------------------------------------------------------


def save(store: Store, who: PersonKey, *, quiet: bool) -> None:
    """Keep what the person wants."""
    store.write(lambda tx: tx.quiet.save(who, quiet=quiet))


def test_who_wants_no_reminders(store: Store) -> None:
    """Kept once however often it is said, and gone when it is taken back."""
    people = (ANNA, BO, LISA)
    assert store.read(lambda tx: tx.quiet.among(people)) == frozenset()
    for who in (ANNA, ANNA, BO):
        save(store, who, quiet=True)
    assert store.read(lambda tx: tx.quiet.among(people)) == {ANNA, BO}
    assert store.read(lambda tx: tx.quiet.among([LISA, BO])) == {BO}
    assert store.read(lambda tx: tx.quiet.among([])) == frozenset()
    assert store.read(lambda tx: tx.quiet.among([ANNA._replace(tenant="T2")])) == frozenset()
    for who in (ANNA, ANNA, LISA):
        save(store, who, quiet=False)
    assert store.read(lambda tx: tx.quiet.among(people)) == {BO}


# --- messages that are forgotten ------------------------------------------------------------


def test_forgotten_by_the_beginning_of_the_key(store: Store) -> None:
    """The message of that key and those below it; a longer name is another one."""
    every = ["remind/r1", "remind/r1/a", "remind/r1/a/2", "remind/r10/a", "remind/r", "other/r1/a"]
    for key in every:
        want(store, key, "Hej", conversation=key)
    store.write(lambda tx: tx.messages.forget("remind/r1"))
    left = [key for key in every if store.read(lambda tx, k=key: tx.messages.get(k))]  # type: ignore[misc]
    assert left == every[3:]
    assert keys(claim(store)) == every[3:]


def test_what_is_forgotten_under_way_stays_forgotten(store: Store) -> None:
    """Whatever the sender tells afterwards brings nothing back."""
    want(store, "remind/r1/a", "Hej")
    (message,) = claim(store)
    store.write(lambda tx: tx.messages.forget("remind/r1"))

    def told(tx: Tx) -> None:
        tx.messages.sent(message.key, message.version, "ts1")
        tx.messages.retry_at(message.key, NOW)
        tx.messages.give_up(message.key, message.version, "no")
        tx.messages.forget("remind/r1")

    store.write(told)
    assert store.read(lambda tx: tx.messages.get(message.key)) is None
    want(store, "remind/r1/a", "Igen")
    assert keys(claim(store)) == ["remind/r1/a"]


def test_until_when_a_message_may_be_sent(store: Store) -> None:
    """Its sender is told; a new wish has a time of its own, or none."""
    store.write(lambda tx: tx.messages.want("a", "T1", "U1", note("Hej"), until=NOW + MINUTE))
    assert [message.until for message in claim(store)] == [NOW + MINUTE]
    want(store, "a", "Hej igen", conversation="U1")
    found = store.read(lambda tx: tx.messages.get("a"))
    assert found is not None
    assert found.until is None
