"""Drawing cards: which decks are meant, and that no card comes twice in a row."""

from __future__ import annotations

from random import Random

import pytest

from bot.domain.cards import card_at, choose, components, draw, placed
from bot.domain.programme import Component, Programme
from bot.errors import NoMaterial, UnknownName
from tests.services.people import PROGRAMMES, deck, programme

OTHER = deck(Component.MEANINGFULNESS, 2).model_copy(update={"id": "mening"})
WITH_TWO: tuple[Programme, ...] = (
    *PROGRAMMES,
    programme("kort").model_copy(update={"decks": (OTHER,)}),
)


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("", ["extra/lek", "kort/mening"]),
        ("hanterbarhet", ["extra/lek"]),
        ("Meaningfulness", ["kort/mening"]),
        ("extra/lek", ["extra/lek"]),
        ("MENING", ["kort/mening"]),
        ("kort", ["kort/mening"]),
    ],
)
def test_decks_are_chosen_by_part_programme_or_name(typed: str, refs: list[str]) -> None:
    """What somebody types, or a button carries, chooses the decks to draw from."""
    found = choose(WITH_TWO, typed)
    assert [each.ref for each in found.decks] == refs
    assert choose(WITH_TWO, found.word).decks == found.decks


def test_unknown_deck_is_doubted_with_the_nearest() -> None:
    """What is called nothing, or fits several, is refused; so is drawing where there is none."""
    with pytest.raises(UnknownName) as doubt:
        choose(WITH_TWO, "menning")
    assert doubt.value.params == {"kind": "cards", "word": "menning", "nearest": "mening"}
    with pytest.raises(UnknownName):
        choose(WITH_TWO, "att klara dagen")
    with pytest.raises(NoMaterial):
        choose(PROGRAMMES[:1], "")


def test_the_same_card_never_comes_twice_in_a_row() -> None:
    """Over many draws each card comes, and none after itself."""
    rng, choice, last, seen = Random(7), choose(WITH_TWO, ""), "", set()
    for _ in range(300):
        drawn = draw(choice, rng, last)
        assert drawn.ref != last
        last = drawn.ref
        seen.add(last)
    assert len(seen) == 5


def test_draws_are_the_seeds() -> None:
    """The same seed draws the same cards, another one others."""
    choice = choose(WITH_TWO, "")
    first, second = ([draw(choice, Random(seed)).ref for seed in range(20)] for _ in range(2))
    assert first == second
    assert len(set(first)) > 1


def test_only_card_may_come_again() -> None:
    """A deck of one card has nothing else to give."""
    alone = programme("ett").model_copy(update={"decks": (deck(cards=1),)})
    assert draw(choose((alone,), ""), Random(1), "ett/lek/0").ref == "ett/lek/0"


def test_card_is_found_again_by_its_ref() -> None:
    """A button's card is the one that was drawn; one that is gone or forged is refused."""
    assert card_at(WITH_TWO, "extra/lek/2").card.question.sv == "Vad hjälper 3?"
    for ref in ("extra/lek/3", "extra/lek/-1", "extra/lek", "borta/lek/0", ""):
        with pytest.raises(UnknownName):
            card_at(WITH_TWO, ref)


def test_components_are_those_with_cards() -> None:
    """Nothing is offered that there are no cards for."""
    every = components(placed(WITH_TWO))
    assert every == (Component.MEANINGFULNESS, Component.MANAGEABILITY)
