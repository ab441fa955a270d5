"""The dialogue's message with what the team has agreed to do, at the moments that matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain import session as machine
from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.domain.programme import Line, Step, StepKind, Theme
from bot.domain.session import Session
from bot.locales import Words
from bot.views.agreed import with_commitments
from bot.views.board import board
from bot.views.model import Board, View
from tests.services.people import SCRIPT, talk, team
from tests.views.moments_pool import MATES, at_step, over, shared_box
from tests.views.moments_talk import talking

Draw = Callable[[Words], View]
TODAY = date(2026, 11, 21)
"""The day of the dialogues of these moments."""

OURS = "s" * 32
"""The id of the dialogue of these moments."""


def agreed(
    number: int = 1, *, due: int = 21, session_id: str = "", activity: str = "", role: str = ""
) -> Commitment:
    """Return a commitment that is to be done so many days after the dialogue's day."""
    activity = activity or f"Vi provar en ny överlämning, försök {number}"
    return Commitment(
        id=f"c{number}",
        team_id=team().id,
        agreed=Agreed(
            activity=activity, role=role or "Alla", target=TODAY + timedelta(days=due)
        ),
        agreed_on=TODAY - timedelta(days=0 if session_id == OURS else 28),
        session_id=session_id,
    )  # fmt: skip


def became(commitment: Commitment, state: CommitmentState, *, due: int = 21) -> Commitment:
    """Return it as it was followed up three weeks later."""
    later = TODAY + timedelta(days=21)
    target = TODAY + timedelta(days=due)
    return commitment.followed_up(state, "Det blev så.", target, later)


def ending_with(kind: StepKind) -> Theme:
    """Return the dialogue's theme with another kind of last step."""
    *steps, last = SCRIPT.theme.steps
    title = Line(sv="En sak att prova", en="One thing to try")
    changed = Step.model_validate({**last.model_dump(), "kind": kind, "title": title})
    return SCRIPT.theme.model_copy(update={"steps": (*steps, changed)})


def drawn(
    at: Session,
    commitments: Sequence[Commitment],
    w: Words,
    theme: Theme = SCRIPT.theme,
    *,
    newest: bool = True,
) -> Board:
    """Return the message of a dialogue with a box of its own, or with none."""
    box = None if theme.answer_step is None else replace(shared_box(), team_ids=(team().id,))
    view = board(at, box, theme, team(), (), w)
    return with_commitments(view, at, theme, team(), commitments, w, newest=newest)


def _board(
    at: Session, *commitments: Commitment, theme: Theme = SCRIPT.theme, newest: bool = True
) -> Draw:
    return lambda w: drawn(at, commitments, w, theme, newest=newest)


def _pooled(at: Session, *commitments: Commitment) -> Draw:
    def draw(w: Words) -> View:
        view = board(at, shared_box(), SCRIPT.theme, team(), MATES, w)
        return with_commitments(view, at, SCRIPT.theme, team(), commitments, w)

    return draw


EARLIER = (
    agreed(1, due=-9, activity="Alla ronder går tillsammans", role="Samtalsledare"),
    agreed(2, due=21),
    agreed(3, due=52, activity="En tyst stund före rapporten"),
)
OWN = (
    agreed(4, session_id=OURS, due=28, activity="Ett tomt blad i pärmen", role="Nattpersonalen"),
    agreed(5, session_id=OURS, due=60),
)
FOLLOWED_UP = (
    became(OWN[0], CommitmentState.DONE),
    became(OWN[1], CommitmentState.DEFERRED, due=90),
    became(agreed(6, session_id=OURS), CommitmentState.DROPPED),
)
MANY = tuple(agreed(n, due=n) for n in range(1, 6))
MANY_OWN = tuple(agreed(n, due=n, session_id=OURS) for n in range(1, 10))
TO_COMMIT = ending_with(StepKind.COMMIT)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)

AGREED_MOMENTS: dict[str, Draw] = {
    "board-since": _board(at_step(0), *EARLIER),
    "board-since-many": _board(at_step(1), *MANY),
    "board-since-over": _board(at_step(2), *EARLIER),
    "board-commit": _board(at_step(3), *EARLIER, theme=TO_COMMIT),
    "board-commit-agreed": _board(at_step(3), *EARLIER, *OWN, theme=TO_COMMIT),
    "board-commit-many": _board(at_step(3), *MANY_OWN),
    "board-commit-paused": _board(machine.pause(at_step(3), NOON), *OWN, theme=TO_COMMIT),
    "board-commit-over": _board(over(3), *OWN, theme=TO_COMMIT),
    "board-commit-followed-up": _board(over(3), *FOLLOWED_UP, theme=TO_COMMIT, newest=False),
    "board-commit-cancelled": _board(over(cancelled=True), *OWN),
    "board-pool-since": _pooled(at_step(0), *EARLIER),
    "board-pool-agreed": _pooled(over(3), *OWN),
    "talk-since": _board(talking(), *EARLIER, theme=talk()),
    "talk-agreed": _board(talking(1), *EARLIER, *OWN, theme=talk()),
}
"""Every such moment by its name."""
