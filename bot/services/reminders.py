"""Reminding people of a box that is open after the dialogue: everybody on its roster alike.

The bot does not look who has answered. What is to be sent carries the roster, so it is forgotten
with it. Whoever wants no reminders gets none, and nobody is told of that.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from bot.almanac import swedish_holiday
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.domain.window import AFTER_DIALOGUE, next_chance, reminder_time, too_late
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.views import reminder as view
from bot.views.model import Sheet


def plan(tx: Tx, round: Round, timezone: str) -> None:
    """Write down when people are to be reminded of a box that opens now; of a shared one never."""
    if round.windowed and round.closes_at is not None:
        at = reminder_time(round.opened_at, round.closes_at, timezone, swedish_holiday)
        _schedule(tx, round, at)


def remind(deps: Deps, round_id: str, planned: datetime, now: datetime) -> None:
    """Remind everybody on the roster, once, if that was planned for now.

    Where the dialogue has not been over for long enough, or the bot was away at the time, it is
    planned anew, or dropped when there is no good time left.
    """

    def work(tx: Tx) -> None:
        round = tx.rounds.get(round_id)
        if round is None or round.state is not RoundState.OPEN or round.closes_at is None:
            return
        team = _team(tx, round)
        wanted = max(planned, _rested(tx, round, now))
        at = next_chance(wanted, round.closes_at, team.timezone, swedish_holiday)
        if at is not None and at <= now:
            until = too_late(at, round.closes_at, team.timezone)
            if now < until:
                _tell_all(tx, round, team, until)
                return
            at = next_chance(now, round.closes_at, team.timezone, swedish_holiday)
        _schedule(tx, round, at)

    deps.commit(work)


def forget(tx: Tx, round_id: str) -> None:
    """Forget to whom the reminders of the round have gone, or were to go."""
    tx.messages.forget(f"remind/{round_id}")


def switch(deps: Deps, request: Request, *, on: bool) -> None:
    """Turn reminders on or off for the person who asks, in all teams."""
    deps.store.write(lambda tx: tx.quiet.save(request.actor, quiet=not on))


def shown(deps: Deps, request: Request, round_id: str) -> Sheet:
    """Return the reminder of the round as it is to stand now for the person who asks.

    Of a box that is closed, or none of the person's business, nothing is told.
    """
    return deps.store.read(partial(_shown, deps=deps, person=request.actor, round_id=round_id))


def _shown(tx: Tx, deps: Deps, person: PersonKey, round_id: str) -> Sheet:
    round, quiet = tx.rounds.get(round_id), bool(tx.quiet.among([person]))
    if round is None or round.state is not RoundState.OPEN or person not in round.roster:
        return view.closed(round_id, words(deps.terms.language), quiet=quiet)
    team = _team(tx, round)
    return _drawn(tx, round, team, words(team.language), quiet=quiet)


def _tell_all(tx: Tx, round: Round, team: Team, until: datetime) -> None:
    """Have the same message stand in private with everybody but those who want none."""
    reminder = _drawn(tx, round, team, words(team.language), quiet=False)
    quiet = tx.quiet.among(round.roster)
    for person in round.roster:
        if person not in quiet:
            key = f"remind/{round.id}/{person.user}"
            tx.messages.want(key, person.tenant, person.user, reminder, until=until)


def _drawn(tx: Tx, round: Round, team: Team, w: Words, *, quiet: bool) -> Sheet:
    theme = tx.scripts.get(round.theme_version).theme
    return view.reminder(round, theme, team, w, quiet=quiet)


def _schedule(tx: Tx, round: Round, at: datetime | None) -> None:
    if at is not None:
        tx.dues.schedule(Due(DueKind.ROUND_REMIND, round.id, at.isoformat(), at))


def _rested(tx: Tx, round: Round, now: datetime) -> datetime:
    """Return when people have had time to do something else since the dialogue, at the earliest."""
    sessions = tx.sessions.of_round(round.id)
    ends = [now if session.active else session.ended_at for session in sessions]
    return max((end + AFTER_DIALOGUE for end in ends if end is not None), default=round.opened_at)


def _team(tx: Tx, round: Round) -> Team:
    """Return the team of a box that is not shared. Raises LookupError."""
    team = tx.teams.get(round.team_ids[0])
    if team is None:
        raise LookupError(f"round {round.id} is without a team")
    return team
