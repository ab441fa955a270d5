"""The adaptation log: read and written by those who lead the team, of dialogues that have ended.

Nothing tells who wrote it. It is about the way of working, so what points a person out is refused.
"""

from __future__ import annotations

from bot.domain.adaptation import Adaptation, loggable, mark, proposed
from bot.domain.people import Team
from bot.domain.request import Request
from bot.domain.session import Session
from bot.errors import LogChanged, NothingToLog
from bot.locales import words
from bot.ports import Tx
from bot.services.deps import Deps, require_leader, team_of
from bot.services.personal import refuse
from bot.views import adaptation as view
from bot.views.adaptation import Held, Opened
from bot.views.model import LogForm, Receipt, Sheet


def show(deps: Deps, request: Request) -> Sheet:
    """Return the log of the team in the channel. Raises NotAChannel, NoTeam, NotAllowed."""

    def work(tx: Tx) -> Sheet:
        team = team_of(tx, request)
        require_leader(team, request)
        entries = tx.adaptations.of_team(team.id)
        held = [
            Held(each, tx.scripts.get(each.theme_version).theme, entries.get(each.id))
            for each in tx.sessions.ended(team.id)
        ]
        written = [each for each in held if each.entry]
        waiting = [each for each in held if not each.entry]
        return view.log(written, waiting, team, words(team.language))

    return deps.store.read(work)


def form(deps: Deps, request: Request, session_id: str) -> LogForm:
    """Return the form about a dialogue, with what the log says of it already.

    Raises NothingToLog, NotAllowed.
    """

    def work(tx: Tx) -> LogForm:
        session, team = _held(tx, request, session_id)
        entry = tx.adaptations.get(session.id)
        opened = Opened(session.id, team.id, mark(entry))
        return _form(tx, session, team, entry or proposed(session), opened)

    return deps.store.read(work)


def refill(deps: Deps, request: Request, opened: Opened, draft: Adaptation) -> LogForm:
    """Return the form as it is to look with the draft. Raises NothingToLog, NotAllowed."""

    def work(tx: Tx) -> LogForm:
        session, team = _held(tx, request, opened.session_id)
        return _form(tx, session, team, draft, opened)

    return deps.store.read(work)


def write(deps: Deps, request: Request, opened: Opened, given: Adaptation) -> Receipt:
    """Keep the entry in place of the one that stood there when the form was opened.

    Raises NothingToLog, NotAllowed, LogChanged, TextTooLong, PersonalData, ValueError.
    """

    def work(tx: Tx) -> Receipt:
        session, team = _held(tx, request, opened.session_id)
        entry = given.checked(len(session.lengths))
        refuse(entry.texts)
        before = tx.adaptations.get(session.id)
        # What is handed in a second time stands there already, and is no change of somebody else's.
        if entry != before:
            if mark(before) != opened.mark:
                raise LogChanged
            tx.adaptations.save(session.id, entry)
        return view.written(words(team.language))

    return deps.store.write(work)


def unwritten(tx: Tx, team: Team) -> Session | None:
    """Return the team's latest dialogue, if the log says nothing of it."""
    latest = next(iter(tx.sessions.ended(team.id)), None)
    return latest if latest and tx.adaptations.get(latest.id) is None else None


def _held(tx: Tx, request: Request, session_id: str) -> tuple[Session, Team]:
    """Return the dialogue that has ended, and its team. Raises NothingToLog, NotAllowed."""
    session = tx.sessions.get(session_id)
    team = tx.teams.get(session.team_id) if session else None
    if session is None or team is None:
        raise NothingToLog
    require_leader(team, request)
    if not loggable(session):
        raise NothingToLog
    return session, team


def _form(tx: Tx, session: Session, team: Team, draft: Adaptation, opened: Opened) -> LogForm:
    theme = tx.scripts.get(session.theme_version).theme
    return view.form(Held(session, theme), draft, opened, words(team.language))
