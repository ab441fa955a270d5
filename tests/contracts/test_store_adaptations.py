"""What every store promises of the adaptation log."""

from __future__ import annotations

import pytest

from bot.domain.adaptation import Adaptation, Fidelity, StepNote
from bot.errors import StoreError
from bot.ports import Store, Tx
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import session, team

CHANGED = StepNote(fidelity=Fidelity.CHANGED, why="Vi stod upp: åtta är för få stolar.")
ENTRY = Adaptation(steps=(StepNote(), CHANGED), why="Lokalen var liten.\nDet gick bra.")
LATER = Adaptation(steps=(StepNote(), StepNote(fidelity=Fidelity.SKIPPED)))


def with_sessions(store: Store, *ids: str) -> None:
    """Put a team with these sessions, all ended, into the store."""

    def work(tx: Tx) -> None:
        tx.teams.save(team())
        for id in ids:
            tx.sessions.save(session(id))

    store.write(work)


def test_entry_comes_back_as_it_was_saved(open_store: OpenStore) -> None:
    """Also through another connection, with everything in it."""
    store = open_store()
    with_sessions(store, "s1")
    store.write(lambda tx: tx.adaptations.save("s1", ENTRY))
    assert open_store().read(lambda tx: tx.adaptations.get("s1")) == ENTRY


def test_nothing_written_is_none(store: Store) -> None:
    """A dialogue without an entry, an unknown one, a team without a log."""
    with_sessions(store, "s1")
    assert store.read(lambda tx: tx.adaptations.get("s1")) is None
    assert store.read(lambda tx: tx.adaptations.get("s9")) is None
    assert store.read(lambda tx: tx.adaptations.of_team("team1")) == {}


def test_entry_takes_the_place_of_the_one_before(store: Store) -> None:
    """One dialogue has one entry."""
    with_sessions(store, "s1")
    store.write(lambda tx: tx.adaptations.save("s1", ENTRY))
    store.write(lambda tx: tx.adaptations.save("s1", LATER))
    assert store.read(lambda tx: tx.adaptations.get("s1")) == LATER
    assert store.read(lambda tx: tx.adaptations.of_team("team1")) == {"s1": LATER}


def test_log_is_the_teams_own(store: Store) -> None:
    """Another team's log has none of it."""
    with_sessions(store, "s1")
    store.write(lambda tx: tx.teams.save(team("team2")))
    store.write(lambda tx: tx.adaptations.save("s1", ENTRY))
    assert store.read(lambda tx: tx.adaptations.of_team("team1")) == {"s1": ENTRY}
    assert store.read(lambda tx: tx.adaptations.of_team("team2")) == {}


def test_dialogue_has_to_be_there(store: Store) -> None:
    """There is no entry of nothing."""
    with pytest.raises(StoreError):
        store.write(lambda tx: tx.adaptations.save("s9", ENTRY))
