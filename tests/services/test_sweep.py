"""The sweep at each start: it mends what a crash left, and touches nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.round import RoundState
from bot.errors import KeyVaultError
from bot.services import rounds, sessions
from tests.fakes import MemoryKeyVault
from tests.services.world import World


def test_sweep_destroys_keys_without_a_round(world: World) -> None:
    """A key whose start never finished is destroyed; that of an open round stays."""
    world.start()
    world.vault.create("orphan")
    rounds.sweep(world.deps)
    assert world.vault.round_ids() == {world.round().id}


def test_sweep_destroys_the_key_of_a_finished_round(world: World) -> None:
    """A crash between the result and the key's end leaves a key that the next start destroys."""
    world.answered(6).stop()
    world.vault.create(world.round().id)
    rounds.sweep(world.deps)
    assert world.vault.round_ids() == frozenset()
    assert world.round().state is RoundState.CLOSED


@pytest.mark.parametrize("stopped", [False, True])
def test_sweep_voids_rounds_without_a_key(world: World, stopped: bool) -> None:
    """A round whose key is lost is voided at the start, and the managers are told once."""
    world.answered(6)
    if stopped:
        sessions.stop(world.deps, world.request())
    world.vault.destroy(world.round().id)
    world.restart()
    world.restart()
    assert world.round().state is RoundState.VOIDED
    assert world.ballots() == 0
    assert len(world.notes()) == 1


@pytest.mark.parametrize("stopped", [False, True])
def test_sweep_voids_nothing_while_keys_are_out_of_reach(world: World, stopped: bool) -> None:
    """A start that can't reach the keys fails, and leaves the answers alone."""
    world.answered(6)
    if stopped:
        sessions.stop(world.deps, world.request())
    before = (world.round(), world.ballots())
    world.vault.reachable = False
    with pytest.raises(KeyVaultError):
        world.restart()
    assert (world.round(), world.ballots()) == before
    world.vault.reachable = True
    world.restart()
    assert world.ballots() == (0 if stopped else 6)
    assert world.notes() == []


def test_sweep_in_another_place_touches_nothing(world: World) -> None:
    """An empty vault in place of the real one: nothing is voided, and no key of others goes."""
    world.answered(6)
    before = (world.round(), world.ballots())
    elsewhere = MemoryKeyVault()
    elsewhere.adopt(frozenset())
    elsewhere.create("of-another-bot")
    elsewhere.adopted = False
    for vault in (MemoryKeyVault(), elsewhere):
        keys = vault.round_ids()
        with pytest.raises(KeyVaultError):
            rounds.sweep(replace(world.deps, vault=vault))
        assert vault.round_ids() == keys
    assert (world.round(), world.ballots()) == before


def test_dialogue_ends_well_without_its_round(world: World) -> None:
    """A dialogue whose round was voided goes on to its end, and nothing is counted."""
    world.answered(6)
    world.vault.destroy(world.round().id)
    world.restart()
    world.later(minutes=15)
    assert not world.session().active
    assert world.round().state is RoundState.VOIDED
    assert world.summaries() == []


def test_sweep_leaves_what_is_whole(world: World) -> None:
    """A start in the middle of a dialogue changes nothing."""
    world.answered(6)
    before = (world.session(), world.round(), world.ballots(), world.vault.round_ids())
    world.restart()
    assert (world.session(), world.round(), world.ballots(), world.vault.round_ids()) == before


def test_key_of_a_lost_round_is_destroyed(world: World) -> None:
    """A damaged key is as good as none: nothing of it is left when its round is voided."""
    world.answered(7)

    def damaged(_: str) -> bytes | None:
        return None

    world.vault.get = damaged  # type: ignore[method-assign, assignment]
    world.restart()
    assert world.round().state is RoundState.VOIDED
    assert world.vault.round_ids() == frozenset()
