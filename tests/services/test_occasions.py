"""Planned occasions as their times come: announced, begun or asked about, or missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.plan import GRACE, OccasionState, Opening
from bot.domain.programme import Programme
from bot.errors import NoThemeLeft, OccasionOver, SessionRunning, UnknownOccasion, UnknownTheme
from bot.services import occasions, planning, sessions
from tests.services.conftest import NewWorld
from tests.services.people import CHANNEL, KARIN, OMAR, PROGRAMMES, team
from tests.services.planned import (
    TEMA1,
    TEMA2,
    TEMA3,
    THEMES,
    announced,
    asked,
    auto,
    boards,
    draft,
    march,
    moment,
    occasions_of,
    once,
    planned,
    posted,
    reports,
    running,
    states,
    text_of,
)
from tests.services.surveying import surveys
from tests.services.world import FixedCatalogue, World

PLANNED, ASKED, HELD = OccasionState.PLANNED, OccasionState.ASKED, OccasionState.HELD
MISSED = OccasionState.MISSED
HALF = int(GRACE.total_seconds() / 60)


def test_an_occasion_is_announced_asked_about_and_opened(world: World) -> None:
    """The whole way: one message in the channel, one question, one dialogue."""
    plan = planned(world)
    (sheet,) = announced(world)
    assert "tisdag 3 mars kl 09:00" in sheet.title
    assert "Det vi är bra på 1" in text_of(sheet)
    march(world, 3, "09:00")
    assert states(world, plan)[:2] == [ASKED, PLANNED]
    (question,) = asked(world)
    assert "Det vi är bra på 1" in question.text
    first = occasions_of(world, plan)[0]
    session = occasions.open_now(world.deps, world.request(OMAR), first.id)
    world.work()
    assert session.theme == TEMA1
    assert states(world, plan)[0] is HELD
    assert [view.buttons for view in asked(world)] == [()]
    assert "Samtalet har startat" in text_of(announced(world)[0])
    world.later(hours=2)
    assert len(posted(world, "occasion")) == len(posted(world, "open")) == len(boards(world)) == 1
    assert reports(world) == []


@pytest.mark.parametrize(
    ("days", "at", "expected"),
    [
        (0, time(13), moment(3, 31, "11:00")),
        (0, time(9), moment(3, 30, "17:00")),
        (1, time(9), moment(3, 30, "09:00")),
        (7, time(9), moment(3, 24, "09:00")),
        (14, time(6), moment(3, 17, "08:00")),
        (14, time(20), moment(3, 17, "17:00")),
    ],
)
def test_announced_so_long_before(world: World, days: int, at: time, expected: datetime) -> None:
    """Not a minute before its time, over a change to summer time; never twice."""
    planned(world, once(date(2026, 3, 31), at, announce_days=days))
    world.clock.at = expected - timedelta(minutes=1)
    assert announced(world) == []
    world.clock.at = expected
    assert len(announced(world)) == 1
    world.later(hours=1)
    assert len(posted(world, "occasion")) == 1


def test_announced_on_the_working_day_before_a_holiday(world: World) -> None:
    """The day before Tuesday 7 April is Easter Monday: it is told on Thursday."""
    planned(world, once(date(2026, 4, 7)))
    world.clock.at = moment(4, 2, "08:59")
    assert announced(world) == []
    world.clock.at = moment(4, 2, "09:00")
    assert len(announced(world)) == 1


@pytest.mark.parametrize(
    ("starts", "back", "expected"),
    [
        (moment(3, 10, "09:00"), moment(3, 9, "23:00"), moment(3, 10, "08:00")),
        (moment(3, 10, "09:00"), moment(3, 10, "04:00"), moment(3, 10, "08:00")),
        (moment(3, 10, "07:00"), moment(3, 10, "04:00"), moment(3, 10, "04:00")),
        (moment(3, 9, "09:00"), moment(3, 7, "10:00"), moment(3, 9, "08:00")),
        (moment(3, 9, "07:30"), moment(3, 6, "22:00"), moment(3, 7, "08:00")),
    ],
    ids=["evening", "night", "night-before-an-early-one", "saturday", "saturday-for-early-monday"],
)
def test_announced_late_after_downtime(
    world: World, starts: datetime, back: datetime, expected: datetime
) -> None:
    """By day and on a working day, where there is one left before it begins."""
    local = starts + timedelta(hours=1)
    planned(world, once(local.date(), local.time(), announce_days=4))
    world.clock.at = back
    world.work()
    if expected > back:
        assert announced(world) == []
        world.clock.at = expected - timedelta(minutes=1)
        assert announced(world) == []
        world.clock.at = expected
    assert len(announced(world)) == 1


def test_not_announced_once_it_has_begun(world: World) -> None:
    """After downtime over the beginning the question comes, and no announcement."""
    plan = planned(world, once(date(2026, 3, 10)))
    march(world, 10, "09:10")
    assert announced(world) == []
    assert states(world, plan) == [ASKED]


def test_one_that_begins_by_itself(world: World) -> None:
    """In the name of one who leads; nobody is asked."""
    plan = planned(world, auto())
    march(world, 3, "08:59")
    assert boards(world) == []
    march(world, 3, "09:00")
    session = running(world)
    assert (session.theme, session.started_by) == (TEMA1, OMAR)
    world.later(hours=1)
    assert states(world, plan)[:2] == [HELD, PLANNED]
    assert len(boards(world)) == len(announced(world)) == 1
    assert (asked(world), reports(world)) == ([], [])


@pytest.mark.parametrize("opening", Opening)
@pytest.mark.parametrize(
    ("late", "state"), [(HALF, None), (HALF + 1, MISSED), (60 * 24 * 9, MISSED)]
)
def test_how_late_it_may_begin(
    world: World, opening: Opening, late: int, state: OccasionState | None
) -> None:
    """Up to the grace it begins; after that it is missed, and the manager hears of it."""
    plan = planned(world, once(date(2026, 3, 10), opening=opening))
    world.clock.at = moment(3, 10, "09:00") + timedelta(minutes=late)
    world.work()
    begun = {Opening.ASK: [MISSED], Opening.AUTO: [HELD]}[opening]
    assert states(world, plan) == ([state] if state else begun)
    assert len(boards(world)) == (state is None and opening is Opening.AUTO)
    assert len(reports(world)) == (states(world, plan) == [MISSED])


def test_nobody_opens_and_the_manager_is_asked_once(world: World) -> None:
    """One private question, however often the clock comes by."""
    plan = planned(world)
    march(world, 3, "09:00")
    march(world, 3, "09:29")
    assert states(world, plan)[0] is ASKED
    for _ in range(5):
        world.later(minutes=20)
    assert states(world, plan)[0] is MISSED
    (report,) = reports(world)
    assert "Tisdag 3 mars kl 09:00" in text_of(report)
    assert len(posted(world, "missed")) == 1
    assert reports(world, OMAR.user) == []
    assert "Det blev inget samtal" in text_of(announced(world)[0])
    assert [view.buttons for view in asked(world)] == [()]


def test_what_was_missed_in_a_long_outage_is_one_message(world: World) -> None:
    """The bot is away for two weeks: both occasions in one message, each theme still to come."""
    plan = planned(world, auto())
    world.clock.at = moment(3, 12, "10:00")
    world.work()
    assert states(world, plan) == [MISSED, MISSED, PLANNED, PLANNED, PLANNED]
    (report,) = reports(world)
    assert [part.heading for part in report.parts] == [
        "Tisdag 3 mars kl 09:00",
        "Tisdag 10 mars kl 09:00",
    ]
    march(world, 17, "09:00")
    assert running(world).theme == TEMA1


def test_each_manager_is_told_and_a_later_one_is_not(world: World) -> None:
    """Who becomes manager afterwards does not get the year's old reports."""
    plan = planned(world, auto())
    march(world, 3, "10:00")
    world.with_team(replace(team(), managers=frozenset([KARIN, OMAR]), facilitators=frozenset()))
    march(world, 10, "09:00")
    world.stop()
    assert states(world, plan)[:2] == [MISSED, HELD]
    assert len(reports(world)) == 1
    assert reports(world, OMAR.user) == []


