"""What people can see about their anonymity: the terms that hold for them, and an example.

Nothing here is written, and no answer is read. A real result is shown only when the team has been
shown it, and then the very same, in the channel where it stands already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.domain.people import Team
from bot.domain.programme import Programme, Script
from bot.domain.request import Request
from bot.domain.round import THRESHOLD, Round, RoundState
from bot.errors import NoThemes
from bot.locales import words
from bot.ports import Tx
from bot.services.areas import is_covered
from bot.services.deps import Deps, programmes_of, words_of
from bot.services.settling import teams_of
from bot.views import privacy as view
from bot.views import rolling_privacy
from bot.views.model import Page, Seen
from bot.views.privacy import Conditions
from bot.views.sample import example, real
from bot.views.summary import for_team

EXAMPLE_SIZE = 12
"""How many can answer in the example where it is not known."""


@dataclass(frozen=True)
class _Found:
    """The round that is asked about, and the team through which the person may ask."""

    round: Round
    team: Team
    in_channel: bool
    """Whether it was asked in a channel of one of the round's teams."""


def page(deps: Deps, request: Request, round_id: str = "") -> Page:
    """Return how the answers are protected, by the terms of the round; none of it is secret.

    Without a round, or with one that is none of the person's business, it is the one of the
    channel: what goes on, else the latest, else the latest survey's. Where there is none either,
    it tells of the next.
    """

    def work(tx: Tx) -> Page:
        found = _found(tx, request, round_id)
        channel = "" if request.is_private else request.channel
        if found is None:
            team = _team(tx, request)
            return view.page(_next(deps, tx, team), "", channel, words_of(deps, team))
        w = words(found.team.language)
        theme = tx.scripts.get(found.round.theme_version).theme
        if found.round.rolling:
            return rolling_privacy.page(found.round, theme, found.team, channel, w)
        terms = view.conditions(found.round, theme, found.team, w)
        return view.page(terms, found.round.id, channel, w)

    return deps.store.read(work)


def preview(deps: Deps, request: Request, round_id: str = "") -> Seen:
    """Return what the manager sees: an example, or what has been shared in this channel.

    Raises NoThemes where nothing has been held and there is no theme for an example.
    """

    def work(tx: Tx) -> Seen:
        found = _found(tx, request, round_id)
        if found is None:
            team = _team(tx, request)
            return example(*_imagined(deps, tx, team), words_of(deps, team))
        w, script = words(found.team.language), tx.scripts.get(found.round.theme_version)
        if found.in_channel and found.round.shared:
            result = tx.rounds.result(found.round.id)
            return real(for_team(found.round, result, script, w), w)
        return example(_imaginable(found.round), script, w)

    return deps.store.read(work)


def _found(tx: Tx, request: Request, round_id: str) -> _Found | None:
    """Return the round that the person may ask about, None when there is none."""
    asked = tx.rounds.get(round_id) if round_id else None
    if asked is not None:
        found = _allowed(tx, request, asked)
        if found is not None:
            return found
    team = _team(tx, request)
    round = _latest(tx, team) if team else None
    return _allowed(tx, request, round) if round else None


def _allowed(tx: Tx, request: Request, round: Round) -> _Found | None:
    """Return the round if it is of the channel, or if the person is on its roster."""
    teams = teams_of(tx, round)
    here = _team(tx, request)
    if here in teams:
        return _Found(round, here, in_channel=True)
    if request.actor in round.roster:
        return _Found(round, teams[0], in_channel=False)
    return None


def _latest(tx: Tx, team: Team) -> Round | None:
    """Return the round of the dialogue that goes on, else an open one, else of the one before.

    In a channel without dialogues it is the latest survey's, also when that was not counted.
    """
    session = tx.sessions.active(team.id)
    if session is not None and session.round_id:
        return tx.rounds.get(session.round_id)
    waiting = tx.rounds.open_of(team.id)
    if waiting:
        return waiting[-1]
    return (
        tx.rounds.latest_of(team.id)
        or tx.rounds.latest_survey_of(team.id)
        or next(iter(tx.rounds.closed_of(team.id)), None)
    )


def _team(tx: Tx, request: Request) -> Team | None:
    """Return the team of the channel; a conversation for two, and a form, have none."""
    if request.is_private or not request.channel:
        return None
    return tx.teams.at(request.actor.tenant, request.channel)


def _next(deps: Deps, tx: Tx, team: Team | None) -> Conditions:
    """Return what will hold for the next round as things are now."""
    mates = tx.teams.pooled(team.pool_id) if team else ()
    return Conditions(
        stage="next",
        threshold=THRESHOLD,
        quotes=deps.terms.quote_threshold,
        team_sees=all(each.team_sees for each in mates or (team,)) if team else None,
        teams=max(1, len(mates)),
        days=team.answer_days if team and not mates else None,
        in_area=team is not None and is_covered(deps, mates or (team,)),
        drafted=deps.drafter is not None,
    )


def _imaginable(round: Round) -> Round:
    """Return the round as it may become: of a survey nobody knows how many will be invited."""
    if round.rolling is None:
        return round
    return replace(round, invited=max(EXAMPLE_SIZE, round.quote_threshold))


def _imagined(deps: Deps, tx: Tx, team: Team | None) -> tuple[Round, Script]:
    """Return a round as the next may be, for an example where none is known."""
    script = next(_asking(programmes_of(deps)), None)
    if script is None:
        raise NoThemes
    terms = _next(deps, tx, team)
    round = Round(
        id="example",
        team_ids=("example",),
        theme=script.ref,
        theme_version=script.version,
        opened_at=deps.clock.now(),
        roster=(),
        invited=max(EXAMPLE_SIZE, terms.quotes),
        quote_threshold=terms.quotes,
        state=RoundState.CLOSED,
        team_sees=terms.team_sees is not False,
    )
    return round, script


def _asking(programmes: tuple[Programme, ...]) -> Iterator[Script]:
    """Yield the themes in which something is answered."""
    for programme in programmes:
        for theme in programme.themes:
            if theme.answer_step is not None:
                yield Script.of(programme, theme)
