"""A box that several teams share: one box, one result, a dialogue for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.due import DueKind
from bot.domain.people import Person, Team
from bot.domain.programme import ThemeRef
from bot.domain.round import POOL_OPEN_FOR, RoundState
from bot.domain.session import SessionState
from bot.errors import ManagerAnswers, PlatformDown, RoundClosed
from bot.services import answers, opening, rounds, sessions, settling
from bot.services.due import run_due
from bot.services.settling import LOOK_AGAIN
from tests.services.people import GUEST, KARIN, TEMA3
from tests.services.pooling import (
    COOKS,
    GARDEN,
    KOKET,
    MANEN,
    MIRO,
    NIGHT,
    begin,
    boards,
    box_of,
    end,
    give,
    now,
    to_questions,
    with_small_teams,
)
from tests.services.world import World

POOL = (KOKET, MANEN)


@pytest.fixture
def small(bare: World) -> World:
    """Give a world in which the kitchen and the night team answer together."""
    return with_small_teams(bare, *POOL)


def _state(world: World, round_id: str) -> RoundState:
    found = world.look(lambda tx: tx.rounds.get(round_id))
    assert found is not None
    return found.state


def _come_to_questions(world: World, team: Team) -> None:
    """Have the team take part without having its dialogue to the end."""
    begin(world, team)
    to_questions(world, team)
    end(world, team, cancel=True)


def test_the_second_team_joins_the_box_of_the_first(small: World) -> None:
    """One box with the members of both, without either manager; each has its own dialogue."""
    first = begin(small, KOKET)
    box = box_of(small, KOKET)
    second = begin(small, MANEN)
    assert second.round_id == first.round_id == box.id
    assert box_of(small, MANEN) == box
    assert set(box.roster) == {*COOKS, *NIGHT}
    assert box.invited == len(COOKS) + len(NIGHT)
    assert box.closes_at == box.opened_at + POOL_OPEN_FOR
    assert small.vault.round_ids() == {box.id}
    assert [len(boards(small, each)) for each in POOL] == [1, 1]


def test_another_theme_and_another_pool_have_their_own_box(small: World) -> None:
    """Only the same theme is shared, and only within the pool."""
    box = begin(small, KOKET).round_id
    other = begin(small, MANEN, ThemeRef(programme="kvarten", theme="tema1")).round_id
    alone = begin(small, GARDEN).round_id
    assert len({box, other, alone}) == 3
    assert box_of(small, GARDEN).team_ids == (GARDEN.id,)
    assert box_of(small, GARDEN).closes_at is None


def test_the_box_closes_when_all_have_had_their_dialogue(small: World) -> None:
    """Not before; then there is one result, for the managers of all teams."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    give(small, box, *COOKS)
    end(small, KOKET)
    assert _state(small, box.id) is RoundState.OPEN
    assert small.summaries(KARIN.user) == []
    begin(small, MANEN)
    give(small, box, *NIGHT)
    end(small, MANEN)
    assert _state(small, box.id) is RoundState.CLOSED
    assert small.vault.round_ids() == frozenset()
    said = [small.summaries(each.user) for each in (KARIN, MIRO)]
    assert [one[0].taking_part for one in said] == ["7 av 7 svarade."] * 2


def test_answers_are_taken_until_the_box_closes(small: World) -> None:
    """After the own dialogue an answer can be given, changed and taken back; not afterwards."""
    begin(small, KOKET)
    to_questions(small, KOKET)
    end(small, KOKET)
    box = box_of(small, KOKET)
    (board,) = boards(small, KOKET)
    assert board.answer is not None
    assert board.answer.value == box.id
    give(small, box, COOKS[0], COOKS[0])
    answers.withdraw(small.deps, small.request(COOKS[0], ""), box.id)
    begin(small, MANEN)
    end(small, MANEN)
    with pytest.raises(RoundClosed):
        give(small, box, COOKS[0])
    assert [each.answer for each in boards(small, KOKET)] == [None]


def test_the_managers_of_all_teams_are_left_out(small: World) -> None:
    """A manager gets the summary, and so does not answer in another team's channel either."""
    people = small.platform.channels[MANEN.channel]
    small.platform.channels = {
        **small.platform.channels,
        MANEN.channel: (*people, Person(KARIN, "Karin"), Person(COOKS[0], "Kock")),
    }
    begin(small, MANEN)
    box = box_of(small, MANEN)
    assert set(box.roster) == {*COOKS, *NIGHT}
    assert GUEST not in box.roster
    with pytest.raises(ManagerAnswers):
        give(small, box, KARIN)


