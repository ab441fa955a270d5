"""What a programme holds besides its themes: decks of cards, and mirrors for oneself."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bot.domain.steps import Component, ScaleQuestion
from bot.domain.texts import Alias, Frozen, Line, Passage, Slug

NUMBER = "Nummer i programmet, 1–99. Bara ett av samma slag får ha det."
ALIASES = "Ord som man får skriva i stället för rubriken (högst 12). Får utelämnas."


class Card(Frozen):
    """A question to talk about, perhaps with a follow-up or an example."""

    question: Line = Field(description="Kortets fråga.")
    more: Passage | None = Field(
        None, description="En följdfråga eller ett exempel. Får utelämnas."
    )


class DeckText(Frozen):
    """What the file of a deck says."""

    kind: Literal["cards"] = Field(description="Säger att filen är en kortlek.")
    number: Annotated[int, Field(ge=1, le=99)] = Field(description=NUMBER)
    title: Line = Field(description="Kortlekens rubrik.")
    aliases: Annotated[tuple[Alias, ...], Field(max_length=12)] = Field((), description=ALIASES)
    why: Passage = Field(description="Vad kortleken är bra för.")
    component: Component = Field(description="Den del av KASAM som korten handlar om.")
    cards: Annotated[tuple[Card, ...], Field(min_length=1, max_length=60)] = Field(
        description="Korten, 1–60 stycken."
    )


class Deck(DeckText):
    """A deck of cards to talk about. Its id is the name of its file."""

    id: Slug


class MirrorText(Frozen):
    """What the file of a mirror says."""

    kind: Literal["mirror"] = Field(description="Säger att filen är en spegel för egen eftertanke.")
    number: Annotated[int, Field(ge=1, le=99)] = Field(description=NUMBER)
    title: Line = Field(description="Spegelns rubrik.")
    aliases: Annotated[tuple[Alias, ...], Field(max_length=12)] = Field((), description=ALIASES)
    why: Passage = Field(description="Vad spegeln är bra för.")
    questions: Annotated[tuple[ScaleQuestion, ...], Field(min_length=3, max_length=12)] = Field(
        description="Frågorna, 3–12 stycken. Svaren ser bara den som svarar, och de sparas inte."
    )
    closing: Passage = Field(description="Vad man kan göra med sina svar. Visas sist.")


class Mirror(MirrorText):
    """Questions for oneself, whose answers nobody keeps. Its id is the name of its file."""

    id: Slug