class TestOpenNow:
    """Opened by one who leads."""

    def test_pressed_twice(self, world: World) -> None:
        """Before the dialogue has begun and after: the same one; when it is over, refused."""
        planned(world)
        march(world, 3, "09:00")
        first = _first(world)
        session = occasions.open_now(world.deps, world.request(), first)
        assert occasions.open_now(world.deps, world.request(OMAR), first).id == session.id
        world.work()
        assert occasions.open_now(world.deps, world.request(OMAR), first).id == session.id
        world.stop()
        with pytest.raises(OccasionOver):
            occasions.open_now(world.deps, world.request(), first)
        assert len(boards(world)) == 1

    def test_delivered_again_after_it_was_cancelled(self, world: World) -> None:
        """What the platform delivers late does not make a cancelled dialogue a held one."""
        plan = planned(world)
        march(world, 3, "09:00")
        request = world.request()
        occasions.open_now(world.deps, request, _first(world))
        world.work()
        sessions.cancel(world.deps, world.request())
        occasions.open_now(world.deps, request, _first(world))
        assert states(world, plan)[0] is MISSED

    def test_one_that_was_missed(self, world: World) -> None:
        """The report's button starts it, and the report says so."""
        plan = planned(world)
        march(world, 3, "15:00")
        occasions.open_now(world.deps, world.request(), _first(world))
        (report,) = reports(world)
        assert "Hållet" in text_of(report)
        assert states(world, plan)[0] is HELD

    def test_while_another_dialogue_goes_on(self, world: World) -> None:
        """It is refused, and can be opened when that one is over."""
        plan = planned(world, once(date(2026, 3, 3)))
        other = planned(world, once(date(2026, 3, 3), themes=(TEMA2,)))
        march(world, 3, "09:00")
        first, second = (occasions_of(world, each)[0].id for each in (plan, other))
        occasions.open_now(world.deps, world.request(), first)
        with pytest.raises(SessionRunning):
            occasions.open_now(world.deps, world.request(), second)
        world.work()
        world.stop()
        occasions.open_now(world.deps, world.request(), second)
        assert states(world, plan) == states(world, other) == [HELD]

    def test_no_theme_left(self, world: World) -> None:
        """Whoever leads is told to choose another."""
        planned(world, once(date(2026, 3, 3)))
        world.start(TEMA1)
        world.stop()
        march(world, 3, "09:00")
        assert "Tema väljs på plats" in asked(world)[0].text
        with pytest.raises(NoThemeLeft):
            occasions.open_now(world.deps, world.request(), _first(world))

    def test_one_that_is_not_there(self, world: World) -> None:
        """A forged or old button."""
        with pytest.raises(UnknownOccasion):
            occasions.open_now(world.deps, world.request(), "f" * 32)


