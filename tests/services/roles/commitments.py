"""Who may do what with what the team has agreed on."""

from __future__ import annotations

from datetime import date

from bot.domain.commitment import Agreed, CommitmentState
from bot.services import commitment_forms
from bot.views.commitment_forms import Opened as OpenedCommitment
from bot.views.commitments import NO_ORIGIN
from tests.services.people import team
from tests.services.roles.who import LEADERS, Table, with_team
from tests.services.world import World

AGREED = Agreed(activity="Tio minuter för överlämning", role="Alla", target=date(2026, 3, 30))


def _agreed(world: World) -> World:
    """Begin with something that the team has agreed on."""
    with_team(world)
    commitment_forms.add(world.deps, world.request(), team().id, NO_ORIGIN, AGREED)
    return world


def _opened(world: World) -> OpenedCommitment:
    """Return the form of what was agreed first, as it was when it was opened then."""
    (one,) = world.look(lambda tx: tx.commitments.of_team(team().id))
    return OpenedCommitment.of(one.model_copy(update={"agreed": AGREED, "changes": ()}))


COMMITMENT_TABLE: Table = {
    "commitment_forms.add": (
        with_team,
        lambda w, r: commitment_forms.add(w.deps, r, team().id, NO_ORIGIN, AGREED),
        LEADERS,
    ),
    "commitment_forms.correct": (
        _agreed,
        lambda w, r: commitment_forms.correct(
            w.deps, r, _opened(w), AGREED.model_copy(update={"role": "Chefen"})
        ),
        LEADERS,
    ),
    "commitment_forms.follow_up": (
        _agreed,
        lambda w, r: commitment_forms.follow_up(
            w.deps, r, _opened(w), CommitmentState.DONE, "Bra.", None
        ),
        LEADERS,
    ),
}
