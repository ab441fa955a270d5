"""A team whose box stays open after the dialogue, over the wire, in a week without holidays."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.almanac import swedish_holiday
from bot.workspace import visible_text
from tests.e2e.places import MANAGER, TEAM
from tests.e2e.reading import Json, ephemerals, of_kind
from tests.e2e.stage import Stage
from tests.e2e.test_pools import save_team

STOCKHOLM = ZoneInfo("Europe/Stockholm")
CHOICE = "Till dagen efter"
LENGTH = 15
"""Minutes of a dialogue that runs by the clock."""


def monday(stage: Stage) -> None:
    """Let time pass until nine on a Monday after which two days are working days."""
    day = stage.clock.now().astimezone(STOCKHOLM).date() + timedelta(days=1)
    while day.weekday() or any(swedish_holiday(day + timedelta(days=n)) for n in range(3)):
        day += timedelta(days=1)
    _go_to(stage, datetime(day.year, day.month, day.day, 9, tzinfo=STOCKHOLM))


def next_day(stage: Stage, hour: int, minute: int = 0) -> None:
    """Let time pass until this hour of the next day, by the team's clock."""
    tomorrow = stage.clock.now().astimezone(STOCKHOLM) + timedelta(days=1)
    _go_to(stage, tomorrow.replace(hour=hour, minute=minute, second=0, microsecond=0))


def same_day(stage: Stage, hour: int, minute: int = 0) -> None:
    """Let time pass until this hour of this day, by the team's clock."""
    today = stage.clock.now().astimezone(STOCKHOLM)
    _go_to(stage, today.replace(hour=hour, minute=minute, second=0, microsecond=0))


def choose_window(stage: Stage, label: str = CHOICE) -> Json:
    """Set the team up and choose how long its boxes are open; return the team's page."""
    save_team(stage, MANAGER, TEAM)
    karin = stage.karin
    assert karin.command(TEAM, "/apt lag").ok
    assert karin.press(ephemerals(karin, TEAM)[-1], "Ändra svarstiden").ok
    choices = karin.wait_for_message(TEAM, "Hur länge kan ni svara?")
    assert karin.press(choices, label).ok
    return karin.wait_for_message(TEAM, "Lådan är öppen för svar till kl 18, en dag")


def hold(stage: Stage) -> Json:
    """Hold a dialogue by the clock to its end; return its message, which can be answered in."""
    before = len(of_kind(stage.karin, TEAM, "board"))
    stage.ask(MANAGER, "/apt start tema3")
    stage.wait(lambda: len(of_kind(stage.karin, TEAM, "board")) > before, "no dialogue")
    stage.advance(minutes=LENGTH)
    stage.settle()
    return stage.board(words="fortfarande öppen")


def reminder(stage: Stage, user: str) -> Json:
    """Wait for the person's reminder and return it."""
    person = stage.person(user)
    found = stage.wait(lambda: of_kind(person, person.direct, "remind"), f"{user} is not reminded")
    return found[-1]


def reminded(stage: Stage, *users: str) -> dict[str, str]:
    """Return what the reminders of these people say, of those who have one."""
    stage.settle()
    people = {user: stage.person(user) for user in users}
    found = {user: of_kind(person, person.direct, "remind") for user, person in people.items()}
    return {user: visible_text(messages[-1]) for user, messages in found.items() if messages}


def _go_to(stage: Stage, when: datetime) -> None:
    stage.advance(seconds=(when - stage.clock.now()).total_seconds())
    if stage.bot is not None:
        stage.settle()
