"""Commitments: what is agreed, what becomes of it, and the trail of both."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain.commitment import (
    FARTHEST,
    LIMITS,
    REQUIRED,
    TEXT,
    Agreed,
    Commitment,
    CommitmentState,
    check_target,
    closed_since,
    first_due,
)
from bot.errors import (
    EmptyCommitment,
    ReasonMissing,
    TargetNotLater,
    TargetPassed,
    TextTooLong,
)

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
CLOSED = (CommitmentState.DONE, CommitmentState.DROPPED)
NEED_A_REASON = (CommitmentState.DEFERRED, CommitmentState.DROPPED)

days = st.dates(TODAY - 400 * DAY, TODAY + FARTHEST + 400 * DAY)
allowed = st.dates(TODAY, TODAY + FARTHEST)
notes = st.text(alphabet="aå 1\n", max_size=20)
reasons = notes.filter(str.strip)
states = st.sampled_from(CommitmentState)
said = st.builds(
    Agreed,
    activity=reasons,
    role=reasons,
    target=allowed,
    how=notes,
    resources=notes,
    follow_up=notes,
)


def agreed(**changes: object) -> Agreed:
    """Return something that is agreed."""
    given = {"activity": "Tio minuter för överlämning", "role": "Alla", "target": TODAY + 28 * DAY}
    return Agreed.model_validate({**given, **changes})


def commitment(id: str = "c1", **changes: object) -> Commitment:
    """Return a commitment of today."""
    return Commitment(id=id, team_id="t1", agreed=agreed(**changes), agreed_on=TODAY)


def closed(id: str, day: date, state: CommitmentState = CommitmentState.DONE) -> Commitment:
    """Return one that was closed that day."""
    return commitment(id).followed_up(state, "Skäl.", None, day)


# --- what is agreed -------------------------------------------------------------------------


@given(said)
def test_what_is_agreed_is_kept_as_it_was_said(one: Agreed) -> None:
    """Without the space around it, and comes back from the store's text the same."""
    assert one.checked() == one
    assert Agreed.model_validate_json(one.model_dump_json()) == one
    assert all(text == text.strip() for _, text in one.texts)


@pytest.mark.parametrize("field", REQUIRED)
@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "\u202e \u200b", "\u3164", "\u2800\x00"])
def test_what_must_be_there(field: str, text: str) -> None:
    """Nothing, or nothing that can be seen, is refused at its field."""
    with pytest.raises(EmptyCommitment) as told:
        agreed(**{field: text}).checked()
    assert told.value.params == {"field": field}


@pytest.mark.parametrize("field", LIMITS)
def test_texts_have_limits(field: str) -> None:
    """The longest text is kept; one character more is refused at its field."""
    limit = LIMITS[field]
    longest = agreed(**{field: "x" * limit})
    assert longest.checked() == longest
    with pytest.raises(TextTooLong) as told:
        agreed(**{field: "x" * (limit + 1)}).checked()
    assert told.value.params == {"limit": limit, "field": field}


@given(days, days)
def test_a_target_lies_from_today_to_three_years_ahead(target: date, today: date) -> None:
    """Both ends included, whatever day it is."""
    if today <= target <= today + FARTHEST:
        assert check_target(target, today) == target
    else:
        with pytest.raises(TargetPassed):
            check_target(target, today)


def test_no_day_is_no_target() -> None:
    """It is said like a day that has passed."""
    with pytest.raises(TargetPassed):
        check_target(None, TODAY)


# --- what becomes of it ---------------------------------------------------------------------


