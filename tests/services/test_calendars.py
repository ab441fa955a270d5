"""A team's plan in people's own calendars: what stands in it, and whose address opens it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.calendars import team_calendar
from bot.domain.feed import Feed
from bot.domain.plan import OccasionState
from bot.domain.recurrence import Alternating, Weekday
from bot.errors import NotAChannel, NotAllowed, NoTeam, UnknownTeam
from bot.services import calendars, occasions, planning
from bot.services.deps import Deps
from bot.views.actions import Action
from bot.views.model import CalendarEvent, Sheet
from tests.services.people import (
    ANNA,
    BO,
    CHANNEL,
    GUEST,
    KARIN,
    OMAR,
    OTHER_CHANNEL,
    PROGRAMMES,
    TENANT,
    team,
)
from tests.services.planned import TEAM, auto, draft, march, moment, occasions_of, planned, skip
from tests.services.world import FixedCatalogue, World, new_world

FEED = Feed("https://apt.example", bytes(32))


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A world with a team, on Monday 2 March 2026 at noon UTC."""
    return new_world(tmp_path).with_team()


def served(world: World, feed: Feed | None = FEED) -> Deps:
    """Return what the use cases are given where calendars are served."""
    return replace(world.deps, feed=feed)


def events(world: World) -> tuple[CalendarEvent, ...]:
    """Return what stands in the team's calendar."""
    return calendars.current(world.deps, world.request(ANNA)).events


def labels(sheet: Sheet) -> list[str]:
    """Return what can be pressed."""
    parts = [button.action for part in sheet.parts for button in part.buttons]
    return [*parts, *(button.action for button in sheet.buttons)]


def test_every_occasion_stands_in_the_calendar(world: World) -> None:
    """When, how long, which theme, why, and how it begins; nobody's name."""
    plan = planned(world)
    first, *rest = events(world)
    assert len(rest) == 4
    assert first == CalendarEvent(
        id=occasions_of(world, plan)[0].id,
        revision=0,
        starts_at=moment(3, 3, "09:00"),
        minutes=15,
        title="Dialog: 1. Det vi är bra på 1",
        text="För att orka längre.\n\n"
        "Den som leder startar dialogen i kanalen #arbetslag-solrosen.",
        status="confirmed",
    )
    assert [each.starts_at.hour for each in (first, *rest)] == [8, 8, 8, 8, 7]  # summer time


def test_odd_weeks_over_a_year_of_53_weeks(world: World) -> None:
    """Weeks 51, 53, 1, 3: no interval of weeks says that, so every occasion is its own event."""
    odd = Alternating(Weekday.TUESDAY, even=False)
    planned(world, draft(recurrence=odd, first=date(2026, 12, 9)))
    calendar = calendars.current(world.deps, world.request(ANNA))
    file = team_calendar(calendar, world.clock.at).decode()
    starts = [line for line in file.splitlines() if line.startswith("DTSTART")]
    assert starts == [
        "DTSTART:20261215T080000Z",
        "DTSTART:20261229T080000Z",
        "DTSTART:20270105T080000Z",
        "DTSTART:20270119T080000Z",
        "DTSTART:20270202T080000Z",
    ]
    assert "RRULE" not in file


def test_calendar_says_when_it_begins_by_itself(world: World) -> None:
    """Then nobody has to open it."""
    planned(world, auto())
    assert events(world)[0].text.endswith("startar av sig själv i kanalen #arbetslag-solrosen.")


def test_theme_whose_file_is_gone_gives_way(world: World) -> None:
    """The calendar has the themes that the plan's page has: the next ones move up."""
    planned(world)
    first = PROGRAMMES[0].model_copy(update={"themes": PROGRAMMES[0].themes[1:]})
    world.catalogue = FixedCatalogue((first, *PROGRAMMES[1:]))
    assert [each.title[-1] for each in events(world)][:2] == ["2", "3"]


def test_moved_occasion_keeps_its_name_and_grows(world: World) -> None:
    """The themes stay in their order on the days as they are then."""
    plan = planned(world)
    first = occasions_of(world, plan)[0]
    request, day = world.request(), date(2026, 3, 12)
    planning.change(world.deps, request, first.id, day, time(14), None)
    moved = next(each for each in events(world) if each.id == first.id)
    assert (moved.revision, moved.starts_at) == (1, moment(3, 12, "14:00"))
    assert [each.title[-1] for each in events(world)][:2] == ["1", "2"]