class TestHindered:
    """What can keep one from beginning by itself. It is never silent."""

    def test_another_dialogue_waits_its_turn(self, world: World) -> None:
        """It begins as soon as that one is over, within the grace."""
        plan, second = planned(world, auto()), planned(world, auto(themes=(TEMA3,)))
        march(world, 3, "09:00")
        assert running(world).theme == TEMA1
        assert {states(world, plan)[0], states(world, second)[0]} == {HELD, PLANNED}
        for _ in range(HALF - 1):
            world.later(minutes=1)
        assert states(world, second)[0] is HELD
        assert running(world).theme == TEMA3
        assert len(boards(world)) == 2
        assert reports(world) == []

    def test_another_dialogue_that_takes_too_long(self, world: World) -> None:
        """After the grace it is missed, and told once."""
        plan, second = planned(world, auto()), planned(world, auto(themes=(TEMA3,)))
        march(world, 3, "09:00")
        sessions.extend(world.deps, world.request(), 30)
        for _ in range(HALF + 3):
            world.later(minutes=1)
        assert states(world, plan)[0] is HELD
        assert states(world, second)[0] is MISSED
        assert len(posted(world, "missed")) == 1

    def test_a_theme_that_is_no_longer_in_the_files(self, world: World) -> None:
        """The next one takes its place, in the announcement, too; it waits for its file."""
        plan = planned(world, auto())
        world.catalogue = _without(TEMA1.theme)
        march(world, 3, "09:00")
        assert running(world).theme == TEMA2
        assert len(announced(world)) == 1
        assert "Det vi är bra på 2" in text_of(announced(world)[0])
        world.stop()
        world.catalogue = FixedCatalogue()
        march(world, 10, "09:00")
        assert running(world).theme == TEMA1
        assert states(world, plan)[:2] == [HELD, HELD]

    def test_a_theme_that_became_a_survey(self, world: World) -> None:
        """No meeting holds it: the next one takes its place."""
        planned(world, auto())
        survey = surveys().themes[0].model_copy(update={"id": TEMA1.theme})
        kvarten = PROGRAMMES[0]
        themes = (survey, *kvarten.themes[1:])
        world.catalogue = FixedCatalogue((kvarten.model_copy(update={"themes": themes}),))
        march(world, 3, "09:00")
        assert running(world).theme == TEMA2

    @pytest.mark.parametrize("known", [PROGRAMMES[1:], ()], ids=["others", "none"])
    def test_no_theme_of_the_plan_in_the_files(
        self, world: World, known: tuple[Programme, ...]
    ) -> None:
        """Then it is missed, and the manager is told."""
        plan = planned(world, auto(themes=THEMES[:3]))
        world.catalogue = FixedCatalogue(known)
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert len(reports(world)) == 1
        assert "Det blev inget samtal" in text_of(announced(world)[0])

    def test_the_bot_was_removed_from_the_channel(self, world: World) -> None:
        """The dialogue fails, so the occasion is given back, and the manager is told."""
        plan = planned(world, auto())
        world.platform.closed = frozenset([CHANNEL])
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert len(reports(world)) == 1
        world.platform.closed = frozenset()
        march(world, 10, "09:00")
        assert running(world).theme == TEMA1

    def test_nobody_at_work_in_the_channel(self, world: World) -> None:
        """Nobody can answer: the same, though the manager is not in the channel either."""
        plan = planned(world, auto())
        world.platform.channels = {CHANNEL: ()}
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert len(reports(world)) == 1

    def test_nobody_leads_the_team(self, world: World) -> None:
        """There is nobody to tell, but the channel hears of it."""
        plan = planned(world, auto())
        world.work()
        world.with_team(replace(team(), managers=frozenset(), facilitators=frozenset()))
        march(world, 3, "09:00")
        assert states(world, plan)[0] is MISSED
        assert "Det blev inget samtal" in text_of(announced(world)[0])


