"""Programme → Theme → Step → Question: what a dialogue file says.

The models are also the schema of the files: `content` reads YAML into them, so that a mistake is
found where it was made. All texts are given per language. Ids are not written in the files: a
folder's name is its programme's id, and a file's name is its theme's.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

THEME_MINUTES = 15
"""A dialogue takes fifteen minutes: what a workplace can spare at every meeting."""

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Small letters a–z and digits, with single hyphens between them."""

SLUG_LENGTH = 40
"""The longest id, in characters."""

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=SLUG_LENGTH)]


class Language(StrEnum):
    """The languages that texts are written in. Swedish is always there."""

    SV = "sv"
    EN = "en"


class Component(StrEnum):
    """The three components of KASAM (sense of coherence, Antonovsky)."""

    MEANINGFULNESS = "meningsfullhet"
    MANAGEABILITY = "hanterbarhet"
    COMPREHENSIBILITY = "begriplighet"


class StepKind(StrEnum):
    """What people do in a step."""

    CHECK_IN = "check-in"
    FILM = "film"
    READ = "read"
    REFLECT = "reflect"
    ANSWER = "answer"
    DIALOGUE = "dialogue"
    EXERCISE = "exercise"
    DILEMMA = "dilemma"
    VALUE_EXERCISE = "value-exercise"
    CARD = "card"
    GATHER = "gather"
    COMMIT = "commit"
    CHECK_OUT = "check-out"


class Group(StrEnum):
    """How people sit in a step."""

    ALONE = "alone"
    PAIRS = "pairs"
    SMALL = "small"
    ALL = "all"


class Frozen(BaseModel):
    """A record that does not change and knows all of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class LocalText(Frozen):
    """A text in every language."""

    sv: str
    en: str

    def get(self, language: str) -> str:
        """Return the text in the language, or in Swedish when there is none in it."""
        return self.en if language == Language.EN else self.sv


class Label(LocalText):
    """A few words: the end of a scale, a tag (1–60 characters)."""

    sv: Annotated[str, StringConstraints(min_length=1, max_length=60)]
    en: Annotated[str, StringConstraints(min_length=1, max_length=60)]


class Line(LocalText):
    """One line: a title or a question (1–150 characters)."""

    sv: Annotated[str, StringConstraints(min_length=1, max_length=150)]
    en: Annotated[str, StringConstraints(min_length=1, max_length=150)]


class Passage(LocalText):
    """Some paragraphs of plain text (1–1,500 characters)."""

    sv: Annotated[str, StringConstraints(min_length=1, max_length=1500)]
    en: Annotated[str, StringConstraints(min_length=1, max_length=1500)]


Alias = Annotated[str, StringConstraints(min_length=1, max_length=40)]
"""A word that people may type instead of a title, in any language."""


class Step(Frozen):
    """One part of a dialogue, with the minutes it takes (1–60)."""

    kind: StepKind
    minutes: Annotated[int, Field(ge=1, le=60)]
    text: Passage
    title: Line | None = None
    group: Group = Group.ALL


class ScaleQuestion(Frozen):
    """A question on the scale 1–7 whose ends are given in words."""

    text: Line
    low: Label
    high: Label


class Tag(Frozen):
    """Something an answer can be about, chosen by the one who writes it."""

    id: Slug
    name: Label


class ThemeText(Frozen):
    """What a theme's file says."""

    number: Annotated[int, Field(ge=1, le=99)]
    title: Line
    aliases: Annotated[tuple[Alias, ...], Field(max_length=12)] = ()
    why: Passage
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=12)]
    questions: dict[Component, ScaleQuestion]
    free_question: Line
    next_questions: dict[Component, Line]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """A theme has every component and one answer step, and takes fifteen minutes."""
        for name in ("questions", "next_questions"):
            missing = [c.value for c in Component if c not in getattr(self, name)]
            if missing:
                raise ValueError(f"missing-component:{name}:{', '.join(missing)}")
        answers = sum(step.kind is StepKind.ANSWER for step in self.steps)
        if answers != 1:
            raise ValueError(f"one-answer-step:{answers}")
        minutes = sum(step.minutes for step in self.steps)
        if minutes != THEME_MINUTES:
            raise ValueError(f"minutes-sum:{minutes}:{THEME_MINUTES}")
        return self


class Theme(ThemeText):
    """One dialogue of fifteen minutes. Its id is the name of its file."""

    id: Slug

    @property
    def answer_step(self) -> int:
        """The index of the step at which answering begins."""
        return next(i for i, step in enumerate(self.steps) if step.kind is StepKind.ANSWER)


class ProgrammeText(Frozen):
    """What a programme's own file says: its name, and the tags its answers can carry."""

    title: Line
    why: Passage
    tags: Annotated[tuple[Tag, ...], Field(min_length=2, max_length=13)]


class Programme(ProgrammeText):
    """An ordered set of themes. Its id is the name of its folder."""

    id: Slug
    themes: tuple[Theme, ...] = ()


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
        """Return the script of a theme; the programme is taken without its themes."""
        return cls(programme=programme.model_copy(update={"themes": ()}), theme=theme)

    @property
    def ref(self) -> ThemeRef:
        """Where the theme stands."""
        return ThemeRef(programme=self.programme.id, theme=self.theme.id)

    @property
    def version(self) -> str:
        """A fingerprint of all texts, by which a session remembers them."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:16]
