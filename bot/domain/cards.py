"""Drawing cards to talk about: which decks are meant, and which card comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from bot.domain.finding import matching, nearest, titles
from bot.domain.material import Card, Deck
from bot.domain.programme import Programme
from bot.domain.steps import Component
from bot.domain.themes import squash
from bot.errors import NoMaterial, UnknownName

KIND = "cards"
"""How errors name what was not found."""


@dataclass(frozen=True)
class Placed:
    """A deck and the id of the programme that it stands in."""

    programme: str
    deck: Deck

    @property
    def ref(self) -> str:
        """Where it stands: `programme/deck`."""
        return f"{self.programme}/{self.deck.id}"


@dataclass(frozen=True)
class Drawn:
    """A card of a deck; `number` counts from 0."""

    placed: Placed
    number: int

    @property
    def card(self) -> Card:
        """The card itself."""
        return self.placed.deck.cards[self.number]

    @property
    def ref(self) -> str:
        """Where it stands: `programme/deck/number`."""
        return f"{self.placed.ref}/{self.number}"


@dataclass(frozen=True)
class Choice:
    """Decks to draw from. `word` is what chooses them again, empty for all there are."""

    word: str
    decks: tuple[Placed, ...]


def choose(programmes: Iterable[Programme], text: str) -> Choice:
    """Return the decks that `text` names, all for no text.

    It may be a component, the id of a programme, or one deck.

    Raises NoMaterial when there is no deck at all, UnknownName when none is called so.
    """
    decks = placed(programmes)
    if not decks:
        raise NoMaterial(kind=KIND)
    if not squash(text):
        return Choice("", decks)
    component = _component(text)
    of_it = tuple(each for each in decks if each.deck.component is component)
    if component and of_it:
        return Choice(component.value, of_it)
    of_programme = tuple(each for each in decks if each.programme == text.strip())
    if of_programme:
        return Choice(text.strip(), of_programme)
    found = tuple(e for e in decks if e.ref == text.strip()) or matching(decks, text, _names)
    if len(found) != 1:
        near = nearest(found or decks, text, _names)
        raise UnknownName(kind=KIND, word=text.strip(), nearest=near)
    return Choice(found[0].ref, found)


def components(decks: Iterable[Placed]) -> tuple[Component, ...]:
    """Return the components that there are decks for, in their own order."""
    there = {each.deck.component for each in decks}
    return tuple(component for component in Component if component in there)


def draw(choice: Choice, rng: Random, last: str = "") -> Drawn:
    """Return a card at random; never the one with the ref `last`, unless it is the only one."""
    every = [Drawn(each, n) for each in choice.decks for n in range(len(each.deck.cards))]
    others = [drawn for drawn in every if drawn.ref != last]
    return rng.choice(others or every)


def card_at(programmes: Iterable[Programme], ref: str) -> Drawn:
    """Return the card with this ref. Raises UnknownName when it is no longer there."""
    where, _, number = ref.rpartition("/")
    for each in placed(programmes):
        if each.ref == where and number.isdecimal() and int(number) < len(each.deck.cards):
            return Drawn(each, int(number))
    raise UnknownName(kind=KIND, word=where, nearest="")


def placed(programmes: Iterable[Programme]) -> tuple[Placed, ...]:
    """Return every deck with where it stands, in the order of the programmes."""
    return tuple(Placed(programme.id, deck) for programme in programmes for deck in programme.decks)


def _component(text: str) -> Component | None:
    """Return the component that is meant, by its Swedish or English name."""
    word = squash(text)
    return next((c for c in Component if word in (c.value, c.name.casefold())), None)


def _names(each: Placed) -> tuple[str, ...]:
    deck = each.deck
    return (deck.id, each.ref, str(deck.number), *titles(deck.title), *deck.aliases)
