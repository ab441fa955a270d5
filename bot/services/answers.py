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
from bot.errors import ManagerAnswers, NotOnRoster, RoundClosed
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.views.answer import answer_form, answered, withdrawn
from bot.views.model import AnswerForm, Receipt


def open_form(deps: Deps, request: Request, round_id: str) -> AnswerForm:
    """Return the form with the person's earlier answers. Raises RoundClosed, NotOnRoster."""
    key = _key(deps, round_id)
    own = sealing.pid(key, request.actor)

    def work(tx: Tx) -> AnswerForm:
        round = _open_round(tx, round_id, request.actor)
        kept = tx.ballots.get(round_id, own)
        return answer_form(
            round,
            tx.scripts.get(round.theme_version),
            sealing.unseal(key, kept) if kept else None,
            _words(tx, round),
        )

    return deps.store.read(work)


def submit(deps: Deps, request: Request, round_id: str, answers: Answers) -> Receipt:
    """Keep the answers, durably, in place of earlier ones.

    Raises RoundClosed, NotOnRoster, EmptyAnswer, TextTooLong, TooManyTags, ValueError.
    """
    ballot = sealing.seal(_key(deps, round_id), request.actor, answers.checked())

    def work(tx: Tx) -> Words:
        round = _open_round(tx, round_id, request.actor)
        tx.ballots.put(round_id, ballot)
        return _words(tx, round)

    return answered(deps.store.write(work))


def withdraw(deps: Deps, request: Request, round_id: str) -> Receipt:
    """Take the answers back; there need not be any. Raises RoundClosed, NotOnRoster."""
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
        team = tx.teams.get(round.team_id)
        raise ManagerAnswers if team and person in team.managers else NotOnRoster
    return round


def _words(tx: Tx, round: Round) -> Words:
    team = tx.teams.get(round.team_id)
    return words(team.language if team else "")
