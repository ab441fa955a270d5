"""Closing a round: what is counted and for whom, what is voided, and what is left of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.answers import Answers
from bot.domain.ballot import NONCE_BYTES, PADDED_BYTES, Ballot, _derive
from bot.domain.disclosure import Result
from bot.domain.programme import Component
from bot.domain.round import RoundState
from bot.errors import StoreError, UnreadableBallot
from bot.locales import words
from bot.services import results, rounds, sessions
from bot.services.deps import Terms
from bot.services.due import run_due
from bot.views.actions import Action
from tests.fakes import FakeClock, InProcessBox
from tests.services.people import CHANNEL, COLLEAGUES, KARIN, key, team
from tests.services.world import GIVEN, World

SECOND_MANAGER = key("kim")


def _result(world: World) -> Result | None:
    return world.look(lambda tx: tx.rounds.result(world.round().id))


def test_result_reaches_the_manager_alone(world: World) -> None:
    """After the end the manager has the summary in private, and nobody else anything."""
    world.answered(7).stop()
    (summary,) = world.summaries()
    assert summary.taking_part == words("sv")("summary-taking-part", answered=7, invited=13)
    assert [button.action for button in summary.buttons] == [
        Action.SHARE,
        Action.COMMIT,
        Action.PLAN,
    ]
    assert {message.conversation for message in world.platform.standing.values()} == {
        CHANNEL,
        KARIN.user,
    }
    assert world.summaries(CHANNEL) == []


def test_every_manager_gets_it(bare: World) -> None:
    """Two managers get the same summary, and either may share it."""
    bare.with_team(replace(team(), managers=frozenset([KARIN, SECOND_MANAGER])))
    bare.answered(6).stop()
    assert bare.summaries() == bare.summaries(SECOND_MANAGER.user)
    results.share(bare.deps, bare.request(SECOND_MANAGER), bare.round().id)
    assert len(bare.summaries(CHANNEL)) == 1
    assert bare.summaries() == bare.summaries(SECOND_MANAGER.user)
    assert [button.action for button in bare.summaries()[0].buttons] == [Action.COMMIT, Action.PLAN]


@pytest.mark.parametrize("answers", range(6))
def test_below_the_threshold_nothing_is_kept(world: World, answers: int) -> None:
    """With five or fewer only that is known: the same words for none as for five."""
    world.answered(answers).stop()
    (summary,) = world.summaries()
    assert _result(world) is None
    assert summary.taking_part == words("sv")("summary-too-few", threshold=6)
    assert [button.action for button in summary.buttons] == [
        Action.SHARE,
        Action.COMMIT,
        Action.PLAN,
    ]
    said = summary.model_dump_json()
    assert GIVEN.comment not in said
    assert summary == summary.model_copy(
        update={"components": (), "tags": (), "comments": (), "held_back": ()}
    )


def test_box_below_the_threshold_is_never_opened(world: World) -> None:
    """Five ballots are not even unsealed: one that can't be read does not matter."""
    world.answered(4)
    round = world.round()
    world.store.write(lambda tx: tx.ballots.put(round.id, Ballot(b"0" * 16, b"nonsense")))
    world.stop()
    assert world.round().state is RoundState.CLOSED


def test_all_is_gone_after_the_close(world: World) -> None:
    """Ballots, roster and key are gone; a round closed again changes and says nothing more."""
    world.answered(6).stop()
    assert world.round().roster == ()
    assert (world.ballots(), world.vault.round_ids()) == (0, frozenset())
    calls = list(world.platform.calls)
    rounds.close(world.deps, world.round().id)
    world.work()
    assert world.platform.calls == calls


def test_open_round_is_not_closed_by_accident(world: World) -> None:
    """Only what has been frozen is counted: a stray close of an open round opens no box."""
    world.answered(6)
    round = world.round()
    kept = world.look(lambda tx: tx.ballots.all(round.id))
    opened: list[str] = []

    def spying(key: bytes, ballots: object, round: object) -> None:
        opened.append("opened")

    rounds.close(replace(world.deps, open_box=spying), "no-such-round")
    assert opened == []
    assert world.look(lambda tx: tx.ballots.all(round.id)) == kept


