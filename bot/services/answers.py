"""Giving, changing and taking back an anonymous answer.

Nothing here writes a log line, a time or a counter, and nothing in the channel changes: whoever
watches must not see who answered.
"""

from __future__ import annotations

from bot.domain import ballot as sealing
from bot.domain.answers import Answers
from bot.domain.people import PersonKey
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.errors import ManagerAnswers, NotOnRoster, PersonalData, RoundClosed
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.services.settling import teams_of
from bot.text import Finding, Findings, Kind, find
from bot.views.answer import answer_form, answered, withdrawn
from bot.views.hesitation import hesitation
from bot.views.model import AnswerForm, Hesitation, Receipt

SEVERAL = "several"
"""Stands for the kind where more than one thing was found."""


def open_form(deps: Deps, request: Request, round_id: str) -> AnswerForm:
    """Return the form with the person's earlier answers.

    Raises RoundClosed, ManagerAnswers, NotOnRoster.
    """
    key = _key(deps, round_id)
    own = sealing.pid(key, request.actor)

    def work(tx: Tx) -> AnswerForm:
        round = _open_round(tx, round_id, request.actor)
        kept = tx.ballots.get(round_id, own)
        return answer_form(
            round,
            tx.scripts.get(round.theme_version),
            sealing.unseal(key, kept) if kept else None,
            teams_of(tx, round)[0].timezone,
            _words(tx, round),
        )

    return deps.store.read(work)


def submit(
    deps: Deps, request: Request, round_id: str, answers: Answers, *, sure: bool = False
) -> Receipt | Hesitation:
    """Keep the answers, durably, in place of earlier ones.

    A comment that seems to give somebody away and may be shown is not kept but handed back with
    the question whether to send it; `sure` is the writer's yes to that.

    Raises RoundClosed, ManagerAnswers, NotOnRoster, EmptyAnswer, TextTooLong, TooManyTags,
    PersonalData, ValueError.
    """
    key, given = _key(deps, round_id), answers.checked()
    ballot = sealing.seal(key, request.actor, given)
    doubt = _read_through(deps, request, round_id, given) if given.comment else None
    if doubt and not sure:
        return doubt

    def work(tx: Tx) -> tuple[Words, bool]:
        round = _open_round(tx, round_id, request.actor)
        tx.ballots.put(round_id, ballot)
        return _words(tx, round), round.pooled

    w, pooled = deps.store.write(work)
    return answered(w, pooled=pooled)


def withdraw(deps: Deps, request: Request, round_id: str) -> Receipt:
    """Take the answers back; there need not be any.

    Raises RoundClosed, ManagerAnswers, NotOnRoster.
    """
    own = sealing.pid(_key(deps, round_id), request.actor)

    def work(tx: Tx) -> Words:
        round = _open_round(tx, round_id, request.actor)
        tx.ballots.remove(round_id, own)
        return _words(tx, round)

    return withdrawn(deps.store.write(work))


def words_for(deps: Deps, round_id: str) -> Words:
    """Return the words of the round's team, of the installation for an unknown round."""
    round = deps.store.read(lambda tx: tx.rounds.get(round_id))
    if round is None:
        return words(deps.terms.language)
    return deps.store.read(lambda tx: _words(tx, round))


def _read_through(deps: Deps, request: Request, round_id: str, given: Answers) -> Hesitation | None:
    """Return what to ask about the comment before it is kept, None when there is nothing to ask.

    A warning is for words that others may come to read: where the writer has not said yes to that,
    or the team is too small for it ever to happen, nobody is troubled. Nothing is asked over the
    network; names that the platform does not know yet are recognised only if they are common.

    Raises PersonalData, RoundClosed, ManagerAnswers, NotOnRoster.
    """
    if not given.verbatim and not find(given.comment, ()).refused:
        return None
    round, w, people = deps.store.read(lambda tx: _who_may_be_named(tx, round_id, request.actor))
    may_be_shown = given.verbatim and round.invited >= round.quote_threshold
    findings = find(given.comment, deps.platform.names(people) if may_be_shown else ())
    if findings.refused:
        raise _refused(findings.refused)
    if not findings.warned or not may_be_shown:
        return None
    return hesitation(
        round_id,
        given,
        w,
        names=_found(findings, Kind.NAME),
        rooms=_found(findings, Kind.ROOM),
        health=_found(findings, Kind.HEALTH),
    )


def _who_may_be_named(
    tx: Tx, round_id: str, writer: PersonKey
) -> tuple[Round, Words, frozenset[PersonKey]]:
    """Return the open round, the team's words, and those on the roster or leading a team."""
    round = _open_round(tx, round_id, writer)
    teams = teams_of(tx, round)
    leaders = frozenset().union(*(team.managers | team.facilitators for team in teams))
    return round, words(teams[0].language), leaders | frozenset(round.roster)


def _refused(findings: tuple[Finding, ...]) -> PersonalData:
    kind = findings[0].kind.value if len(findings) == 1 else SEVERAL
    return PersonalData(kind=kind, found=", ".join(finding.text for finding in findings))


def _found(findings: Findings, kind: Kind) -> tuple[str, ...]:
    return tuple(finding.text for finding in findings.warned if finding.kind is kind)


def _key(deps: Deps, round_id: str) -> bytes:
    key = deps.vault.get(round_id)
    if key is None:
        raise RoundClosed
    return key


def _open_round(tx: Tx, round_id: str, person: PersonKey) -> Round:
    """Return the round if the person may answer in it now, decided inside the transaction."""
    round = tx.rounds.get(round_id)
    if round is None or round.state is not RoundState.OPEN:
        raise RoundClosed
    if person not in round.roster:
        managed = any(person in team.managers for team in teams_of(tx, round))
        raise ManagerAnswers if managed else NotOnRoster
    return round


def _words(tx: Tx, round: Round) -> Words:
    return words(teams_of(tx, round)[0].language)
