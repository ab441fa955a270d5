"""A draft by the organisation's own language model, below the manager's summary.

Only what has been published is ever sent, and only of a round in which that was promised at its
opening; what the model says is shown only as far as it can be verified. Whatever goes wrong, the
plain summary stands.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.claims import FEWEST_COMMENTS, Claim
from bot.domain.disclosure import Result
from bot.domain.people import Team
from bot.domain.round import Round
from bot.errors import DraftFailed
from bot.locales import LANGUAGES, words
from bot.ports import Drafter, Tx
from bot.services.deps import Deps
from bot.services.rounds import readers_of
from bot.services.settling import teams_of
from bot.text.claims import verified
from bot.text.instructions import may_instruct
from bot.views import drafts as view

MOST_CHARACTERS = 60_000
"""More than this is not sent: a model would read it badly, and for long."""

MOST_ATTEMPTS = 2
"""A draft that fails in an unforeseen way is tried once more; one that the model fails, never."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Material:
    """What a draft is made of."""

    round: Round
    comments: tuple[str, ...]
    teams: tuple[Team, ...]


def is_promised(deps: Deps, able: int) -> bool:
    """Whether those who answer in a round of so many are to be told that a model may read it."""
    enough = max(deps.terms.quote_threshold, FEWEST_COMMENTS)
    return deps.drafter is not None and able >= enough


def make(deps: Deps, round_id: str, attempts: int = 0) -> None:
    """Have a draft made and shown to those who got the result; at most once.

    `attempts` are those that have failed. Raises PlatformError while it can't be known who the
    members are, by whose names it is checked that a draft tells of nobody.
    """
    material = deps.store.read(lambda tx: _material(tx, round_id))
    if deps.drafter is None or material is None or attempts >= MOST_ATTEMPTS:
        return
    names = _names(deps, material.teams)
    claims = _claims(deps.drafter, material, names)
    if claims:
        model = deps.drafter.name
        deps.commit(lambda tx: _show(tx, material, claims, model))


def withdraw(tx: Tx, round: Round) -> None:
    """Take back what stands: it may hold what has been hidden, also in other words."""
    for reader, team in readers_of(tx, round):
        key = _key(round, reader.user)
        if tx.messages.has(key):
            note = view.withdrawn(words(team.language))
            tx.messages.want(key, team.tenant, reader.user, note)


def _material(tx: Tx, round_id: str) -> _Material | None:
    """Return what is to be sent, None when there is too little, or a draft already."""
    round = tx.rounds.get(round_id)
    result = tx.rounds.result(round_id)
    if round is None or result is None or not round.drafted:
        return None
    if any(tx.messages.has(_key(round, reader.user)) for reader in round.readers):
        return None
    comments = _comments(result, round.hidden)
    if len(comments) < FEWEST_COMMENTS or sum(map(len, comments)) > MOST_CHARACTERS:
        return None
    return _Material(round, comments, teams_of(tx, round))


def _comments(result: Result, hidden: frozenset[int]) -> tuple[str, ...]:
    """Return the comments that a model may read, by the alphabet: their order tells nothing."""
    published = [comment for group in result.comments for comment in group.comments]
    shown = [each for number, each in enumerate(published) if number not in hidden]
    return tuple(sorted(each for each in shown if not may_instruct(each)))


def _names(deps: Deps, teams: Sequence[Team]) -> tuple[str, ...]:
    """Return what the members and leaders of the teams are called. Raises PlatformError."""
    members = [person for team in teams for person in deps.platform.members(team.channel)]
    leaders = {person for team in teams for person in team.managers | team.facilitators}
    known = deps.platform.names({person.key for person in members} | leaders)
    return (*known, *(person.name for person in members))


def _claims(drafter: Drafter, material: _Material, names: Sequence[str]) -> tuple[Claim, ...]:
    spoken = material.teams[0].language
    language = spoken if spoken in LANGUAGES else LANGUAGES[0]
    try:
        claims = drafter(material.comments, language)
    except DraftFailed as problem:
        log.warning("no draft: %s", problem)
        return ()
    found = verified(claims, material.comments, language, names)
    log.info("a draft was read; claims: %d, verified: %d", len(claims), len(found))
    return found


def _show(tx: Tx, material: _Material, claims: tuple[Claim, ...], model: str) -> None:
    """Have the draft stand with each reader, unless a comment was hidden meanwhile."""
    now = tx.rounds.get(material.round.id)
    if now is None or now.hidden != material.round.hidden:
        return
    theme = tx.scripts.get(now.theme_version).theme
    for reader, team in readers_of(tx, now):
        shown = view.draft(claims, material.comments, theme, model, words(team.language))
        tx.messages.want(_key(now, reader.user), team.tenant, reader.user, shown)


def _key(round: Round, user: str) -> str:
    return f"draft/{round.id}/{user}"
