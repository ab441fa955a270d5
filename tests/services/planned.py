"""Plans for the tests: made, walked through in local time, and looked at in the chat."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.draft import Draft
from bot.domain.plan import GRACE, Occasion, OccasionState, Opening, Plan, themes_ahead
from bot.domain.programme import ThemeRef
from bot.domain.recurrence import Breaks, Weekday, Weekly
from bot.domain.session import Session
from bot.services import agenda, planning
from bot.views.model import Board, Note, Sheet
from tests.services.people import CHANNEL, KARIN, OMAR, PROGRAMMES, team
from tests.services.world import FixedCatalogue, World

THEMES = tuple(
    ThemeRef(programme=programme.id, theme=theme.id)
    for programme in PROGRAMMES
    for theme in programme.themes
)
"""tema1, tema2, tema3, tema7 and the workshop: a theme for each of five Tuesdays in March."""

TEMA1, TEMA2, TEMA3, TEMA7, WORKSHOP = THEMES
ONE = (TEMA1,)
NINE = time(9)
TEAM = team().id

PLANNED, ASKED, HELD = OccasionState.PLANNED, OccasionState.ASKED, OccasionState.HELD
MISSED, SKIPPED = OccasionState.MISSED, OccasionState.SKIPPED
GRACE_MINUTES = int(GRACE.total_seconds() / 60)


def draft(**changes: object) -> Draft:
    """Every Tuesday at nine from 3 March 2026, announced the day before, asked about."""
    given: dict[str, object] = {
        "themes": THEMES,
        "recurrence": Weekly(Weekday.TUESDAY),
        "first": date(2026, 3, 3),
        "at": NINE,
        "breaks": Breaks(),
        "announce_days": 1,
        "opening": Opening.ASK,
    }
    return Draft(**{**given, **changes})  # type: ignore[arg-type]


def once(day: date, at: time = NINE, **changes: object) -> Draft:
    """Return a single occasion."""
    return draft(**{"themes": ONE, "recurrence": None, "first": day, "at": at, **changes})


def auto(**changes: object) -> Draft:
    """Return the Tuesdays, that begin by themselves."""
    return draft(**{"opening": Opening.AUTO, **changes})


def planned(world: World, wanted: Draft | None = None) -> Plan:
    """Make the plan as the manager, and let what is due at once happen."""
    plan = planning.save(world.deps, world.request(), TEAM, wanted or draft())
    world.work()
    return plan


def moment(month: int, day: int, at: str, zone: str = "Europe/Stockholm") -> datetime:
    """Return the moment, in UTC, of a time in 2026."""
    hour, minute = map(int, at.split(":"))
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def march(world: World, day: int, at: str) -> None:
    """Let the bot sleep until a time in Stockholm that day, and do then what is due."""
    world.clock.at = moment(3, day, at)
    world.work()


def occasions_of(world: World, plan: Plan) -> tuple[Occasion, ...]:
    """Return the occasions by day."""
    return world.look(lambda tx: tx.occasions.of_plan(plan.id))


def skip(world: World, plan: Plan, number: int = 0) -> None:
    """Skip the occasion of that number, from 0 and by day, as the manager."""
    planning.skip(world.deps, world.request(), occasions_of(world, plan)[number].id)


def move(world: World, plan: Plan, day: date, number: int = 0, at: time = NINE) -> None:
    """Give the occasion of that number another day, as the manager."""
    occasion = occasions_of(world, plan)[number]
    planning.change(world.deps, world.request(), occasion.id, day, at, None)


def choose(world: World, plan: Plan, number: int, theme: ThemeRef) -> None:
    """Give the occasion of that number a theme of its own, as the manager."""
    occasion = occasions_of(world, plan)[number]
    request = world.request()
    planning.change(world.deps, request, occasion.id, occasion.day, occasion.at, theme)


def states(world: World, plan: Plan) -> list[OccasionState]:
    """Return how each occasion stands, by day."""
    return [each.state for each in occasions_of(world, plan)]


def running(world: World) -> Session:
    """Return the dialogue that goes on."""
    session = world.look(lambda tx: tx.sessions.active(TEAM))
    assert session is not None
    return session


def announced(world: World) -> list[Sheet]:
    """Return the announcements that stand in the channel."""
    return [view for view in world.shown() if isinstance(view, Sheet)]


def boards(world: World) -> list[Board]:
    """Return the dialogues that were shown in the channel."""
    return [view for view in world.shown(CHANNEL) if isinstance(view, Board)]


def asked(world: World, user: str = OMAR.user) -> list[Note]:
    """Return the questions to somebody whether to open."""
    return [view for view in world.shown(user) if isinstance(view, Note)]


def reports(world: World, user: str = KARIN.user) -> list[Sheet]:
    """Return what somebody was told of occasions that did not come about."""
    return [view for view in world.shown(user) if isinstance(view, Sheet)]


def posted(world: World, kind: str) -> list[str]:
    """Return the keys of the messages of a kind that were posted, each as often as it was."""
    world.work()
    keys = [about for method, about in world.platform.calls if method == "post"]
    return [key for key in keys if key.startswith(f"{kind}/")]


def text_of(sheet: Sheet) -> str:
    """Return all words of a sheet."""
    parts = [each for part in sheet.parts for each in (part.heading, part.text, *part.lines)]
    return " ".join([sheet.title, sheet.intro, *parts, sheet.footer])


def without(theme: str) -> FixedCatalogue:
    """Return the files with one theme less."""
    return FixedCatalogue(
        tuple(
            each.model_copy(update={"themes": tuple(t for t in each.themes if t.id != theme)})
            for each in PROGRAMMES
        )
    )


def queue(world: World, plan: Plan) -> dict[date, ThemeRef]:
    """Return the themes ahead by day."""
    every = occasions_of(world, plan)
    out = world.look(lambda tx: agenda.themes_out(tx, world.deps, plan))
    ahead = themes_ahead(plan, every, out)
    return {each.day: ahead[each.id] for each in every if each.id in ahead}


def hold_next(world: World, plan: Plan) -> ThemeRef:
    """Let the next planned occasion begin by itself and end, and return its theme."""
    world.clock.at = min(each.starts_at for each in occasions_of(world, plan) if each.ahead)
    world.work()
    theme = running(world).theme
    world.stop()
    return theme
