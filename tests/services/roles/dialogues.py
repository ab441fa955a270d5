"""Who may do what with a dialogue: set up, lead, answer, share, write down."""

from __future__ import annotations

from bot.domain.adaptation import mark, proposed
from bot.domain.request import Request
from bot.services import adaptations, answers, calendars, cards, reminders, results, sessions, teams
from bot.services.deps import Terms
from bot.views.adaptation import Opened
from tests.services.people import KARIN, OMAR, TEMA3, team
from tests.services.roles.who import LEADERS, MANAGER, ON_ROSTER, WHO_SETS_UP, Table, with_team
from tests.services.world import GIVEN, World

CARD = "extra/lek/0"
"""A card of the tests' only deck."""


def started(world: World) -> World:
    """Begin with a dialogue in which six and the samtalsledare have answered."""
    world.with_team().answered(6).answer(OMAR, GIVEN)
    return world


def _paused(world: World) -> World:
    started(world)
    sessions.pause(world.deps, world.request())
    return world


def closed(world: World) -> World:
    """Begin when a dialogue has ended and its result has come."""
    started(world).stop()
    return world


def commented(world: World) -> World:
    """End a dialogue whose comments are shown word for word."""
    world.terms = Terms(quote_threshold=6)
    return closed(world)


def _empty(world: World) -> World:
    return world


def _write(world: World, request: Request) -> object:
    """Write of the only dialogue that all was as it was meant."""
    session = world.session()
    opened = Opened(session.id, session.team_id, mark(None))
    return adaptations.write(world.deps, request, opened, proposed(session))


DIALOGUE_TABLE: Table = {
    "teams.set_up": (
        _empty,
        lambda w, r: teams.set_up(w.deps, r, TEMA3, KARIN, frozenset([OMAR])),
        WHO_SETS_UP,
    ),
    "sessions.start": (with_team, lambda w, r: sessions.start(w.deps, r, TEMA3), LEADERS),
    "sessions.next_step": (started, lambda w, r: sessions.next_step(w.deps, r), LEADERS),
    "sessions.pause": (started, lambda w, r: sessions.pause(w.deps, r), LEADERS),
    "sessions.resume": (_paused, lambda w, r: sessions.resume(w.deps, r), LEADERS),
    "sessions.extend": (started, lambda w, r: sessions.extend(w.deps, r, 5), LEADERS),
    "sessions.stop": (started, lambda w, r: sessions.stop(w.deps, r), LEADERS),
    "sessions.cancel": (started, lambda w, r: sessions.cancel(w.deps, r), LEADERS),
    "answers.submit": (
        started,
        lambda w, r: answers.submit(w.deps, r, w.round().id, GIVEN),
        ON_ROSTER,
    ),
    "answers.add_tags": (
        started,
        lambda w, r: answers.add_tags(w.deps, r, w.round().id, ("tid",)),
        ON_ROSTER,
    ),
    "answers.withdraw": (
        started,
        lambda w, r: answers.withdraw(w.deps, r, w.round().id),
        ON_ROSTER,
    ),
    "results.share": (closed, lambda w, r: results.share(w.deps, r, w.round().id), MANAGER),
    "results.hide": (
        commented,
        lambda w, r: results.hide(w.deps, r, w.round().id, frozenset([0]), frozenset()),
        MANAGER,
    ),
    "adaptations.write": (closed, _write, LEADERS),
    "calendars.renew": (with_team, lambda w, r: calendars.renew(w.deps, r, team().id, 0), LEADERS),
    "reminders.switch": (with_team, lambda w, r: reminders.switch(w.deps, r, on=False), {}),
    "cards.show": (with_team, lambda w, r: cards.show(w.deps, r, CARD), LEADERS),
}
