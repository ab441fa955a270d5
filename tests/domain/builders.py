"""Small parts that the tests of the domain are made of, and how hypothesis draws them."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from bot.domain.answers import COMMENT_LIMIT, SCALE, TAG_LIMIT, Answers
from bot.domain.people import PersonKey
from bot.domain.programme import (
    Component,
    Label,
    Line,
    Passage,
    Programme,
    ScaleQuestion,
    Script,
    Step,
    StepKind,
    Tag,
    Theme,
    ThemeRef,
)
from bot.domain.session import Session, begin, plan

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
REF = ThemeRef(programme="prov", theme="prov-tema")
MANAGER = PersonKey("slack", "T1", "U-chef")
TAGS = ("tid", "stod", "samarbete")

scales = st.integers(SCALE.start, SCALE.stop - 1)
answers = st.builds(
    Answers,
    scores=st.dictionaries(st.sampled_from(Component), scales),
    comment=st.text(max_size=8),
    tags=st.lists(st.sampled_from(TAGS), max_size=TAG_LIMIT, unique=True).map(tuple),
    verbatim=st.booleans(),
)
keys = st.binary(min_size=32, max_size=32)
parts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/"), min_size=1)
people = st.builds(PersonKey, parts, parts, parts)

LONGEST = Answers(
    dict.fromkeys(Component, 7), "\U0001f33b" * COMMENT_LIMIT, ("x" * 40,) * TAG_LIMIT, True
)
"""The answers that take most room of all that a person can give."""


def words(text: str) -> dict[str, str]:
    """Return the same text in both languages."""
    return {"sv": text, "en": text}


def theme(minutes: tuple[int, ...]) -> Theme:
    """Return a theme whose steps take these minutes, the last of them for answering."""
    kinds = [StepKind.REFLECT] * (len(minutes) - 1) + [StepKind.ANSWER]
    question = ScaleQuestion(
        text=Line(**words("Hur är det?")), low=Label(**words("inte")), high=Label(**words("helt"))
    )
    return Theme(
        id="prov-tema",
        number=1,
        title=Line(**words("Prov")),
        why=Passage(**words("Därför.")),
        steps=tuple(
            Step(kind=kind, minutes=length, text=Passage(**words("Gör så.")))
            for kind, length in zip(kinds, minutes, strict=True)
        ),
        questions=dict.fromkeys(Component, question),
        free_question=Line(**words("Något mer?")),
        next_questions=dict.fromkeys(Component, Line(**words("Och nu?"))),
    )


def script(minutes: tuple[int, ...]) -> Script:
    """Return a script of the theme with these minutes."""
    programme = Programme(
        id=REF.programme,
        title=Line(**words("Program")),
        why=Passage(**words("Därför.")),
        tags=tuple(Tag(id=f"tag-{n}", name=Label(**words(f"Ämne {n}"))) for n in range(2)),
    )
    return Script.of(programme, theme(minutes))


def session(minutes: tuple[int, ...] = (2, 3, 4, 6), now: datetime = NOON) -> Session:
    """Return a session that starts at `now`."""
    return begin(plan("s1", "t1", script(minutes), MANAGER, now), "r1", now)


@st.composite
def step_minutes(draw: st.DrawFn) -> tuple[int, ...]:
    """Draw 1–12 lengths of at least one minute that make fifteen together."""
    cuts = sorted(draw(st.sets(st.integers(1, 14), max_size=11)))
    return tuple(b - a for a, b in zip([0, *cuts], [*cuts, 15], strict=True))
