"""The dialogue's message tells of commitments: edited in place, and never a message more."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.domain.people import PersonKey
from bot.domain.programme import ThemeRef
from bot.domain.session import Session
from bot.ports import Tx
from bot.services import sessions, succession
from bot.services.settling import show_commitment
from bot.views.model import Board
from tests.services.people import ANNA, CHANNEL, KARIN, TEMA3, WORKSHOP, team
from tests.services.pooling import KOKET, STADET, with_small_teams
from tests.services.world import GIVEN, World, only

LAST = 3


def save(world: World, commitment: Commitment) -> Commitment:
    """Save the commitment and have it shown, as whoever writes one does."""

    def work(tx: Tx) -> None:
        tx.commitments.save(commitment)
        show_commitment(tx, commitment)

    world.deps.commit(work)
    return commitment


def agree(world: World, activity: str, session: Session | None = None) -> Commitment:
    """Have the team agree on something, in this dialogue or otherwise."""
    today = world.clock.now().date()
    return save(
        world,
        Commitment(
            id=f"id-{activity}",
            team_id=session.team_id if session else team().id,
            agreed=Agreed(activity=activity, role="Alla", target=today + timedelta(days=30)),
            agreed_on=today,
            session_id=session.id if session else "",
        ),
    )


def since(view: Board) -> list[str]:
    """Return what is looked back at."""
    return [line.activity for line in view.since.lines] if view.since else []


def agreed(view: Board) -> list[str]:
    """Return what was agreed in the dialogue."""
    return [line.activity for line in view.agreed.lines] if view.agreed else []


def boards(world: World) -> list[Board]:
    """Return the dialogues' messages in the channel, which has no other."""
    shown = world.shown()
    assert all(isinstance(view, Board) for view in shown)
    return [view for view in shown if isinstance(view, Board)]


def posts(world: World) -> int:
    """Return how many messages have been posted."""
    world.work()
    return [call for call, _ in world.platform.calls].count("post")


def walk(world: World, step: int) -> None:
    """Go to the step of that index from the first."""
    for _ in range(step):
        sessions.next_step(world.deps, world.request())


@pytest.mark.parametrize("ref", [TEMA3, WORKSHOP])
def test_earlier_ones_stand_from_the_start(world: World, ref: ThemeRef) -> None:
    """Nothing is posted when one is written between dialogues; the next dialogue shows it."""
    agree(world, "Ring in det goda")
    assert world.shown() == []
    world.start(ref)
    assert since(world.board()) == ["Ring in det goda"]
    assert agreed(world.board()) == []


def test_one_written_in_the_dialogue_stands_at_once(world: World) -> None:
    """The message is edited, in every state, and there is still one message."""
    session = world.start()
    walk(world, LAST)
    assert world.board().commit
    agree(world, "Tyst start", session)
    assert agreed(world.board()) == ["Tyst start"]
    world.stop()
    agree(world, "Städad korg", session)
    assert set(agreed(world.board())) == {"Tyst start", "Städad korg"}
    assert posts(world) == 1 + len(world.shown(KARIN.user))


def test_one_followed_up_in_the_dialogue_leaves_the_list(world: World) -> None:
    """What the team ticks off together is gone from what is still to be done."""
    done = agree(world, "Ring in det goda")
    agree(world, "Tyst start")
    world.start()
    assert len(since(world.board())) == 2
    today = world.clock.now().date()
    save(world, done.followed_up(CommitmentState.DONE, "Bra!", None, today))
    assert since(world.board()) == ["Tyst start"]
    assert posts(world) == 1


def test_old_message_tells_what_became_of_it(world: World) -> None:
    """Weeks later the message in which it was agreed is edited, and the present one as well."""
    first = world.start(WORKSHOP)
    commitment = agree(world, "Tyst start", first)
    world.stop()
    world.later(days=21)
    world.start(WORKSHOP)
    before, now = boards(world)
    assert (agreed(before), since(now)) == (["Tyst start"], ["Tyst start"])
    posted = posts(world)
    save(world, commitment.followed_up(CommitmentState.DONE, "", None, world.clock.now().date()))
    before, now = boards(world)
    assert before.agreed
    assert [line.when for line in before.agreed.lines] == ["klart"]
    assert since(now) == []
    assert posts(world) == posted


def test_corrected_words_are_shown(world: World) -> None:
    """The message says what the list says."""
    session = world.start()
    commitment = agree(world, "Tyts start", session)
    right = commitment.agreed.model_copy(update={"activity": "Tyst start"})
    save(world, commitment.corrected(right, world.clock.now().date()))
    assert agreed(world.board()) == ["Tyst start"]


