"""`/apt lag`: the team's page."""

from __future__ import annotations

from bot.domain.programme import Language
from bot.errors import NoTeam
from bot.handlers import setup
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.services import teams
from bot.views.model import ReplyView
from bot.views.setup import HIDDEN, SEES
from bot.views.window import WITH_DIALOGUE


def show(context: Context, incoming: Incoming, _: str) -> ReplyView | None:
    """Show the team's page; where there is no team, ask who leads it."""
    try:
        return teams.page(context.deps, incoming.request)
    except NoTeam:
        setup.ask_team(context, incoming)
        return None


def show_to_team(context: Context, incoming: Incoming) -> ReplyView:
    """Say whether the team sees the summary, and show the page as it is then."""
    team_id, sees = incoming.text.split(" ")
    if sees not in (SEES, HIDDEN):
        raise ValueError("not a choice of the team's page")
    return teams.show_to_team(context.deps, incoming.request, team_id, sees=sees == SEES)


def speak(context: Context, incoming: Incoming) -> ReplyView:
    """Say which language the team's texts are in, and show the page as it is then."""
    team_id, language = incoming.text.split(" ")
    return teams.speak(context.deps, incoming.request, team_id, Language(language))


def ask_window(context: Context, incoming: Incoming) -> ReplyView:
    """Show how long people can answer after a dialogue."""
    return teams.window(context.deps, incoming.request, incoming.text)


def keep_open(context: Context, incoming: Incoming) -> ReplyView:
    """Say how long people can answer after a dialogue, and show the page as it is then."""
    team_id, days = incoming.text.split(" ")
    wanted = None if days == WITH_DIALOGUE else int(days)
    return teams.keep_open(context.deps, incoming.request, team_id, wanted)
