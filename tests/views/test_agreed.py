"""What the dialogue's message says of the team's commitments, step by step."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import session as machine
from bot.domain.commitment import CommitmentState
from bot.domain.programme import Script, StepKind, Theme
from bot.domain.session import Session
from bot.locales import words
from bot.views.actions import Action
from bot.views.agreed import AGREED, SINCE
from bot.views.model import CommitmentLines
from tests.services.people import EXTRA, KARIN, SCRIPT, talk, team
from tests.views.moments_agreed import (
    EARLIER,
    OURS,
    OWN,
    TO_COMMIT,
    TODAY,
    agreed,
    became,
    drawn,
    ending_with,
)
from tests.views.moments_pool import NOON, at_step, over
from tests.views.moments_talk import talking

SV = words("sv")
DAY = timedelta(days=1)
LAST = 3


def activities(lines: CommitmentLines | None) -> list[str]:
    """Return what is to be done, in the order shown."""
    return [line.activity for line in lines.lines] if lines else []


def whens(lines: CommitmentLines | None) -> list[str]:
    """Return what is said of the days."""
    return [line.when for line in lines.lines] if lines else []


@pytest.mark.parametrize("step", range(4))
def test_looks_back_until_the_questions(step: int) -> None:
    """What was agreed before stands there until the answer step, also while paused."""
    for at in (at_step(step), machine.pause(at_step(step), NOON)):
        shown = activities(drawn(at, EARLIER, SV).since)
        assert shown == ([each.agreed.activity for each in EARLIER] if step < 2 else [])


@pytest.mark.parametrize(("steps", "looking"), [(1, 1), (2, 1), (3, 2), (4, 2)])
def test_looks_back_for_half_of_a_talk(steps: int, looking: int) -> None:
    """Where nothing is asked it is half of the steps, at least the first."""
    theme = Theme.model_validate(
        {**talk().model_dump(), "steps": talk().steps[:1] * steps, "length": 60 * steps}
    )
    at = _talk_of(theme)
    seen = []
    for _ in range(steps):
        seen.append(drawn(at, EARLIER, SV, theme).since is not None)
        at = machine.next_step(at, NOON)
    assert seen == [True] * looking + [False] * (steps - looking)


def _talk_of(theme: Theme) -> Session:
    script = Script.of(EXTRA, theme)
    return machine.begin(machine.plan(OURS, team().id, script, KARIN, NOON), "", NOON)


@pytest.mark.parametrize("end", [machine.stop, machine.cancel])
def test_nothing_is_looked_back_at_when_it_is_over(end: object) -> None:
    """An early end takes the list away: what is over is no agenda."""
    assert callable(end)
    assert drawn(end(at_step(0), NOON), EARLIER, SV).since is None


def test_only_what_waits_is_looked_back_at() -> None:
    """What is done or dropped has been talked about; what is deferred waits, for its new day."""
    done, deferred, dropped = (
        became(agreed(number), state, due=40)
        for number, state in enumerate(
            (CommitmentState.DONE, CommitmentState.DEFERRED, CommitmentState.DROPPED)
        )
    )
    since = drawn(at_step(0), (done, deferred, dropped), SV).since
    assert activities(since) == [deferred.agreed.activity]
    assert whens(since) == ["uppskjutet till 31 december"]
    assert drawn(at_step(0), (done, dropped), SV).since is None


def test_first_due_lead_and_the_rest_is_counted() -> None:
    """Three stand there, those with the earliest days; where the others are is told."""
    many = [agreed(n, due=30 - n) for n in range(SINCE + 2)]
    since = drawn(at_step(0), many, SV).since
    assert activities(since) == [each.agreed.activity for each in many[::-1][:SINCE]]
    assert since
    assert since.more == "och 2 till: skriv `/apt åtaganden`"
    few = drawn(at_step(0), many[:SINCE], SV).since
    assert few
    assert few.more == ""


def test_what_is_late_is_said_in_words() -> None:
    """By the day on which the dialogue began: the day itself is not late."""
    late = [agreed(n, due=due) for n, due in enumerate((-1, 0, 1))]
    assert whens(drawn(at_step(0), late, SV).since) == [
        "skulle vara klart 20 november",
        "klart senast 21 november",
        "klart senast 22 november",
    ]


def test_what_was_deferred_and_is_late_is_late() -> None:
    """Its new day has passed as well; what goes on after it was deferred has its new day."""
    first = agreed(1, due=-20)
    deferred, later = (
        first.followed_up(
            CommitmentState.DEFERRED, "Ont om tid.", TODAY + due * DAY, TODAY - 19 * DAY
        )
        for due in (-1, 9)
    )
    going = later.followed_up(CommitmentState.OPEN, "På väg.", None, TODAY - DAY)
    assert whens(drawn(at_step(0), (deferred, later, going), SV).since) == [
        "skulle vara klart 20 november",
        "uppskjutet till 30 november",
        "klart senast 30 november",
    ]


def test_year_is_told_where_it_is_another() -> None:
    """Next January is not the last one."""
    far = [agreed(1, due=40), agreed(2, due=41)]
    assert whens(drawn(at_step(0), far, SV).since) == [
        "klart senast 31 december",
        "klart senast 1 januari 2027",
    ]


def test_own_commitments_stand_as_long_as_the_message() -> None:
    """From the first step to long after the end, and never among the earlier ones."""
    shown = [each.agreed.activity for each in OWN]
    for at in (at_step(0), at_step(LAST), over(), over(cancelled=True)):
        view = drawn(at, OWN, SV)
        assert activities(view.agreed) == shown
        assert view.since is None
    assert drawn(at_step(0), EARLIER, SV).agreed is None


def test_what_became_of_own_commitments_is_told() -> None:
    """They keep their places by the days agreed at first."""
    own = [agreed(n, due=n, session_id=OURS) for n in range(4)]
    later = [
        became(each, state, due=50)
        for each, state in zip(
            own,
            (CommitmentState.DONE, CommitmentState.DEFERRED, CommitmentState.DROPPED),
            strict=False,
        )
    ]
    assert whens(drawn(over(), [*later, own[3]], SV, newest=False).agreed) == [
        "klart",
        "uppskjutet till 10 januari 2027",
        "avskrivet",
        "klart senast 24 november",
    ]


def test_many_own_commitments_are_counted() -> None:
    """The message stays a message."""
    own = [agreed(n, due=n, session_id=OURS) for n in range(AGREED + 1)]
    shown = drawn(at_step(LAST), own, SV).agreed
    assert shown
    assert len(shown.lines) == AGREED
    assert shown.more == "och 1 till: skriv `/apt åtaganden`"


@pytest.mark.parametrize("step", range(4))
def test_way_to_write_stands_at_the_step_for_it(step: int) -> None:
    """Also while paused; without such a step it is the last; it says whose dialogue it is."""
    for theme in (TO_COMMIT, ending_with(StepKind.CHECK_OUT)):
        for at in (at_step(step), machine.pause(at_step(step), NOON)):
            view = drawn(at, (), SV, theme)
            assert (view.commit is not None) is bool(view.commit_hint) is (step == LAST)
    commit = drawn(at_step(LAST), (), SV).commit
    assert commit
    assert (commit.action, commit.value) == (Action.COMMIT, f"{team().id} session:{OURS}")


def test_way_to_write_stays_after_its_step() -> None:
    """What is agreed while people check out can be written down as well."""
    first = TO_COMMIT.steps[-1]
    theme = TO_COMMIT.model_copy(
        update={"steps": (TO_COMMIT.steps[0], first, *SCRIPT.theme.steps[2:])}
    )
    seen = [drawn(at_step(step), (), SV, theme).commit is not None for step in range(4)]
    assert seen == [False, True, True, True]


def test_way_to_write_stays_when_it_has_ended() -> None:
    """The clock ends a short last step while people still agree; the next dialogue takes over."""
    talked = machine.stop(talking(), NOON)
    for at, theme in ((over(0), TO_COMMIT), (over(LAST), TO_COMMIT), (talked, talk())):
        view = drawn(at, (), SV, theme)
        assert view.commit
        assert view.commit_hint == SV("board-commit-hint-over")
        view = drawn(at, (), SV, theme, newest=False)
        assert (view.commit, view.commit_hint) == (None, "")
    assert drawn(over(cancelled=True), (), SV).commit is None


def test_nothing_else_of_the_message_changes() -> None:
    """Only what is told of commitments does, so that they can be shown anew at any time."""
    at = at_step(LAST)
    before, after = drawn(at, (), SV), drawn(at, (*EARLIER, *OWN), SV)
    assert before != after
    told = {"since": None, "agreed": None, "commit": None, "commit_hint": ""}
    assert before.model_copy(update=told) == after.model_copy(update=told)
