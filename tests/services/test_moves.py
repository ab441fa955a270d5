"""Moving through a dialogue: by people, and by the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.domain.request import Request
from bot.domain.round import RoundState
from bot.domain.session import LONGEST_PAUSE, Session, SessionState
from bot.errors import (
    AlreadyPaused,
    BadMinutes,
    NoSession,
    NotAChannel,
    NotAllowed,
    NoTeam,
    NotPaused,
    StepPassed,
    UserError,
)
from bot.services import sessions
from bot.services.due import run_due
from bot.views.actions import Action
from tests.services.people import ANNA, CHANNEL, KARIN, OTHER_CHANNEL, TEMA3, in_channel, team
from tests.services.world import World

Move = Callable[[World, Request], Session]

MOVES: dict[str, Move] = {
    "next": lambda w, r: sessions.next_step(w.deps, r),
    "pause": lambda w, r: sessions.pause(w.deps, r),
    "resume": lambda w, r: sessions.resume(w.deps, r),
    "extend": lambda w, r: sessions.extend(w.deps, r, 5),
    "stop": lambda w, r: sessions.stop(w.deps, r),
    "cancel": lambda w, r: sessions.cancel(w.deps, r),
}


@pytest.mark.parametrize("move", MOVES)
def test_nothing_moves_without_a_dialogue(world: World, move: str) -> None:
    """Every command in a team without a dialogue says so, also after one has ended."""
    with pytest.raises(NoSession):
        MOVES[move](world, world.request())
    world.start()
    world.stop()
    with pytest.raises(NoSession):
        MOVES[move](world, world.request())


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize(("channel", "error"), [("D1", NotAChannel), (OTHER_CHANNEL, NoTeam)])
def test_nothing_moves_elsewhere(
    world: World, move: str, channel: str, error: type[UserError]
) -> None:
    """Every command where no team is says so."""
    world.start()
    with pytest.raises(error):
        MOVES[move](world, world.request(channel=channel))


def test_steps_follow_each_other_to_the_end(world: World) -> None:
    """Four presses lead through four steps, and the last one ends the dialogue."""
    world.start()
    shown = []
    for step in range(4):
        shown.append(world.board().now_title)
        sessions.next_step(world.deps, world.request(), world.session().id, step)
    assert shown == ["Nu: Incheckning", "Nu: Minns en bra dag", "Nu: Svara anonymt", "Nu: Samtal"]
    assert world.session().state is SessionState.ENDED
    assert world.board().controls == ()


def test_button_of_a_passed_step_counts_once(world: World) -> None:
    """Two people who press the same button move the dialogue one step."""
    session = world.start()
    sessions.next_step(world.deps, world.request(), session.id, 0)
    with pytest.raises(StepPassed):
        sessions.next_step(world.deps, world.request(), session.id, 0)
    assert world.session().step == 1


def test_clock_goes_before_the_command(world: World) -> None:
    """What is asked for a moment too late is asked of the step that has passed."""
    session = world.start()
    world.clock.pass_by(minutes=2)
    with pytest.raises(StepPassed):
        sessions.next_step(world.deps, world.request(), session.id, 0)
    world.work()
    assert world.session().step == 1


def test_pause_stops_the_clock_and_resume_starts_it(world: World) -> None:
    """A pause keeps what is left of the step, however long it lasts."""
    world.start()
    world.clock.pass_by(minutes=1)
    sessions.pause(world.deps, world.request())
    assert [button.action for button in world.board().controls][1] == Action.RESUME
    world.later(minutes=60)
    assert world.session().step == 0
    resumed = sessions.resume(world.deps, world.request())
    assert (resumed.step_ends_at - world.clock.now()).total_seconds() == 60
    world.later(minutes=1)
    assert world.session().step == 1


def test_pause_and_resume_out_of_turn(world: World) -> None:
    """Pausing twice, or resuming what runs, says what is the matter."""
    world.start()
    with pytest.raises(NotPaused):
        sessions.resume(world.deps, world.request())
    sessions.pause(world.deps, world.request())
    with pytest.raises(AlreadyPaused):
        sessions.pause(world.deps, world.request())


@pytest.mark.parametrize("minutes", [0, -1, 31, 10**9])
def test_extension_out_of_range(world: World, minutes: int) -> None:
    """Too few or too many minutes are refused, and nothing moves."""
    before = world.start()
    with pytest.raises(BadMinutes):
        sessions.extend(world.deps, world.request(), minutes)
    assert world.session() == before


def test_extension_moves_what_remains(world: World) -> None:
    """The step and everything after it end later by the minutes given."""
    before = world.start().ends()
    after = sessions.extend(world.deps, world.request(), 5).ends()
    assert {(b - a).total_seconds() for a, b in zip(before, after, strict=True) if a and b} == {300}
    world.later(minutes=6)
    assert world.session().step == 0


def test_end_comes_by_itself(world: World) -> None:
    """Step after step passes when its time is out, and then the dialogue is over."""
    world.start()
    steps = []
    for minutes in (2, 3, 4):
        world.later(minutes=minutes)
        steps.append(world.session().step)
    world.later(minutes=6)
    assert steps == [1, 2, 3]
    assert world.session().state is SessionState.ENDED
    assert world.round().state is RoundState.CLOSED


def test_absence_is_caught_up(world: World) -> None:
    """After time away the dialogue is at the step that people's clocks say, in one edit."""
    world.start()
    world.shown()
    world.platform.calls.clear()
    world.later(minutes=7)
    assert world.session().step == 2
    assert world.session().step_ends_at == world.session().started_at.replace(minute=9)
    assert [method for method, _ in world.platform.calls] == ["update"]