def test_skipped_occasion_is_cancelled_and_its_theme_goes_on(world: World) -> None:
    """It stays in the calendar as called off, so that calendars take it away."""
    plan = planned(world)
    skip(world, plan)
    first, second, *_ = events(world)
    assert (first.status, first.revision) == ("cancelled", 1)
    assert first.title == "Inställd dialog"
    assert (second.status, second.title[-1]) == ("confirmed", "1")


def test_paused_plan_is_tentative_until_it_goes_on(world: World) -> None:
    """What has been is what it was."""
    planned(world)
    march(world, 4, "12:00")
    planning.pause(world.deps, world.request(), TEAM)
    past, *ahead = events(world)
    assert past.status == "confirmed"
    assert {each.status for each in ahead} == {"tentative"}
    assert "Planen är pausad" in ahead[0].text
    planning.resume(world.deps, world.request(), TEAM)
    assert {each.status for each in events(world)} == {"confirmed"}


def test_held_occasion_tells_its_theme(world: World) -> None:
    """Also when the plan it came from is gone; what was to come has vanished then."""
    plan = planned(world)
    march(world, 3, "09:00")
    occasions.open_now(world.deps, world.request(OMAR), occasions_of(world, plan)[0].id)
    planning.drop(world.deps, world.request(), plan.id)
    (held,) = events(world)
    assert (held.title, held.status) == ("Dialog: 1. Det vi är bra på 1", "confirmed")
    assert held.text == "För att orka längre."


def test_occasion_without_a_theme_left(world: World) -> None:
    """It is a meeting all the same."""
    plan = planned(world)
    planning.add_one(world.deps, world.request(), plan.id)
    assert (events(world)[-1].title, events(world)[-1].minutes) == (
        "Dialog: Tema väljs på plats",
        15,
    )


def test_calendar_looks_back_for_a_year(world: World) -> None:
    """Older occasions leave it, so that it does not grow without end."""
    planned(world)
    march(world, 31, "12:00")
    assert len(events(world)) == 5
    world.clock.at += timedelta(days=352)  # 18 March 2027
    assert [each.starts_at.day for each in events(world)] == [24, 31]


def test_nothing_about_a_person_is_in_it(world: World) -> None:
    """Neither who leads nor who is in the team, by name or id."""
    planned(world)
    march(world, 3, "10:00")
    told = calendars.current(world.deps, world.request()).model_dump_json().lower()
    for person in (KARIN, OMAR, ANNA, GUEST):
        assert person.user not in told


# --- the page ------------------------------------------------------------------------------


@pytest.mark.parametrize(("person", "leads"), [(KARIN, True), (OMAR, True), (ANNA, False)])
def test_page_has_the_link_and_leaders_may_replace_it(
    world: World, person: object, leads: bool
) -> None:
    """Everybody in the channel may subscribe or have the file."""
    planned(world)
    sheet = calendars.page(served(world), world.request(person))  # type: ignore[arg-type]
    assert sheet.parts[0].link == FEED.address(TEAM, 0)
    assert (Action.CALENDAR_RENEW in labels(sheet)) is leads
    assert Action.CALENDAR_FILE in labels(sheet)
    assert "5 planerade" in sheet.intro


def test_page_without_the_web_offers_the_file(world: World) -> None:
    """There is no link, nothing to replace, and a word of why."""
    planned(world)
    sheet = calendars.page(world.deps, world.request())
    assert [part.link for part in sheet.parts] == ["", ""]
    assert "inte att prenumerera" in sheet.parts[0].text
    assert labels(sheet) == [Action.CALENDAR_FILE, Action.PLAN]


def test_page_without_a_plan_offers_the_link(world: World) -> None:
    """An empty file is of no use to anybody; a subscription fills when there is a plan."""
    sheet = calendars.page(served(world), world.request())
    assert "Just nu är inget planerat" in sheet.intro
    assert Action.CALENDAR_FILE not in labels(sheet)
    assert sheet.parts[0].link