class TestByHand:
    """A dialogue that somebody starts with the command."""

    def test_it_is_the_occasion_of_the_day(self, world: World) -> None:
        """Nobody is asked to open what has been held, and its theme comes once."""
        plan = planned(world)
        march(world, 3, "07:00")
        world.start(TEMA3)
        world.stop()
        assert states(world, plan)[0] is HELD
        assert "Det vi är bra på 3" in text_of(announced(world)[0])
        world.later(hours=5)
        assert states(world, plan)[0] is HELD
        assert (asked(world), reports(world)) == ([], [])
        themes = []
        for day in (10, 17, 24):
            march(world, day, "09:00")
            mine = occasions_of(world, plan)[day // 7].id
            occasions.open_now(world.deps, world.request(), mine)
            world.work()
            themes.append(running(world).theme)
            world.stop()
        assert themes == [TEMA1, TEMA2, THEMES[3]]

    def test_after_it_was_missed_the_same_day(self, world: World) -> None:
        """The report says that it was held."""
        plan = planned(world)
        march(world, 3, "10:00")
        world.start(TEMA1)
        assert states(world, plan)[0] is HELD
        assert "Hållet" in text_of(reports(world)[0])

    def test_on_another_day_it_moves_the_themes_up(self, world: World) -> None:
        """The announcement that stands names the next theme then."""
        plan = planned(world)
        assert "Det vi är bra på 1" in text_of(announced(world)[0])
        world.start(TEMA1)
        assert "Det vi är bra på 2" in text_of(announced(world)[0])
        assert states(world, plan)[0] is PLANNED
        assert len(posted(world, "occasion")) == 1

    def test_cancelled_again_gives_the_theme_back(self, world: World) -> None:
        """Also in the announcement, and when no occasion was concerned."""
        planned(world)
        world.start(TEMA1)
        sessions.cancel(world.deps, world.request())
        assert "Det vi är bra på 1" in text_of(announced(world)[0])

    @pytest.mark.parametrize(
        ("at", "first", "second"), [("08:50", HELD, PLANNED), ("13:50", MISSED, HELD)]
    )
    def test_the_nearest_of_two_that_day(
        self, world: World, at: str, first: OccasionState, second: OccasionState
    ) -> None:
        """A plan in the morning and one in the afternoon."""
        morning, afternoon = planned(world), planned(world, draft(at=time(14), themes=(TEMA3,)))
        march(world, 3, at)
        world.start(TEMA2)
        assert (states(world, morning)[0], states(world, afternoon)[0]) == (first, second)

    def test_past_midnight(self, world: World) -> None:
        """A quarter after midnight the night shift holds what stood at a quarter to."""
        plan = planned(world, once(date(2026, 3, 3), time(23, 45)))
        march(world, 3, "23:45")
        march(world, 4, "00:05")
        world.start(TEMA1)
        assert states(world, plan) == [HELD]

    def test_it_moves_the_themes_of_every_plan(self, world: World) -> None:
        """Two plans with the same themes: what one has had the other does not announce."""
        plan = planned(world, once(date(2026, 3, 3)))
        other = planned(world, once(date(2026, 3, 4), themes=(TEMA1, TEMA2)))
        march(world, 3, "09:00")
        assert "Det vi är bra på 1" in text_of(announced(world)[1])
        occasions.open_now(world.deps, world.request(), occasions_of(world, plan)[0].id)
        assert "Det vi är bra på 2" in text_of(announced(world)[1])
        sessions.cancel(world.deps, world.request())
        world.work()
        assert "Det vi är bra på 1" in text_of(announced(world)[1])
        assert states(world, other) == [PLANNED]


class TestGivenBack:
    """A dialogue that was cancelled, or could not begin, gives its occasion back."""

    def test_before_its_time(self, world: World) -> None:
        """Started by mistake in the morning and cancelled: it begins in the afternoon."""
        plan = planned(world, once(date(2026, 3, 3), time(14), opening=Opening.AUTO))
        march(world, 3, "09:00")
        world.start(TEMA2)
        assert states(world, plan) == [HELD]
        sessions.cancel(world.deps, world.request())
        assert states(world, plan) == [PLANNED]
        assert reports(world) == []
        march(world, 3, "14:00")
        assert running(world).theme == TEMA1

    def test_after_its_time(self, world: World) -> None:
        """The manager is asked what to do with it; to run it now starts the same theme."""
        plan = planned(world)
        march(world, 3, "09:00")
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        sessions.cancel(world.deps, world.request())
        assert states(world, plan)[0] is MISSED
        (report,) = reports(world)
        assert len(report.parts[0].buttons) == 3
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        assert running(world).theme == TEMA1

    def test_its_theme_is_not_held_twice(self, world: World) -> None:
        """Run later, after the next occasion has had its theme, it takes the one after that."""
        plan = planned(world)
        march(world, 3, "09:00")
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        sessions.cancel(world.deps, world.request())
        march(world, 10, "09:00")
        occasions.open_now(world.deps, world.request(), occasions_of(world, plan)[1].id)
        world.work()
        assert running(world).theme == TEMA1
        world.stop()
        occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        assert running(world).theme == TEMA2

    def test_when_its_plan_is_gone(self, world: World) -> None:
        """It is not kept as held, and nobody is asked."""
        plan = planned(world)
        march(world, 3, "09:00")
        session = occasions.open_now(world.deps, world.request(), _first(world))
        world.work()
        _drop(world, plan.id)
        sessions.cancel(world.deps, world.request())
        assert world.look(lambda tx: tx.occasions.of_session(session.id)) is None
        assert reports(world) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 29), moment(3, 29, "03:30")),
        (date(2026, 10, 25), moment(10, 25, "02:30")),
    ],
    ids=["gap", "fold"],
)
def test_half_past_two_in_the_nights_of_the_clock_changes(
    world: World, day: date, expected: datetime
) -> None:
    """Once each: at 03:30 when 02:30 is left out, at the first of two."""
    plan = planned(world, once(day, time(2, 30), opening=Opening.AUTO))
    world.clock.at = expected - timedelta(minutes=1)
    world.work()
    assert states(world, plan) == [PLANNED]
    world.clock.at = expected
    world.work()
    assert states(world, plan) == [HELD]
    for _ in range(12):
        world.later(minutes=15)
    assert len(boards(world)) == 1


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kolkata", "Pacific/Auckland"])
def test_nine_is_nine_where_the_team_is(world: World, zone: str) -> None:
    """Announced at nine and begun at nine by the team's own clock."""
    world.with_team(replace(team(), timezone=zone))
    plan = planned(world, once(date(2026, 4, 21), opening=Opening.AUTO))
    nine = moment(4, 21, "09:00", zone)
    for at, stands in ((nine - timedelta(days=1, minutes=1), 0), (nine - timedelta(days=1), 1)):
        world.clock.at = at
        assert len(announced(world)) == stands
    world.clock.at = nine - timedelta(minutes=1)
    world.work()
    assert states(world, plan) == [PLANNED]
    world.later(minutes=1)
    assert states(world, plan) == [HELD]


