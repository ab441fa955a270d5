"""The forms in which commitments are written and followed up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.commitment import LIMITS, REQUIRED, TEXT, Agreed, Aim, Commitment, CommitmentState
from bot.domain.people import Team
from bot.locales import Words
from bot.views.actions import Form
from bot.views.commitments import by_when, outcome
from bot.views.model import (
    DayField,
    LineField,
    Option,
    PlainField,
    PlainForm,
    Receipt,
    SelectField,
    TextAreaField,
)
from bot.views.when import day_in_words

ACTIVITY, ROLE, TARGET, AIM = "activity", "role", "target", "aim"
HOW, RESOURCES, FOLLOW_UP = "how", "resources", "follow_up"
STATE, NOTE = "state", "note"
"""The names of the fields: those of what was agreed."""


@dataclass(frozen=True)
class Opened:
    """What the form of a commitment carries: which, of what team, and its mark as it was then."""

    id: str
    team_id: str
    mark: str

    @classmethod
    def of(cls, commitment: Commitment) -> Opened:
        """Return what the commitment's form carries now."""
        return cls(commitment.id, commitment.team_id, commitment.mark)

    def dump(self) -> str:
        """Return it as text."""
        return f"{self.id} {self.team_id} {self.mark}"

    @classmethod
    def load(cls, text: str) -> Opened:
        """Read what `dump` wrote. Raises ValueError for anything else."""
        commitment_id, team_id, mark = text.split(" ")
        return cls(commitment_id, team_id, mark)


def new_form(team: Team, origin: str, target: date, w: Words) -> PlainForm:
    """Return the form, with all filled in that can be known before."""
    first = Agreed(activity="", role=w("commitment-everybody"), target=target)
    intro = [w("commitment-readers")]
    if origin.startswith("round:"):
        intro.append(w("commitment-no-comments"))
    return PlainForm(
        form=Form.COMMITMENT,
        title=w("commitment-title"),
        intro=tuple(intro),
        fields=_fields(first, w),
        submit=w("commitment-save"),
        close=w("commitment-close"),
        meta=f"{team.id} {origin}",
    )


def edit_form(commitment: Commitment, w: Words) -> PlainForm:
    """Return the form as it is filled in now."""
    now = commitment.agreed.model_copy(update={"target": commitment.target})
    return PlainForm(
        form=Form.COMMITMENT_EDIT,
        title=w("commitment-edit-title"),
        intro=(w("commitment-readers"),),
        fields=_fields(now, w),
        submit=w("commitment-save"),
        close=w("commitment-close"),
        meta=Opened.of(commitment).dump(),
    )


def follow_up_form(commitment: Commitment, later: date, today: date, w: Words) -> PlainForm:
    """Ask what has become of it; `later` is the day that is proposed if it is to wait."""
    states = tuple(
        Option(value=each, label=w(f"commitment-state-{each}")) for each in CommitmentState
    )
    return PlainForm(
        form=Form.FOLLOW_UP,
        title=w("commitment-follow-up-title"),
        heading=commitment.agreed.activity,
        intro=tuple(_so_far(commitment, today, w)),
        fields=(
            SelectField(
                name=STATE,
                label=w("commitment-state"),
                groups=(("", states),),
                chosen=CommitmentState.OPEN,
            ),
            TextAreaField(
                name=NOTE,
                label=w("commitment-note"),
                hint=w("commitment-note-hint", limit=TEXT),
                limit=TEXT,
            ),
            DayField(
                name=TARGET,
                label=w("commitment-later"),
                hint=w("commitment-later-hint"),
                value=later,
            ),
        ),
        submit=w("commitment-save"),
        close=w("commitment-close"),
        meta=Opened.of(commitment).dump(),
    )


def saved(commitment: Commitment, w: Words) -> Receipt:
    """Say what is kept, and where it is read."""
    return _receipt(w("commitment-title"), _kept(commitment, w), w)


def corrected(commitment: Commitment, w: Words) -> Receipt:
    """Say what it is now."""
    return _receipt(w("commitment-edit-title"), _kept(commitment, w), w)


def followed_up(commitment: Commitment, w: Words) -> Receipt:
    """Say what has been noted."""
    day = day_in_words(commitment.target, w, year=True)
    said = w(f"commitment-now-{commitment.state}", activity=commitment.agreed.activity, day=day)
    return _receipt(w("commitment-follow-up-title"), said, w)


def _kept(commitment: Commitment, w: Words) -> str:
    day = day_in_words(commitment.target, w, year=True)
    return w("commitment-saved", activity=commitment.agreed.activity, day=day)


def _receipt(title: str, said: str, w: Words) -> Receipt:
    lines = (said, w("commitment-saved-next"))
    return Receipt(title=title, lines=lines, close=w("receipt-close"))


def _so_far(commitment: Commitment, today: date, w: Words) -> Iterator[str]:
    if commitment.waiting:
        yield by_when(commitment, today, w)
    else:
        yield outcome(commitment, w)
    if commitment.agreed.follow_up:
        yield w("commitment-said-follow_up", text=commitment.agreed.follow_up)


def _fields(agreed: Agreed, w: Words) -> tuple[PlainField, ...]:
    """Return what must be there first; the rest may be left empty."""
    aims = tuple(Option(value=each, label=w(f"commitment-aim-{each}")) for each in Aim)
    return (
        _line(ACTIVITY, agreed, w),
        _line(ROLE, agreed, w),
        DayField(name=TARGET, label=w("commitment-target"), value=agreed.target, required=True),
        SelectField(name=AIM, label=w("commitment-aim"), groups=(("", aims),), chosen=agreed.aim),
        _text_area(HOW, agreed, w),
        _line(RESOURCES, agreed, w),
        _text_area(FOLLOW_UP, agreed, w),
    )


def _line(name: str, agreed: Agreed, w: Words) -> LineField:
    return LineField(
        name=name,
        label=w(f"commitment-{name}"),
        hint=w(f"commitment-{name}-hint"),
        value=getattr(agreed, name),
        limit=LIMITS[name],
        required=name in REQUIRED,
    )


def _text_area(name: str, agreed: Agreed, w: Words) -> TextAreaField:
    return TextAreaField(
        name=name,
        label=w(f"commitment-{name}"),
        hint=w(f"commitment-{name}-hint"),
        value=getattr(agreed, name),
        limit=LIMITS[name],
    )
