"""Answering together with other teams: the form, the invitation, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.people import Team
from bot.domain.round import POOL_OPEN_FOR, THRESHOLD
from bot.locales import Words
from bot.views.actions import Action
from bot.views.model import Button, Note, PoolForm, Receipt
from bot.views.names import channel_name, listed

MOST_CHOICES = 100
"""So many teams can be chosen from at once; where more fit, one searches for more of the name."""

SEARCH_LETTERS = 3
"""So much of its name one must know to find a team that one does not manage."""


def pool_form(
    team: Team,
    candidates: Sequence[Team],
    chosen: Sequence[Team],
    search: str,
    most: int,
    w: Words,
) -> PoolForm:
    """Return the form. `candidates` are the teams that fit the search, `chosen` those ticked.

    `most` is how many teams may share a box.
    """
    every = [*chosen, *(mate for mate in candidates if mate not in chosen)]
    shown = every[:MOST_CHOICES]
    hint = w("pool-search-hint", letters=SEARCH_LETTERS)
    return PoolForm(
        title=w("pool-title"),
        intro=(
            w("pool-intro"),
            w("pool-each", days=POOL_OPEN_FOR.days),
            w("pool-joined", most=most),
        ),
        warning=w("pool-warning", threshold=THRESHOLD),
        search_label=w("pool-search"),
        search_hint=hint if every == shown else f"{hint} {w('pool-search-more')}",
        label=w("pool-teams"),
        placeholder=w("pool-placeholder"),
        choices=tuple((mate.id, channel_name(mate.name)) for mate in shown),
        chosen=tuple(mate.id for mate in chosen),
        limit=most - 1,
        nobody="" if shown else _nobody(search, w),
        submit=w("pool-submit"),
        close=w("pool-close"),
        team_id=team.id,
    )


def _nobody(search: str, w: Words) -> str:
    """Return what to do where there is nothing to choose from."""
    if search:
        return w("pool-none-found", letters=SEARCH_LETTERS)
    return w("pool-none")


def asked(joined: Sequence[Team], invited: Sequence[Team], w: Words) -> Receipt:
    """Say which teams share the box from now on, and whose managers have been asked."""
    lines = (
        w("pool-now-joined", teams=_names(joined, w)) if joined else "",
        w("pool-now-invited", teams=_names(invited, w)) if invited else "",
        w("pool-now-next"),
    )
    return Receipt(
        title=w("pool-title"), lines=tuple(filter(None, lines)), close=w("receipt-close")
    )


def invitation(team: Team, inviting: Team, mates: Sequence[Team], w: Words) -> Note:
    """Ask a manager whether the team is to share its box with the teams that have invited it."""
    value = f"{inviting.id} {team.id}"
    lines = (
        w("pool-invitation", inviting=channel_name(inviting.name), team=channel_name(team.name)),
        w("pool-invitation-with", teams=_names(mates, w)) if mates else "",
        w("pool-intro"),
        w("pool-each", days=POOL_OPEN_FOR.days),
        w("pool-warning", threshold=THRESHOLD),
    )
    return Note(
        text="\n\n".join(filter(None, lines)),
        buttons=(
            Button(action=Action.POOL_JOIN, label=w("pool-join"), value=value, style="primary"),
            Button(action=Action.POOL_DECLINE, label=w("pool-decline"), value=value),
        ),
    )


def accepted(team: Team, mates: Sequence[Team], w: Words) -> Note:
    """Say with whom the team answers from now on."""
    return Note(text=w("pool-accepted", team=channel_name(team.name), teams=_names(mates, w)))


def declined(team: Team, inviting: Team, w: Words) -> Note:
    """Say that the team does not answer together with the one that asked."""
    team_name, host = channel_name(team.name), channel_name(inviting.name)
    return Note(text=w("pool-declined", team=team_name, inviting=host))


def withdrawn(team: Team, inviting: Team, w: Words) -> Note:
    """Say that an invitation stands no more."""
    team_name, host = channel_name(team.name), channel_name(inviting.name)
    return Note(text=w("pool-withdrawn", team=team_name, inviting=host))


def left(team: Team, w: Words) -> Note:
    """Say that a team answers on its own again."""
    return Note(text=w("pool-left", team=channel_name(team.name)))


def _names(teams: Sequence[Team], w: Words) -> str:
    return listed([team.name for team in teams], w)
