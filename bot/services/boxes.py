"""The boxes that can be answered in although their dialogue is over."""

from __future__ import annotations

from bot.domain.people import PersonKey, Team
from bot.domain.round import Round
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.settling import teams_of
from bot.views.board import answering, theme_title
from bot.views.window import OpenBox, open_after


def of_team(tx: Tx, team: Team) -> tuple[OpenBox, ...]:
    """Return the boxes in which the team can answer now, after a dialogue of its own."""
    w = words(team.language)
    return tuple(
        _box(tx, round, team, w)
        for round in tx.rounds.open_of(team.id)
        if _answers_after(tx, round, team)
    )


def of_person(tx: Tx, person: PersonKey, w: Words) -> tuple[OpenBox, ...]:
    """Return the boxes after a dialogue in which the person can answer now."""
    return tuple(
        _box(tx, round, teams_of(tx, round)[0], w)
        for round in tx.rounds.open_to(person)
        if any(open_after(session, round) for session in tx.sessions.of_round(round.id))
    )


def _answers_after(tx: Tx, round: Round, team: Team) -> bool:
    theme = tx.scripts.get(round.theme_version).theme
    own = [each for each in tx.sessions.of_round(round.id) if each.team_id == team.id]
    return not any(session.active for session in own) and any(
        answering(session, round, theme) for session in own
    )


def _box(tx: Tx, round: Round, team: Team, w: Words) -> OpenBox:
    theme = tx.scripts.get(round.theme_version).theme
    return OpenBox(round, theme_title(theme, w), team.name, team.timezone)
