"""Reminders of a box that is open after the dialogue: when, to whom, and what is left of them."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.almanac import swedish_holiday
from bot.domain.round import Round, RoundState
from bot.domain.session import Session
from bot.errors import NotInChannel, PlatformDown, RoundClosed, UserError
from bot.ports import Tx
from bot.services import answers, overview, reminders, sessions, teams
from bot.services.due import run_due
from bot.services.recovery import recover
from bot.views.actions import Action
from bot.views.model import Sheet
from tests.services.people import ANNA, BO, COLLEAGUES, KARIN, OMAR, OUTSIDER, TEMA3
from tests.services.pooling import KOKET, MANEN, begin, end, with_small_teams
from tests.services.window import at, box, go_to, held, reminded, with_window
from tests.services.world import GIVEN, World, new_world

ROSTER = {person.user for person in (*COLLEAGUES, OMAR)}
STOCKHOLM = ZoneInfo("Europe/Stockholm")


def posted(world: World) -> list[str]:
    """Return the calls that tried to post a reminder."""
    return [key for method, key in world.platform.calls if key.startswith("remind/")]


# --- to whom --------------------------------------------------------------------------------


def test_everybody_gets_the_same_once(world: World) -> None:
    """On the roster, answered or not, the same words at the same time; never the manager."""
    round = held(with_window(world, 3))
    for person in COLLEAGUES[:7]:
        answers.submit(world.deps, world.request(person), round.id, GIVEN)
    go_to(world, "2027-03-02 09:59")
    assert reminded(world) == {}
    go_to(world, "2027-03-02 10:00")
    found = reminded(world)
    assert set(found) == ROSTER
    first, *others = found.values()
    assert all(other == first for other in others)
    (sheet,) = first
    assert isinstance(sheet, Sheet)
    assert "Har du redan svarat behöver du inte göra något." in sheet.parts[0].text
    assert [button.action for button in sheet.buttons] == [
        Action.ANSWER,
        Action.PRIVACY,
        Action.REMINDERS,
    ]
    go_to(world, "2027-03-04 17:59")
    assert reminded(world) == found
    assert len(posted(world)) == len(ROSTER)


def test_who_wants_none_gets_none(world: World) -> None:
    """In no team, until they are turned on again; the others get theirs."""
    with_window(world, 1)
    for _ in range(2):
        reminders.switch(world.deps, world.request(ANNA), on=False)
    reminders.switch(world.deps, world.request(BO), on=False)
    reminders.switch(world.deps, world.request(BO), on=True)
    held(world)
    go_to(world, "2027-03-02 10:00")
    assert set(reminded(world)) == ROSTER - {ANNA.user}


@pytest.mark.parametrize("days", [None, 1])
def test_a_shared_box_and_one_without_a_time_have_none(bare: World, days: int | None) -> None:
    """Only a box that stays open after the dialogue of its own team is reminded of."""
    if days is None:
        held(with_window(bare, None))
    else:
        with_small_teams(bare, KOKET, MANEN)
        begin(bare, KOKET)
        end(bare, KOKET)
    bare.later(days=15)
    assert posted(bare) == []


# --- when -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "start", "reminder"),
    [
        (0, "2027-03-01 09:00", "2027-03-01 16:00"),
        (0, "2027-03-01 14:45", "2027-03-01 16:00"),  # over at 15:00
        (0, "2027-03-01 14:46", None),  # over at 15:01: no hour left till the reminder
        (1, "2027-03-01 09:00", "2027-03-02 10:00"),
        (3, "2027-03-05 09:00", "2027-03-08 10:00"),  # over the weekend
        (5, "2027-03-25 09:00", "2027-03-30 10:00"),  # over Easter
        (1, "2027-03-05 09:00", None),
    ],
)
def test_when(world: World, days: int, start: str, reminder: str | None) -> None:
    """Not a minute before its time, and not at all where there is no good time."""
    held(with_window(world, days, start))
    if reminder is None:
        for _ in range(96 * (days + 1)):
            world.later(minutes=15)
        assert posted(world) == []
        return
    world.clock.at = at(reminder) - timedelta(minutes=1)
    assert reminded(world) == {}
    go_to(world, reminder)
    assert set(reminded(world)) == ROSTER


def test_a_dialogue_that_goes_on_delays_it(world: World) -> None:
    """An hour after its end, if there is time left then."""
    with_window(world, 1, "2027-03-01 23:50")
    world.start(TEMA3)
    sessions.pause(world.deps, world.request())
    for clock in ("00:30", "02:00"):
        go_to(world, f"2027-03-02 {clock}")
    go_to(world, "2027-03-02 10:00")
    assert set(reminded(world)) == ROSTER


def test_while_the_dialogue_goes_on_nobody_is_reminded(world: World) -> None:
    """It is paused and taken up again for hours: an hour after it is over, not before."""
    session = with_window(world, 0, "2027-03-01 08:00").start()
    for hour in range(8, 15):
        sessions.pause(world.deps, world.request(), session.id)
        go_to(world, f"2027-03-01 {hour + 1:02}:30")
        sessions.resume(world.deps, world.request(), session.id)
    assert posted(world) == []
    sessions.stop(world.deps, world.request())
    for clock in ("16:00", "16:30", "17:59"):
        go_to(world, f"2027-03-01 {clock}")
    assert posted(world) == []  # over at half past three: there was no hour till four


@pytest.mark.parametrize(
    ("back", "sent"),
    [
        ("2027-03-02 10:00", "2027-03-02 10:00"),
        ("2027-03-02 16:59", "2027-03-02 16:59"),
        ("2027-03-02 17:00", "2027-03-03 08:00"),
        ("2027-03-02 23:00", "2027-03-03 08:00"),
        ("2027-03-03 11:00", "2027-03-03 11:00"),
        ("2027-03-04 16:00", "2027-03-04 16:00"),
        ("2027-03-04 16:01", None),
    ],
)
def test_a_bot_that_was_away(world: World, back: str, sent: str | None) -> None:
    """It sends late only in the day and while there is time left; else the next day, or never."""
    held(with_window(world, 3))
    world.clock.at = at(back)
    world.restart()
    found = reminded(world)
    assert (set(found) == ROSTER) is (sent == back)
    if sent and sent != back:
        world.clock.at = at(sent) - timedelta(minutes=1)
        assert reminded(world) == {}
        go_to(world, sent)
        assert set(reminded(world)) == ROSTER
    go_to(world, "2027-03-04 17:59")
    assert len(posted(world)) == (len(ROSTER) if sent else 0)


def test_what_could_not_be_sent_in_time_is_dropped(world: World) -> None:
    """The chat is away till the evening: nobody is reminded in the night, or next to the close."""
    held(with_window(world, 0))
    world.platform.fail("post", PlatformDown("away"), times=10_000)
    go_to(world, "2027-03-01 16:00")
    del world.platform.failures["post"]
    go_to(world, "2027-03-01 17:30")
    assert reminded(world) == {}
    # What comes after it in the same conversation is not held up by it.
    go_to(world, "2027-03-01 18:00")
    assert len(world.summaries()) == 1


def test_one_that_can_not_be_reached_keeps_nobody_waiting(world: World) -> None:
    """Somebody has left: the others get theirs."""
    held(with_window(world, 1))
    world.platform.closed = frozenset([ANNA.user])
    go_to(world, "2027-03-02 10:00")
    assert set(reminded(world)) == ROSTER - {ANNA.user}
    go_to(world, "2027-03-02 17:00")
    assert ANNA.user not in reminded(world)


def test_done_twice_it_is_sent_once(world: World) -> None:
    """A crash between doing and noting that it was done: nobody gets it again."""
    round = held(with_window(world, 1))
    go_to(world, "2027-03-02 10:00")
    before = reminded(world)
    planned = at("2027-03-02 10:00")
    for late in (0, 30):
        now = planned + timedelta(minutes=late)
        reminders.remind(world.deps, round.id, planned, now)
    assert reminded(world) == before
    assert len(posted(world)) == len(ROSTER)


GAPS = (1500, 240, 55, 10)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(GAPS), st.sampled_from(["look", "pause", "resume", "restart", "nothing"])
    ),
    max_size=30,
)


@settings(max_examples=30, deadline=None)
@given(st.timedeltas(timedelta(), timedelta(days=14)), st.integers(0, 4), STEPS)
def test_any_history(after: timedelta, days: int, steps: list[tuple[int, str]]) -> None:
    """Whenever a dialogue is held and however it goes, each is reminded at most once, and well."""
    with TemporaryDirectory() as directory, closing(new_world(Path(directory)).store) as store:
        world = World(store)
        recover(world.deps)
        with_window(world, days)
        world.clock.at = at("2027-03-20 00:00") + after
        session = world.start()
        sent: dict[str, datetime] = {}
        for gap, act in (*steps, *[(GAPS[0], "look")] * 5):
            before = len(posted(world))
            world.clock.pass_by(minutes=gap)
            _act(world, act)
            for key in posted(world)[before:]:
                assert key not in sent
                sent[key] = world.clock.now()
        ended = world.look(lambda tx: tx.sessions.get(session.id))
        assert ended is not None
        assert len(sent) in (0, len(ROSTER))
        for now in set(sent.values()):
            _check(now, ended, box(world, session))


def _check(now: datetime, session: Session, round: Round) -> None:
    """See that a reminder of this moment was right."""
    there = now.astimezone(STOCKHOLM)
    assert 8 <= there.hour < 17
    assert there.isoweekday() < 6
    assert not swedish_holiday(there.date())
    assert session.ended_at is not None
    assert now - session.ended_at >= timedelta(hours=1)
    assert round.closes_at is not None
    assert round.closes_at - now >= timedelta(minutes=105)


def _act(world: World, act: str) -> None:
    """Do what may happen to a dialogue, as far as it can be done now."""
    if act == "restart":
        world.restart()
    elif act in ("pause", "resume"):
        with suppress(UserError):
            getattr(sessions, act)(world.deps, world.request())
    if act != "nothing":
        world.work()


# --- what is pressed ------------------------------------------------------------------------


def test_turned_off_in_the_message(world: World) -> None:
    """It says so, to that person alone, with the way back; the box can still be answered in."""
    round = held(with_window(world, 1))
    go_to(world, "2027-03-02 10:00")
    others = {user: view for user, view in reminded(world).items() if user != ANNA.user}
    request = world.request(ANNA, "D1")
    reminders.switch(world.deps, request, on=False)
    off = reminders.shown(world.deps, request, round.id)
    assert "Du får inga fler påminnelser" in off.parts[1].text
    assert [button.value for button in off.buttons] == [round.id, round.id, f"on {round.id}"]
    assert {u: v for u, v in reminded(world).items() if u != ANNA.user} == others
    reminders.switch(world.deps, request, on=True)
    on = reminders.shown(world.deps, request, round.id)
    assert on == reminded(world)[ANNA.user][0]


def test_home_has_the_way_back(world: World) -> None:
    """Only who has turned them off is told of it, and can turn them on there."""
    assert not _switches(world)
    reminders.switch(world.deps, world.request(ANNA), on=False)
    assert _switches(world) == ["on"]
    assert "Du får inga påminnelser." in overview.home(world.deps, ANNA).lines
    for person in (BO, KARIN, OMAR):
        home = overview.home(world.deps, person)
        assert not [b for b in home.buttons if b.action == Action.REMINDERS]


def _switches(world: World) -> list[str]:
    home = overview.home(world.deps, ANNA)
    return [b.value for b in home.buttons if b.action == Action.REMINDERS]


@pytest.mark.parametrize("how", ["closed", "unknown", "another's"])
def test_nothing_is_told_of_other_boxes(world: World, how: str) -> None:
    """After the close, and to those who are not on the roster, the message says no more."""
    round = held(with_window(world, 1))
    if how == "closed":
        go_to(world, "2027-03-02 18:00")
    request = world.request(OUTSIDER if how == "another's" else ANNA, "D1")
    view = reminders.shown(world.deps, request, "0" * 32 if how == "unknown" else round.id)
    assert view.title == "Lådan är stängd"
    assert "bra på" not in view.model_dump_json()
    assert [button.action for button in view.buttons] == [Action.REMINDERS]


def test_pressed_too_late(world: World) -> None:
    """The message stays as it is; its button says in words that it is closed."""
    round = held(with_window(world, 1))
    for clock in ("10:00", "18:00"):
        go_to(world, f"2027-03-02 {clock}")
    assert set(reminded(world)) == ROSTER
    with pytest.raises(RoundClosed):
        answers.open_form(world.deps, world.request(ANNA, "D1"), round.id)


# --- what is left ---------------------------------------------------------------------------


def _forgotten(world: World, round: Round) -> bool:
    """Whether the outbox knows of no reminder of the round."""
    keys = [f"remind/{round.id}/{user}" for user in ROSTER]
    return world.look(lambda tx: [tx.messages.get(key) for key in keys]) == [None] * len(keys)


@pytest.mark.parametrize("ending", ["closed", "lost", "thrown away"])
def test_forgotten_with_the_roster(world: World, ending: str) -> None:
    """However the round ends, the outbox no longer knows who could have answered."""
    session = with_window(world, 1).start()
    if ending != "thrown away":
        world.later(minutes=15)
        go_to(world, "2027-03-02 10:00")
    else:  # reminders of a box whose dialogue goes on are never sent: put there by hand
        _remind_now(world, box(world, session))
    round = box(world, session)
    assert not _forgotten(world, round)
    if ending == "closed":
        go_to(world, "2027-03-02 18:00")
    elif ending == "lost":
        world.vault.destroy(round.id)
        world.restart()
    else:
        sessions.cancel(world.deps, world.request())
        world.work()
    assert box(world, session).state is not RoundState.OPEN
    assert _forgotten(world, round)
    assert box(world, session).roster == ()


def _remind_now(world: World, round: Round) -> None:
    view = reminders.shown(world.deps, world.request(ANNA), round.id)

    def put(tx: Tx) -> None:
        for user in ROSTER:
            tx.messages.want(f"remind/{round.id}/{user}", "T1", user, view)

    world.store.write(put)
    world.work()


def test_another_rounds_reminders_stay(world: World) -> None:
    """Only what belongs to the round that is closed is forgotten."""
    first = held(with_window(world, 1))
    teams.keep_open(world.deps, world.request(), "team-solrosen", 3)
    second = held(world)
    go_to(world, "2027-03-02 10:00")
    go_to(world, "2027-03-02 18:00")
    assert _forgotten(world, first)
    assert not _forgotten(world, second)


def test_a_reminder_that_waits_at_the_close_is_never_sent(world: World) -> None:
    """It is forgotten before the chat is back."""
    held(with_window(world, 1))
    world.platform.fail("post", NotInChannel(), times=10_000)
    go_to(world, "2027-03-02 10:00")
    tried = len(posted(world))
    assert tried
    del world.platform.failures["post"]
    world.clock.at = at("2027-03-02 18:00")
    run_due(world.deps)
    run_due(world.deps)
    world.work()
    assert reminded(world) == {}
