"""What stands in a file as the chat will show it, in a made-up team.

The views and the blocks are those of the bot itself; only the team, the clock and the answers are
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.people import PersonKey, Team
from bot.domain.programme import Deck, Mirror, Programme, Script, Theme
from bot.domain.round import Round
from bot.domain.session import begin, next_step, plan
from bot.locales import Words
from bot.preview.material import deck_scenes, mirror_scenes
from bot.preview.scene import BOT, Json, form, message
from bot.views.answer import answer_form
from bot.views.board import board, step_name
from bot.views.programmes import preview
from bot.views.sample import example

_MANAGER: Final = PersonKey("slack", "T0", "U0CHEF")
_LEADER: Final = PersonKey("slack", "T0", "U0LEDARE")
_START: Final = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
"""Nine in the morning in Sweden, on a day like any other."""

_TIMEZONE: Final = "Europe/Stockholm"

_INVITED: Final = 14
"""So many that everything is shown, and fewer than anybody would count."""

_QUOTES: Final = 10


def scenes(programme: Programme, item: Theme | Deck | Mirror, w: Words) -> Iterator[Json]:
    """Yield what is shown, in order: each a heading with a message, or with a form."""
    if isinstance(item, Theme):
        return _theme_scenes(programme, item, w)
    if isinstance(item, Deck):
        return deck_scenes(programme, item, w, _START)
    return mirror_scenes(programme, item, w, _START, _TIMEZONE)


def people(w: Words) -> list[Json]:
    """Return those who are mentioned."""
    return [
        {"id": BOT, "name": "apt", "real_name": "APT", "is_bot": True},
        {"id": _MANAGER.user, "name": "chef", "real_name": w("role-manager")},
        {"id": _LEADER.user, "name": "ledare", "real_name": w("role-facilitators")},
    ]


def _theme_scenes(programme: Programme, theme: Theme, w: Words) -> Iterator[Json]:
    """Yield a theme from the first look to the summary."""
    script = Script.of(programme, theme)
    team, round = _team(w), _round(script)
    look = preview(script.ref, theme, True, w)
    yield message("before", w("preview-before"), look, _START, private=True)
    session = begin(plan("preview", team.id, script, _LEADER, _START), round.id, _START)
    now = _START
    for index, step in enumerate(theme.steps):
        heading = w(
            "preview-step", number=index + 1, count=len(theme.steps), name=step_name(step, w)
        )
        view = board(session, round, theme, team, (), w)
        yield message(f"step-{index}", heading, view, now)
        now += timedelta(minutes=step.minutes)
        session = next_step(session, now)
    yield message("over", w("preview-over"), board(session, round, theme, team, (), w), now)
    if theme.questions:
        asked = answer_form(round, script, None, team.timezone, w)
        yield form("form", w("preview-form"), asked)
        result = example(round, script, w).summary
        yield message("summary", w("preview-summary"), result, now, private=True)


def _team(w: Words) -> Team:
    return Team(
        id="preview",
        platform="slack",
        tenant="T0",
        channel="C0",
        name="",
        language=w.language,
        timezone=_TIMEZONE,
        managers=frozenset({_MANAGER}),
        facilitators=frozenset({_LEADER}),
    )


def _round(script: Script) -> Round:
    return Round(
        id="preview",
        team_ids=("preview",),
        theme=script.ref,
        theme_version=script.version,
        opened_at=_START,
        roster=(),
        invited=_INVITED,
        quote_threshold=_QUOTES,
    )
