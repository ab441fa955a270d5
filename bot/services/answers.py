"""Giving, changing and taking back an anonymous answer.

Nothing here writes a log line, a time or a counter, and nothing in the channel changes: whoever
watches must not see who answered.
"""

from __future__ import annotations

from dataclasses import replace

from bot.domain import ballot as sealing
from bot.domain.answers import TAG_LIMIT, Answers
from bot.domain.people import PersonKey, Team
from bot.domain.request import Request
from bot.domain.round import Round, RoundState
from bot.errors import AnswerGone, ManagerAnswers, NotOnRoster, RoundClosed
from bot.locales import Words, words
from bot.ports import Tx
from bot.services.deps import Deps
from bot.services.personal import refusal
from bot.services.settling import reader_of, teams_of
from bot.text import Findings, Kind, find
from bot.text.subjects import as_tags, subjects
from bot.views.answer import answer_form, answered, withdrawn
from bot.views.hesitation import hesitation
from bot.views.model import AnswerForm, Hesitation, Receipt, TagOffer
from bot.views.tagging import tag_offer
from bot.views.window import until


def open_form(deps: Deps, request: Request, round_id: str) -> AnswerForm:
    """Return the form with the person's earlier answers.

    Raises RoundClosed, ManagerAnswers, NotOnRoster.
    """
    key = _key(deps, round_id)
    own = sealing.pid(key, request.actor)

    def work(tx: Tx) -> AnswerForm:
        round = _open_round(tx, round_id, request.actor)
        kept, team = tx.ballots.get(round_id, own), reader_of(tx, round, request)
        form = answer_form(
            round,
            tx.scripts.get(round.theme_version),
            sealing.unseal(key, kept) if kept else None,
            team.timezone,
            words(team.language),
            team.name,
        )
        return form.model_copy(update={"channel": _channel(request, team)})

    return deps.store.read(work)


def submit(
    deps: Deps, request: Request, round_id: str, answers: Answers, *, sure: bool = False
) -> Receipt | Hesitation | TagOffer:
    """Keep the answers, durably, in place of earlier ones.

    Of a comment that was kept without a tag it is asked what it is about, where that can be
    guessed. A comment that seems to give somebody away and may be shown is not kept but handed
    back with the question whether to send it; `sure` is the writer's yes to that.

    Raises RoundClosed, ManagerAnswers, NotOnRoster, EmptyAnswer, TextTooLong, TooManyTags,
    PersonalData, ValueError.
    """
    key, given = _key(deps, round_id), answers.checked()
    ballot = sealing.seal(key, request.actor, given)
    doubt = _read_through(deps, request, round_id, given) if given.comment else None
    if doubt and not sure:
        return doubt

    def work(tx: Tx) -> tuple[Round, Team]:
        round = _open_round(tx, round_id, request.actor)
        tx.ballots.put(round_id, ballot)
        return round, reader_of(tx, round, request)

    round, team = deps.store.write(work)
    return _offer(deps, request, round, team, given) or _receipt(round, team)


def add_tags(deps: Deps, request: Request, round_id: str, tags: tuple[str, ...]) -> Receipt:
    """Give the answer that the person has sent these tags, in place of those it has.

    Raises AnswerGone, RoundClosed, ManagerAnswers, NotOnRoster, TooManyTags.
    """
    key = _key(deps, round_id)
    own = sealing.pid(key, request.actor)

    def work(tx: Tx) -> tuple[Round, Team]:
        round = _open_round(tx, round_id, request.actor)
        kept = tx.ballots.get(round_id, own)
        if kept is None:
            raise AnswerGone
        tagged = replace(sealing.unseal(key, kept), tags=tags).checked()
        tx.ballots.put(round_id, sealing.seal(key, request.actor, tagged))
        return round, reader_of(tx, round, request)

    return _receipt(*deps.store.write(work))


def withdraw(deps: Deps, request: Request, round_id: str) -> Receipt:
    """Take the answers back; there need not be any.

    Raises RoundClosed, ManagerAnswers, NotOnRoster.
    """
    own = sealing.pid(_key(deps, round_id), request.actor)

    def work(tx: Tx) -> Words:
        round = _open_round(tx, round_id, request.actor)
        tx.ballots.remove(round_id, own)
        return _words(tx, round, request)

    return withdrawn(deps.store.write(work))


def words_for(deps: Deps, request: Request, round_id: str) -> Words:
    """Return the words of the person's team, of the installation for an unknown round."""

    def work(tx: Tx) -> Words:
        round = tx.rounds.get(round_id)
        return _words(tx, round, request) if round else words(deps.terms.language)

    return deps.store.read(work)


def _receipt(round: Round, team: Team) -> Receipt:
    w = words(team.language)
    return answered(w, pooled=round.pooled, closes=until(round, team.timezone, w))


def _offer(
    deps: Deps, request: Request, round: Round, team: Team, given: Answers
) -> TagOffer | None:
    """Return the question what the comment is about; None when it was said, or can't be guessed.

    The answer has been kept by then, so that nobody loses it who takes the question for the end.
    """
    found = () if given.tags else subjects(given.comment)
    if not found:
        return None
    programme = deps.store.read(lambda tx: tx.scripts.get(round.theme_version)).programme
    guessed = as_tags(found, [tag.id for tag in programme.tags], TAG_LIMIT)
    if not guessed:
        return None
    channel = _channel(request, team)
    return tag_offer(round.id, channel, programme, guessed, words(team.language))


def _read_through(deps: Deps, request: Request, round_id: str, given: Answers) -> Hesitation | None:
    """Return what to ask about the comment before it is kept, None when there is nothing to ask.

    A warning is for words that others may come to read: where the writer has not said yes to that,
    or the team is too small for it ever to happen, nobody is troubled. Nothing is asked over the
    network; names that the platform does not know yet are recognised only if they are common.

    Raises PersonalData, RoundClosed, ManagerAnswers, NotOnRoster.
    """
    if not given.verbatim and not find(given.comment, ()).refused:
        return None
    round, team, people = deps.store.read(lambda tx: _who_may_be_named(tx, round_id, request))
    may_be_shown = given.verbatim and round.may_reach(round.quote_threshold)
    findings = find(given.comment, deps.platform.names(people) if may_be_shown else ())
    if findings.refused:
        raise refusal(findings.refused)
    if not findings.warned or not may_be_shown:
        return None
    return hesitation(
        round_id,
        given,
        words(team.language),
        channel=_channel(request, team),
        names=_found(findings, Kind.NAME),
        rooms=_found(findings, Kind.ROOM),
        health=_found(findings, Kind.HEALTH),
    )


def _who_may_be_named(
    tx: Tx, round_id: str, request: Request
) -> tuple[Round, Team, frozenset[PersonKey]]:
    """Return the open round, the writer's team, and those on the roster or leading a team."""
    round = _open_round(tx, round_id, request.actor)
    teams = teams_of(tx, round)
    leaders = frozenset().union(*(team.managers | team.facilitators for team in teams))
    return round, reader_of(tx, round, request), leaders | frozenset(round.roster)


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
    # In the months of a survey somebody who was invited may have become its manager.
    if person not in round.roster or round.rolling:
        managed = any(person in team.managers for team in teams_of(tx, round))
        if managed or person not in round.roster:
            raise ManagerAnswers if managed else NotOnRoster
    return round


def _words(tx: Tx, round: Round, request: Request) -> Words:
    return words(reader_of(tx, round, request).language)


def _channel(request: Request, team: Team) -> str:
    """Return the channel for a form to carry: where it is asked for, if that is the team's."""
    return team.channel if team.channel == request.channel else ""