@given(states, notes, st.none() | days, st.dates(TODAY, TODAY + 300 * DAY))
def test_a_follow_up_adds_to_the_trail(
    state: CommitmentState, note: str, target: date | None, today: date
) -> None:
    """One line, with its day, its state and its note; or it is refused and nothing is added."""
    before = commitment()
    try:
        after = before.followed_up(state, note, target, today)
    except ReasonMissing:
        assert state in NEED_A_REASON
        assert not note.strip()
        return
    except TargetPassed:
        assert state is CommitmentState.DEFERRED
        assert target is None or not today <= target <= today + FARTHEST
        return
    except TargetNotLater:
        assert state is CommitmentState.DEFERRED
        assert target is not None
        assert today <= target <= before.target
        return
    assert after.before == before
    assert after.changes[-1].day == after.latest == today
    assert after.changes[-1].note == note.strip()
    assert after.state is state
    assert after.waiting == (state not in CLOSED)
    assert after.target == (target if state is CommitmentState.DEFERRED else before.target)
    assert after.mark != before.mark


@given(allowed, days, st.dates(TODAY, TODAY + 300 * DAY))
def test_what_is_deferred_gets_a_later_day(target: date, later: date, today: date) -> None:
    """Later than the day in force, neither passed nor too far ahead; else it stays as it is."""
    one = commitment(target=target)
    if max(today, target + DAY) <= later <= today + FARTHEST:
        after = one.followed_up(CommitmentState.DEFERRED, "Skäl.", later, today)
        assert after.target == later
    else:
        with pytest.raises((TargetPassed, TargetNotLater)):
            one.followed_up(CommitmentState.DEFERRED, "Skäl.", later, today)


def test_the_day_it_has_is_not_later() -> None:
    """It is refused at the field of the day; the day after it will do."""
    one = commitment()
    with pytest.raises(TargetNotLater) as told:
        one.followed_up(CommitmentState.DEFERRED, "Skäl.", one.target, TODAY)
    assert told.value.params == {"field": "target"}
    assert one.followed_up(CommitmentState.DEFERRED, "Skäl.", one.target + DAY, TODAY).waiting


@pytest.mark.parametrize("state", NEED_A_REASON)
@pytest.mark.parametrize("note", [" \n", "\u200b", "\u3164"])
def test_a_reason_must_be_there(state: CommitmentState, note: str) -> None:
    """What is deferred or dropped without a word is refused, also with none that can be seen."""
    with pytest.raises(ReasonMissing):
        commitment().followed_up(state, note, TODAY + 60 * DAY, TODAY)


def test_a_note_has_a_limit() -> None:
    """The longest is kept."""
    done = commitment().followed_up(CommitmentState.DONE, "x" * TEXT, None, TODAY)
    assert done.changes[-1].note == "x" * TEXT
    with pytest.raises(TextTooLong) as told:
        commitment().followed_up(CommitmentState.DONE, "x" * (TEXT + 1), None, TODAY)
    assert told.value.params["limit"] == TEXT


@given(st.dates(TODAY - 60 * DAY, TODAY + 60 * DAY), states)
def test_late_is_what_waits_after_its_day(today: date, state: CommitmentState) -> None:
    """On the day itself it is due and not late; what is closed is neither."""
    target = TODAY + 10 * DAY
    one = commitment(target=target)
    if state is not CommitmentState.OPEN:
        one = commitment(target=target - DAY).followed_up(state, "Skäl.", target, TODAY)
    assert one.late(today) == (state not in CLOSED and today > target)
    assert one.due(today) == (state not in CLOSED and today >= target)


@given(said, allowed)
def test_what_is_corrected_reads_as_it_was_corrected(words: Agreed, day: date) -> None:
    """With the words and the day that were handed in, before and after something was noted."""
    first = commitment(target=day)
    assert first.corrected(words, TODAY).agreed == words
    deferred = first.followed_up(CommitmentState.DEFERRED, "Ont om tid.", day + DAY, TODAY + DAY)
    after = deferred.corrected(words, TODAY)
    assert after.target == words.target
    assert after.agreed.target == day
    assert after.agreed.activity == words.activity
    assert (after.state, len(after.changes)) == (CommitmentState.DEFERRED, 1)
    assert after.latest == TODAY + DAY


