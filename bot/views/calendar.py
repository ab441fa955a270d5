"""A team's plan for people's own calendars, and the page that tells how to get it there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.people import Team
from bot.domain.plan import Occasion, OccasionState, Opening, Plan
from bot.domain.programme import Theme
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.model import (
    Button,
    CalendarEvent,
    Confirm,
    Note,
    Sheet,
    SheetPart,
    TeamCalendar,
)
from bot.views.names import channel_name, in_file_name

USUAL_MINUTES = 15
"""How long an occasion is whose theme is not known yet."""


@dataclass(frozen=True)
class Contents:
    """What a calendar holds. `plans` are by id, `themes` by the occasions' ids."""

    occasions: Sequence[Occasion]
    plans: Mapping[str, Plan]
    themes: Mapping[str, Theme]


def team_calendar(team: Team, contents: Contents, w: Words) -> TeamCalendar:
    """Return the calendar. Nothing in it is about a person: whoever has it may show it around."""
    return TeamCalendar(
        name=w("calendar-name", team=channel_name(team.name)),
        file=f"apt-{in_file_name(team.name)}",
        timezone=team.timezone,
        events=tuple(
            _event(each, contents.plans.get(each.plan_id), contents.themes.get(each.id), team, w)
            for each in contents.occasions
        ),
    )


def page(team: Team, address: str, planned: int, leads: bool, w: Words) -> Sheet:
    """Return how to get the plan into one's calendar. `address` is empty where there is none."""
    return Sheet(
        title=w("calendar-title", team=channel_name(team.name)),
        intro=w("calendar-intro", count=planned),
        parts=(*_subscribing(address, w), *_as_file(planned, w)),
        buttons=_buttons(team, address, leads, w),
        footer=w("calendar-footer") if address else "",
    )


def sent(w: Words) -> Note:
    """Say that the file is there."""
    return Note(text=w("calendar-sent"))


def not_sent(w: Words) -> Note:
    """Say that the file did not go."""
    return Note(text=w("calendar-not-sent"))


def greeting(w: Words) -> str:
    """Return what stands with the file."""
    return w("calendar-file")


def _event(
    occasion: Occasion, plan: Plan | None, theme: Theme | None, team: Team, w: Words
) -> CalendarEvent:
    paused = plan is not None and plan.paused and occasion.ahead
    skipped = occasion.state is OccasionState.SKIPPED
    return CalendarEvent(
        id=occasion.id,
        revision=occasion.revision,
        starts_at=occasion.starts_at,
        minutes=theme.length if theme else USUAL_MINUTES,
        title=w("calendar-called-off") if skipped else _title(theme, w),
        text="\n\n".join(filter(None, _texts(occasion, plan, theme, team, w))),
        status="cancelled" if skipped else "tentative" if paused else "confirmed",
    )


def _title(theme: Theme | None, w: Words) -> str:
    return w("calendar-event", title=theme_title(theme, w) if theme else w("plan-no-theme"))


def _texts(
    occasion: Occasion, plan: Plan | None, theme: Theme | None, team: Team, w: Words
) -> tuple[str, ...]:
    why = theme.why.get(w.language) if theme else ""
    if occasion.state is OccasionState.SKIPPED:
        return (w("plan-state-skipped"),)
    if plan is None or not occasion.ahead:
        return (why,)
    if plan.paused:
        return why, w("plan-state-paused")
    alone = plan.opening is Opening.AUTO
    channel = channel_name(team.name)
    return why, w("calendar-starts-auto" if alone else "calendar-starts-ask", channel=channel)


def _subscribing(address: str, w: Words) -> tuple[SheetPart, ...]:
    heading = w("calendar-subscribe")
    if not address:
        return (SheetPart(heading=heading, text=w("calendar-no-link")),)
    ways = (
        w("calendar-in-outlook"),
        w("calendar-in-google"),
        w("calendar-in-iphone"),
        w("calendar-webcal", scheme=address.partition("//")[0]),
    )
    link = SheetPart(heading=heading, text=w("calendar-subscribe-text"), link=address)
    return link, SheetPart(lines=ways)


def _as_file(planned: int, w: Words) -> tuple[SheetPart, ...]:
    if not planned:
        return ()
    send = Button(action=Action.CALENDAR_FILE, label=w("calendar-send"))
    part = SheetPart(
        heading=w("calendar-as-file"), text=w("calendar-as-file-text"), buttons=(send,)
    )
    return (part,)


def _buttons(team: Team, address: str, leads: bool, w: Words) -> tuple[Button, ...]:
    back = Button(action=Action.PLAN, label=w("calendar-back"))
    if not address or not leads:
        return (back,)
    renew = Button(
        action=Action.CALENDAR_RENEW,
        label=w("calendar-renew"),
        value=f"{team.id} {team.calendar_generation}",
        confirm=Confirm(
            title=w("calendar-renew-title"),
            text=w("calendar-renew-text"),
            yes=w("calendar-renew-yes"),
            no=w("calendar-renew-no"),
        ),
    )
    return back, renew
