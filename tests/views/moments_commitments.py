"""Commitments at their moments: the list, the forms, and what is wrong."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.commitment import MOST_OPEN, Agreed, Aim, Commitment, CommitmentState
from bot.errors import (
    CommitmentChanged,
    EmptyCommitment,
    NoCommitment,
    ReasonMissing,
    TargetNotLater,
    TargetPassed,
    TooManyCommitments,
)
from bot.locales import Words
from bot.views import commitment_forms, commitments, replies
from bot.views.commitments import NO_ORIGIN
from bot.views.model import Sheet
from tests.services.people import team
from tests.views.moments_talk import Draw

TODAY = date(2026, 3, 2)
DAY = timedelta(1)


def commitment(number: int = 1, days: int = 28) -> Commitment:
    """Return one that was agreed in February."""
    agreed = Agreed(
        activity=f"Tio minuter för överlämning {number}",
        role="Alla",
        target=TODAY + days * DAY,
        aim=Aim.KEEP,
    )
    return Commitment(
        id=f"{number:032}", team_id=team().id, agreed=agreed, agreed_on=date(2026, 2, 2)
    )


def _whole() -> Commitment:
    details = {
        "how": "Vid bytet kl 15.\nVi står upp.",
        "resources": "En tavla",
        "follow_up": "Vi frågar varandra.",
    }
    one = commitment()
    return one.model_copy(update={"agreed": one.agreed.model_copy(update=details)})


WHOLE = _whole()
LATE = commitment(2, -1)
DEFERRED = commitment(3).followed_up(
    CommitmentState.DEFERRED, "Ont om tid.", TODAY + 400 * DAY, TODAY
)
DONE = commitment(4).followed_up(CommitmentState.DONE, "Det tar fem minuter.", None, TODAY)
DROPPED = commitment(5).followed_up(CommitmentState.DROPPED, "För dyrt.", None, TODAY - DAY)


def _page(
    w: Words, *waiting: Commitment, closed: tuple[Commitment, ...] = (), leads: bool = True
) -> Sheet:
    return commitments.page(team(), waiting, closed, TODAY, 0, w, leads=leads)


COMMITMENT_MOMENTS: dict[str, Draw] = {
    "commitments-empty": _page,
    "commitments": lambda w: _page(w, LATE, WHOLE, DEFERRED, closed=(DONE, DROPPED)),
    "commitments-to-read": lambda w: _page(w, LATE, closed=(DONE,), leads=False),
    "commitments-many": lambda w: _page(w, *map(commitment, range(MOST_OPEN)), closed=(DONE,)),
    "commitments-closed": lambda w: _page(w, closed=(DONE, DROPPED) * 4),
    "commitment-form": lambda w: commitment_forms.new_form(team(), NO_ORIGIN, TODAY + 28 * DAY, w),
    "commitment-form-of-a-result": lambda w: commitment_forms.new_form(
        team(), f"round:{'r' * 32}", TODAY + 28 * DAY, w
    ),
    "commitment-form-again": lambda w: commitment_forms.edit_form(WHOLE, w),
    "commitment-follow-up": lambda w: commitment_forms.follow_up_form(
        WHOLE, TODAY + 35 * DAY, TODAY, w
    ),
    "commitment-reopen": lambda w: commitment_forms.follow_up_form(
        DONE, TODAY + 35 * DAY, TODAY, w
    ),
    "commitment-saved": lambda w: commitment_forms.saved(WHOLE, w),
    "commitment-corrected": lambda w: commitment_forms.corrected(WHOLE, w),
    "commitment-deferred": lambda w: commitment_forms.followed_up(DEFERRED, w),
    "commitment-done": lambda w: commitment_forms.followed_up(DONE, w),
    "error-empty-activity": lambda w: replies.error(EmptyCommitment(field="activity"), w),
    "error-empty-role": lambda w: replies.error(EmptyCommitment(field="role"), w),
    "error-reason-missing": lambda w: replies.error(ReasonMissing(), w),
    "error-target-not-later": lambda w: replies.error(TargetNotLater(field="target"), w),
    "error-target-passed": lambda w: replies.error(TargetPassed(), w),
    "error-no-commitment": lambda w: replies.error(NoCommitment(), w),
    "error-commitment-changed": lambda w: replies.error(CommitmentChanged(), w),
    "error-too-many-commitments": lambda w: replies.error(TooManyCommitments(limit=MOST_OPEN), w),
}
"""Every such moment by its name."""
