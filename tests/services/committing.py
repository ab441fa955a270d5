"""Commitments for the tests: written down, followed up, and looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.domain.commitment import Agreed, Commitment, CommitmentState
from bot.domain.people import PersonKey
from bot.services import commitment_forms, commitments
from bot.views.commitment_forms import Opened
from bot.views.commitments import NO_ORIGIN
from bot.views.model import Sheet
from tests.services.people import KARIN, OTHER_CHANNEL, key, team
from tests.services.world import World

TODAY = date(2026, 3, 2)
"""The day of the tests' clock."""

DAY = timedelta(days=1)
TARGET_DAY = TODAY + 28 * DAY
OTHER = replace(
    team(),
    id="team-blaklinten",
    channel=OTHER_CHANNEL,
    name="arbetslag-blaklinten",
    managers=frozenset([key("kim")]),
    facilitators=frozenset(),
)


def agreed(**changes: object) -> Agreed:
    """Return something that is agreed."""
    given = {"activity": "Tio minuter för överlämning", "role": "Alla", "target": TARGET_DAY}
    return Agreed.model_validate({**given, **changes})


def add(
    world: World, what: Agreed | None = None, actor: PersonKey = KARIN, origin: str = NO_ORIGIN
) -> Commitment:
    """Write one down, and return it as it is kept."""
    before = {each.id for each in kept(world)}
    commitment_forms.add(world.deps, world.request(actor), team().id, origin, what or agreed())
    (new,) = (each for each in kept(world) if each.id not in before)
    return new


def kept(world: World) -> tuple[Commitment, ...]:
    """Return the team's commitments."""
    return world.look(lambda tx: tx.commitments.of_team(team().id))


def follow_up(
    world: World,
    one: Commitment,
    state: CommitmentState,
    note: str = "Det gick bra.",
    target: date | None = None,
) -> Commitment:
    """Note what became of it, and return it as it is then."""
    commitment_forms.follow_up(world.deps, world.request(), Opened.of(one), state, note, target)
    return next(each for each in kept(world) if each.id == one.id)


def page(world: World, actor: PersonKey = KARIN) -> Sheet:
    """Read the list in the team's channel."""
    return commitments.page(world.deps, world.request(actor))


def said(sheet: Sheet) -> str:
    """Return everything that the list says."""
    parts = [text for p in sheet.parts for text in (p.heading, p.text, *p.lines)]
    return "\n".join([sheet.title, sheet.intro, *parts, sheet.footer])
