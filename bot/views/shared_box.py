"""What a dialogue's message says of a box that its team shares with other teams."""

from __future__ import annotations

from bot.domain.people import Team
from bot.domain.programme import Theme
from bot.domain.round import Round, RoundState
from bot.domain.session import Session, SessionState
from bot.locales import Words
from bot.views.model import Note
from bot.views.names import listed
from bot.views.selecting import yes
from bot.views.times import date_in_words


def answer_hint(
    session: Session, round: Round, team: Team, mates: tuple[str, ...], w: Words
) -> str:
    """Return whom the box is shared with, and until when it is open; `over` says it, too."""
    if session.over:
        return w("pool-answer-hint-over")
    return w("pool-answer-hint", teams=listed(mates, w), day=_last_day(round, team, w))


def over(
    session: Session,
    round: Round,
    team: Team,
    mates: tuple[str, ...],
    *,
    may_answer: bool,
    w: Words,
) -> str:
    """Return what is said of the box under a dialogue that is over.

    `may_answer` tells that the message still shows the way to answer: the dialogue came so far.
    """
    cancelled = session.state is SessionState.CANCELLED
    if round.state is RoundState.OPEN:
        first = w("pool-cancelled" if cancelled else "pool-ended")
        box = w("pool-box-open", teams=listed(mates, w), day=_last_day(round, team, w))
        then = w("pool-still-answer" if may_answer else "pool-start-again")
        return f"{first} {box} {then}"
    if round.state is RoundState.VOIDED:
        return w("board-cancelled") if cancelled else w("board-ended-lost")
    first = w("pool-cancelled" if cancelled else "board-ended")
    if round.invited < round.threshold:
        return f"{first} {w('pool-too-small')}"
    later = w("pool-closed", threshold=round.threshold, sees=yes(round.team_sees))
    return f"{first} {later}"


def alone(session: Session, w: Words) -> str:
    """Return what is said under a dialogue whose box was thrown away: too few teams took part."""
    cancelled = session.state is SessionState.CANCELLED
    return f"{w('pool-cancelled' if cancelled else 'pool-ended')} {w('pool-alone')}"


def alone_note(theme: Theme, w: Words) -> Note:
    """Tell a manager that a shared box was thrown away: too few teams took part."""
    title = w("board-title", number=theme.number, title=theme.title.get(w.language))
    return Note(text=f"{w('pool-alone-title', title=title)} {w('pool-alone')}")


def _last_day(round: Round, team: Team, w: Words) -> str:
    return date_in_words(round.closes_at, team.timezone, w) if round.closes_at else ""
