"""Records to keep in a store: all people and places are made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain import session as sessions
from bot.domain.ballot import Ballot
from bot.domain.disclosure import (
    Band,
    Cell,
    CommentGroup,
    ComponentResult,
    HeldBack,
    Result,
    TagCount,
)
from bot.domain.due import Due, DueKind
from bot.domain.people import PersonKey, Team
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
from bot.domain.quarter import Quarter
from bot.domain.round import Round, RoundState
from bot.domain.session import Session
from bot.ports import Store, Tx
from bot.views.model import Note

NOW = datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
REF = ThemeRef(programme="kasam", theme="tema3")


def person(name: str) -> PersonKey:
    """Return somebody."""
    return PersonKey("slack", "T1", name)


def team(id: str = "team1") -> Team:
    """Return a team in a channel of its own."""
    return Team(
        id=id,
        platform="slack",
        tenant="T1",
        channel=f"C-{id}",
        name=f"Arbetslag {id}",
        language="sv",
        timezone="Europe/Stockholm",
        managers=frozenset({person("karin")}),
        facilitators=frozenset({person("omar"), person("lisa")}),
    )


def theme(title: str = "Att orka") -> Theme:
    """Return a theme of fifteen minutes."""
    question = ScaleQuestion(
        text=Line(sv="Hur var det?", en="How was it?"),
        low=Label(sv="tungt", en="heavy"),
        high=Label(sv="lätt", en="light"),
    )
    line = Line(sv="Vad hjälper?", en="What helps?")
    steps = (
        Step(kind=StepKind.CHECK_IN, minutes=5, text=Passage(sv="Hej", en="Hello")),
        Step(kind=StepKind.ANSWER, minutes=10, text=Passage(sv="Svara", en="Answer")),
    )
    return Theme(
        id="tema3",
        number=3,
        title=Line(sv=title, en=title),
        why=Passage(sv="För att.", en="Because."),
        steps=steps,
        questions=dict.fromkeys(Component, question),
        free_question=line,
        next_questions=dict.fromkeys(Component, line),
    )


def programme(*themes: Theme) -> Programme:
    """Return a programme with two tags."""
    return Programme(
        id="kasam",
        title=Line(sv="Kasam", en="SOC"),
        why=Passage(sv="Därför.", en="Because."),
        tags=(
            Tag(id="tid", name=Label(sv="Tid", en="Time")),
            Tag(id="stod", name=Label(sv="Stöd", en="Support")),
        ),
        themes=themes,
    )


def session(id: str = "s1") -> Session:
    """Return a session of the team at its first step."""
    planned = sessions.plan(id, "team1", Script.of(programme(), theme()), person("karin"), NOW)
    return sessions.begin(planned, "r1", NOW)


def round_(id: str = "r1") -> Round:
    """Return an open round of the team."""
    return Round(
        id=id,
        team_ids=("team1",),
        theme=REF,
        theme_version="v1",
        opened_at=NOW,
        roster=(person("anna"), person("bo")),
        invited=2,
        quote_threshold=10,
    )


def full_session() -> Session:
    """Return a session in which no field has its default value."""
    return replace(
        session(),
        step=1,
        remaining=MINUTE,
        ended_at=NOW,
        revision=7,
        last_request="request-9",
        round_id="r1",
    )


def full_round() -> Round:
    """Return a round in which no field has its default value."""
    return replace(
        round_(),
        team_sees=False,
        closes_at=NOW + MINUTE,
        threshold=8,
        state=RoundState.CLOSED,
        closed_at=NOW + MINUTE,
        shared=True,
        hidden=frozenset([0, 2]),
        rolling=Quarter(2026, 1),
        ending=True,
        in_area=True,
        drafted=True,
        readers=(person("karin"),),
    )


def counted_round(id: str = "r1", team_id: str = "team1") -> Round:
    """Return a closed round that an area may count."""
    return replace(
        round_(id),
        team_ids=(team_id,),
        in_area=True,
        state=RoundState.CLOSED,
        closed_at=NOW + MINUTE,
    )


def survey(id: str = "s1", team_id: str = "team1") -> Round:
    """Return the open box of a rolling survey."""
    return replace(round_(id), team_ids=(team_id,), closes_at=NOW, rolling=Quarter(2026, 1))


def result() -> Result:
    """Return a result with something in every place."""
    cells = (Cell(1, 4, 5), Cell(5, 7, 6))
    return Result(
        answered=11,
        invited=14,
        components=(ComponentResult(Component.MANAGEABILITY, 4, 3, 6, Band.MID, cells),),
        tags=(TagCount("tid", 4),),
        comments=(CommentGroup("tid", ("Åh, så bra.", "Mer tid.")), CommentGroup("", ("Bra.",))),
        held_back=(HeldBack.TAGS_SMALL,),
    )


def ballot(number: int, fill: bytes = b"x") -> Ballot:
    """Return a ballot of the real size whose pid is the number."""
    return Ballot(number.to_bytes(16, "big"), fill * 4124)


def due(occurrence: str = "1", at: datetime = NOW, key: str = "s1") -> Due:
    """Return a tick of a session."""
    return Due(DueKind.SESSION_TICK, key, occurrence, at)


def note(text: str) -> Note:
    """Return a message that says this."""
    return Note(text=text)


def with_round(store: Store, round_id: str = "r1") -> None:
    """Put a team with an open round into the store."""

    def work(tx: Tx) -> None:
        tx.teams.save(team())
        tx.rounds.save(round_(round_id))

    store.write(work)
