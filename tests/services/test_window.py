"""A box that stays open after the dialogue: until when, for whom, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.due import DueKind
from bot.domain.round import RoundState
from bot.domain.session import LONGEST_PAUSE, SessionState
from bot.errors import PoolBusy, RoundClosed
from bot.services import answers, overview, pools, privacy, sessions, teams
from bot.services.settling import LOOK_AGAIN
from bot.views.actions import Action
from bot.views.model import Menu, Receipt
from tests.services.people import ANNA, BO, CHANNEL, COLLEAGUES, GUEST, KARIN, OMAR, TEMA3, key
from tests.services.pooling import KOKET, MANEN, MIRO, begin, box_of, end, with_small_teams
from tests.services.window import at, boards, box, go_to, held, with_window
from tests.services.world import GIVEN, World


def state(world: World, round_id: str) -> RoundState:
    """Return the state that the box is in now."""
    found = world.look(lambda tx: tx.rounds.get(round_id))
    assert found is not None
    return found.state


def answer(world: World, round_id: str, count: int) -> None:
    """Have so many colleagues answer."""
    for person in COLLEAGUES[:count]:
        answers.submit(world.deps, world.request(person), round_id, GIVEN)


def presses(view: Menu, action: Action) -> list[str]:
    """Return what the buttons of one action act on."""
    return [button.value for button in view.buttons if button.action == action]


# --- until when -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "closes"), [(0, "2027-03-01 18:00"), (1, "2027-03-02 18:00"), (14, "2027-03-15 18:00")]
)
def test_open_until_its_time(world: World, days: int, closes: str) -> None:
    """Answers are taken after the dialogue and counted once, at the time that was promised."""
    round = held(with_window(world, days))
    assert round.closes_at == at(closes)
    answer(world, round.id, 6)
    world.clock.at = at(closes) - timedelta(seconds=1)
    world.work()
    assert state(world, round.id) is RoundState.OPEN
    assert world.summaries() == []
    answers.submit(world.deps, world.request(OMAR), round.id, GIVEN)
    world.later(seconds=1)
    assert state(world, round.id) is RoundState.CLOSED
    (summary,) = world.summaries()
    assert "7 av 13" in summary.taking_part
    with pytest.raises(RoundClosed):
        answers.submit(world.deps, world.request(BO), round.id, GIVEN)
    assert world.vault.round_ids() == frozenset()


def test_without_a_window_it_closes_with_the_dialogue(world: World) -> None:
    """The counterpart: as it was before there were windows."""
    round = held(with_window(world, None))
    assert round.closes_at is None
    assert state(world, round.id) is RoundState.CLOSED


def test_who_withdraws_after_the_meeting_is_not_counted(world: World) -> None:
    """Until the close an answer can be taken back: five are left, and nothing is shown."""
    round = held(with_window(world, 1))
    answer(world, round.id, 6)
    answers.withdraw(world.deps, world.request(ANNA), round.id)
    go_to(world, "2027-03-02 18:00")
    (summary,) = world.summaries()
    assert summary.components == ()


def test_its_time_is_a_term_of_the_round(world: World) -> None:
    """What the manager chooses meanwhile goes for the next dialogue alone."""
    session = with_window(world, 1).start()
    teams.keep_open(world.deps, world.request(), "team-solrosen", None)
    world.later(minutes=15)
    assert box(world, session).closes_at == at("2027-03-02 18:00")
    assert state(world, box(world, session).id) is RoundState.OPEN
    assert held(world).closes_at is None


def test_a_dialogue_that_is_cancelled_leaves_nothing(world: World) -> None:
    """The answers are thrown away at once, time or no time."""
    session = with_window(world, 3).start()
    answer(world, box(world, session).id, 7)
    sessions.cancel(world.deps, world.request())
    world.work()
    assert state(world, box(world, session).id) is RoundState.VOIDED
    assert world.look(lambda tx: tx.ballots.all(box(world, session).id)) == ()
    assert world.vault.round_ids() == frozenset()
    (board,) = boards(world)
    assert board.answer is None
    go_to(world, "2027-03-04 18:00")
    assert world.summaries() == []


@pytest.mark.parametrize("left", [0, 10])
def test_a_dialogue_at_the_close_is_waited_for(world: World, left: int) -> None:
    """One that is paused over the time keeps its box open, until it ends or the pause does."""
    session = with_window(world, 0, "2027-03-01 15:55").start()
    for _ in range(6):  # twenty-five minutes at a time are the most that can be added
        sessions.extend(world.deps, world.request(), 25)
    go_to(world, "2027-03-01 18:05")
    assert state(world, box(world, session).id) is RoundState.OPEN
    sessions.pause(world.deps, world.request())
    if left:
        world.later(minutes=left)
        sessions.stop(world.deps, world.request())
        world.work()
        assert state(world, box(world, session).id) is RoundState.CLOSED
        return
    world.later(hours=2)
    now = world.look(lambda tx: tx.sessions.get(session.id))
    assert now is not None
    assert now.state is SessionState.ENDED
    assert state(world, now.round_id) is RoundState.CLOSED


def test_never_open_for_longer_than_a_pause(world: World) -> None:
    """However often a dialogue is prolonged, two hours after its time the box is closed."""
    session = with_window(world, 0, "2027-03-01 15:55").start()
    for _ in range(14):
        sessions.extend(world.deps, world.request(), 25)
    world.clock.at = at("2027-03-01 18:00") + LONGEST_PAUSE - LOOK_AGAIN
    world.work()
    assert state(world, box(world, session).id) is RoundState.OPEN
    for _ in range(2):
        world.later(seconds=LOOK_AGAIN.total_seconds())
    assert state(world, box(world, session).id) is RoundState.CLOSED


def test_a_clock_that_was_lost_does_not_keep_a_box_open(world: World) -> None:
    """A dialogue that nobody has moved on since is over by the clock: its box is closed as well."""
    session = with_window(world, 0).start()
    world.store.write(lambda tx: tx.dues.cancel(DueKind.SESSION_TICK, session.id))
    go_to(world, "2027-03-01 18:00")
    assert state(world, box(world, session).id) is RoundState.OPEN
    go_to(world, "2027-03-01 20:00")
    assert state(world, box(world, session).id) is RoundState.CLOSED
    assert world.vault.round_ids() == frozenset()


@pytest.mark.parametrize("back", ["2027-03-01 17:00", "2027-03-01 18:00", "2027-03-09 03:00"])
def test_a_bot_that_was_away_closes_when_it_is_back(world: World, back: str) -> None:
    """The dialogue has ended and the time is out: one close, and no answer after it."""
    session = with_window(world, 0).start()
    answer(world, box(world, session).id, 6)
    world.clock.at = at(back)
    world.restart()
    round = box(world, session)
    late = at(back) >= at("2027-03-01 18:00")
    assert round.state is (RoundState.CLOSED if late else RoundState.OPEN)
    go_to(world, "2027-03-10 09:00")
    assert len(world.summaries()) == 1


# --- what is said ---------------------------------------------------------------------------


def test_the_message_keeps_its_button(world: World) -> None:
    """It says until when, and is changed once more, when the box is closed."""
    round = held(with_window(world, 1))
    (board,) = boards(world)
    assert board.answer is not None
    assert board.answer.value == round.id
    assert board.answer_by is not None
    assert board.answer_by.at == at("2027-03-02 18:00")
    assert board.answer_by.text == "tisdag 2 mars kl 18:00"
    assert "fortfarande öppen" in board.state_line
    assert board.controls == ()
    called = list(world.platform.calls)
    answer(world, round.id, 7)
    answers.withdraw(world.deps, world.request(ANNA), round.id)
    assert boards(world) == [board]
    assert [call for call in world.platform.calls if call not in called] == []
    go_to(world, "2027-03-02 18:00")
    (closed,) = boards(world)
    assert closed.answer is None
    assert "Lådan är stängd" in closed.state_line


def test_a_team_that_did_not_come_to_the_questions_can_answer(world: World) -> None:
    """Stopped early: the box is there for the questions that there was no time for."""
    round = held(with_window(world, 1), minutes=1)
    (board,) = boards(world)
    assert board.answer is not None
    answer(world, round.id, 6)
    go_to(world, "2027-03-02 18:00")
    assert len(world.summaries()) == 1


def test_receipt_and_form_say_until_when(world: World) -> None:
    """During the dialogue and after it, in the same words."""
    session = with_window(world, 1).start()
    round_id = box(world, session).id
    for _ in range(2):
        form = answers.open_form(world.deps, world.request(ANNA), round_id)
        assert "Lådan stängs tisdag 2 mars kl 18:00." in form.promise[0]
        receipt = answers.submit(world.deps, world.request(ANNA), round_id, GIVEN)
        assert isinstance(receipt, Receipt)
        assert "tisdag 2 mars kl 18:00" in receipt.lines[1]
        again = answers.open_form(world.deps, world.request(ANNA), round_id).withdraw
        assert again is not None
        assert again.confirm is not None
        assert "tisdag 2 mars kl 18:00" in again.confirm.text
        world.later(minutes=15)


def test_privacy_page_says_until_when(world: World) -> None:
    """Before the next dialogue, while the box is open, and afterwards."""

    def said() -> str:
        view = privacy.page(world.deps, world.request(ANNA))
        return " ".join(line for section in view.sections for line in section.lines)

    with_window(world, 3)
    assert "Kl 18, 3 dagar efter dialogen" in said()
    held(world)
    assert "Lådan stängs torsdag 4 mars kl 18:00" in said()
    assert "när dialogen är slut" not in said().lower()
    go_to(world, "2027-03-04 18:00")
    assert "Lådan stängdes när tiden var ute" in said()


# --- between dialogues, and with several open boxes -----------------------------------------


@pytest.mark.parametrize("person", [ANNA, KARIN, OMAR, GUEST])
def test_menu_and_status_lead_to_the_box(world: World, person: object) -> None:
    """For all in the channel, whether they have answered or not; to answer for those who can."""
    round = held(with_window(world, 1))
    request = world.request(person)  # type: ignore[arg-type]
    before = [overview.menu(world.deps, request), overview.status(world.deps, request)]
    for view in before:
        assert presses(view, Action.ANSWER) == ([round.id] if person in round.roster else [])
        assert presses(view, Action.PRIVACY) == [round.id]
        assert "tisdag 2 mars kl 18:00" in " ".join(view.lines[:2])
    answer(world, round.id, 6)
    assert [overview.menu(world.deps, request), overview.status(world.deps, request)] == before
    go_to(world, "2027-03-02 18:00")
    assert presses(overview.menu(world.deps, request), Action.ANSWER) == []
    assert presses(overview.status(world.deps, request), Action.ANSWER) == []


def test_home_leads_to_ones_own_boxes(world: World) -> None:
    """Those on the roster see it, nobody else, and not while the dialogue goes on."""
    session = with_window(world, 1).start()
    for person in (ANNA, KARIN, GUEST):
        assert presses(overview.home(world.deps, person), Action.ANSWER) == []
    world.later(minutes=15)
    round = box(world, session)
    assert presses(overview.home(world.deps, ANNA), Action.ANSWER) == [round.id]
    private = overview.menu(world.deps, world.request(ANNA, "D1"))
    assert "i #arbetslag-solrosen" in " ".join(private.lines)
    for person in (KARIN, GUEST, key("ute")):
        assert presses(overview.home(world.deps, person), Action.ANSWER) == []


def test_a_new_dialogue_beside_an_open_box(world: World) -> None:
    """Also of the same theme: each has its own box, message, close and result."""
    old = held(with_window(world, 3))
    answer(world, old.id, 6)
    session = world.start(TEMA3)
    new = box(world, session)
    assert new.id != old.id
    running = overview.menu(world.deps, world.request(ANNA))
    assert presses(running, Action.ANSWER) == [old.id]
    world.later(minutes=6)  # the step for answers
    running = overview.status(world.deps, world.request(ANNA))
    assert presses(running, Action.ANSWER) == [new.id, old.id]
    world.later(minutes=9)
    idle = overview.menu(world.deps, world.request(ANNA))
    assert presses(idle, Action.ANSWER) == [old.id, new.id]
    assert [board.answer.value for board in boards(world) if board.answer] == [old.id, new.id]
    assert privacy.page(world.deps, world.request(ANNA)).buttons[0].value == new.id
    go_to(world, "2027-03-04 18:00")
    taking_part = [summary.taking_part for summary in world.summaries()]
    assert len(taking_part) == 2
    assert sum("6 av 13" in each for each in taking_part) == 1


def test_cancelling_the_new_dialogue_leaves_the_old_box(world: World) -> None:
    """Only what the dialogue itself has opened is thrown away."""
    old = held(with_window(world, 3))
    answer(world, old.id, 6)
    world.start()
    sessions.cancel(world.deps, world.request())
    world.work()
    assert state(world, old.id) is RoundState.OPEN
    go_to(world, "2027-03-04 18:00")
    assert len(world.summaries()) == 1


# --- together with other teams --------------------------------------------------------------


def test_a_shared_box_keeps_its_own_time(bare: World) -> None:
    """Fourteen days, or when all have had their dialogue: no team's choice changes that."""
    with_small_teams(bare, KOKET, MANEN)
    for each in (KOKET, MANEN):
        bare.with_team(replace(each, pool_id="pool-1", answer_days=1))
    begin(bare, KOKET)
    shared = box_of(bare, KOKET)
    assert shared.closes_at == bare.clock.now() + timedelta(days=14)
    end(bare, KOKET)
    bare.later(days=2)
    assert state(bare, shared.id) is RoundState.OPEN
    menu = overview.menu(bare.deps, bare.request(shared.roster[0], KOKET.channel))
    assert presses(menu, Action.ANSWER) == [shared.id]
    begin(bare, MANEN)
    end(bare, MANEN)
    assert state(bare, shared.id) is RoundState.CLOSED


