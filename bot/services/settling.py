"""What follows when a session has changed: its next due time, its box, its message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import session as machine
from bot.domain.commitment import Commitment
from bot.domain.due import Due, DueKind
from bot.domain.people import Team
from bot.domain.programme import Theme
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.domain.session import LONGEST_PAUSE, Session, SessionState
from bot.locales import Words, words
from bot.ports import Tx
from bot.services import reminders
from bot.services.deps import Deps
from bot.views import shared_box
from bot.views.agreed import with_commitments
from bot.views.board import board
from bot.views.model import Board, Note

LOOK_AGAIN = timedelta(minutes=15)
"""How long a box whose time is out waits before it asks whether a dialogue is over."""

FEWEST_TEAMS = 2
"""So many teams must have come to the questions of a shared box for it to be counted at its time:
else one team's answers would be published, also to the teams that took no part."""


def settle(tx: Tx, session: Session) -> None:
    """Write the session and all that follows."""
    before = tx.sessions.get(session.id)
    tx.sessions.save(session)
    if before and before.state is SessionState.PLANNED and session.over:
        return  # cancelled before it began: nothing of it has been shown
    tx.dues.cancel(DueKind.SESSION_TICK, session.id)
    if session.state is SessionState.ENDED:
        tx.wishes.forget_theme(session.team_id, session.theme)
    if (before and before.state is SessionState.PLANNED) or session.state is SessionState.CANCELLED:
        _show_before(tx, session)
    if session.active:
        tx.dues.schedule(
            Due(DueKind.SESSION_TICK, session.id, str(session.revision), session.step_ends_at)
        )
    round = tx.rounds.get(session.round_id)
    if round is None:  # nothing is answered in it
        _show_talk(tx, session)
        return
    open_before = round.state is RoundState.OPEN
    if session.over and open_before:
        round = _end_if_done(tx, round, session.ended_at or session.started_at)
    show_boards(tx, round, alone=open_before and _alone(round))


def deadline(deps: Deps, round_id: str, now: datetime) -> None:
    """Close a box whose time is out.

    A dialogue that is going on is waited for, at most as long as a pause may last: then it ends.
    """

    def work(tx: Tx) -> None:
        round = tx.rounds.get(round_id)
        if round is None or round.closes_at is None or round.state is not RoundState.OPEN:
            return
        latest = round.closes_at + LONGEST_PAUSE
        if now >= latest and _ended_all(tx, round, now):
            # One that was over by the clock before the time was out has left the box open.
            round = tx.rounds.get(round_id) or round
            if round.state is not RoundState.OPEN:
                return
        round = _end_if_done(tx, round, now)
        if round.state is RoundState.OPEN:
            # A dialogue that ends late may have ended, by the clock, before the time was out: what
            # it does at its end must not be the last chance to close the box.
            again = min(now + LOOK_AGAIN, latest)
            tx.dues.schedule(Due(DueKind.ROUND_DEADLINE, round_id, now.isoformat(), again))
        show_boards(tx, round, alone=_alone(round))

    deps.commit(work)


def show_boards(tx: Tx, round: Round, *, alone: bool = False) -> None:
    """Have each message of the round's dialogues stand as it is to look now.

    `alone` tells that too few of the teams took part for the round to be counted.
    """
    teams = teams_of(tx, round)
    for session in tx.sessions.of_round(round.id):
        team = next(team for team in teams if team.id == session.team_id)
        mates = tuple(mate.name for mate in teams if mate.id != team.id)
        theme = tx.scripts.get(session.theme_version).theme
        w = words(team.language)
        view = board(session, round, theme, team, mates, w)
        if alone:
            view = view.model_copy(update={"state_line": shared_box.alone(session, w)})
        view = _with_commitments(tx, session, team, view)
        tx.messages.want(_board_key(session), team.tenant, team.channel, view)


def show_commitment(tx: Tx, commitment: Commitment) -> None:
    """Have the commitment, new or changed, stand in the messages of the dialogues it concerns.

    They are the one in which it was agreed and the team's present one. To be called when it has
    been saved. Nothing is posted for it, and nothing else in the messages changes.
    """
    agreed_in = tx.sessions.get(commitment.session_id)
    present = tx.sessions.active(commitment.team_id)
    for session in filter(None, (agreed_in, present)):
        _show_commitments(tx, session)


def tell_of_void(tx: Tx, round: Round, say: Callable[[Theme, Words], Note]) -> None:
    """Tell each manager in private why there is no result."""
    theme = tx.scripts.get(round.theme_version).theme
    for team in teams_of(tx, round):
        view = say(theme, words(team.language))
        for manager in sorted(team.managers):
            tx.messages.want(f"voided/{round.id}/{manager.user}", team.tenant, manager.user, view)


def _show_talk(tx: Tx, session: Session) -> None:
    """Have the message of a dialogue without a box stand as it is to look now."""
    team = tx.teams.get(session.team_id)
    if team is None:
        raise LookupError(f"session {session.id} is without a team")
    theme = tx.scripts.get(session.theme_version).theme
    view = board(session, None, theme, team, (), words(team.language))
    view = _with_commitments(tx, session, team, view)
    tx.messages.want(_board_key(session), team.tenant, team.channel, view)


def _show_before(tx: Tx, session: Session) -> None:
    """Take the way to write commitments from the dialogue before, which this one has from now on.

    Cancelled, it gives the way back.
    """
    for before in tx.sessions.ended(session.team_id)[:1]:
        _show_commitments(tx, before)


