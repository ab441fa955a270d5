"""Running a rolling survey: begin, invite, end, and go from quarter to quarter.

A team runs one survey at a time. Its box belongs to no dialogue; who may answer are those whom the
manager invites. Nothing here looks into an open box but for one bit, at the end of a quarter:
whether as many have answered as it takes to show anything. Publishing tells the same.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.domain.due import Due, DueKind
from bot.domain.people import Person, PersonKey, Team
from bot.domain.programme import Script, ThemeRef
from bot.domain.quarter import Quarter
from bot.domain.request import Request
from bot.domain.rolling import goes_on_to
from bot.domain.round import Round, RoundState
from bot.domain.themes import script_at
from bot.errors import (
    CannotInvite,
    NobodyInvited,
    NoMaterial,
    NoSurvey,
    SurveyRunning,
    SurveyTurning,
    TooManyInvited,
    UnknownTheme,
)
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, managed_team, programmes_of, team_of
from bot.services.rounds import INVITED
from bot.services.settling import teams_of
from bot.views import rolling as view
from bot.views.model import InviteForm, Menu, Receipt

MOST_AT_ONCE = 20
"""So many are invited with one form: each may have to be asked for while somebody waits."""


def page(deps: Deps, request: Request) -> Menu:
    """Return the page of the channel's survey, for anybody there.

    Raises NotAChannel, NoTeam, NoThemes, NoMaterial.
    """
    return deps.store.read(lambda tx: _page(tx, deps, team_of(tx, request), request.actor))


def start(deps: Deps, request: Request, team_id: str, ref: ThemeRef) -> Menu:
    """Open the survey's first box, or take up one that was to end; return the page as it is then.

    Raises UnknownTeam, ManagerOnly, UnknownTheme, SurveyRunning.
    """
    script = script_at(programmes_of(deps), ref)
    if not script.theme.rolling:
        raise UnknownTheme(word=str(ref), nearest="")
    if not deps.commit(lambda tx: _taken_up(tx, managed_team(tx, request, team_id), ref)):
        # The key comes first: a round must never be open without one. A key without a round is
        # destroyed when the bot starts.
        round_id = secrets.token_hex(16)
        deps.vault.create(round_id)
        if not deps.commit(partial(_begin, deps=deps, team_id=team_id, id=round_id, script=script)):
            deps.vault.destroy(round_id)
    return deps.store.read(
        lambda tx: _page(tx, deps, managed_team(tx, request, team_id), request.actor)
    )


def form(deps: Deps, request: Request, team_id: str) -> InviteForm:
    """Return the form that asks whom to invite. Raises UnknownTeam, ManagerOnly, NoSurvey."""

    def work(tx: Tx) -> InviteForm:
        team = managed_team(tx, request, team_id)
        round = _survey(tx, team)
        theme = tx.scripts.get(round.theme_version).theme
        return view.invite_form(team, round, theme, MOST_AT_ONCE, words(team.language))

    return deps.store.read(work)


def invite(deps: Deps, request: Request, team_id: str, chosen: frozenset[PersonKey]) -> Receipt:
    """Put the chosen on the list of those who may answer, and send each an invitation, once.

    All, or nobody. What is said of those who had been invited before is the same whatever they
    have done: the box is not asked. Raises UnknownTeam, ManagerOnly, NobodyInvited, TooManyInvited,
    CannotInvite, NoSurvey, SurveyTurning, PlatformError.
    """
    deps.store.read(lambda tx: managed_team(tx, request, team_id))
    if not chosen:
        raise NobodyInvited
    if len(chosen) > MOST_AT_ONCE:
        raise TooManyInvited(most=MOST_AT_ONCE)
    people = deps.platform.people(sorted(chosen))

    def work(tx: Tx) -> Receipt:
        team = managed_team(tx, request, team_id)
        round = _survey(tx, team)
        _require_able(chosen, people, team.managers.union(round.readers))
        if round.closes_at is None or deps.clock.now() >= round.closes_at:
            raise SurveyTurning
        new = chosen - set(round.roster)
        _invite(tx, team, round, new)
        return view.asked(len(new), len(chosen) - len(new), words(team.language))

    return deps.commit(work)


def stop(deps: Deps, request: Request, team_id: str) -> Menu:
    """Let the box that is open be the survey's last; return the page as it is then.

    It is open to the end of the quarter all the same: a manager who could close it at any moment
    could choose whose answers are counted together. Raises UnknownTeam, ManagerOnly.
    """

    def work(tx: Tx) -> Menu:
        team = managed_team(tx, request, team_id)
        round = tx.rounds.survey_of(team.id)
        if round is not None:
            tx.rounds.save(replace(round, ending=True))
        return _page(tx, deps, team, request.actor)

    return deps.commit(work)


def turn(deps: Deps, round_id: str, now: datetime) -> None:
    """Do what the end of a quarter asks for, once.

    With too few answers the box goes on; else, or when it has had its quarters, it is closed and
    the next one is opened in the same transaction. Nothing happens before the box's time is out.
    """
    round = deps.store.read(lambda tx: tx.rounds.get(round_id))
    if round is None or not _time_is_out(round, now):
        return
    script = _script_of_next(deps, round)
    next_id = secrets.token_hex(16)
    deps.vault.create(next_id)  # before its round, as in `start`
    work = partial(_turn, round_id=round_id, next_id=next_id, script=script, deps=deps, now=now)
    if not deps.commit(work):
        deps.vault.destroy(next_id)


def _turn(tx: Tx, round_id: str, next_id: str, script: Script, deps: Deps, now: datetime) -> bool:
    """Do it; returns whether the next box was opened."""
    round = tx.rounds.get(round_id)
    if round is None or round.rolling is None or not _time_is_out(round, now):
        return False
    (team,) = teams_of(tx, round)
    further = goes_on_to(round.rolling, now, team.timezone)
    if further and not round.ending and not tx.ballots.at_least(round.id, round.threshold):
        _go_on(tx, round, team, further)
        return False
    tx.rounds.save(round.to(RoundState.CLOSING))
    tx.dues.schedule(Due(DueKind.ROUND_CLOSE, round.id, "once", now))
    if round.ending:
        return False
    _open(tx, deps, team, next_id, script, now)
    return True


def _go_on(tx: Tx, round: Round, team: Team, quarter: Quarter) -> None:
    """Let the box wait for more answers to the end of the quarter, and tell the managers."""
    longer = replace(round, closes_at=quarter.ends(team.timezone))
    tx.rounds.save(longer)
    _schedule(tx, longer, quarter)
    theme = tx.scripts.get(round.theme_version).theme
    said = view.goes_on(team, round, longer, theme, words(team.language))
    for manager in sorted(team.managers):
        key = f"survey/{round.id}/{quarter}/{manager.user}"
        tx.messages.want(key, team.tenant, manager.user, said)


def _open(tx: Tx, deps: Deps, team: Team, round_id: str, script: Script, now: datetime) -> None:
    """Open a box for the rest of the present quarter, on the terms that hold for the team now."""
    quarter = Quarter.of(now, team.timezone)
    round = Round(
        id=round_id,
        team_ids=(team.id,),
        theme=script.ref,
        theme_version=script.version,
        opened_at=now,
        roster=(),
        invited=0,
        quote_threshold=deps.terms.quote_threshold,
        team_sees=team.team_sees,
        closes_at=quarter.ends(team.timezone),
        rolling=quarter,
        readers=tuple(sorted(team.managers)),
    )
    tx.scripts.keep(script)
    tx.rounds.save(round)
    _schedule(tx, round, quarter)


def _schedule(tx: Tx, round: Round, quarter: Quarter) -> None:
    if round.closes_at is not None:
        tx.dues.schedule(Due(DueKind.SURVEY_TURN, round.id, str(quarter), round.closes_at))


def _begin(tx: Tx, deps: Deps, team_id: str, id: str, script: Script) -> bool:
    """Open the first box; returns whether that was done. It is not when somebody was faster."""
    team = tx.teams.get(team_id)
    if team is None or tx.rounds.survey_of(team_id):
        return False
    _open(tx, deps, team, id, script, deps.clock.now())
    return True


def _taken_up(tx: Tx, team: Team, ref: ThemeRef) -> bool:
    """Return whether the team runs the survey, which then goes on. Raises SurveyRunning."""
    round = tx.rounds.survey_of(team.id)
    if round is None:
        return False
    if round.theme != ref:
        theme = tx.scripts.get(round.theme_version).theme
        raise SurveyRunning(title=view.titled(round, theme, words(team.language)))
    tx.rounds.save(replace(round, ending=False))
    return True


def _time_is_out(round: Round, now: datetime) -> bool:
    is_open = round.state is RoundState.OPEN
    return is_open and round.closes_at is not None and now >= round.closes_at


def _script_of_next(deps: Deps, round: Round) -> Script:
    """Return the texts of the next box: those of the file now, or those that hold until now.

    A file that is gone, or has a mistake in the night of the turn, must not end the survey.
    """
    try:
        script = script_at(deps.catalogue.programmes(), round.theme)
    except UnknownTheme:
        script = None
    if script is not None and script.theme.rolling:
        return script
    return deps.store.read(lambda tx: tx.scripts.get(round.theme_version))


def _page(tx: Tx, deps: Deps, team: Team, reader: PersonKey) -> Menu:
    w, manages = words(team.language), reader in team.managers
    round = tx.rounds.survey_of(team.id)
    if round is not None:
        theme = tx.scripts.get(round.theme_version).theme
        return view.page(team, round, theme, w, manages=manages)
    surveys = [each for programme in programmes_of(deps) for each in programme.surveys]
    if not surveys:
        raise NoMaterial(kind="survey")
    return view.choices(team, surveys, w, manages=manages)


def _survey(tx: Tx, team: Team) -> Round:
    round = tx.rounds.survey_of(team.id)
    if round is None:
        raise NoSurvey
    return round


def _require_able(
    chosen: Collection[PersonKey], people: Iterable[Person], managers: frozenset[PersonKey]
) -> None:
    """Raise CannotInvite for bots, guests, the survey's managers, and what is no account.

    A manager's answer among six would tell the manager what the other five said.
    """
    known = {person.key: person for person in people}
    reasons = {
        "unknown": [key for key in chosen if key not in known],
        "bot": [key for key, person in known.items() if person.is_bot],
        "guest": [key for key, person in known.items() if person.is_guest],
        "manager": [key for key in known if key in managers],
    }
    for kind, keys in reasons.items():
        if keys:
            names = sorted(known[key].name for key in keys if key in known)
            raise CannotInvite(kind=kind, names=", ".join(names))


def _invite(tx: Tx, team: Team, round: Round, new: Iterable[PersonKey]) -> None:
    """Let them answer, and tell each in private. The list is sorted: its order tells nothing."""
    roster = tuple(sorted({*round.roster, *new}))
    grown = replace(round, roster=roster, invited=len(roster))
    tx.rounds.save(grown)
    theme = tx.scripts.get(round.theme_version).theme
    said = view.invitation(team, grown, theme, words(team.language))
    for person in sorted(new):
        tx.messages.want(f"{INVITED}/{round.id}/{person.user}", team.tenant, person.user, said)
