"""The reminder of a box that is open after the dialogue, the same for everybody."""

from __future__ import annotations

from bot.domain.people import Team
from bot.domain.programme import Theme
from bot.domain.round import Round
from bot.locales import Words
from bot.views.actions import Action
from bot.views.board import theme_title
from bot.views.buttons import privacy_button
from bot.views.model import Button, Sheet, SheetPart
from bot.views.names import channel_name
from bot.views.window import until

ON, OFF = "on", "off"
"""What is wanted of reminders, as buttons carry it."""


def reminder(round: Round, theme: Theme, team: Team, w: Words, *, quiet: bool) -> Sheet:
    """Return the reminder. `quiet` is for one who has just turned reminders off."""
    title = theme_title(theme, w)
    text = w("window-remind-text", title=title, team=channel_name(team.name))
    return Sheet(
        title=w("window-remind-title", until=until(round, team.timezone, w)),
        parts=(SheetPart(text=text), *_quiet(w, quiet=quiet)),
        buttons=(
            Button(action=Action.ANSWER, label=w("board-answer"), value=round.id, style="primary"),
            privacy_button(round.id, w),
            switch_button(round.id, w, quiet=quiet),
        ),
        footer=w("window-remind-all"),
    )


def closed(round_id: str, w: Words, *, quiet: bool) -> Sheet:
    """Return what becomes of the reminder once its box is closed and something is pressed."""
    return Sheet(
        title=w("window-remind-closed-title"),
        parts=(SheetPart(text=w("window-remind-closed")), *_quiet(w, quiet=quiet)),
        buttons=(switch_button(round_id, w, quiet=quiet),),
    )


def switch_button(round_id: str, w: Words, *, quiet: bool) -> Button:
    """Return the way to turn reminders on or off; `round_id` is empty in the home."""
    return Button(
        action=Action.REMINDERS,
        label=w("window-remind-on" if quiet else "window-remind-off"),
        value=f"{ON if quiet else OFF} {round_id}".strip(),
    )


def _quiet(w: Words, *, quiet: bool) -> tuple[SheetPart, ...]:
    return (SheetPart(text=w("window-remind-quiet")),) if quiet else ()
