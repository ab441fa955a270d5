"""What a dialogue's message says of the team's commitments: the earlier ones, and its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.domain.commitment import Commitment, CommitmentState, first_due
from bot.domain.people import Team
from bot.domain.programme import StepKind, Theme
from bot.domain.session import Session, SessionState
from bot.locales import Words
from bot.views.commitments import new_button
from bot.views.model import Board, CommitmentLine, CommitmentLines
from bot.views.when import day_in_words

SINCE, AGREED = 3, 6
"""So many of the earlier commitments, and of the dialogue's own, are shown; the others counted."""


def with_commitments(
    view: Board,
    session: Session,
    theme: Theme,
    team: Team,
    commitments: Sequence[Commitment],
    w: Words,
    *,
    newest: bool = True,
) -> Board:
    """Return the message with what is to be said of the team's `commitments` at this moment.

    `newest` tells that the team has had no dialogue since: then what is agreed at the very end,
    when the clock may have ended the dialogue, can be written down all the same. Whether a day has
    passed is told as it was when the dialogue began: nothing changes by itself.
    """
    own = [each for each in commitments if each.session_id == session.id]
    others = [each for each in commitments if each.session_id != session.id]
    earlier = first_due(others) if _looks_back(session, theme) else ()
    today = session.started_at.astimezone(ZoneInfo(team.timezone)).date()
    may_write = newest and _can_agree(session, theme)
    return view.model_copy(
        update={
            "since": _lines(w("board-commit-since"), earlier, SINCE, today, w),
            "agreed": _lines(w("board-commit-agreed"), _in_order(own), AGREED, today, w),
            "commit": (
                new_button(team, f"session:{session.id}", w("commitment-make"))
                if may_write
                else None
            ),
            "commit_hint": _hint(session, w) if may_write else "",
        }
    )


def _looks_back(session: Session, theme: Theme) -> bool:
    """Whether it is time to look back: until the questions, or, without any, half of the steps."""
    if theme.answer_step is not None:
        return session.active and session.step < theme.answer_step
    return session.active and 2 * session.step < len(theme.steps)


def _can_agree(session: Session, theme: Theme) -> bool:
    """Whether it is time to agree: from the step that is for it, or the last, on."""
    if session.state is SessionState.ENDED:
        return True
    kinds = [step.kind for step in theme.steps]
    begins = kinds.index(StepKind.COMMIT) if StepKind.COMMIT in kinds else len(kinds) - 1
    return session.active and session.step >= begins


def _in_order(own: Iterable[Commitment]) -> list[Commitment]:
    """Return the dialogue's own, also what was done since, by the days that were agreed."""
    return sorted(own, key=lambda each: (each.agreed.target, each.agreed_on, each.id))


def _lines(
    heading: str, commitments: Sequence[Commitment], most: int, today: date, w: Words
) -> CommitmentLines | None:
    if not commitments:
        return None
    more = len(commitments) - most
    return CommitmentLines(
        heading=heading,
        lines=tuple(_line(each, today, w) for each in commitments[:most]),
        more=w("board-commit-more", count=more) if more > 0 else "",
    )


def _line(commitment: Commitment, today: date, w: Words) -> CommitmentLine:
    agreed = commitment.agreed
    return CommitmentLine(
        activity=agreed.activity, role=agreed.role, when=_when(commitment, today, w)
    )


def _when(commitment: Commitment, today: date, w: Words) -> str:
    """Return until when it is to be done, or what became of it."""
    if commitment.state is CommitmentState.DONE:
        return w("board-commit-done")
    if commitment.state is CommitmentState.DROPPED:
        return w("board-commit-dropped")
    other_year = commitment.target.year != today.year
    day = day_in_words(commitment.target, w, weekday=False, year=other_year)
    if commitment.late(today):
        return w("board-commit-late", day=day)
    deferred = commitment.state is CommitmentState.DEFERRED
    return w("board-commit-deferred" if deferred else "board-commit-by", day=day)


def _hint(session: Session, w: Words) -> str:
    return w("board-commit-hint" if session.active else "board-commit-hint-over")
