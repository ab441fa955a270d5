"""A theme as the chat will show it, from the first look to the summary, in a made-up team.

The views and the blocks are those of the bot itself; only the team, the clock and the answers are
invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.domain.people import PersonKey, Team
from bot.domain.programme import Programme, Script, Theme
from bot.domain.round import Round
from bot.domain.session import begin, next_step, plan
from bot.locales import Words
from bot.slack.render import render_form, render_message
from bot.views.answer import answer_form
from bot.views.board import board, step_name
from bot.views.model import MessageView, ReplyView
from bot.views.programmes import preview
from bot.views.sample import example

Json = dict[str, Any]

BOT: Final = "U0APTBOT"
_MANAGER: Final = PersonKey("slack", "T0", "U0CHEF")
_LEADER: Final = PersonKey("slack", "T0", "U0LEDARE")
_START: Final = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)
"""Nine in the morning in Sweden, on a day like any other."""

_INVITED: Final = 14
"""So many that everything is shown, and fewer than anybody would count."""

_QUOTES: Final = 10


def scenes(programme: Programme, theme: Theme, w: Words) -> Iterator[Json]:
    """Yield what is shown, in order: each a heading with a message, or with a form."""
    script = Script.of(programme, theme)
    team, round = _team(w), _round(script)
    yield _message("before", w("preview-before"), preview(script.ref, theme, True, w), _START)
    session = begin(plan("preview", team.id, script, _LEADER, _START), round.id, _START)
    now = _START
    for index, step in enumerate(theme.steps):
        heading = w(
            "preview-step", number=index + 1, count=len(theme.steps), name=step_name(step, w)
        )
        view = board(session, round, theme, team, (), w)
        yield _message(f"step-{index}", heading, view, now)
        now += timedelta(minutes=step.minutes)
        session = next_step(session, now)
    yield _message("over", w("preview-over"), board(session, round, theme, team, (), w), now)
    if theme.questions:
        form = render_form(answer_form(round, script, None, team.timezone, w))
        yield {"key": "form", "heading": w("preview-form"), "view": _identified(form)}
        result = example(round, script, w).summary
        yield _message("summary", w("preview-summary"), result, now, private=True)


def people(w: Words) -> list[Json]:
    """Return those who are mentioned."""
    return [
        {"id": BOT, "name": "apt", "real_name": "APT", "is_bot": True},
        {"id": _MANAGER.user, "name": "chef", "real_name": w("role-manager")},
        {"id": _LEADER.user, "name": "ledare", "real_name": w("role-facilitators")},
    ]


def _team(w: Words) -> Team:
    return Team(
        id="preview",
        platform="slack",
        tenant="T0",
        channel="C0",
        name="",
        language=w.language,
        timezone="Europe/Stockholm",
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


def _message(
    key: str, heading: str, view: MessageView | ReplyView, at: datetime, *, private: bool = False
) -> Json:
    rendered = render_message(view)
    whispered = private or key == "before"
    message = {"ts": f"{at.timestamp():.6f}", "user": BOT, "ephemeral": whispered, **rendered}
    return {"key": key, "heading": heading, "message": _identified(message)}


def _identified(shown: Json) -> Json:
    """Return it with a name for every block: Slack gives one to each that has none."""
    blocks = [
        {"block_id": f"b{index}", **block} for index, block in enumerate(shown.get("blocks", ()))
    ]
    return {**shown, "blocks": blocks}
