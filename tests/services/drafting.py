"""Rounds in which a language model may read the comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.domain.answers import Answers
from bot.domain.claims import Claim, Support
from bot.domain.programme import Component
from bot.errors import DraftFailed
from bot.views.model import Note, Sheet
from tests.services.people import COLLEAGUES, KARIN
from tests.services.world import World

COMMENTS = (
    "Det är svårt att hinna med rasten.",
    "Introduktionen av nya är bra hos oss.",
    "Jag vill ha mer tid för planering.",
    "Lokalen är kall på morgonen.",
    "Många möten gör att rasten försvinner.",
    "Planering med kollegor hinns inte med.",
    "Schemat kommer ut för sent.",
    "Stödet mellan kollegor är starkt.",
    "Vi behöver tid för planering tillsammans.",
    "Vi hjälps åt när det kör ihop sig.",
    "Överlämningen fungerar bra.",
)
"""Eleven, by the alphabet: so a model gets them, and so they are numbered from 1."""

PRIVATE = "Det här får ingen visa för någon."
"""The twelfth, without a yes."""

TEXT = "Flera vill ha mer tid för planering."
QUOTES = (Support(3, "mer tid för planering"), Support(9, "tid för planering tillsammans"))
CLAIM = Claim(TEXT, QUOTES)


@dataclass
class Model:
    """A model that says what a test wants; mirrors `bot.ports.Drafter`."""

    says: tuple[Claim, ...] | DraftFailed = (CLAIM,)
    name: str = "prov-modell"
    asked: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    meanwhile: Callable[[], None] = lambda: None

    def __call__(self, comments: Sequence[str], language: str) -> tuple[Claim, ...]:
        """Remember what was sent, and say it."""
        self.asked.append((tuple(comments), language))
        self.meanwhile()
        if isinstance(self.says, DraftFailed):
            raise self.says
        return self.says


def with_model(world: World, model: Model | None = None) -> Model:
    """Turn the drafts on."""
    found = model or Model()
    world.drafter = found
    return found


def answered(world: World, comments: Sequence[str] = COMMENTS) -> None:
    """Hold a dialogue to its end, in which these are written with a yes and one without."""
    world.start()
    write(world, comments)
    world.stop()


def write(world: World, comments: Sequence[str] = COMMENTS) -> None:
    """Let colleagues write the comments, each with a yes but the last."""
    scores = dict.fromkeys(Component, 5)
    for person, text in zip(COLLEAGUES, comments, strict=False):
        world.answer(person, Answers(scores, text, (), verbatim=True))
    for person in COLLEAGUES[len(comments) :]:
        world.answer(person, Answers(scores, PRIVATE, (), verbatim=False))


def drafts(world: World, who: str = KARIN.user) -> list[Sheet]:
    """Return the drafts that stand with somebody."""
    return [view for view in world.shown(who) if isinstance(view, Sheet)]


def said(world: World, who: str = KARIN.user) -> list[str]:
    """Return the notes that stand with somebody."""
    return [view.text for view in world.shown(who) if isinstance(view, Note)]
