"""What a manager can do with a result, besides reading it."""

from __future__ import annotations

from bot.domain.disclosure import Result
from bot.domain.people import Team
from bot.domain.round import Round
from bot.locales import Words
from bot.views.actions import Action
from bot.views.commitments import new_button
from bot.views.model import Button, Confirm


def share_button(round: Round, w: Words) -> Button:
    """Return what shows the team the summary, once it is confirmed."""
    where = w("summary-share-text-pool" if round.pooled else "summary-share-text")
    without = w("summary-share-text-hidden", count=len(round.hidden)) if round.hidden else ""
    return Button(
        action=Action.SHARE,
        label=w("summary-share"),
        value=round.id,
        style="primary",
        confirm=Confirm(
            title=w("summary-share-title"),
            text=" ".join(filter(None, (where, without, w("summary-share-text-once")))),
            yes=w("summary-share-yes"),
            no=w("summary-share-no"),
        ),
    )


def hide_buttons(round: Round, result: Result | None, w: Words) -> tuple[Button, ...]:
    """Return the way to hide comments, where there are any."""
    if result is None or not result.comments:
        return ()
    return (Button(action=Action.HIDE, label=w("summary-hide"), value=round.id),)


def plan_buttons(round: Round, team: Team, w: Words) -> tuple[Button, ...]:
    """Return the way to the team's plan, to a new one at once; a survey has no meeting to plan."""
    if round.rolling:
        return ()
    return (Button(action=Action.PLAN, label=w("summary-plan"), value=team.id),)


def commit_button(round: Round, team: Team, w: Words) -> Button:
    """Return the way to agree on something because of the result, also of one with too few."""
    return new_button(team, f"round:{round.id}", w("commitment-make"))
