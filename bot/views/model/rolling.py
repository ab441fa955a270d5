"""The form in which people are invited to a rolling survey."""

from __future__ import annotations

from typing import Literal

from bot.views.model.base import View


class InviteForm(View):
    """Asks whom to invite, at most `limit` at once, to the survey of the team `team_id`."""

    type: Literal["invite-form"] = "invite-form"
    title: str
    survey: str
    explained: tuple[str, ...]
    label: str
    hint: str
    placeholder: str
    limit: int
    submit: str
    close: str
    team_id: str