def _show_commitments(tx: Tx, session: Session) -> None:
    """Have the dialogue's message, if it has any, say what is true of the commitments now."""
    message, team = tx.messages.get(_board_key(session)), tx.teams.get(session.team_id)
    if message is not None and team is not None and isinstance(message.view, Board):
        view = _with_commitments(tx, session, team, message.view)
        tx.messages.want(message.key, message.tenant, message.conversation, view)


def _with_commitments(tx: Tx, session: Session, team: Team, view: Board) -> Board:
    return with_commitments(
        view,
        session,
        tx.scripts.get(session.theme_version).theme,
        team,
        tx.commitments.of_team(team.id),
        words(team.language),
        newest=_is_newest(tx, session),
    )


def _is_newest(tx: Tx, session: Session) -> bool:
    """Whether the team has had no dialogue since, and has none now."""
    present = tx.sessions.active(session.team_id)
    newest = (present,) if present else tx.sessions.ended(session.team_id)[:1]
    return session.id in {each.id for each in newest}


def _board_key(session: Session) -> str:
    return f"board/{session.id}"


def teams_of(tx: Tx, round: Round) -> tuple[Team, ...]:
    """Return the teams that share the box, in the order of the round. Raises LookupError."""
    teams = [tx.teams.get(team_id) for team_id in round.team_ids]
    known = tuple(team for team in teams if team is not None)
    if len(known) != len(teams) or not known:
        raise LookupError(f"round {round.id} is without a team")
    return known


def reader_of(tx: Tx, round: Round, request: Request) -> Team:
    """Return the team in whose words and times the person reads, of those that share the box.

    It is the team of the channel, or one that the person manages. Where neither is known it is the
    first: of those on the roster nobody keeps who belongs to which team.
    """
    teams = teams_of(tx, round)
    here = [team for team in teams if team.channel == request.channel]
    managed = [team for team in teams if request.actor in team.managers]
    return (*here, *managed, *teams)[0]


def _end_if_done(tx: Tx, round: Round, at: datetime) -> Round:
    """Freeze the box when nobody is to answer any more, and return the round as it is then.

    In the transaction that ends the last session: no answer gets in between.
    """
    sessions = tx.sessions.of_round(round.id)
    if any(session.active for session in sessions):
        return round
    return (_end_shared if round.pooled else _end_own)(tx, round, sessions, at)


def _end_own(tx: Tx, round: Round, sessions: Sequence[Session], at: datetime) -> Round:
    """End a team's own box after its dialogue; one with a time stays open until then."""
    if sessions and not _ended(sessions):
        return _thrown_away(tx, round, at)
    return round if _time_left(round, at) else _frozen(tx, round, at)


def _end_shared(tx: Tx, round: Round, sessions: Sequence[Session], at: datetime) -> Round:
    """End a box that teams share when all have had their dialogue, or at its time."""
    if _came_to_questions(tx, _ended(sessions)) >= set(round.team_ids):
        return _frozen(tx, round, at)
    if _time_left(round, at):
        return round
    if len(_came_to_questions(tx, sessions)) >= FEWEST_TEAMS:
        return _frozen(tx, round, at)
    tell_of_void(tx, round, shared_box.alone_note)
    return _thrown_away(tx, round, at)


def _ended(sessions: Iterable[Session]) -> list[Session]:
    return [session for session in sessions if session.state is SessionState.ENDED]


def _time_left(round: Round, at: datetime) -> bool:
    return round.closes_at is not None and at < round.closes_at


def _came_to_questions(tx: Tx, sessions: Iterable[Session]) -> set[str]:
    """Return the ids of the teams that had come so far in their dialogue that answers are taken."""
    return {
        session.team_id
        for session in sessions
        if tx.scripts.get(session.theme_version).theme.asks_at(session.step)
    }


def _ended_all(tx: Tx, round: Round, now: datetime) -> bool:
    """End the dialogues that go on, and return whether there was any: the last closes the box."""
    going_on = [session for session in tx.sessions.of_round(round.id) if session.active]
    for session in going_on:
        moved = machine.tick(session, now)
        settle(tx, machine.stop(moved, now) if moved.active else moved)
    return bool(going_on)


def _alone(round: Round) -> bool:
    """Whether the shared box, open until now, has been thrown away."""
    return round.pooled and round.state is RoundState.VOIDED


def _frozen(tx: Tx, round: Round, at: datetime) -> Round:
    closing = round.to(RoundState.CLOSING)
    tx.rounds.save(closing)
    tx.dues.cancel(DueKind.ROUND_DEADLINE, round.id)
    tx.dues.cancel(DueKind.ROUND_REMIND, round.id)
    tx.dues.schedule(Due(DueKind.ROUND_CLOSE, round.id, "once", at))
    return closing


def _thrown_away(tx: Tx, round: Round, at: datetime) -> Round:
    voided = replace(round.to(RoundState.VOIDED), roster=())
    tx.rounds.save(voided)
    tx.ballots.clear(round.id)
    reminders.forget(tx, round.id)
    tx.dues.cancel(DueKind.ROUND_DEADLINE, round.id)
    tx.dues.cancel(DueKind.ROUND_REMIND, round.id)
    tx.dues.schedule(Due(DueKind.RECLAIM, "store", round.id, at))
    tx.dues.schedule(Due(DueKind.ROUND_VOID, round.id, "once", at))
    return voided