def test_two_processes_close_at_once(world: World) -> None:
    """Where another process finishes first, its result stands and nothing is voided."""
    world.answered(6)
    sessions.stop(world.deps, world.request())
    real = world.deps

    def overtaken(key: bytes, ballots: object, round: object) -> Result | None:
        run_due(replace(real, clock=_later(world)))
        return None

    rounds.close(replace(real, open_box=overtaken), world.round().id)
    world.work()
    found = _result(world)
    assert found is not None
    assert found.answered == 6
    assert len(world.summaries()) == 1


def test_process_that_comes_late_to_a_close_voids_nothing(world: World) -> None:
    """A process that read the round as closing, and then finds no key, leaves the result alone."""
    world.answered(6)
    sessions.stop(world.deps, world.request())
    stale = world.round()
    world.work()
    rounds._count(world.deps, stale, attempts=0)
    assert world.round().state is RoundState.CLOSED
    assert world.notes() == []


def test_lost_key_is_told(world: World) -> None:
    """Without its key a round can't be counted: it is voided, and the managers hear why."""
    world.answered(6)
    world.vault.destroy(world.round().id)
    world.stop()
    assert world.round().state is RoundState.VOIDED
    assert world.ballots() == 0
    assert world.notes() == [words("sv")("voided", title="3. Det vi är bra på 3")]
    assert world.summaries() == []


def test_key_out_of_reach_loses_nothing(world: World) -> None:
    """While the keys can't be reached the round waits; then it is counted as if nothing was."""
    world.answered(6)
    world.vault.reachable = False
    world.stop()
    world.later(minutes=10)
    assert (world.round().state, world.ballots()) == (RoundState.CLOSING, 6)
    assert world.notes() == []
    world.vault.reachable = True
    world.later(minutes=10)
    assert world.round().state is RoundState.CLOSED
    assert len(world.summaries()) == 1
    assert world.vault.round_ids() == frozenset()


def test_key_out_of_reach_is_destroyed_later(world: World) -> None:
    """The key of a cancelled dialogue goes as soon as it can be reached."""
    world.answered(6)
    world.vault.reachable = False
    sessions.cancel(world.deps, world.request())
    world.later(minutes=10)
    world.vault.reachable = True
    assert len(world.vault.round_ids()) == 1
    world.later(minutes=10)
    assert world.vault.round_ids() == frozenset()


