"""What every store promises of rolling surveys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from bot.domain.round import Round, RoundState
from bot.ports import Store, Tx
from tests.contracts.store_samples import MINUTE, NOW, REF, ballot, round_, survey, team, with_round


def test_the_open_survey_of_a_team(store: Store) -> None:
    """It is found by its team while it is open, and is none of the team's dialogues."""

    def work(tx: Tx) -> None:
        tx.teams.save(team("team1"))
        tx.teams.save(team("team2"))
        tx.rounds.save(round_("r1"))
        tx.rounds.save(replace(survey("old"), state=RoundState.CLOSED))
        tx.rounds.save(survey("s1"))

    store.write(work)
    assert store.read(lambda tx: tx.rounds.survey_of("team1")) == survey("s1")
    assert store.read(lambda tx: tx.rounds.survey_of("team2")) is None
    assert store.read(lambda tx: tx.rounds.open_of("team1")) == (round_("r1"),)
    assert store.read(lambda tx: tx.rounds.shared_by("team1", REF)) is None


def test_the_latest_survey_of_a_team(store: Store) -> None:
    """The one that was opened last, whatever became of it; of two at once the open one."""

    def latest() -> Round | None:
        return store.read(lambda tx: tx.rounds.latest_survey_of("team1"))

    def save(round: Round) -> None:
        store.write(lambda tx: tx.rounds.save(round))

    for name in ("team1", "team2"):
        store.write(partial(_save_team, name=name))
    save(replace(round_("r1"), opened_at=NOW + MINUTE))
    save(replace(survey("other", "team2"), opened_at=NOW + MINUTE))
    assert latest() is None
    old = replace(survey("a"), state=RoundState.CLOSED)
    save(old)
    assert latest() == old
    void = replace(survey("b"), state=RoundState.VOIDED, opened_at=old.opened_at + MINUTE)
    save(void)
    assert latest() == void
    anew = replace(void, id="c", state=RoundState.OPEN)
    save(anew)
    assert latest() == anew


def _save_team(tx: Tx, name: str) -> None:
    tx.teams.save(team(name))


def test_nobody_on_a_surveys_list_has_a_dialogue_for_it(store: Store) -> None:
    """What is open to somebody as a dialogue does not tell of a survey."""

    def work(tx: Tx) -> None:
        tx.teams.save(team("team1"))
        tx.rounds.save(survey("s1"))

    store.write(work)
    (person, *_) = survey().roster
    assert store.read(lambda tx: tx.rounds.open_to(person)) == ()


def test_whether_a_box_holds_enough(store: Store) -> None:
    """From so many ballots on, counted in that box alone; a changed one counts once."""
    with_round(store)
    store.write(lambda tx: tx.rounds.save(round_("r2")))
    for number in (1, 2, 2, 3):
        store.write(partial(_put, number=number))
    store.write(lambda tx: tx.ballots.put("r2", ballot(4)))
    told = [store.read(partial(_holds, count=count)) for count in (1, 3, 4)]
    assert told == [True, True, False]
    store.write(lambda tx: tx.ballots.remove("r1", ballot(1).pid))
    assert not store.read(lambda tx: tx.ballots.at_least("r1", 3))


def _put(tx: Tx, number: int) -> None:
    tx.ballots.put("r1", ballot(number))


def _holds(tx: Tx, count: int) -> bool:
    return tx.ballots.at_least("r1", count)
