"""The plan of the year made true: new, changed and removed entries, and teams that come later."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.draft import Draft
from bot.domain.plan import Occasion, OccasionState, Plan
from bot.domain.recurrence import Breaks, Weekday, Weekly
from bot.domain.yearplan import Entry
from bot.errors import PlanFromFile
from bot.services import occasions, planning, year, yearfile
from bot.services.yearfile import VANISHED, YearKeeper
from bot.views.actions import Action
from tests.services.conftest import NewWorld
from tests.services.people import KARIN, team
from tests.services.planned import (
    NINE,
    TEAM,
    TEMA1,
    THEMES,
    announced,
    draft,
    march,
    occasions_of,
    once,
    planned,
    states,
    text_of,
)
from tests.services.world import World

NAME = team().name
TUESDAYS = tuple(date(2026, 3, day) for day in (3, 10, 17, 24, 31))


def entry(name: str = "kvarten/1", team_name: str = NAME, **changes: object) -> Entry:
    """Every Tuesday of the year at nine."""
    return Entry(team_name, name, draft(**{"until": date(2026, 12, 31), **changes}))


@dataclass
class Year:
    """A plan of the year that the test writes; mirrors `bot.ports.YearPlan`."""

    said: tuple[Entry, ...] | None = None

    def entries(self) -> tuple[Entry, ...] | None:
        """Return what the test wrote."""
        return self.said


@dataclass
class Keeping:
    """A world with a keeper that looks at what the test writes."""

    world: World
    file: Year = field(default_factory=Year)

    def __post_init__(self) -> None:
        self.keeper = YearKeeper(self.world.deps, self.file, KARIN.tenant)

    def write(self, *entries: Entry) -> None:
        """Save the file, and let all that follows happen."""
        self.file.said = entries
        self.look()

    def look(self) -> None:
        """Look once, and let all that follows happen."""
        assert self.keeper.look() == 0
        self.world.work()

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The team's plans."""
        return self.world.look(lambda tx: tx.plans.of_team(TEAM))

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """The occasions of the only plan."""
        (plan,) = self.plans
        return occasions_of(self.world, plan)

    @property
    def days(self) -> list[date]:
        """The days on which something is still to be held."""
        return [each.day for each in self.occasions if each.ahead]


@pytest.fixture
def keeping(world: World) -> Keeping:
    """A team, on Monday 2 March 2026 at noon UTC, and no file yet."""
    return Keeping(world)


# --- new ----------------------------------------------------------------------------------


def test_an_entry_becomes_a_plan(keeping: Keeping) -> None:
    """With its days, themes, and the announcement of the first."""
    keeping.write(entry())
    assert keeping.days == list(TUESDAYS)
    assert keeping.plans[0].themes == THEMES
    assert "tisdag 3 mars kl 09:00" in announced(keeping.world)[0].title


def test_the_same_again_changes_nothing(keeping: Keeping) -> None:
    """However often it is looked, saved, or the bot started: not one row is another."""
    keeping.write(entry())
    before = (keeping.plans, keeping.occasions, len(keeping.world.platform.calls))
    for _ in range(3):
        keeping.write(entry())
    Keeping(keeping.world, keeping.file).look()
    assert (keeping.plans, keeping.occasions, len(keeping.world.platform.calls)) == before


def test_a_series_that_began_earlier_goes_on_in_its_rhythm(keeping: Keeping) -> None:
    """Every other Tuesday from January keeps its weeks, whenever the file is read."""
    first = date(2026, 1, 6)
    keeping.write(entry(first=first, recurrence=Weekly(Weekday.TUESDAY, 2)))
    assert keeping.days[0] == date(2026, 3, 3)
    assert all((day - first).days % 14 == 0 for day in keeping.days)
    assert len(keeping.days) == len(THEMES)


def test_what_is_over_is_not_planned(keeping: Keeping) -> None:
    """A single day that has passed, and a year that is over, leave no plan."""
    keeping.write(
        Entry(NAME, "kvarten/1", once(date(2026, 3, 1), until=date(2026, 3, 1))),
        entry("kvarten/2", first=date(2025, 1, 1), until=date(2025, 12, 31)),
    )
    assert keeping.plans == ()


def test_other_teams_are_left_alone(keeping: Keeping) -> None:
    """An entry is for the team whose channel has its name, in whatever case."""
    keeping.write(entry(team_name="koket"))
    assert keeping.plans == ()
    keeping.write(entry(team_name=NAME.upper()))
    assert len(keeping.plans) == 1


def test_a_team_that_is_set_up_later_gets_its_plan_then(bare: World) -> None:
    """Not before, and from then on."""
    keeping = Keeping(bare)
    keeping.write(entry())
    assert keeping.plans == ()
    march(bare.with_team(), 12, "12:00")
    keeping.look()
    assert keeping.days == [day + timedelta(14) for day in TUESDAYS]


