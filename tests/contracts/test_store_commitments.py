"""What every store promises of commitments."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.commitment import Agreed, Aim, Commitment, CommitmentState
from bot.errors import StoreError
from bot.ports import Store, Tx
from tests.contracts.conftest import OpenStore
from tests.contracts.store_samples import team

DAY = date(2026, 3, 2)


def commitment(id: str = "c1", team_id: str = "team1", days: int = 0) -> Commitment:
    """Return one that was agreed so many days after the first, with everything in it."""
    agreed = Agreed(
        activity="Tio minuter för överlämning",
        role="Alla",
        target=DAY + timedelta(days=28),
        aim=Aim.KEEP,
        how="Vid bytet kl 15.\nVi står upp.",
        resources="En tavla",
        follow_up="Vi frågar varandra.",
    )
    return Commitment(
        id=id,
        team_id=team_id,
        agreed=agreed,
        agreed_on=DAY + timedelta(days=days),
        session_id="s1",
        round_id="r1",
    )


def with_teams(store: Store) -> None:
    """Put two teams into the store."""

    def work(tx: Tx) -> None:
        tx.teams.save(team())
        tx.teams.save(team("team2"))

    store.write(work)


def keep(store: Store, *commitments: Commitment) -> None:
    """Keep them."""

    def work(tx: Tx) -> None:
        for each in commitments:
            tx.commitments.save(each)

    store.write(work)


def test_commitment_comes_back_as_it_was_saved(open_store: OpenStore) -> None:
    """Also through another connection, with all that has been noted of it."""
    store = open_store()
    with_teams(store)
    later = DAY + timedelta(days=60)
    kept = commitment().followed_up(CommitmentState.DEFERRED, "Ont om tid.", later, DAY)
    keep(store, kept)
    assert open_store().read(lambda tx: tx.commitments.get("c1")) == kept


def test_what_is_not_there_is_none(store: Store) -> None:
    """An unknown one, and a team without any."""
    with_teams(store)
    assert store.read(lambda tx: tx.commitments.get("c9")) is None
    assert store.read(lambda tx: tx.commitments.of_team("team1")) == ()


def test_commitment_takes_the_place_of_what_it_was(store: Store) -> None:
    """There is one of an id."""
    with_teams(store)
    done = commitment().followed_up(CommitmentState.DONE, "", None, DAY)
    keep(store, commitment(), done)
    assert store.read(lambda tx: tx.commitments.of_team("team1")) == (done,)


def test_commitments_are_the_teams_own_and_in_order(store: Store) -> None:
    """The earliest agreed first, those of one day by their ids; none of another team."""
    with_teams(store)
    keep(store, commitment("c3"), commitment("c1", days=2), commitment("c2"))
    keep(store, commitment("c4", "team2", days=-1))
    found = store.read(lambda tx: tx.commitments.of_team("team1"))
    assert [each.id for each in found] == ["c2", "c3", "c1"]


def test_team_has_to_be_there(store: Store) -> None:
    """There is no commitment of nobody."""
    with pytest.raises(StoreError):
        keep(store, commitment(team_id="team9"))