def test_absence_past_the_end(world: World) -> None:
    """A dialogue whose time passed while nobody was there ended when it was to end."""
    session = world.start()
    world.later(hours=30)
    assert world.session().ended_at == session.started_at.replace(minute=15)
    assert world.round().state is RoundState.CLOSED


def test_forgotten_pause_ends_the_dialogue(world: World) -> None:
    """What nobody resumes ends by itself, so that the answers do not lie there for ever."""
    world.start()
    sessions.pause(world.deps, world.request())
    world.clock.pass_by(seconds=LONGEST_PAUSE.total_seconds() - 1)
    world.work()
    assert world.session().state is SessionState.PAUSED
    world.later(seconds=1)
    assert world.session().state is SessionState.ENDED
    assert world.round().state is RoundState.CLOSED


def test_clock_that_steps_back_does_not_stop_the_dialogue(world: World) -> None:
    """A clock that is set back between claiming and doing leaves no dialogue without its tick."""
    world.start()
    world.clock.pass_by(minutes=2)

    class Back(type(world.clock)):  # type: ignore[misc]
        """Tells the right time once, and then what it was a minute earlier."""

        asked = 0

        def now(self) -> object:
            """Return the time, set back after the first look."""
            self.asked += 1
            if self.asked == 2:
                self.pass_by(minutes=-1)
            return self.at

    run_due(replace(world.deps, clock=Back(world.clock.at)))
    world.later(minutes=10)
    assert world.session().step > 1


def test_button_from_elsewhere_meets_its_own_team(world: World) -> None:
    """A session's id decides the team, whatever channel the request claims to come from."""
    session = world.start()
    other = replace(team(), id="b", channel=OTHER_CHANNEL, managers=frozenset([ANNA]))
    world.with_team(other)
    with pytest.raises(NotAllowed):
        sessions.stop(world.deps, world.request(ANNA, OTHER_CHANNEL), session.id)
    assert (
        sessions.stop(world.deps, world.request(KARIN, OTHER_CHANNEL), session.id).id == session.id
    )


def test_button_of_an_old_dialogue_leaves_the_new_one_alone(world: World) -> None:
    """A stop button of an ended dialogue does not stop the next."""
    old = world.start()
    world.stop()
    new = world.start()
    with pytest.raises(NoSession):
        sessions.stop(world.deps, world.request(), old.id)
    now = world.look(lambda tx: tx.sessions.get(new.id))
    assert now is not None
    assert now.active


def test_forged_session_is_no_session(world: World) -> None:
    """An id that is no session's acts on nothing, least of all on the channel's dialogue."""
    world.start()
    for forged in ("x", "' OR 1=1", "🌻" * 500):
        for person in (ANNA, KARIN):
            with pytest.raises(NoSession):
                sessions.stop(world.deps, world.request(person), forged)
    assert world.session().active


def test_tick_of_what_is_gone_does_nothing(world: World) -> None:
    """A tick for no session, or for one that is over, changes nothing."""
    sessions.tick(world.deps, "nothing", world.clock.now())
    world.start()
    world.stop()
    over = world.session()
    sessions.tick(world.deps, over.id, world.clock.now())
    assert world.session() == over


def test_message_is_one_through_the_whole_dialogue(world: World) -> None:
    """The channel sees one message that is edited, never a second one."""
    world.platform.channels = {CHANNEL: in_channel()}
    world.start()
    world.work()
    for _ in range(3):
        sessions.next_step(world.deps, world.request())
        world.work()
    world.stop()
    assert len(world.shown()) == 1
    assert [m for m, key in world.platform.calls if key.startswith("board/")].count("post") == 1
    assert world.session().theme == TEMA3