def test_an_own_box_is_not_taken_for_a_shared_one(bare: World) -> None:
    """A team joins others while its own box is of the past: the next box is the pool's."""
    with_small_teams(bare)
    bare.with_team(replace(KOKET, answer_days=14))
    begin(bare, KOKET)
    own = box_of(bare, KOKET)
    end(bare, KOKET)
    pools.invite(bare.deps, bare.request(MIRO, MANEN.channel), MANEN.id, frozenset([KOKET.id]))
    with pytest.raises(PoolBusy):
        pools.join(bare.deps, bare.request(KARIN, KOKET.channel), f"{MANEN.id} {KOKET.id}")
    # Whatever way the teams had come together: the own box is not joined, nor is it ended.
    for each in (KOKET, MANEN):
        bare.with_team(replace(each, pool_id="pool-1"))
    session = begin(bare, KOKET)
    assert session.round_id != own.id
    shared = bare.look(lambda tx: tx.rounds.get(session.round_id))
    assert shared is not None
    assert shared.pooled


# --- the team's page ------------------------------------------------------------------------


def test_everybody_reads_how_long(world: World) -> None:
    """The manager chooses, and everybody sees what was chosen."""
    menu = teams.window(world.deps, world.request(), "team-solrosen")
    values = presses(menu, Action.WINDOW_SET)
    assert values == [f"team-solrosen {days}" for days in (0, 1, 2, 3, 5, 7, 10, 14)]
    chosen = teams.keep_open(world.deps, world.request(), "team-solrosen", 5)
    assert any("5 dagar efter dialogen" in line for line in chosen.lines)
    page = teams.page(world.deps, world.request(ANNA, CHANNEL))
    assert any("5 dagar efter dialogen" in line for line in page.lines)
    assert [button.action for button in page.buttons] == [Action.MANAGER_ASK]


@pytest.mark.parametrize("days", [-1, 15])
def test_forged_days_are_refused(world: World, days: int) -> None:
    """What no button says changes nothing."""
    with pytest.raises(ValueError, match="so many days"):
        teams.keep_open(world.deps, world.request(), "team-solrosen", days)
    found = world.look(lambda tx: tx.teams.get("team-solrosen"))
    assert found is not None
    assert found.answer_days is None
