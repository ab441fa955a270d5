"""Who said what? An attacker with every file and every ear, in two hundred rounds.

The attacker sat in the room and knows in which order people answered, changed and withdrew. The
attacker has the database and its log from the open box and from after the close, and the published
comments. While the box is open the log ties each sealed answer to a person: that is no secret. But
nothing ties a published comment to a sealed answer, nor to a person: every way to pair them that
the files offer does no better than guessing. The same attacks succeed on designs that look good.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

import pytest

from bot.domain.ballot import pid
from bot.domain.people import PersonKey
from bot.workspace import visible_text
from tests.forensics.obvious import numbered, split
from tests.forensics.once import once
from tests.forensics.orders import in_file, in_log, tau, tau_deviation, wilson
from tests.forensics.rounds import DATABASE, PEOPLE, QUOTED, Seen, many
from tests.forensics.story import AGREED, STAYING, WITHDRAWER, Story, canary

ROUNDS = 200

Z = 5.0
"""Standard deviations: some two dozen intervals, of which one in a million fails by chance."""

SEED = 20260302
"""Of the people, orders and texts; ids, sealing and shuffling are random all the same."""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> list[Seen]:
    """Two hundred rounds with random people, orders, changes, withdrawals and texts."""
    return once(tmp_path_factory, worker_id, "rounds", lambda path: many(path, ROUNDS, SEED))


Attack = Callable[[Seen], Sequence[PersonKey]]
"""Guesses who wrote the first published comment, the second, …"""

ATTACKS: dict[str, Attack] = {
    "as they answered": lambda one: one.quoted(one.acted),
    "the last to answer first": lambda one: one.quoted(one.acted)[::-1],
    "as in the log": lambda one: one.quoted(one.people("log")),
    "as the cells": lambda one: one.quoted(one.people("cells")),
    "as the pages": lambda one: one.quoted(one.people("pages")),
    "as the table": lambda one: one.quoted(one.people("table")),
    "as the table, backwards": lambda one: one.quoted(one.people("table"))[::-1],
    "as the sealed bytes": lambda one: one.quoted(one.people("sealed")),
    "as the roster": lambda one: one.quoted(PEOPLE),
    "as the names": lambda one: sorted(one.quoted(PEOPLE)),
}


def hits(one: Seen, guess: Sequence[PersonKey]) -> int:
    """Count the comments whose writer is guessed."""
    assert len(guess) == len(one.comments) == QUOTED
    return sum(one.truth[text] == who for text, who in zip(one.comments, guess, strict=True))


def test_no_order_tells_who_wrote_a_comment(seen: list[Seen]) -> None:
    """The rate of success is that of guessing: one in ten lies in each confidence interval."""
    assert len(seen) == ROUNDS
    for name, attack in ATTACKS.items():
        found = sum(hits(one, attack(one)) for one in seen)
        low, high = wilson(found, ROUNDS * QUOTED, Z)
        assert low < 1 / QUOTED < high, name


def test_no_order_can_be_learned(seen: list[Seen]) -> None:
    """Nor does any other fixed rule: the best of a hundred rounds fails in the next hundred."""
    for name, attack in ATTACKS.items():
        found = _learned(seen[: ROUNDS // 2], seen[ROUNDS // 2 :], attack)
        low, high = wilson(found, ROUNDS // 2 * QUOTED, Z)
        assert low < 1 / QUOTED < high, name


def _learned(past: list[Seen], future: list[Seen], attack: Attack) -> int:
    """Guess each place by the rank that its writer had most often before; count the hits."""
    ranks: list[Counter[int]] = [Counter() for _ in range(QUOTED)]
    for one in past:
        guess = list(attack(one))
        for place, text in enumerate(one.comments):
            ranks[place][guess.index(one.truth[text])] += 1
    best = [counts.most_common(1)[0][0] for counts in ranks]
    return sum(hits(one, [attack(one)[rank] for rank in best]) for one in future)


def test_learning_finds_a_rule(seen: list[Seen]) -> None:
    """The control: were the comments in any fixed order of arrival, it would be learned."""
    rigged = [
        _in_order(one, [*one.quoted(one.acted)[3:], *one.quoted(one.acted)[:3]]) for one in seen
    ]
    attack = ATTACKS["as they answered"]
    assert sum(hits(one, attack(one)) for one in rigged) == 0
    assert _learned(rigged[:20], rigged[20:], attack) == (ROUNDS - 20) * QUOTED


def _in_order(one: Seen, writers: Sequence[PersonKey]) -> Seen:
    """Return the round as if the comments had been published in the order of these writers."""
    texts = {who: text for text, who in one.truth.items()}
    comments = [texts[who] for who in writers]
    return Seen(**{**vars(one), "comments": comments})


def test_the_open_log_tells_whose_each_sealed_answer_is(seen: list[Seen]) -> None:
    """The first half of the chain holds, as is said openly: the attack is in earnest."""
    assert all(one.people("log") == one.acted for one in seen)


def test_without_shuffling_the_chain_would_hold(seen: list[Seen]) -> None:
    """The control: comments in the order of the box, as a count without shuffling leaves them."""
    rigged = [_in_order(one, one.quoted(one.people("table"))) for one in seen]
    found = sum(hits(one, ATTACKS["as the table"](one)) for one in rigged)
    assert found == ROUNDS * QUOTED


def test_nothing_of_the_ballots_is_left_to_pair(seen: list[Seen]) -> None:
    """After each close no id and no piece of a sealed answer is in any file."""
    assert [one.left for one in seen] == [0] * ROUNDS


def test_nothing_is_logged_while_people_answer(seen: list[Seen]) -> None:
    """No logger says anything, at any level: there is no line whose time could be paired."""
    assert [one.logged for one in seen] == [0] * ROUNDS


def test_all_sealed_answers_have_one_length(seen: list[Seen]) -> None:
    """From one word to fifty, in every round: the length tells nothing."""
    lengths = {len(text) for one in seen for text in one.comments}
    assert len(lengths) > QUOTED
    assert len(set().union(*(one.sizes for one in seen))) == 1


def test_the_real_process_keeps_to_it(story: Story) -> None:
    """The bot in its own process, over the socket: the same first half, and then nothing to pair.

    The log of the open box has the order in which people answered. Of those ballots nothing is left
    after the close, and the comments are those of the writers who agreed.
    """
    acted = [*STAYING, WITHDRAWER]
    whose = {story.pid(user): user for user in acted}
    log = story.open[f"data/{DATABASE}-wal"]
    assert [whose[own] for own in in_log(whose, log)] == acted
    assert in_log(whose, story.closed[f"data/{DATABASE}-wal"]) == []
    assert in_file(whose, story.closed[f"data/{DATABASE}"]) == []
    shown = visible_text(story.summary)
    assert {user for user in STAYING if canary(user) in shown} == set(AGREED)


# --- orders: arrival against what is stored ------------------------------------------------


@pytest.mark.parametrize("where", ["table", "sealed"])
def test_the_box_has_no_order_of_arrival(seen: list[Seen], where: str) -> None:
    """Kendall's tau between arriving and the order of the table is near 0 on average."""
    taus = [tau(one.people(where), _staying(one, where)) for one in seen]
    assert abs(mean(taus)) < Z * tau_deviation(QUOTED, ROUNDS)