@pytest.mark.parametrize(
    "sealed", [b"", b"short", b"x" * (NONCE_BYTES + PADDED_BYTES + 16)], ids=len
)
def test_ballot_that_can_not_be_opened(
    world: World, sealed: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """One damaged ballot: no part of a result, the answers and the key are gone, all is told."""
    world.answered(7)
    round = world.round()
    world.store.write(lambda tx: tx.ballots.put(round.id, Ballot(b"0" * 16, sealed)))
    check_given_up(world, caplog)


def test_ballot_without_an_answer_in_it(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """A ballot that opens and holds no answer is as unreadable as one that does not open."""
    world.answered(6)
    round, own = world.round(), b"0" * 16
    key = world.vault.get(round.id)
    assert key is not None
    for plain in (b'{"scores": "kanarie"}', b"kanarie \xff"):
        nonce = bytes(NONCE_BYTES)
        padded = plain.ljust(PADDED_BYTES)
        body = AESGCM(_derive(key, b"seal")).encrypt(nonce, padded, own)
        with pytest.raises(UnreadableBallot):
            InProcessBox()(key, [Ballot(own, nonce + body)] * round.threshold, round)
    world.store.write(lambda tx: tx.ballots.put(round.id, Ballot(own, nonce + body)))
    check_given_up(world, caplog)
    assert "kanarie" not in caplog.text


def check_given_up(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Stop, and check that the round is voided at once, that all is gone and the manager told."""
    world.stop()
    assert (world.round().state, world.round().roster) == (RoundState.VOIDED, ())
    assert _result(world) is None
    assert (world.ballots(), world.vault.round_ids()) == (0, frozenset())
    assert world.notes() == [words("sv")("voided", title="3. Det vi är bra på 3")]
    assert world.summaries() == []
    assert "UnreadableBallot" in caplog.text


def test_box_that_fails_for_ever_is_given_up(world: World) -> None:
    """A fault in the counting itself is tried some times, and then the manager is told."""
    world.answered(6)
    sessions.stop(world.deps, world.request())
    opened: list[int] = []

    def failing(key: bytes, ballots: object, round: object) -> Result | None:
        opened.append(1)
        raise RuntimeError

    while world.round().state is RoundState.CLOSING and len(opened) < 100:
        run_due(replace(world.deps, open_box=failing))
        world.clock.pass_by(minutes=10)
    assert len(opened) == rounds.MOST_ATTEMPTS
    world.work()
    assert world.round().state is RoundState.VOIDED
    assert (world.ballots(), world.vault.round_ids()) == (0, frozenset())
    assert len(world.notes()) == 1


def test_cancelled_dialogue_leaves_nothing(world: World) -> None:
    """Cancelling removes ballots at once, then the key; nobody gets a summary."""
    world.answered(7)
    sessions.cancel(world.deps, world.request())
    assert (world.ballots(), world.round().roster) == (0, ())
    world.work()
    assert world.round().state is RoundState.VOIDED
    assert world.vault.round_ids() == frozenset()
    assert world.platform.shown(KARIN.user) == []
    assert world.board().state_line == words("sv")("board-cancelled")


class Reclaims:
    """A store that counts how often it was reclaimed; mirrors `bot.ports.Store`."""

    def __init__(self, world: World) -> None:
        self.count = 0
        self.real = world.store
        self.write, self.read, self.close = self.real.write, self.real.read, self.real.close

    def reclaim(self) -> None:
        """Count, and reclaim."""
        self.count += 1
        self.real.reclaim()


@pytest.mark.parametrize("end", [sessions.stop, sessions.cancel])
def test_pages_of_the_ballots_are_reclaimed(world: World, end: object) -> None:
    """However a dialogue ends, the traces of its ballots are cleaned up."""
    assert callable(end)
    world.answered(6)
    end(world.deps, world.request())
    counting = Reclaims(world)
    while run_due(replace(world.deps, store=counting)):
        pass
    assert counting.count == 1


def test_words_are_shown_from_the_rounds_own_threshold(world: World) -> None:
    """Comments come word for word at the quote threshold, from those who agreed."""
    world.terms = Terms(quote_threshold=8)
    world.start()
    for person in COLLEAGUES[:7]:
        world.answer(person, GIVEN)
    shy = Answers({Component.MANAGEABILITY: 3}, "Hemligt.", (), verbatim=False)
    world.answer(COLLEAGUES[7], shy)
    world.stop()
    (summary,) = world.summaries()
    assert [line.comments for line in summary.comments] == [(GIVEN.comment,) * 7]
    assert "Hemligt" not in summary.model_dump_json()
    assert words("sv")("held-comments-no-consent") in summary.held_back


# --- after a crash ------------------------------------------------------------------------


def test_result_is_published_once_by_the_store(world: World) -> None:
    """Even a mistake in the services could not publish a second result."""
    world.answered(6).stop()
    found = _result(world)
    with pytest.raises(StoreError):
        world.store.write(lambda tx: tx.rounds.publish(world.round().id, None))
    assert _result(world) == found


def _later(world: World) -> FakeClock:
    """Return a clock past all leases, as another machine might have."""
    clock = FakeClock(world.clock.at)
    clock.pass_by(minutes=10)
    return clock


def test_close_of_an_open_round_does_nothing(world: World) -> None:
    """A stray order to close leaves the round and its key alone."""
    world.answered(7)
    rounds.close(world.deps, world.round().id)
    assert world.round().state is RoundState.OPEN
    assert world.vault.round_ids() == {world.round().id}
    world.stop()
    assert world.round().state is RoundState.CLOSED
    assert world.vault.round_ids() == frozenset()