def test_only_the_newest_dialogue_has_the_way_to_write(world: World) -> None:
    """It stays when the clock has ended the dialogue, until the next one begins."""
    world.start(WORKSHOP)
    world.later(minutes=120)
    assert [bool(view.commit) for view in boards(world)] == [True]
    posted = posts(world)
    world.start(WORKSHOP)
    assert [bool(view.commit) for view in boards(world)] == [False, False]
    walk(world, 1)
    assert [bool(view.commit) for view in boards(world)] == [False, True]
    assert posts(world) == posted + 1


def test_a_dialogue_that_is_cancelled_gives_the_way_back_to_none(world: World) -> None:
    """Nothing is agreed in it; what the message says is said once."""
    world.start()
    sessions.cancel(world.deps, world.request())
    assert [bool(view.commit) for view in boards(world)] == [False]


def test_dialogue_started_by_mistake_leaves_the_way_where_it_was(world: World) -> None:
    """Cancelled, it is as if it had never begun: the one before has the way to write again."""
    world.start(WORKSHOP)
    world.stop()
    world.later(days=1)
    world.start(WORKSHOP)
    assert [bool(view.commit) for view in boards(world)] == [False, False]
    sessions.cancel(world.deps, world.request())
    assert [bool(view.commit) for view in boards(world)] == [True, False]


def test_removed_message_of_a_dialogue_that_is_over_stays_away(world: World) -> None:
    """Neither the next dialogue nor what becomes of a commitment brings it back."""
    first = world.start(WORKSHOP)
    commitment = agree(world, "Tyst start", first)
    world.stop()
    world.shown()
    (ref,) = [ref for ref, each in world.platform.standing.items() if each.conversation == CHANNEL]
    world.platform.remove(ref)
    posted = posts(world)
    save(world, commitment.followed_up(CommitmentState.DONE, "", None, world.clock.now().date()))
    assert world.shown() == []
    world.later(days=1)
    assert world.shown() == []
    world.start(WORKSHOP)
    assert len(boards(world)) == 1
    assert posts(world) == posted + 1


def test_removed_message_of_a_dialogue_that_goes_on_comes_back(world: World) -> None:
    """The control: what people need to go on is there."""
    session = world.start()
    world.shown()
    (ref,) = world.platform.standing
    world.platform.remove(ref)
    agree(world, "Tyst start", session)
    assert agreed(world.board()) == ["Tyst start"]


def test_message_of_another_version_hinders_nothing(world: World, tmp_path: Path) -> None:
    """What an older bot posted stays as it is; dialogues and commitments go on."""
    world.start()
    sessions.stop(world.deps, world.request())
    world.work()
    (database,) = tmp_path.rglob("aptbot.sqlite3")
    with Database(database) as db, db.atomic():
        db.execute("UPDATE message SET view = json_set(view, '$.gone', 1) WHERE key LIKE 'board%'")
    agree(world, "Lugna morgnar")
    session = world.start(WORKSHOP)
    assert since(boards(world)[-1]) == ["Lugna morgnar"]
    sessions.cancel(world.deps, world.request(), session.id)


def test_answers_change_nothing(world: World) -> None:
    """Whoever answers, the message stands as it stood, and the platform hears nothing."""
    session = world.start()
    agree(world, "Tyst start", session)
    walk(world, 2)
    before, calls = world.board(), list(world.platform.calls)
    world.answer(ANNA, GIVEN)
    assert world.board() == before
    assert world.platform.calls == calls


def test_new_leaders_find_it_as_it_was(world: World) -> None:
    """Every drawing of the message has the commitments, also the one after a hand-over."""
    session = world.start()
    agree(world, "Tyst start", session)
    after = replace(team(), managers=frozenset([PersonKey("slack", "T1", "ny")]))
    request = world.request()
    world.deps.commit(lambda tx: succession.change(tx, world.deps, team(), after, request))
    assert agreed(world.board()) == ["Tyst start"]
    assert world.board().people != ()


def test_teams_that_share_a_box_keep_their_commitments_apart(bare: World) -> None:
    """A pool shares its answers' box and nothing else, also when the box is closed for good."""
    world = with_small_teams(bare, KOKET, STADET)
    session = world.start(channel=KOKET.channel)
    other = world.start(channel=STADET.channel)
    assert session.round_id == other.round_id
    agree(world, "Tyst start", session)

    def shown() -> list[list[str]]:
        views = (only(Board, world.shown(each.channel)) for each in (KOKET, STADET))
        return [agreed(view) for view in views]

    assert shown() == [["Tyst start"], []]
    world.later(days=15)
    assert shown() == [["Tyst start"], []]


def test_box_that_opens_later_keeps_what_was_agreed(world: World) -> None:
    """A dialogue nobody has begun yet has no message, and none is made for a commitment."""
    session = sessions.start(world.deps, world.request(), TEMA3)
    agree(world, "Tyst start", session)
    assert world.platform.calls == []
    world.begun(session)
    assert agreed(world.board()) == ["Tyst start"]
