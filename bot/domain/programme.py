"""Programme → Theme → Step → Question: what dialogue files say.

The models are also the schema of the files: `content` reads YAML into them, so that a mistake is
found where it was made, and editors get the descriptions of the fields. All texts are given per
language. Ids are not written in the files: a folder's name is its programme's id, and a file's
name is the id of its theme, deck or mirror.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Self

from pydantic import Field, model_validator

from bot.domain.material import ALIASES, NUMBER, Card, Deck, DeckText, Mirror, MirrorText
from bot.domain.rolling import Period
from bot.domain.steps import Component, Film, Group, ScaleQuestion, Step, StepKind, Tag
from bot.domain.texts import (
    SLUG_LENGTH,
    SLUG_PATTERN,
    Alias,
    Frozen,
    Hint,
    Label,
    Language,
    Line,
    LocalText,
    Passage,
    Slug,
)

__all__ = [
    "LAST",
    "SLUG_LENGTH",
    "SLUG_PATTERN",
    "THEME_MINUTES",
    "Alias",
    "Card",
    "Component",
    "Deck",
    "DeckText",
    "Film",
    "Frozen",
    "Group",
    "Hint",
    "Label",
    "Language",
    "Line",
    "LocalText",
    "Mirror",
    "MirrorText",
    "Passage",
    "Programme",
    "ProgrammeText",
    "ScaleQuestion",
    "Script",
    "Slug",
    "Step",
    "StepKind",
    "Tag",
    "Theme",
    "ThemeRef",
    "ThemeText",
]

THEME_MINUTES = 15
"""What a dialogue takes unless its file says otherwise: what every meeting can spare."""

LAST = 99
"""The order of a programme that gives none."""


class ThemeText(Frozen):
    """What a theme's file says."""

    number: Annotated[int, Field(ge=1, le=99)] = Field(description=NUMBER)
    title: Line = Field(description="Temats rubrik.")
    aliases: Annotated[tuple[Alias, ...], Field(max_length=12)] = Field((), description=ALIASES)
    why: Passage = Field(description="Vad temat är bra för. Visas innan ni börjar.")
    length: Annotated[int, Field(ge=5, le=240)] = Field(
        THEME_MINUTES,
        description="Hur många minuter temat tar (5–240). Stegens minuter ska tillsammans bli "
        "lika många. Utelämnat betyder 15.",
    )
    rolling: Period | None = Field(
        None,
        description="quarter för en enkät som ligger öppen utan möte: de som bjuds in svarar var "
        "för sig, och svaren räknas när kvartalet är slut. Då behövs ett steg med kind: answer. "
        "Utelämnat betyder att temat är en dialog på ett möte.",
    )
    evaluation: bool = Field(
        False,
        description="true för utvärderingen av hela programmet: då handlar frågorna om programmet "
        "och inte om arbetet. Svaren visas för sig och blandas inte med temanas. Högst en i varje "
        "program, med det högsta numret, och med ett steg med kind: answer. Utelämnat betyder att "
        "det är ett tema.",
    )
    phase: Line | None = Field(
        None,
        description="Den del av programmet som temat hör till, till exempel Start. Teman med "
        "samma ord visas tillsammans. Får utelämnas.",
    )
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=20)] = Field(
        description="Det som händer på mötet, i ordning (1–20 steg)."
    )
    questions: dict[Component, ScaleQuestion] = Field(
        default_factory=dict,
        description="En fråga för var och en av de tre delarna. Krävs när det finns ett steg "
        "med kind: answer, annars ska de inte finnas.",
    )
    free_question: Line | None = Field(
        None,
        description="Frågan som besvaras med egna ord. Krävs när det finns ett steg med kind: "
        "answer, annars ska den inte finnas.",
    )
    keep_questions: dict[Component, Line] = Field(
        default_factory=dict,
        description="För var och en av de tre delarna: vad ni kan prata om för att hålla i det som "
        "fick de högsta svaren. Får bara finnas när det finns ett steg med kind: answer. "
        "Utelämnat betyder botens egen fråga om det som fungerar.",
    )
    next_questions: dict[Component, Line] = Field(
        default_factory=dict,
        description="För var och en av de tre delarna: vad ni kan prata vidare om när den fick "
        "de lägsta svaren. Krävs när det finns ett steg med kind: answer.",
    )
    stuck: Annotated[tuple[Hint, ...], Field(max_length=6)] = Field(
        (),
        description="Fastnat? Det som samtalsledaren kan säga när samtalet står still "
        "(högst 6, var och en högst 400 tecken). Får utelämnas.",
    )
    adaptation: Passage | None = Field(
        None,
        description="Till samtalsledaren: vad ni kan ändra utan att tappa idén, och vad som "
        "ska vara kvar. Får utelämnas.",
    )
    checklist: Annotated[tuple[Line, ...], Field(max_length=30)] = Field(
        (),
        description="En checklista att bocka av för sig själv (högst 30 rader). Det som bockas "
        "av sparas ingenstans. Får utelämnas.",
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """The minutes add up, and what is asked is there exactly when there is an answer step."""
        answers = sum(step.kind is StepKind.ANSWER for step in self.steps)
        if answers > 1 or (answers == 0 and self.length == THEME_MINUTES):
            raise ValueError(f"one-answer-step:{answers}")
        optional = ("keep_questions",) if self.keep_questions else ()
        for name in ("questions", *optional, "next_questions"):
            missing = [c.value for c in Component if c not in getattr(self, name)]
            if answers and missing:
                raise ValueError(f"missing-component:{name}:{', '.join(missing)}")
        if answers and not self.free_question:
            raise ValueError("missing-free-question")
        asked = (self.questions, self.free_question, self.keep_questions, self.next_questions)
        if not answers and any(asked):
            raise ValueError("questions-without-answer-step")
        if self.rolling and not answers:
            raise ValueError("rolling-without-answer-step")
        if self.evaluation and (self.rolling or not answers):
            raise ValueError("evaluation-not-answered-at-a-meeting")
        minutes = sum(step.minutes for step in self.steps)
        if minutes != self.length:
            raise ValueError(f"minutes-sum:{minutes}:{self.length}")
        return self


class Theme(ThemeText):
    """One dialogue. Its id is the name of its file."""

    id: Slug

    @property
    def answer_step(self) -> int | None:
        """The index of the step at which answering begins; None where nothing is answered."""
        kinds = [step.kind for step in self.steps]
        return kinds.index(StepKind.ANSWER) if StepKind.ANSWER in kinds else None

    def asks_at(self, step: int) -> bool:
        """Whether answering has begun at the step of this index; never where nothing is asked."""
        return self.answer_step is not None and step >= self.answer_step


class ProgrammeText(Frozen):
    """What a programme's own file says: its place, its name, and the tags of its answers."""

    order: Annotated[int, Field(ge=1, le=LAST)] = Field(
        LAST,
        description="Programmets plats bland programmen, 1–99. Det första äger nummer som "
        "skrivs ensamma: 3 och tema3. Utelämnat betyder sist.",
    )
    title: Line = Field(description="Programmets rubrik.")
    why: Passage = Field(description="Vad programmet är bra för.")
    tags: Annotated[tuple[Tag, ...], Field(min_length=2, max_length=13)] = Field(
        description="Det ett svar kan handla om (2–13 taggar). Den som svarar väljer."
    )


class Programme(ProgrammeText):
    """Themes, decks and mirrors, each by their numbers. Its id is the name of its folder."""

    id: Slug
    themes: tuple[Theme, ...] = ()
    decks: tuple[Deck, ...] = ()
    mirrors: tuple[Mirror, ...] = ()

    @property
    def dialogues(self) -> tuple[Theme, ...]:
        """The themes that are held in meetings, the evaluation last: all but rolling surveys."""
        held = (theme for theme in self.themes if theme.rolling is None)
        return tuple(sorted(held, key=lambda theme: theme.evaluation))

    @property
    def evaluation(self) -> Theme | None:
        """The theme that asks about the programme itself."""
        return next((theme for theme in self.themes if theme.evaluation), None)

    @property
    def surveys(self) -> tuple[tuple[ThemeRef, Theme], ...]:
        """The rolling surveys, each with where it stands."""
        return tuple(
            (ThemeRef(programme=self.id, theme=theme.id), theme)
            for theme in self.themes
            if theme.rolling
        )


class ThemeRef(Frozen):
    """Where a theme stands: `programme/theme`."""

    programme: str
    theme: str

    def __str__(self) -> str:
        """Return `programme/theme`, as people may type it."""
        return f"{self.programme}/{self.theme}"

    @classmethod
    def parse(cls, text: str) -> ThemeRef:
        """Read what `str()` wrote. Raises ValueError for anything else."""
        programme, theme = text.split("/")
        return cls(programme=programme, theme=theme)


class Script(Frozen):
    """The very texts that a session runs: a theme, and its programme as it was then."""

    programme: Programme
    theme: Theme

    @classmethod
    def of(cls, programme: Programme, theme: Theme) -> Script:
        """Return the script of a theme; of the programme only what it says itself is taken."""
        alone = programme.model_copy(update={"themes": (), "decks": (), "mirrors": ()})
        return cls(programme=alone, theme=theme)

    @property
    def ref(self) -> ThemeRef:
        """Where the theme stands."""
        return ThemeRef(programme=self.programme.id, theme=self.theme.id)

    @property
    def version(self) -> str:
        """A fingerprint of all texts, by which a session remembers them."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]
