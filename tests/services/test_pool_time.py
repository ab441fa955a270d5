"""A shared box at its time: who must have taken part, who may come late, what is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.round import POOL_OPEN_FOR, Round, RoundState
from bot.domain.session import LONGEST_PAUSE, SessionState
from bot.errors import RoundClosed
from bot.services import overview, sessions
from tests.services.people import KARIN
from tests.services.pooling import (
    COOKS,
    KOKET,
    MANEN,
    MIRO,
    NIGHT,
    begin,
    boards,
    box_of,
    end,
    give,
    manager_of,
    to_questions,
    with_small_teams,
)
from tests.services.world import World

POOL = (KOKET, MANEN)


@pytest.fixture
def small(bare: World) -> World:
    """Give a world in which the kitchen and the night team answer together."""
    return with_small_teams(bare, *POOL)


def held(world: World) -> Round:
    """Let the kitchen have its dialogue to the end, with all of its answers."""
    begin(world, KOKET)
    to_questions(world, KOKET)
    box = box_of(world, KOKET)
    give(world, box, *COOKS)
    end(world, KOKET)
    return box


def state(world: World, box: Round) -> RoundState:
    """Return the state that the box is in now."""
    found = world.look(lambda tx: tx.rounds.get(box.id))
    assert found is not None
    return found.state


def no_result(world: World, box: Round) -> bool:
    """Whether nothing is left of the box: no answers, no key, no result, no summary."""
    return (
        state(world, box) is RoundState.VOIDED
        and world.look(lambda tx: tx.ballots.all(box.id)) == ()
        and world.vault.round_ids() == frozenset()
        and not any(world.summaries(manager_of(each).user) for each in POOL)
    )


@pytest.mark.parametrize("other", ["never", "stopped before", "cancelled before"])
def test_one_team_alone_is_never_published(small: World, other: str) -> None:
    """Where only one team came to the questions its answers are thrown away, not shown to all."""
    box = held(small)
    give(small, box, *NIGHT)  # there are enough answers for a result: it is not for lack of them
    if other != "never":
        begin(small, MANEN)
        end(small, MANEN, cancel=other == "cancelled before", early=True)
    small.later(days=14)
    assert no_result(small, box)


def test_two_teams_that_came_to_the_questions_are_published(small: World) -> None:
    """The counterpart: the other team's dialogue was cancelled, but after answers were taken."""
    box = held(small)
    begin(small, MANEN)
    to_questions(small, MANEN)
    give(small, box, *NIGHT)
    end(small, MANEN, cancel=True)
    small.later(days=14)
    assert state(small, box) is RoundState.CLOSED
    assert [len(small.summaries(each.user)) for each in (KARIN, MIRO)] == [1, 1]


def test_what_is_thrown_away_is_told_without_numbers(small: World) -> None:
    """Each manager and each channel that had its dialogue reads why, and that nothing is left."""
    held(small)
    small.later(days=14)
    for manager in (KARIN, MIRO):
        (said,) = small.notes(manager.user)
        assert "färre än två" in said
        assert "raderade" in said
        assert not any(number in said.partition("”.")[2] for number in "0123456789")
    (board,) = boards(small, KOKET)
    assert "färre än två" in board.state_line
    assert "raderade" in board.state_line
    assert board.answer is None


def test_a_team_that_stopped_before_the_questions_has_not_had_its_dialogue(small: World) -> None:
    """The box waits for it, and it may start again, as its message says."""
    begin(small, MANEN)
    end(small, MANEN, early=True)
    box = held(small)
    assert state(small, box) is RoundState.OPEN
    assert "Ni hann inte till frågorna" in boards(small, MANEN)[0].state_line
    assert begin(small, MANEN).round_id == box.id
    to_questions(small, MANEN)
    end(small, MANEN)
    assert state(small, box) is RoundState.CLOSED


@pytest.mark.parametrize("late", [timedelta(), timedelta(hours=1)])
def test_a_start_when_the_time_is_out_does_not_join(small: World, late: timedelta) -> None:
    """The clockwork has not come to the box yet: whoever starts is told to try again shortly."""
    box = held(small)
    small.clock.pass_by(seconds=(POOL_OPEN_FOR + late).total_seconds())
    session = begin(small, MANEN)
    assert session.state is SessionState.CANCELLED
    assert small.vault.round_ids() == {box.id}
    small.later(seconds=0)
    assert "håller på att stängas" in "".join(small.notes(MIRO.user))
    assert no_result(small, box)


def test_a_start_just_before_the_time_joins(small: World) -> None:
    """The counterpart."""
    box = held(small)
    small.clock.pass_by(seconds=POOL_OPEN_FOR.total_seconds() - 1)
    assert begin(small, MANEN).round_id == box.id


def test_a_dialogue_can_not_keep_a_box_open_for_ever(small: World) -> None:
    """Paused and resumed again and again, it is ended when the time has been out for so long."""
    box = held(small)
    small.later(days=14, minutes=-5)
    begin(small, MANEN)
    to_questions(small, MANEN)
    give(small, box, *NIGHT)
    request = small.request(MIRO, MANEN.channel)
    sessions.pause(small.deps, request)
    half = LONGEST_PAUSE.total_seconds() / 2
    for _ in range(2):
        small.later(seconds=half)
        assert state(small, box) is RoundState.OPEN
        sessions.resume(small.deps, small.request(MIRO, MANEN.channel))
        sessions.pause(small.deps, small.request(MIRO, MANEN.channel))
    small.later(minutes=5)
    assert state(small, box) is RoundState.CLOSED
    assert small.summaries(MIRO.user)[0].taking_part == "7 av 7 svarade."
    with pytest.raises(RoundClosed):
        give(small, box, COOKS[0])
    ended = [each.state for each in small.look(lambda tx: tx.sessions.of_round(box.id))]
    assert ended == [SessionState.ENDED] * 2


def test_cancelling_says_when_the_answers_count(small: World) -> None:
    """What is said before a dialogue is cancelled holds whatever becomes of the other teams."""
    begin(small, KOKET)
    said = overview.ask_cancel(small.deps, small.request(KARIN, KOKET.channel)).text
    assert "om minst två av teamen" in said