def test_plans_of_the_chat_stay(keeping: Keeping) -> None:
    """The file adds to what a team has planned itself, and takes none of it."""
    own = planned(keeping.world, once(date(2026, 4, 1)))
    keeping.write(entry())
    assert {plan.id for plan in keeping.plans} > {own.id}
    keeping.write(entry("kvarten/2", team_name="koket"))
    assert [plan.id for plan in keeping.plans] == [own.id]


# --- changed ------------------------------------------------------------------------------


def test_a_new_time_moves_what_is_ahead_and_edits_the_announcement(keeping: Keeping) -> None:
    """One message in the channel, that says the new time."""
    keeping.write(entry())
    keeping.write(entry(at=time(13, 30)))
    assert {each.at for each in keeping.occasions} == {time(13, 30)}
    (message,) = announced(keeping.world)
    assert "kl 13:30" in message.title
    assert len([1 for method, _ in keeping.world.platform.calls if method == "post"]) == 1
    march(keeping.world, 3, "13:31")
    assert states(keeping.world, keeping.plans[0])[0] is OccasionState.ASKED


def test_what_was_held_stays_and_its_theme_does_not_come_again(keeping: Keeping) -> None:
    """The rest is planned anew, with the themes that are left."""
    keeping.write(entry())
    march(keeping.world, 3, "09:00")
    held = keeping.occasions[0]
    keeping.world.begun(occasions.open_now(keeping.world.deps, keeping.world.request(), held.id))
    keeping.world.stop()
    keeping.world.later(hours=1)
    keeping.write(entry(recurrence=Weekly(Weekday.THURSDAY)))
    assert keeping.occasions[0].state is OccasionState.HELD
    assert keeping.occasions[0].theme == TEMA1
    assert keeping.days == [date(2026, 3, day) for day in (5, 12, 19, 26)]


def test_an_announced_day_that_is_no_more_is_called_off(keeping: Keeping) -> None:
    """The message in the channel says so; in the plan it leaves no trace."""
    keeping.write(entry())
    keeping.write(entry(recurrence=Weekly(Weekday.THURSDAY)))
    assert all(day.weekday() == Weekday.THURSDAY for day in keeping.days)
    assert len(keeping.occasions) == len(THEMES)
    assert any("Inställd." in text_of(each) for each in announced(keeping.world))


def test_moved_and_skipped_ones_survive_a_reload_and_not_a_change(keeping: Keeping) -> None:
    """What a team has changed itself holds until its entry is written anew."""
    keeping.write(entry())
    deps, request = keeping.world.deps, keeping.world.request
    first, second = keeping.occasions[:2]
    planning.change(deps, request(), first.id, date(2026, 3, 4), time(10), THEMES[2])
    planning.skip(deps, request(), second.id)
    mine = keeping.occasions
    keeping.write(entry(), entry(team_name="koket"))
    Keeping(keeping.world, keeping.file).look()
    assert keeping.occasions == mine
    keeping.write(entry(announce_days=2))
    assert keeping.days == list(TUESDAYS)
    assert {each.theme for each in keeping.occasions} == {None}
    planning.skip(deps, request(), keeping.occasions[0].id)
    keeping.write(entry(recurrence=Weekly(Weekday.THURSDAY)))
    assert len(keeping.occasions) == len(THEMES)


def test_a_question_that_stands_is_not_taken_back(keeping: Keeping) -> None:
    """Those who are asked at this moment whether to open can still open."""
    keeping.write(entry())
    march(keeping.world, 3, "09:00")
    keeping.write(entry(at=time(13)))
    asked = keeping.occasions[0]
    assert (asked.state, asked.at) == (OccasionState.ASKED, NINE)
    assert len(keeping.days) == len(THEMES)
    keeping.world.begun(occasions.open_now(keeping.world.deps, keeping.world.request(), asked.id))


def test_a_count_counts_what_was_held(keeping: Keeping) -> None:
    """Three times is three times, also when the file is changed after the first."""
    keeping.write(entry(count=3))
    march(keeping.world, 3, "09:00")
    held = keeping.occasions[0]
    keeping.world.begun(occasions.open_now(keeping.world.deps, keeping.world.request(), held.id))
    keeping.world.stop()
    keeping.write(entry(count=3, at=time(13)))
    assert keeping.days == list(TUESDAYS[1:3])


def test_a_paused_plan_stays_paused(keeping: Keeping) -> None:
    """Who has paused it starts it again."""
    keeping.write(entry())
    planning.pause(keeping.world.deps, keeping.world.request(), TEAM)
    keeping.write(entry(at=time(13)))
    assert keeping.plans[0].paused


# --- removed ------------------------------------------------------------------------------


def test_a_removed_entry_takes_its_plan_along(keeping: Keeping) -> None:
    """And what was announced is called off; other entries stay."""
    keeping.write(entry(), entry("extra/1", recurrence=Weekly(Weekday.FRIDAY)))
    keeping.write(entry("extra/1", recurrence=Weekly(Weekday.FRIDAY)))
    (plan,) = keeping.plans
    assert plan.recurrence == Weekly(Weekday.FRIDAY)
    assert any("Inställd." in text_of(each) for each in announced(keeping.world))