def test_the_result_has_no_order_of_arrival(seen: list[Seen]) -> None:
    """Kendall's tau between arriving and the published comments is near 0 on average."""
    taus = [tau([one.truth[text] for text in one.comments], one.quoted(one.acted)) for one in seen]
    assert abs(mean(taus)) < Z * tau_deviation(QUOTED, ROUNDS)


def _staying(one: Seen, where: str) -> list[PersonKey]:
    return [person for person in one.acted if person in one.people(where)]


def test_tau_finds_the_order_of_a_rowid(seen: list[Seen], tmp_path: Path) -> None:
    """The control: a hidden rowid keeps the order exactly, even after VACUUM."""
    said = _said(seen[0])
    kept = numbered(tmp_path / "numbered.sqlite3", said)
    assert tau(kept, [text for _, text in said]) == 1.0


def test_tau_is_known() -> None:
    """Same order 1, opposite order -1, one swap of neighbours in three things 1/3."""
    assert tau("abc", "abc") == 1.0
    assert tau("cba", "abc") == -1.0
    assert tau("bac", "abc") == pytest.approx(1 / 3)


# --- the designs that fail -----------------------------------------------------------------


@pytest.mark.parametrize("where", ["log", "cells"])
def test_the_obvious_design_is_linked(seen: list[Seen], tmp_path: Path, where: str) -> None:
    """The control: two tables that grow together are paired by their order, near 100 %."""
    found = 0
    for number, one in enumerate(seen[:30]):
        said = _said(one)
        log, data = split(tmp_path / f"{number}.sqlite3", said)
        users, texts = ([side.encode() for side in sides] for sides in zip(*said, strict=True))
        read = (in_log, log) if where == "log" else (in_file, data)
        paired = zip(read[0](users, read[1]), read[0](texts, read[1]), strict=True)
        truth = dict(zip(users, texts, strict=True))
        found += sum(truth[user] == text for user, text in paired)
    low, _ = wilson(found, 30 * QUOTED, Z)
    assert low > 0.9


def _said(one: Seen) -> list[tuple[str, str]]:
    """Return who said what, as they came; short texts, of which many fit a page."""
    texts = {who: text[:40] for text, who in one.truth.items()}
    return [(f"user-{who.user}-end", texts[who]) for who in one.quoted(one.acted)]


# --- from one round to another -------------------------------------------------------------


def test_a_person_has_unrelated_ids_in_two_rounds(seen: list[Seen]) -> None:
    """Not one id comes back in two hundred rounds, though the same people do."""
    ids = [own for one in seen for own in one.whose]
    assert len(set(ids)) == len(ids)
    times = Counter(person for one in seen for person in one.whose.values())
    assert min(times.values()) > ROUNDS // 2


def test_with_one_key_for_all_they_would_be_the_same() -> None:
    """The control: under one key a person would be known again."""
    key, other = b"1" * 32, b"2" * 32
    assert {pid(key, who) for who in PEOPLE} == {pid(key, who) for who in reversed(PEOPLE)}
    assert not {pid(key, who) for who in PEOPLE} & {pid(other, who) for who in PEOPLE}
