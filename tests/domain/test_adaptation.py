"""The adaptation log: what is kept of an entry, and what is known of the time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import session as machine
from bot.domain.adaptation import (
    STEP_LIMIT,
    WHY_LIMIT,
    Adaptation,
    Fidelity,
    StepNote,
    loggable,
    mark,
    minutes,
    proposed,
)
from bot.domain.session import LONGEST_PAUSE, Session
from bot.errors import TextTooLong
from tests.services.people import KARIN, SCRIPT
from tests.views.moments_talk import NOON

THEME = SCRIPT.theme
STEPS = len(THEME.steps)
CHANGED = StepNote(fidelity=Fidelity.CHANGED, why="Vi stod upp.")
MINUTE = timedelta(minutes=1)

notes = st.builds(
    StepNote,
    fidelity=st.sampled_from(Fidelity),
    why=st.text(max_size=STEP_LIMIT, alphabet="aå 1\n"),
)
entries = st.builds(
    Adaptation,
    steps=st.lists(notes, min_size=1, max_size=20).map(tuple),
    why=st.text(max_size=WHY_LIMIT, alphabet="aå 1\n"),
)


def begun() -> Session:
    """Return a dialogue of theme 3 that has just begun: 2, 3, 4 and 6 minutes."""
    return machine.begin(machine.plan("s1", "t1", SCRIPT, KARIN, NOON), "r1", NOON)


def entry(*given: StepNote, why: str = "") -> Adaptation:
    """Return an entry with these notes first, and the rest as it was meant."""
    return Adaptation(steps=(*given, *(StepNote(),) * (STEPS - len(given))), why=why)


# --- entries --------------------------------------------------------------------------------


@given(entries)
def test_what_is_kept_is_kept_again(one: Adaptation) -> None:
    """To check twice is to check once: a form delivered twice says the same."""
    kept = one.checked(len(one.steps))
    assert kept.checked(len(one.steps)) == kept
    assert [n.fidelity for n in kept.steps] == [n.fidelity for n in one.steps]


def test_step_as_meant_has_no_text() -> None:
    """What was typed before the step was put back is not kept out of sight."""
    left = StepNote(fidelity=Fidelity.AS_MEANT, why="Kvarglömt.")
    kept = entry(left, CHANGED).checked(STEPS)
    assert kept.steps[:2] == (StepNote(), CHANGED)
    assert list(kept.texts) == ["Vi stod upp."]
    assert kept.as_meant == STEPS - 1


def test_texts_have_limits() -> None:
    """A text of the greatest length is kept, one character more is refused with the limit."""
    longest = StepNote(fidelity=Fidelity.CHANGED, why="x" * STEP_LIMIT)
    assert entry(longest, why="x" * WHY_LIMIT).checked(STEPS).why == "x" * WHY_LIMIT
    with pytest.raises(TextTooLong) as told:
        entry(why="x" * (WHY_LIMIT + 1)).checked(STEPS)
    assert told.value.params == {"limit": WHY_LIMIT}
    with pytest.raises(TextTooLong) as told:
        entry(StepNote(fidelity=Fidelity.SKIPPED, why="x" * (STEP_LIMIT + 1))).checked(STEPS)
    assert told.value.params == {"limit": STEP_LIMIT}


@pytest.mark.parametrize("steps", [0, STEPS - 1, STEPS + 1])
def test_each_step_has_a_note(steps: int) -> None:
    """An entry of another dialogue, or a forged one, is refused."""
    with pytest.raises(ValueError, match="each step"):
        Adaptation(steps=(StepNote(),) * steps).checked(STEPS)


def test_marks_tell_entries_apart() -> None:
    """From each other, and from none; the same entry has the same mark."""
    every = [None, entry(), entry(CHANGED), entry(why="Därför.")]
    assert len({mark(each) for each in every}) == len(every)
    assert mark(entry(CHANGED)) == mark(entry(CHANGED))


# --- what the session knows -----------------------------------------------------------------


def test_only_what_has_ended_is_noted() -> None:
    """Not what is going on, and not what was cancelled."""
    assert not loggable(begun())
    assert not loggable(machine.cancel(begun(), NOON))
    assert loggable(machine.stop(begun(), NOON))


def test_steps_that_never_came_are_proposed_as_skipped() -> None:
    """A dialogue stopped in its second step had no third."""
    stopped = machine.stop(machine.next_step(begun(), NOON), NOON)
    assert [note.fidelity for note in proposed(stopped).steps] == [
        Fidelity.AS_MEANT,
        Fidelity.AS_MEANT,
        Fidelity.SKIPPED,
        Fidelity.SKIPPED,
    ]


def test_whole_dialogue_is_proposed_as_meant() -> None:
    """One that ran to its end by the clock took what was planned."""
    ended = machine.tick(begun(), NOON + 15 * MINUTE)
    assert proposed(ended) == entry()
    told = minutes(ended, THEME)
    assert (told.planned, told.taken, told.added) == (15, 15, (0, 0, 0, 0))


def test_minutes_that_were_added_are_known_by_step() -> None:
    """Also those added twice; the whole time is longer by as much."""
    longer = machine.extend(machine.extend(machine.next_step(begun(), NOON), 5), 3)
    ended = machine.tick(longer, NOON + timedelta(hours=1))
    told = minutes(ended, THEME)
    assert told.added == (0, 8, 0, 0)
    assert told.taken == 13 + 8


def test_pauses_are_part_of_the_time() -> None:
    """Nobody knows what a pause was for, so it is not taken out."""
    paused = machine.pause(begun(), NOON + MINUTE)
    assert minutes(machine.tick(paused, NOON + timedelta(days=1)), THEME).taken == 1 + (
        LONGEST_PAUSE // MINUTE
    )
