"""What is said of a team's box that is open after the dialogue, and how its manager sets that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.people import Team
from bot.domain.round import POOL_OPEN_FOR, Round, RoundState
from bot.domain.session import Session
from bot.locales import Words
from bot.views.actions import Action
from bot.views.buttons import privacy_button
from bot.views.model import Button, Menu, Moment
from bot.views.names import channel_name
from bot.views.quarters import closing_day
from bot.views.times import date_in_words

OFFERED = (None, 0, 1, 2, 3, 5, 7, 10, 14)
"""The choices of the team's page: until the dialogue is over, the same day, or so many days."""

WITH_DIALOGUE = "none"
"""Stands in a button for a box that is closed with its dialogue."""


@dataclass(frozen=True)
class OpenBox:
    """A box that can be answered in now, with what is said of it. `team` is its name."""

    round: Round
    title: str
    team: str
    timezone: str


def in_words(at: datetime, timezone: str, w: Words) -> str:
    """Return the moment as the team's clock and calendar say it: fredag 5 mars kl 18:00."""
    local = at.astimezone(ZoneInfo(timezone))
    return w(
        "window-moment",
        weekday=local.isoweekday(),
        date=date_in_words(at, timezone, w),
        time=local.strftime("%H:%M"),
    )


def until(round: Round, timezone: str, w: Words) -> str:
    """Return when the box of a team is closed after the dialogue; empty if it is not so.

    Of a rolling survey it is the end of the quarter, at the earliest.
    """
    if round.rolling:
        return w("survey-until", date=closing_day(round, w))
    if not round.windowed or round.closes_at is None:
        return ""
    return in_words(round.closes_at, timezone, w)


def open_after(session: Session, round: Round) -> bool:
    """Whether the dialogue is over and its team's box is open still."""
    return session.over and round.windowed and round.state is RoundState.OPEN


def answer_by(round: Round, team: Team, w: Words) -> Moment | None:
    """Return until when there is time to answer, for the dialogue's message."""
    if not round.windowed or round.closes_at is None:
        return None
    return Moment(at=round.closes_at, text=in_words(round.closes_at, team.timezone, w))


def team_line(team: Team, w: Words, *, pooled: bool) -> str:
    """Return what the team's page says about how long its boxes are open."""
    if pooled:
        return w("window-team-pooled", days=POOL_OPEN_FOR.days)
    if team.answer_days is None:
        return w("window-team-none")
    if team.answer_days == 0:
        return w("window-team-same")
    return w("window-team-days", days=team.answer_days)


def choose_button(team: Team, w: Words) -> Button:
    """Return the way to the choices."""
    return Button(action=Action.WINDOW, label=w("window-choose"), value=team.id)


def choices(team: Team, w: Words) -> Menu:
    """Return the choices for a team's manager, but for the one that holds."""
    return Menu(
        title=w("window-title"),
        lines=(
            team_line(team, w, pooled=False),
            w("window-intro"),
            w("window-alone"),
            w("window-from-next"),
        ),
        buttons=tuple(_choice(team, days, w) for days in OFFERED if days != team.answer_days),
    )


def box_lines(boxes: Iterable[OpenBox], w: Words) -> tuple[str, ...]:
    """Return what the menu says of the boxes that are open."""
    return tuple(_box_line(box, w) for box in boxes)


def own_lines(boxes: Iterable[OpenBox], w: Words) -> tuple[str, ...]:
    """Return the same for one who may be in several teams."""
    return tuple(
        w(
            "window-box-in",
            until=until(box.round, box.timezone, w),
            team=channel_name(box.team),
            title=box.title,
        )
        for box in boxes
    )


def box_buttons(boxes: Sequence[OpenBox], w: Words) -> tuple[Button, ...]:
    """Return the ways to answer in the boxes, each with how answers are protected in it."""
    return tuple(button for box in boxes for button in (_answer(box, w), _protected(box, w)))


def _choice(team: Team, days: int | None, w: Words) -> Button:
    return Button(
        action=Action.WINDOW_SET,
        label=_choice_label(days, w),
        value=f"{team.id} {WITH_DIALOGUE if days is None else days}",
    )


def _choice_label(days: int | None, w: Words) -> str:
    if days is None:
        return w("window-set-none")
    return w("window-set-days", days=days) if days else w("window-set-same")


def _box_line(box: OpenBox, w: Words) -> str:
    if not box.round.pooled:
        return w("window-box", until=until(box.round, box.timezone, w), title=box.title)
    closes_at = box.round.closes_at
    day = date_in_words(closes_at, box.timezone, w) if closes_at else ""
    return w("window-box-pool", until=day, title=box.title)


def _answer(box: OpenBox, w: Words) -> Button:
    label = w("window-answer-one", title=box.title)
    return Button(action=Action.ANSWER, label=label, value=box.round.id, style="primary")


def _protected(box: OpenBox, w: Words) -> Button:
    return privacy_button(box.round.id, w)