def test_a_day_that_has_passed_may_stay() -> None:
    """The words of what is late can be corrected; another day must lie ahead."""
    late = commitment()
    today = late.target + 10 * DAY
    kept = late.corrected(agreed(activity="Tjugo minuter"), today)
    assert (kept.target, kept.late(today)) == (late.target, True)
    with pytest.raises(TargetPassed):
        late.corrected(agreed(target=today - DAY), today)


@given(said, said)
def test_mark_tells_one_state_from_another(one: Agreed, other: Agreed) -> None:
    """The same has the same mark, something else another."""
    before = commitment()
    marks = {before.corrected(each, TODAY).mark for each in (one, other)}
    assert len(marks) == (1 if one == other else 2)


class Trail(RuleBasedStateMachine):
    """A commitment followed up and corrected in any order, day after day."""

    def __init__(self) -> None:
        """Begin with one of today."""
        super().__init__()
        self.today = TODAY
        self.commitment = commitment()
        self.expected: list[tuple[date, CommitmentState]] = []

    @rule(count=st.integers(1, 40))
    @precondition(lambda self: self.today < TODAY + 300 * DAY)
    def days_pass(self, count: int) -> None:
        """Nothing changes by itself."""
        self.today += count * DAY

    @rule(state=states, ahead=st.integers(0, 90))
    def follow_up(self, state: CommitmentState, ahead: int) -> None:
        """Note something."""
        target = max(self.today, self.commitment.target + DAY) + ahead * DAY
        if state is CommitmentState.DEFERRED and target > self.today + FARTHEST:
            return
        self.commitment = self.commitment.followed_up(state, "Skäl.", target, self.today)
        self.expected.append((self.today, state))

    @rule(ahead=st.integers(0, 90))
    def correct(self, ahead: int) -> None:
        """Correct the day: nothing is noted for it."""
        words = agreed(target=self.today + ahead * DAY)
        self.commitment = self.commitment.corrected(words, self.today)

    @invariant()
    def trail_is_whole(self) -> None:
        """Every change is there, in order, and the latest says how it stands."""
        one = self.commitment
        assert [(each.day, each.state) for each in one.changes] == self.expected
        assert [each.day for each in one.changes] == sorted(each.day for each in one.changes)
        assert one.state is (self.expected[-1][1] if self.expected else CommitmentState.OPEN)
        assert one.agreed_on == TODAY
        assert Commitment.model_validate_json(one.model_dump_json()) == one


TestTrail = Trail.TestCase


# --- several --------------------------------------------------------------------------------


@given(st.lists(st.tuples(allowed, states), max_size=12))
def test_first_due_leads(some: list[tuple[date, CommitmentState]]) -> None:
    """All that wait, none that does not, by day."""
    every = []
    for number, (target, state) in enumerate(some):
        one = commitment(f"c{number}", target=target)
        if state is not CommitmentState.DEFERRED:
            one = one.followed_up(state, "Skäl.", target, TODAY)
        elif target < TODAY + FARTHEST:
            one = one.followed_up(state, "Skäl.", target + DAY, TODAY)
        every.append(one)
    found = first_due(every)
    assert [each.target for each in found] == sorted(each.target for each in found)
    assert {each.id for each in found} == {each.id for each in every if each.state not in CLOSED}


@given(
    st.lists(
        st.tuples(st.sampled_from([0, 249, 250, 251, 400]), st.sampled_from(CLOSED)), max_size=12
    )
)
def test_closed_of_a_time(some: list[tuple[int, CommitmentState]]) -> None:
    """Those done or dropped since the day, that day included, the latest leading."""
    every = [
        closed(f"c{number}", TODAY + ahead * DAY, state)
        for number, (ahead, state) in enumerate(some)
    ]
    since = TODAY + 250 * DAY
    found = closed_since([*every, commitment("open")], since)
    assert {each.id for each in found} == {each.id for each in every if each.latest >= since}
    assert [each.latest for each in found] == sorted((e.latest for e in found), reverse=True)