def test_the_box_closes_at_the_latest_after_two_weeks(small: World) -> None:
    """A team that never has its whole dialogue does not keep the others waiting for ever."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    give(small, box, *COOKS, *NIGHT)
    end(small, KOKET)
    _come_to_questions(small, MANEN)
    small.later(days=14, seconds=-1)
    assert _state(small, box.id) is RoundState.OPEN
    small.later(seconds=1)
    assert _state(small, box.id) is RoundState.CLOSED
    assert small.summaries(MIRO.user)[0].taking_part == "7 av 7 svarade."


def test_a_dialogue_that_goes_on_is_waited_for(small: World) -> None:
    """The time is out in the middle of a dialogue: the box closes when that is over."""
    begin(small, KOKET)
    end(small, KOKET)
    box = box_of(small, KOKET)
    small.later(days=14, minutes=-5)
    begin(small, MANEN)
    small.later(minutes=6)
    assert _state(small, box.id) is RoundState.OPEN
    end(small, MANEN)
    assert _state(small, box.id) is RoundState.CLOSED


def test_a_dialogue_that_ended_late_is_no_reason_to_wait_for_ever(small: World) -> None:
    """The clockwork comes to the deadline first, and then to a dialogue that ended before it."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    assert box.closes_at is not None
    _come_to_questions(small, MANEN)
    small.clock.pass_by(seconds=POOL_OPEN_FOR.total_seconds() - 60)
    session = small.look(lambda tx: tx.sessions.of_round(box.id))[0]
    about_to_end = replace(
        session, step=len(session.lengths) - 1, step_ends_at=box.closes_at - timedelta(seconds=30)
    )
    small.store.write(lambda tx: tx.sessions.save(about_to_end))
    small.clock.pass_by(minutes=5)
    for kind in (DueKind.ROUND_DEADLINE, DueKind.SESSION_TICK):
        assert run_due(small.deps, [kind]) == 1
    assert _state(small, box.id) is RoundState.OPEN
    small.work()
    small.later(seconds=LOOK_AGAIN.total_seconds())
    assert _state(small, box.id) is RoundState.CLOSED


def test_a_cancelled_dialogue_leaves_the_shared_box_alone(small: World) -> None:
    """What lies in it stays, and the team may have its dialogue later, with the same box."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    to_questions(small, KOKET)
    give(small, box, *COOKS)
    end(small, KOKET, cancel=True)
    assert len(small.look(lambda tx: tx.ballots.all(box.id))) == len(COOKS)
    (board,) = boards(small, KOKET)
    assert board.answer is not None
    assert "blir kvar" not in board.state_line
    assert "gemensam med #manen" in board.state_line
    begin(small, MANEN)
    give(small, box, *NIGHT)
    end(small, MANEN)
    assert _state(small, box.id) is RoundState.OPEN
    assert begin(small, KOKET).round_id == box.id
    end(small, KOKET)
    assert small.summaries(MIRO.user)[0].taking_part == "7 av 7 svarade."


def test_a_box_in_which_nobody_had_a_dialogue_is_thrown_away(small: World) -> None:
    """All were cancelled: when the time is out nothing is counted and the key is gone."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    give(small, box, *COOKS, *NIGHT)
    end(small, KOKET, cancel=True)
    small.later(days=14)
    assert _state(small, box.id) is RoundState.VOIDED
    assert small.look(lambda tx: tx.ballots.all(box.id)) == ()
    assert small.vault.round_ids() == frozenset()
    assert small.summaries(KARIN.user) == []
    assert boards(small, KOKET)[0].answer is None


