"""Writing commitments down, correcting them and following them up, by those who lead the team.

Each is a form that is opened, and handed in. Nothing tells who wrote a commitment. It names a
role, so what points a person out is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta

from bot.almanac import swedish_holiday
from bot.domain.commitment import (
    FARTHEST,
    MOST_OPEN,
    USUAL,
    Agreed,
    Commitment,
    CommitmentState,
    check_target,
)
from bot.domain.people import Team
from bot.domain.recurrence import working_day
from bot.domain.request import Request
from bot.errors import (
    CommitmentChanged,
    NoCommitment,
    NoResult,
    NoSession,
    PersonalData,
    TooManyCommitments,
    UserError,
)
from bot.locales import Words, words
from bot.ports import Tx
from bot.services import settling
from bot.services.deps import Deps, led_team, require_leader, today_of
from bot.services.personal import refuse
from bot.views import commitment_forms as forms
from bot.views.commitment_forms import Opened
from bot.views.commitments import NO_ORIGIN
from bot.views.model import PlainForm, Receipt


def form(deps: Deps, request: Request, team_id: str, origin: str) -> PlainForm:
    """Return the form for a new one. `origin` is "session:<id>", "round:<id>" or `NO_ORIGIN`.

    Raises UnknownTeam, NotAllowed, NoSession, NoResult, ValueError.
    """

    def work(tx: Tx) -> PlainForm:
        team = led_team(tx, request, team_id)
        _origin(tx, team, origin)
        target = _next_time(tx, team, today_of(deps, team))
        return forms.new_form(team, origin, target, words(team.language))

    return deps.store.read(work)


def edit_form(deps: Deps, request: Request, commitment_id: str) -> PlainForm:
    """Return the form that corrects it. Raises NoCommitment, NotAllowed."""

    def work(tx: Tx) -> PlainForm:
        commitment, team = _led(tx, request, commitment_id)
        return forms.edit_form(commitment, words(team.language))

    return deps.store.read(work)


def follow_up_form(deps: Deps, request: Request, commitment_id: str) -> PlainForm:
    """Return the form that asks what became of it. Raises NoCommitment, NotAllowed."""

    def work(tx: Tx) -> PlainForm:
        commitment, team = _led(tx, request, commitment_id)
        later = _next_time(tx, team, max(commitment.target, today_of(deps, team)))
        return forms.follow_up_form(commitment, later, today_of(deps, team), words(team.language))

    return deps.store.read(work)


def add(deps: Deps, request: Request, team_id: str, origin: str, agreed: Agreed) -> Receipt:
    """Keep what was agreed, once however often it is asked for.

    Raises UnknownTeam, NotAllowed, NoSession, NoResult, EmptyCommitment, TextTooLong,
    TargetPassed, PersonalData, TooManyCommitments, ValueError.
    """

    def work(tx: Tx) -> Receipt:
        team = led_team(tx, request, team_id)
        w, id_ = words(team.language), request.id_of("commitment")
        known = tx.commitments.get(id_)
        if known is not None:
            return forms.saved(known, w)
        session_id, round_id = _origin(tx, team, origin)
        today = today_of(deps, team)
        check_target(agreed.checked().target, today)
        _refuse(agreed.texts)
        _require_room(tx, team)
        commitment = Commitment(
            id=id_,
            team_id=team.id,
            agreed=agreed,
            agreed_on=today,
            session_id=session_id,
            round_id=round_id,
        )
        _keep(tx, commitment)
        return forms.saved(commitment, w)

    return deps.commit(work)


def correct(deps: Deps, request: Request, opened: Opened, agreed: Agreed) -> Receipt:
    """Keep other words in place of those that stood there when the form was opened.

    Raises NoCommitment, NotAllowed, CommitmentChanged, EmptyCommitment, TextTooLong, TargetPassed,
    PersonalData.
    """

    def change(commitment: Commitment, today: date) -> Commitment:
        _refuse(agreed.texts)
        return commitment.corrected(agreed, today)

    return _change(deps, request, opened, change, forms.corrected)


def follow_up(
    deps: Deps,
    request: Request,
    opened: Opened,
    state: CommitmentState,
    note: str,
    target: date | None,
) -> Receipt:
    """Note what became of it; `target` is the new day of what is deferred.

    Raises NoCommitment, NotAllowed, CommitmentChanged, ReasonMissing, TextTooLong, TargetPassed,
    TargetNotLater, PersonalData, TooManyCommitments.
    """

    def change(commitment: Commitment, today: date) -> Commitment:
        _refuse([(forms.NOTE, note)])
        return commitment.followed_up(state, note, target, today)

    return _change(deps, request, opened, change, forms.followed_up)


def _change(
    deps: Deps,
    request: Request,
    opened: Opened,
    change: Callable[[Commitment, date], Commitment],
    word: Callable[[Commitment, Words], Receipt],
) -> Receipt:
    """Change the commitment as it stood when the form was opened, and return word of it.

    What is handed in a second time stands there already, and is no change of somebody else's.
    """

    def work(tx: Tx) -> Receipt:
        now, team = _led(tx, request, opened.id)
        today = today_of(deps, team)
        if now.mark != opened.mark:
            if not _again(now, opened, change, today):
                raise CommitmentChanged
            return word(now, words(team.language))
        changed = change(now, today)
        if changed.waiting and not now.waiting:
            _require_room(tx, team)
        _keep(tx, changed)
        return word(changed, words(team.language))

    return deps.commit(work)


def _require_room(tx: Tx, team: Team) -> None:
    """Raise TooManyCommitments when the team has as many open as it may have."""
    if sum(each.waiting for each in tx.commitments.of_team(team.id)) >= MOST_OPEN:
        raise TooManyCommitments(limit=MOST_OPEN)


def _keep(tx: Tx, commitment: Commitment) -> None:
    """Keep it, and have it stand in the messages of the dialogues it concerns."""
    tx.commitments.save(commitment)
    settling.show_commitment(tx, commitment)


def _again(
    now: Commitment, opened: Opened, change: Callable[[Commitment, date], Commitment], today: date
) -> bool:
    """Whether the change is what the commitment became since the form was opened.

    One that is refused as things stand now is another.
    """
    was = now.before if now.before.mark == opened.mark else now
    with suppress(UserError):
        return change(was, today) == now
    return False


def _led(tx: Tx, request: Request, commitment_id: str) -> tuple[Commitment, Team]:
    """Return it, and its team that the person leads. Raises NoCommitment, NotAllowed."""
    commitment = tx.commitments.get(commitment_id)
    team = tx.teams.get(commitment.team_id) if commitment else None
    if commitment is None or team is None:
        raise NoCommitment
    require_leader(team, request)
    return commitment, team


def _origin(tx: Tx, team: Team, origin: str) -> tuple[str, str]:
    """Return the ids of the team's dialogue and of its round, empty for what it did not come of.

    Raises NoSession, NoResult where they are another team's, ValueError for anything else.
    """
    if origin == NO_ORIGIN:
        return "", ""
    kind, _, id_ = origin.partition(":")
    if kind == "session":
        session = tx.sessions.get(id_)
        if session is None or session.team_id != team.id:
            raise NoSession
        return id_, ""
    if kind == "round":
        round = tx.rounds.get(id_)
        if round is None or team.id not in round.team_ids:
            raise NoResult
        return "", id_
    raise ValueError("a commitment comes of a dialogue, of a result, or of neither")


def _next_time(tx: Tx, team: Team, after: date) -> date:
    """Return the day of the team's next occasion after a day, else a working day in four weeks."""
    paused = {plan.id for plan in tx.plans.of_team(team.id) if plan.paused}
    later = tx.occasions.of_team(team.id, after + timedelta(1), after + FARTHEST)
    days = (each.day for each in later if each.ahead and each.plan_id not in paused)
    return next(days, working_day(after + USUAL, swedish_holiday))


def _refuse(texts: Iterable[tuple[str, str]]) -> None:
    """Raise PersonalData when a text points a person out; `field` says which."""
    for field, text in texts:
        try:
            refuse((text,))
        except PersonalData as problem:
            raise PersonalData(field=field, **problem.params) from None