def test_without_a_team_or_a_channel_it_says_so(world: World) -> None:
    """Nothing is made up where there is nothing."""
    for ask in (calendars.page, calendars.current):
        with pytest.raises(NoTeam):
            ask(world.deps, world.request(channel=OTHER_CHANNEL))
        with pytest.raises(NotAChannel):
            ask(world.deps, world.request(channel="D1"))


# --- the address ---------------------------------------------------------------------------


def test_address_opens_the_teams_calendar(world: World) -> None:
    """What the page shows is what opens."""
    planned(world)
    found = calendars.subscribed(served(world), FEED.token(TEAM, 0))
    assert found == calendars.current(world.deps, world.request())


def test_new_link_replaces_the_old_one(world: World) -> None:
    """Whoever pressed sees the new one, which works; the old one opens nothing from then on."""
    deps = served(world)
    sheet = calendars.renew(deps, world.request(OMAR), TEAM, 0)
    assert sheet.parts[0].link == FEED.address(TEAM, 1)
    assert calendars.subscribed(deps, FEED.token(TEAM, 0)) is None
    assert calendars.subscribed(deps, FEED.token(TEAM, 1)) is not None


def test_replacing_a_link_that_is_replaced_shows_the_one_that_holds(world: World) -> None:
    """Two leaders who press at the same time make one new link, and get the same."""
    deps = served(world)
    sheets = [calendars.renew(deps, world.request(each), TEAM, 0) for each in (KARIN, OMAR)]
    assert sheets[0] == sheets[1]
    assert calendars.subscribed(deps, FEED.token(TEAM, 1)) is not None


def test_old_button_never_brings_an_old_link_back(world: World) -> None:
    """A page that has stood for a year replaces nothing, and shows what holds now."""
    deps = served(world)
    for generation in range(3):
        calendars.renew(deps, world.request(), TEAM, generation)
    sheet = calendars.renew(deps, world.request(), TEAM, 0)
    assert sheet.parts[0].link == FEED.address(TEAM, 3)
    assert calendars.subscribed(deps, FEED.token(TEAM, 1)) is None


def test_another_teams_leader_can_not_replace_the_link(world: World) -> None:
    """A forged button is refused, and so is one of no team."""
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL, managers=frozenset([BO]))
    world.with_team(other)
    with pytest.raises(NotAllowed):
        calendars.renew(served(world), world.request(BO, OTHER_CHANNEL), TEAM, 0)
    with pytest.raises(UnknownTeam):
        calendars.renew(served(world), world.request(), "no-team", 0)
    assert calendars.subscribed(served(world), FEED.token(TEAM, 0)) is not None


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        f"{TEAM}-{'0' * 32}",
        Feed("https://apt.example", bytes(31) + b"\x01").token(TEAM, 0),
        FEED.token(TEAM, 1),
        FEED.token("team-blaklinten", 0).replace("blaklinten", "solrosen"),
        FEED.token("no-team", 0),
        FEED.token("nobody", 0),
        f"{FEED.token(TEAM, 0)}\n",
        FEED.token(TEAM, 0).upper(),
        "a" * 100_000,
    ],
    ids=lambda token: repr(token)[:40],
)
def test_forged_address_opens_nothing(world: World, token: str) -> None:
    """Neither a guess, nor another secret's, generation's or team's."""
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL, managers=frozenset([ANNA]))
    world.with_team(other)
    assert calendars.subscribed(served(world), token) is None


def test_each_team_has_an_address_of_its_own(world: World) -> None:
    """Replacing one team's leaves the other's alone."""
    other = replace(team(), id="team-blaklinten", channel=OTHER_CHANNEL)
    world.with_team(other)
    calendars.renew(served(world), world.request(), TEAM, 0)
    found = calendars.subscribed(served(world), FEED.token(other.id, 0))
    assert found is not None
    assert world.look(lambda tx: tx.teams.at(TENANT, CHANNEL)).calendar_generation == 1  # type: ignore[union-attr]


def test_without_the_web_no_address_opens_anything(world: World) -> None:
    """What is turned off is off."""
    assert calendars.subscribed(served(world, None), FEED.token(TEAM, 0)) is None


def test_missed_occasion_stays(world: World) -> None:
    """It was in people's calendars, and may still be held or moved."""
    plan = planned(world)
    march(world, 3, "12:00")
    assert occasions_of(world, plan)[0].state is OccasionState.MISSED
    assert events(world)[0].status == "confirmed"
