"""Closing rounds with real processes: one that dies costs nothing but a little time."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.box.opener import ChildBoxOpener
from bot.domain.ballot import Ballot
from bot.domain.round import RoundState
from bot.ports import BoxOpener
from bot.services import rounds
from tests.box.processes import DIES, SLEEPS
from tests.services.world import GIVEN, World, new_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give a world with a team, whose boxes are opened in processes of their own."""
    world = new_world(tmp_path)
    world.open_box = ChildBoxOpener()
    yield world.with_team()
    world.store.close()


def test_round_is_closed_through_a_process(world: World) -> None:
    """The manager has the summary; ballots and key are gone."""
    world.answered(10).stop()
    (summary,) = world.summaries()
    assert [line.comments for line in summary.comments] == [(GIVEN.comment,) * 10]
    assert (world.ballots(), world.vault.round_ids()) == (0, frozenset())


@pytest.mark.parametrize("opener", [DIES, SLEEPS], ids=["killed", "hangs"])
def test_round_survives_its_process(world: World, opener: BoxOpener) -> None:
    """The round stays as it was, with all its ballots, and the next process closes it."""
    world.answered(6)
    world.open_box = opener
    world.stop()
    assert (world.round().state, world.ballots()) == (RoundState.CLOSING, 6)
    assert world.summaries() == []
    assert len(world.vault.round_ids()) == 1

    world.open_box = ChildBoxOpener()
    world.later(minutes=10)
    assert (world.round().state, world.ballots()) == (RoundState.CLOSED, 0)
    assert len(world.summaries()) == 1


def test_round_whose_process_always_dies_is_given_up(world: World) -> None:
    """After the last attempt the round is voided and the manager told, as for any failure."""
    world.answered(6)
    world.open_box = DIES
    world.stop()
    for _ in range(rounds.MOST_ATTEMPTS - 2):
        world.later(minutes=10)
    assert world.round().state is RoundState.CLOSING
    world.later(minutes=10)
    assert (world.round().state, world.ballots()) == (RoundState.VOIDED, 0)
    assert len(world.notes()) == 1


def test_unreadable_ballot_voids_at_once(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """That a ballot can't be opened is told through the process: no time is lost on trying."""
    world.answered(7)
    round = world.round()
    world.store.write(lambda tx: tx.ballots.put(round.id, Ballot(b"0" * 16, b"short")))
    with caplog.at_level(logging.DEBUG):
        world.stop()
    assert world.round().state is RoundState.VOIDED
    assert "UnreadableBallot" in caplog.text
    assert GIVEN.comment not in caplog.text
