"""Cards to talk about: drawn in private by anybody, shown to the group by those who lead.

Nothing of who drew what is kept; what comes next travels in the buttons of the private answer.
"""

from __future__ import annotations

from bot.domain.cards import Choice, card_at, choose, components, draw, placed
from bot.domain.request import Request
from bot.ports import Tx
from bot.services.deps import Deps, language_at, require_leader, team_of
from bot.views import cards as view
from bot.views.model import Note, Sheet
from bot.views.replies import note


def card(deps: Deps, request: Request, wanted: str = "", last: str = "") -> Sheet:
    """Draw a card for the reader alone: of a component, a deck, or all; never `last` again.

    Raises NoMaterial, UnknownName.
    """
    programmes = deps.catalogue.programmes()
    choice: Choice = choose(programmes, wanted)
    drawn = draw(choice, deps.rng, last)
    w = language_at(deps, request)
    sheet = view.private(drawn, choice, components(placed(programmes)), w)
    return view.with_show(sheet, drawn, w) if _leads(deps, request) else sheet


def show(deps: Deps, request: Request, ref: str) -> Note:
    """Show the group a card that was drawn, once for a request.

    Raises UnknownName, NotAChannel, NoTeam, NotAllowed.
    """
    w = language_at(deps, request)
    shown = view.for_group(card_at(deps.catalogue.programmes(), ref), w)
    key = request.id_of("card")

    def work(tx: Tx) -> None:
        team = team_of(tx, request)
        require_leader(team, request)
        tx.messages.want(f"card/{key}", team.tenant, team.channel, shown)

    deps.commit(work)
    return note(w, "card-shown")


def _leads(deps: Deps, request: Request) -> bool:
    """Whether the card was drawn in the channel of a team that the person leads."""
    if request.is_private or not request.channel:
        return False
    team = deps.store.read(lambda tx: tx.teams.at(request.actor.tenant, request.channel))
    return team is not None and team.may_lead(request.actor)
