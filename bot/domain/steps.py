"""What people do in a dialogue, step by step, and what they are asked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from bot.domain.texts import Frozen, Label, Line, Passage, Slug

LINK_PATTERN = r"^https?://[^\s/?#@:\\]+(:[0-9]{1,5})?([/?#][^\s\\]*)?$"
"""A link to a page on the web: with a host, and without a user's name or password in it."""

LINK_LENGTH = 500
"""The longest link, in characters."""

Link = Annotated[str, StringConstraints(pattern=LINK_PATTERN, max_length=LINK_LENGTH)]


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
    """How people sit in a step: alone, two and two, in groups of four to seven, or all together."""

    ALONE = "alone"
    PAIRS = "pairs"
    SMALL = "small"
    ALL = "all"


class Film(Frozen):
    """A film to watch together, and what to read where it can't be shown."""

    link: Link | None = Field(
        None,
        description="Adressen till filmen, med https:// först. Får utelämnas: då läser ni "
        "texten under instead.",
    )
    minutes: Annotated[int, Field(ge=1, le=60)] = Field(
        description="Hur lång filmen är, i hela minuter (1–60). Högst stegets minuter."
    )
    instead: Passage = Field(
        description="Texten som läses i stället när filmen saknas eller inte går att visa."
    )


class Step(Frozen):
    """One part of a dialogue, with the minutes it takes (1–60)."""

    kind: StepKind = Field(description="Vad ni gör i steget.")
    minutes: Annotated[int, Field(ge=1, le=60)] = Field(
        description="Hur lång tid steget tar, i hela minuter (1–60)."
    )
    text: Passage = Field(description="Vad ni ska göra. Visas för alla när steget börjar.")
    title: Line | None = Field(
        None, description="Stegets namn. Får utelämnas: då står det vad för slags steg det är."
    )
    group: Group = Field(
        Group.ALL,
        description="Hur ni sitter: alone (var för sig), pairs (två och två), small (grupper "
        "om fyra till sju) eller all (alla tillsammans). Utelämnat betyder all.",
    )
    film: Film | None = Field(None, description="Filmen, bara i ett steg med kind: film.")

    @model_validator(mode="after")
    def _film_fits(self) -> Self:
        """Only a step for a film has one, and it is not longer than the step."""
        if self.film and self.kind is not StepKind.FILM:
            raise ValueError("film-elsewhere")
        if self.film and self.film.minutes > self.minutes:
            raise ValueError(f"film-too-long:{self.film.minutes}:{self.minutes}")
        return self


class ScaleQuestion(Frozen):
    """A question on the scale 1–7 whose ends are given in words."""

    text: Line = Field(description="Frågan. Den besvaras med 1 till 7.")
    low: Label = Field(description="Vad 1 betyder, med ord.")
    high: Label = Field(description="Vad 7 betyder, med ord.")


class Tag(Frozen):
    """Something an answer can be about, chosen by the one who writes it."""

    id: Slug = Field(
        description="Taggens eget namn i filen: små bokstäver a–z, siffror och bindestreck. "
        "Ändra det inte när taggen har börjat användas."
    )
    name: Label = Field(description="Det som visas för den som väljer.")