def test_in_the_language_of_the_team(world: World) -> None:
    """The announcement, the question and the report."""
    world.with_team(replace(team(), language="en"))
    planned(world)
    assert "What we are good at 1" in text_of(announced(world)[0])
    march(world, 3, "09:00")
    assert "What we are good at 1" in asked(world)[0].text
    march(world, 3, "09:30")
    assert "did not happen" in reports(world)[0].title


def test_a_theme_of_no_plan_is_refused_as_ever(world: World) -> None:
    """An unknown theme started by hand changes nothing in the plan."""
    plan = planned(world)
    march(world, 3, "08:00")
    world.catalogue = _without(TEMA1.theme)
    with pytest.raises(UnknownTheme):
        sessions.start(world.deps, world.request(), TEMA1)
    assert states(world, plan)[0] is PLANNED


def test_teams_do_not_meet(make_world: NewWorld) -> None:
    """What one team holds is no occasion of another's."""
    world = make_world().with_team()
    world.with_team(replace(team(), id="other", channel="C-other"))
    plan = planned(world)
    march(world, 3, "08:50")
    sessions.start(world.deps, world.request(channel="C-other"), TEMA1)
    assert states(world, plan)[0] is PLANNED


def _first(world: World) -> str:
    (plan, *_) = world.look(lambda tx: tx.plans.of_team(team().id))
    return occasions_of(world, plan)[0].id


def _drop(world: World, plan_id: str) -> None:
    planning.drop(world.deps, world.request(), plan_id)


def _without(theme: str) -> FixedCatalogue:
    """Return the files with one theme less."""
    return FixedCatalogue(
        tuple(
            each.model_copy(update={"themes": tuple(t for t in each.themes if t.id != theme)})
            for each in PROGRAMMES
        )
    )