def test_too_few_in_a_pool_are_told_so_without_numbers(small: World) -> None:
    """Five answers of seven: nothing but that they were fewer than six."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    give(small, box, *COOKS, NIGHT[0])
    end(small, KOKET)
    begin(small, MANEN)
    end(small, MANEN)
    (said,) = small.summaries(MIRO.user)
    assert said.taking_part == "Färre än 6 har svarat."
    assert said.components == ()
    assert "5" not in said.taking_part + said.footer
    assert "Nästa gång kan ni bjuda in fler team" in said.footer


def test_a_team_that_can_not_be_read_stops_the_start(small: World) -> None:
    """The roster would lack a whole team: nothing opens, and whoever started it is told why."""
    small.platform.closed = frozenset([MANEN.channel])
    begin(small, KOKET)
    assert small.look(lambda tx: tx.rounds.in_state(*RoundState)) == ()
    assert "#manen" in small.notes(KARIN.user)[0]
    small.platform.closed = frozenset([KOKET.channel])
    begin(small, KOKET)
    assert "#koket" not in small.notes(KARIN.user)[1]


def test_a_channel_that_is_none_any_more_is_told_of_as_the_team(small: World) -> None:
    """Whatever has become of another team's channel, it is that team that can't be reached."""
    small.platform.channels = {
        name: people for name, people in small.platform.channels.items() if name != MANEN.channel
    }
    begin(small, KOKET)
    assert "#manen" in small.notes(KARIN.user)[0]


def test_a_platform_that_is_away_is_waited_for(small: World) -> None:
    """A start is tried again; it is not given up while another team's roster can't be read."""
    small.platform.fail("members", PlatformDown("down"))
    session = sessions.start(small.deps, small.request(KARIN, KOKET.channel), TEMA3)
    small.later(seconds=0)
    small.later(minutes=1)
    found = small.look(lambda tx: tx.sessions.get(session.id))
    assert found is not None
    assert found.state is SessionState.RUNNING


@pytest.mark.parametrize(
    "change",
    [
        {"pool_id": ""},
        {"team_sees": False},
        {"managers": frozenset([NIGHT[0]])},
    ],
    ids=["left", "settings", "manager"],
)
def test_a_pool_that_changes_while_its_roster_is_read(
    small: World, change: dict[str, object]
) -> None:
    """The box has the teams, the roster and the terms of the moment in which it opens."""
    session = sessions.start(small.deps, small.request(KARIN, KOKET.channel), TEMA3)
    other = replace(now(small, MANEN), **change)  # type: ignore[arg-type]

    def create(round_id: str) -> bytes:
        small.store.write(lambda tx: tx.teams.save(other))
        return type(small.vault).create(small.vault, round_id)

    small.vault.create = create  # type: ignore[method-assign]
    opening.begin(small.deps, session.id)
    box = box_of(small, KOKET)
    together = change != {"pool_id": ""}
    assert box.team_ids == ((KOKET.id, MANEN.id) if together else (KOKET.id,))
    assert box.team_sees is (change != {"team_sees": False})
    night = NIGHT[1:] if "managers" in change else NIGHT if together else ()
    extra = (MIRO,) if "managers" in change else ()
    assert set(box.roster) == {*COOKS, *night, *extra}
    assert small.vault.round_ids() == {box.id}


def test_two_teams_that_begin_at_once_share_one_box(small: World) -> None:
    """Both have read the rosters before either opened: one box opens, the other key is gone."""
    first = sessions.start(small.deps, small.request(KARIN, KOKET.channel), TEMA3)
    second = sessions.start(small.deps, small.request(MIRO, MANEN.channel), TEMA3)
    real = small.vault.create

    def create(round_id: str) -> bytes:
        small.vault.create = real  # type: ignore[method-assign]
        opening.begin(small.deps, second.id)
        return real(round_id)

    small.vault.create = create  # type: ignore[method-assign]
    opening.begin(small.deps, first.id)
    box = box_of(small, KOKET)
    assert {each.id for each in small.look(lambda tx: tx.sessions.of_round(box.id))} == {
        first.id,
        second.id,
    }
    assert small.vault.round_ids() == {box.id}


def test_the_team_sees_only_if_all_teams_do(bare: World) -> None:
    """The strictest setting holds, as it was when the box opened."""
    world = with_small_teams(bare, KOKET, MANEN, GARDEN)
    world.store.write(lambda tx: tx.teams.save(replace(now(world, GARDEN), team_sees=False)))
    begin(world, KOKET)
    assert box_of(world, KOKET).team_sees is False
    world.store.write(lambda tx: tx.teams.save(replace(now(world, GARDEN), team_sees=True)))
    assert begin(world, MANEN).round_id == box_of(world, KOKET).id
    assert box_of(world, KOKET).team_sees is False


def test_teams_of_different_languages_read_their_own(bare: World) -> None:
    """Each board is in its team's language, with the others' names and the last day."""
    world = with_small_teams(bare, KOKET, MANEN)
    world.with_team(replace(now(world, MANEN), language="en"))
    for each in (KOKET, MANEN):
        begin(world, each)
        to_questions(world, each)
    swedish, english = (boards(world, each)[0].answer_hint for each in (KOKET, MANEN))
    assert "#manen" in swedish
    assert "senast 16 mars" in swedish
    assert "#koket" in english
    assert "at the latest 16 March" in english


def test_a_box_that_lost_its_key_is_told_of_to_all_managers(small: World) -> None:
    """Nothing can be counted; the boards say that the answers are gone."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    end(small, KOKET)
    begin(small, MANEN)
    small.vault.destroy(box.id)
    end(small, MANEN)
    assert _state(small, box.id) is RoundState.VOIDED
    assert [len(small.notes(each.user)) for each in (KARIN, MIRO)] == [1, 1]
    assert {boards(small, each)[0].state_line for each in POOL} == {
        "Dialogen är slut. Svaren kunde inte räknas och är raderade."
    }


def test_the_deadline_is_forgotten_when_the_box_closes(small: World) -> None:
    """Nothing of a closed box is left to be done after two weeks."""
    begin(small, KOKET)
    box = box_of(small, KOKET)
    begin(small, MANEN)
    end(small, KOKET)
    end(small, MANEN)
    small.later(days=15)
    assert _state(small, box.id) is RoundState.CLOSED
    due = small.store.write(
        lambda tx: tx.dues.claim([DueKind.ROUND_DEADLINE], small.clock.now(), small.clock.now(), 9)
    )
    assert due == ()
    settling.deadline(small.deps, box.id, small.clock.now())
    rounds.close(small.deps, box.id)
    assert len(small.summaries(KARIN.user)) == 1