def test_a_file_that_vanishes_is_waited_for(keeping: Keeping) -> None:
    """An editor that saves in two steps takes nobody's plan; one that stays away does."""
    keeping.write(entry())
    keeping.write()
    assert keeping.plans
    keeping.write(entry())
    keeping.world.clock.pass_by(seconds=VANISHED.total_seconds())
    keeping.write()
    assert keeping.plans
    keeping.world.clock.pass_by(seconds=VANISHED.total_seconds())
    keeping.look()
    assert keeping.plans == ()


def test_a_file_that_can_not_be_read_changes_nothing(keeping: Keeping) -> None:
    """What it says is not known, and that is not nothing."""
    keeping.write(entry())
    keeping.file.said = None
    keeping.world.clock.pass_by(seconds=3600)
    keeping.look()
    assert len(keeping.plans) == 1


# --- in the chat --------------------------------------------------------------------------


def test_the_page_says_where_the_plan_comes_from(keeping: Keeping) -> None:
    """It can be changed one by one and paused there, and not be removed."""
    keeping.write(entry())
    request = keeping.world.request
    page = year.page(keeping.world.deps, request())
    assert "årshjul" in page.intro
    actions = {button.action for button in page.buttons}
    assert Action.PLAN_DROP not in actions
    assert Action.PLAN_PAUSE in actions
    with pytest.raises(PlanFromFile):
        planning.drop(keeping.world.deps, request(), keeping.plans[0].id)
    own = planned(keeping.world, once(date(2026, 4, 1)))
    page = year.page(keeping.world.deps, request())
    assert [b.value for b in page.buttons if b.action == Action.PLAN_DROP] == [own.id]


# --- any history --------------------------------------------------------------------------

DRAFTS = st.builds(
    lambda day, at, every, count: draft(
        recurrence=Weekly(Weekday(day), every),
        first=date(2026, 1, 5),
        at=time(at),
        count=count,
        until=date(2026, 12, 31),
        breaks=Breaks(weeks=frozenset({12})),
    ),
    st.integers(0, 4),
    st.sampled_from([8, 9, 13]),
    st.integers(1, 2),
    st.none() | st.integers(1, 4),
)
FILES = st.none() | st.dictionaries(st.sampled_from(["kvarten/1", "extra/1"]), DRAFTS, max_size=2)
STEPS = st.lists(st.tuples(FILES, st.integers(0, 200), st.booleans()), min_size=1, max_size=6)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_history_ends_as_the_last_file_says(
    make_world: NewWorld, steps: list[tuple[dict[str, Draft] | None, int, bool]]
) -> None:
    """Whatever was written, and whenever: the plans are those of the last good file.

    Nothing that was held is lost, no day is taken twice, and nothing is left over that would
    happen at an occasion that is gone.
    """
    keeping = Keeping(make_world().with_team())
    world, held, last = keeping.world, set[str](), dict[str, Draft]()
    for file, hours, opens in steps:
        if file is not None:
            last = file
        written = None if file is None else tuple(Entry(NAME, *each) for each in file.items())
        keeping.file.said = written
        keeping.look()
        world.clock.pass_by(seconds=VANISHED.total_seconds())
        keeping.look()
        world.later(hours=hours)
        held |= _open_what_is_asked(world) if opens else set()
    keeping.look()
    plans = {plan.source: plan for plan in keeping.plans}
    assert plans.keys() <= {Entry(NAME, *each).source for each in last.items()}
    for plan in plans.values():
        every = occasions_of(world, plan)
        assert len({each.slot for each in every}) == len(every)
        assert all(each.at == plan.at for each in every if each.starts_at > world.clock.now())
    for id in held:
        found = world.look(lambda tx, id=id: tx.occasions.get(id))  # type: ignore[misc]
        assert found is not None
        assert found.state is OccasionState.HELD


def _open_what_is_asked(world: World) -> set[str]:
    """Open what those who lead are asked about, as the manager; return what was opened."""
    asked = [
        each
        for plan in world.look(lambda tx: tx.plans.of_team(TEAM))
        for each in occasions_of(world, plan)
        if each.state is OccasionState.ASKED
    ]
    for each in asked[:1]:
        world.begun(occasions.open_now(world.deps, world.request(), each.id))
        world.stop()
    return {each.id for each in asked[:1]}


def test_an_entry_that_asks_for_the_same_has_the_same_source() -> None:
    """The positive control: another time is another source."""
    assert entry().source == entry().source
    assert replace(entry(), name="x/1").source != entry().source
    assert entry(at=time(10)).source != entry().source


def test_apply_tells_whether_anything_changed(keeping: Keeping) -> None:
    """So that those who wait are woken, and else not."""
    assert yearfile.apply(keeping.world.deps, TEAM, (entry(),))
    assert not yearfile.apply(keeping.world.deps, TEAM, (entry(),))
    assert not yearfile.apply(keeping.world.deps, "gurka", (entry(),))
